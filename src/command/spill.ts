import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { replaceFile } from '../files/replace-file.js';

/** Keeps output that is too long to be shown, in files that only their owner reads. */
export interface Spill {
  /** Returns the file's path. */
  keep(accountId: string, text: string): Promise<string>;
}

/** As rows are: for a day, 200 MB in all. */
const LIMITS = { ageMillis: 24 * 3_600_000, bytes: 200_000_000 } as const;

const OURS = /^\d{12}-[\w-]+\.out(?:\..+)?$/;

export function createSpill(directory: string, clock: Clock, newId: () => string, limits = LIMITS): Spill {
  const prune = async (keep: string): Promise<void> => {
    const names = (await readdir(directory)).filter((name) => OURS.test(name));
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(directory, name);
        const facts = await stat(path).catch(() => undefined);
        return facts === undefined ? [] : [{ path, bytes: facts.size, modified: facts.mtimeMs }];
      }),
    );
    let total = 0;
    for (const file of files.flat().toSorted((left, right) => right.modified - left.modified)) {
      total += file.bytes;
      const expired = file.modified + limits.ageMillis <= clock();
      if (file.path !== keep && (expired || total > limits.bytes)) await rm(file.path, { force: true });
    }
  };

  return {
    async keep(accountId, text) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = join(directory, `${accountId}-${newId()}.out`);
      await replaceFile(path, text);
      await prune(path);
      return path;
    },
  };
}
