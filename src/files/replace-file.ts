import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** What a file in the making is called until it is whole; a killed process may leave one behind. */
export const PARTIAL_SUFFIX = '.partial';

export interface ReplaceOptions {
  /** Permissions (0600). */
  readonly mode?: number;
  /** Whose the file shall be (the process's own). */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Called when everything is written, just before the new file takes its place: what it throws keeps the old one. */
  readonly beforeReplacing?: () => Promise<void>;
}

/**
 * Writes a file that only its owner reads (0600), unless told otherwise. It appears whole or not at all: who reads it meanwhile
 * gets the old text, and a process that is killed in the middle leaves the old file.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  options: ReplaceOptions = {},
): Promise<void> {
  const { mode, owner, beforeReplacing } = options;
  const partial = `${path}.${randomUUID()}${PARTIAL_SUFFIX}`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(content);
      if (owner !== undefined) await file.chown(owner.uid, owner.gid);
      if (mode !== undefined) await file.chmod(mode);
      // Without it a power cut may leave the new name with nothing behind it.
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeReplacing?.();
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
