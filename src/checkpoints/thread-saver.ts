import type { RunnableConfig } from '@langchain/core/runnables';
import {
  BaseCheckpointSaver,
  getCheckpointId,
  maxChannelVersion,
  TASKS,
  WRITES_IDX_MAP,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint';
import { z } from 'zod';
import {
  newestFirst,
  valueKey,
  withCheckpoint,
  withWrites,
  type Stored,
  type StoredCheckpoint,
  type Thread,
} from './thread.js';
import type { Threads } from './threads.js';

/**
 * LangGraph's checkpointer over {@link Threads}: what a session's state is, kept in memory or in files. Only the newest
 * checkpoints of a thread stay, so that a conversation does not grow with its turns.
 */
export class ThreadSaver extends BaseCheckpointSaver {
  readonly #threads: Threads;

  constructor(threads: Threads) {
    super();
    this.#threads = threads;
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, namespace = '', checkpointId } = addressOf(config);
    const thread = threadId === undefined ? undefined : await this.#threads.read(threadId);
    const own = newestFirst(thread?.checkpoints.filter((other) => other.namespace === namespace) ?? []);
    const found = checkpointId === undefined ? own[0] : own.find(({ id }) => id === checkpointId);
    return thread === undefined || found === undefined ? undefined : this.#tuple(thread, found);
  }

  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { threadId, namespace, checkpointId } = addressOf(config);
    const before = options.before === undefined ? undefined : addressOf(options.before).checkpointId;
    const threads = threadId === undefined ? await this.#threads.all() : [await this.#threads.read(threadId)];
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    for (const thread of threads) {
      for (const checkpoint of newestFirst(thread?.checkpoints ?? [])) {
        const { id } = checkpoint;
        if (thread === undefined || (namespace !== undefined && checkpoint.namespace !== namespace)) continue;
        if ((checkpointId !== undefined && id !== checkpointId) || (before !== undefined && id >= before)) continue;
        const tuple = await this.#tuple(thread, checkpoint);
        if (!passes(tuple.metadata, options.filter ?? {})) continue;
        if (left <= 0) return;
        left -= 1;
        yield tuple;
      }
    }
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { threadId, namespace = '', checkpointId: parent } = addressOf(config);
    if (threadId === undefined) throw new TypeError('a checkpoint needs a thread_id');
    const { channel_values: values } = checkpoint;
    const changed = await Promise.all(
      Object.entries(newVersions)
        .filter(([channel]) => Object.hasOwn(values, channel))
        .map(async ([channel, version]) => ({
          namespace,
          channel,
          version,
          value: await this.#store(values[channel]),
        })),
    );
    const added: StoredCheckpoint = {
      namespace,
      id: checkpoint.id,
      ...(parent === undefined ? {} : { parent }),
      format: checkpoint.v,
      at: checkpoint.ts,
      versions: checkpoint.channel_versions,
      seen: checkpoint.versions_seen,
      metadata: await this.#store(metadata),
      writes: [],
    };
    await this.#threads.update(threadId, (thread) => withCheckpoint(thread, added, changed));
    return configOf(threadId, namespace, checkpoint.id);
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const { threadId, namespace = '', checkpointId } = addressOf(config);
    if (threadId === undefined) throw new TypeError('writes need a thread_id');
    if (checkpointId === undefined) throw new TypeError('writes need a checkpoint_id');
    const stored = await Promise.all(
      writes.map(async ([channel, value], position) => ({
        task: taskId,
        index: WRITES_IDX_MAP[channel] ?? position,
        channel,
        value: await this.#store(value),
      })),
    );
    await this.#threads.update(threadId, (thread) => withWrites(thread, { namespace, id: checkpointId }, stored));
  }

  override async deleteThread(threadId: string): Promise<void> {
    await this.#threads.delete(threadId);
  }

  async #tuple(thread: Thread, stored: StoredCheckpoint): Promise<CheckpointTuple> {
    const { namespace, id, parent } = stored;
    const kept = new Map(
      thread.values.map(({ channel, version, value, ...of }) => [valueKey(of.namespace, channel, version), value]),
    );
    const values: Record<string, unknown> = {};
    for (const [channel, version] of Object.entries(stored.versions)) {
      const value = kept.get(valueKey(namespace, channel, version));
      if (value !== undefined) values[channel] = await this.#load(value);
    }
    const checkpoint: Checkpoint = {
      v: stored.format,
      id,
      ts: stored.at,
      channel_values: values,
      channel_versions: { ...stored.versions },
      versions_seen: structuredClone(stored.seen),
    };
    const parentCheckpoint = thread.checkpoints.find((other) => other.namespace === namespace && other.id === parent);
    if (checkpoint.v < 4 && parentCheckpoint !== undefined) await this.#migrateSends(checkpoint, parentCheckpoint);
    return {
      config: configOf(thread.threadId, namespace, id),
      checkpoint,
      metadata: metadataShape.parse(await this.#load(stored.metadata)),
      pendingWrites: await Promise.all(
        stored.writes.map(async ({ task, channel, value }): Promise<CheckpointPendingWrite> => [
          task,
          channel,
          await this.#load(value),
        ]),
      ),
      ...(parent === undefined ? {} : { parentConfig: configOf(thread.threadId, namespace, parent) }),
    };
  }

  /** Checkpoints before version 4 left their sends with their parent; LangGraph now looks for them in a channel. */
  async #migrateSends(checkpoint: Checkpoint, parent: StoredCheckpoint): Promise<void> {
    const sends = parent.writes.filter(({ channel }) => channel === TASKS);
    checkpoint.channel_values[TASKS] = await Promise.all(sends.map(({ value }) => this.#load(value)));
    const versions = Object.values(checkpoint.channel_versions);
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
  }

  async #store(value: unknown): Promise<Stored> {
    const [type, bytes] = await this.serde.dumpsTyped(value);
    return type === 'json'
      ? { json: JSON.parse(Buffer.from(bytes).toString('utf8')) }
      : { base64: Buffer.from(bytes).toString('base64') };
  }

  #load(value: Stored): Promise<unknown> {
    return 'json' in value
      ? this.serde.loadsTyped('json', JSON.stringify(value.json))
      : this.serde.loadsTyped('bytes', Buffer.from(value.base64, 'base64'));
  }
}

const metadataShape = z.looseObject({
  source: z.enum(['input', 'loop', 'update', 'fork']),
  step: z.number(),
  parents: z.record(z.string(), z.string()),
});

interface Address {
  readonly threadId: string | undefined;
  readonly namespace: string | undefined;
  readonly checkpointId: string | undefined;
}

function addressOf(config: RunnableConfig): Address {
  const { thread_id, checkpoint_ns } = config.configurable ?? {};
  const checkpointId = getCheckpointId(config);
  return {
    threadId: thread_id === undefined ? undefined : String(thread_id),
    namespace: checkpoint_ns === undefined ? undefined : String(checkpoint_ns),
    checkpointId: checkpointId === '' ? undefined : checkpointId,
  };
}

function configOf(threadId: string, namespace: string, checkpointId: string): RunnableConfig {
  return { configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpointId } };
}

function passes(metadata: CheckpointMetadata | undefined, filter: Readonly<Record<string, unknown>>): boolean {
  const known = new Map<string, unknown>(Object.entries(metadata ?? {}));
  return Object.entries(filter).every(([name, value]) => known.get(name) === value);
}
