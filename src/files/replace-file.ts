import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** What a file in the making is called until it is whole; a killed process may leave one behind. */
export const PARTIAL_SUFFIX = '.partial';

/**
 * Writes a file that only its owner reads (0600). It appears whole or not at all: who reads it meanwhile gets the old text, and
 * a process that is killed in the middle leaves the old file.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const partial = `${path}.${randomUUID()}${PARTIAL_SUFFIX}`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(text);
      // Without it a power cut may leave the new name with nothing behind it.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
