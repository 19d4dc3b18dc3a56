import { z } from 'zod';
import type { Json } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';

/** A value as LangGraph's serializer writes it: JSON text, kept as JSON, or bytes. */
export type Stored = { readonly json: Json } | { readonly base64: string };

/** What one task left beside a checkpoint before the step ended. */
export interface StoredWrite {
  readonly task: string;
  /** Its place among the task's writes; negative for LangGraph's own marks. */
  readonly index: number;
  readonly channel: string;
  readonly value: Stored;
}

export type Version = number | string;

export interface StoredCheckpoint {
  readonly namespace: string;
  /** Sorts by time (UUID version 6). */
  readonly id: string;
  readonly parent?: string | undefined;
  /** Version of LangGraph's own format. */
  readonly format: number;
  /** ISO 8601. */
  readonly at: string;
  /** The version of each channel; their values are kept once per version, beside the checkpoints. */
  readonly versions: Readonly<Record<string, Version>>;
  /** The versions that each node has seen. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, Version>>>>;
  readonly metadata: Stored;
  readonly writes: readonly StoredWrite[];
}

export interface StoredValue {
  readonly namespace: string;
  readonly channel: string;
  readonly version: Version;
  readonly value: Stored;
}

/** Everything kept of one thread. Plain JSON, so that it can be one file. */
export interface Thread {
  readonly threadId: string;
  readonly checkpoints: readonly StoredCheckpoint[];
  readonly values: readonly StoredValue[];
}

export function emptyThread(threadId: string): Thread {
  return { threadId, checkpoints: [], values: [] };
}

/**
 * Checkpoints kept per thread and namespace. A session goes on from its newest; the one before it is what a run that
 * is waiting for an approval grew out of. LangGraph's conformance suite reads chains of three.
 */
const CHECKPOINTS_KEPT = 3;

/** A thread with one more checkpoint, cut to the newest few and to the values that those still use. */
export function withCheckpoint(thread: Thread, added: StoredCheckpoint, values: readonly StoredValue[]): Thread {
  const { namespace, id } = added;
  const siblings = thread.checkpoints.filter((other) => other.namespace === namespace && other.id !== id);
  const kept = newestFirst([...siblings, added]).slice(0, CHECKPOINTS_KEPT);
  const checkpoints = [...thread.checkpoints.filter((other) => other.namespace !== namespace), ...kept];
  const used = new Set(
    checkpoints.flatMap((checkpoint) =>
      Object.entries(checkpoint.versions).map(([channel, version]) => valueKey(checkpoint.namespace, channel, version)),
    ),
  );
  const keyOf = (value: StoredValue): string => valueKey(value.namespace, value.channel, value.version);
  const replaced = new Set(values.map(keyOf));
  return {
    ...thread,
    checkpoints,
    values: [...thread.values.filter((value) => !replaced.has(keyOf(value))), ...values].filter((value) =>
      used.has(keyOf(value)),
    ),
  };
}

/** A thread with a task's writes. A regular write that is there already stays: a task that ran again wrote the same. */
export function withWrites(
  thread: Thread,
  at: { readonly namespace: string; readonly id: string },
  writes: readonly StoredWrite[],
): Thread {
  const checkpoints = thread.checkpoints.map((checkpoint) => {
    if (checkpoint.namespace !== at.namespace || checkpoint.id !== at.id) return checkpoint;
    const known = new Map(checkpoint.writes.map((write) => [writeKey(write), write]));
    for (const write of writes) {
      if (write.index < 0 || !known.has(writeKey(write))) known.set(writeKey(write), write);
    }
    return { ...checkpoint, writes: [...known.values()] };
  });
  return { ...thread, checkpoints };
}

export function newestFirst(checkpoints: readonly StoredCheckpoint[]): readonly StoredCheckpoint[] {
  return checkpoints.toSorted((left, right) => (left.id < right.id ? 1 : left.id > right.id ? -1 : 0));
}

export function valueKey(namespace: string, channel: string, version: Version): string {
  return JSON.stringify([namespace, channel, version]);
}

function writeKey({ task, index }: StoredWrite): string {
  return JSON.stringify([task, index]);
}

const stored: z.ZodType<Stored> = z.union([z.object({ json: z.json() }), z.object({ base64: z.string() })]);
const version = z.union([z.number(), z.string()]);

/** A thread from its text; undefined for what is none. */
export function parseThread(text: string): Thread | undefined {
  const json = parseJsonText(text);
  return json.ok ? threadShape.safeParse(json.value).data : undefined;
}

/** A thread as it is read back. Our own files, checked all the same: another program may have been at them. */
const threadShape: z.ZodType<Thread> = z.object({
  threadId: z.string(),
  checkpoints: z.array(
    z.object({
      namespace: z.string(),
      id: z.string(),
      parent: z.string().optional(),
      format: z.number(),
      at: z.string(),
      versions: z.record(z.string(), version),
      seen: z.record(z.string(), z.record(z.string(), version)),
      metadata: stored,
      writes: z.array(z.object({ task: z.string(), index: z.number(), channel: z.string(), value: stored })),
    }),
  ),
  values: z.array(z.object({ namespace: z.string(), channel: z.string(), version, value: stored })),
});
