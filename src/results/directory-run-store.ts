import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { createCollectingRows, unknownRun } from './collecting.js';
import { parseRunRecord } from './run-record.js';
import type { RunStore, RunStoreLimits, RunSummary } from './run-store.js';
import { DEFAULT_RUN_STORE_LIMITS, runSummary } from './run-store.js';

/** Run ids become file names, so nothing but these characters gets near a path. */
const RUN_ID = /^[A-Za-z0-9_-]{8,64}$/;
const SUFFIX = '.run.json';
const PARTIAL = `${SUFFIX}.partial`;

/** What a list of the latest runs may read. */
const LISTED_BYTES = 20 * 1024 * 1024;

interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
}

/**
 * Keeps finished runs as one file each (mode 0600 in a directory of mode 0700), so that `central-ops rows` reads in a
 * later process what `ask` found. A file appears whole or not at all.
 */
export function createDirectoryRunStore(
  directory: string,
  clock: Clock,
  limits: RunStoreLimits = DEFAULT_RUN_STORE_LIMITS,
): RunStore {
  const fileOf = (runId: string): string => join(directory, `${runId}${SUFFIX}`);

  const newestFirst = async (isWanted: (name: string) => boolean): Promise<readonly StoredFile[]> => {
    const names = await readdir(directory).catch(() => []);
    const files = await Promise.all(
      names.filter(isWanted).map(async (name) => {
        const path = join(directory, name);
        const facts = await stat(path).catch(() => undefined);
        return facts === undefined ? undefined : { path, bytes: facts.size, modified: facts.mtimeMs };
      }),
    );
    return files.filter((file) => file !== undefined).toSorted((a, b) => b.modified - a.modified);
  };

  const prune = async (keep: string): Promise<void> => {
    let total = 0;
    // What a process left half-written when it was killed is pruned by the same rules.
    for (const file of await newestFirst((name) => name.endsWith(SUFFIX) || name.endsWith(PARTIAL))) {
      total += file.bytes;
      const expired = file.modified + limits.ageMillis <= clock();
      if (file.path !== keep && (expired || total > limits.bytes)) await rm(file.path, { force: true });
    }
  };

  return {
    ...createCollectingRows(),
    async save(record) {
      if (!RUN_ID.test(record.runId)) throw new TypeError(`"${record.runId}" cannot be the name of a file`);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = fileOf(record.runId);
      const partial = join(directory, `${record.runId}${PARTIAL}`);
      try {
        await writeFile(partial, JSON.stringify(record), { mode: 0o600 });
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await prune(path);
    },
    async load(runId, caller) {
      if (!RUN_ID.test(runId)) throw unknownRun(runId);
      const text = await readFile(fileOf(runId), 'utf8').catch(() => undefined);
      if (text === undefined) throw unknownRun(runId);
      const record = parseRunRecord(text);
      const readable = record !== undefined && record.savedAt + limits.ageMillis > clock();
      if (!readable || record.caller !== callerKey(caller)) throw unknownRun(runId);
      return record;
    },
    async latest(caller, limit) {
      const found: RunSummary[] = [];
      let read = 0;
      for (const { path, bytes, modified } of await newestFirst((name) => name.endsWith(SUFFIX))) {
        if (found.length >= limit || modified + limits.ageMillis <= clock()) break;
        read += bytes;
        // A run is read whole to be named; a list is not worth reading hundreds of megabytes for.
        if (read > LISTED_BYTES) break;
        const record = parseRunRecord(await readFile(path, 'utf8').catch(() => ''));
        if (record !== undefined && record.caller === callerKey(caller)) found.push(runSummary(record));
      }
      return found;
    },
  };
}
