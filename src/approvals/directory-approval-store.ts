import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { PARTIAL_SUFFIX, replaceFile } from '../files/replace-file.js';
import { approvalShape, decidedShape, outcomeShape } from './approval.js';
import { type ApprovalStore, KEPT_MILLIS, readStored } from './approval-store.js';
import { hasSystemCode } from '../domain/system-error.js';

/**
 * Keeps approvals as files (0600 in a directory of mode 0700), so that they outlive the process and another one may decide:
 * the request, the decision and the outcome are a file each. The first two are never changed.
 */
export function createDirectoryApprovalStore(directory: string, clock: Clock): ApprovalStore {
  const fileOf = (approvalId: string, what: 'approval' | 'decision' | 'outcome'): string =>
    join(directory, `${approvalId}.${what}.json`);

  return {
    async add(approval) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await replaceFile(fileOf(approval.approvalId, 'approval'), JSON.stringify(approval));
      await prune(directory, clock);
    },
    async load(approvalId) {
      const approval = await read(fileOf(approvalId, 'approval'), approvalShape);
      const decided = await read(fileOf(approvalId, 'decision'), decidedShape);
      const outcome = await read(fileOf(approvalId, 'outcome'), outcomeShape);
      if (approval === undefined) return undefined;
      if (approval === 'unreadable' || decided === 'unreadable' || outcome === 'unreadable') return 'unreadable';
      // The file's name and the record's must be one, or somebody copied an approval of another request here.
      if (approval.approvalId !== approvalId) return 'unreadable';
      return { ...approval, decided, outcome };
    },
    async claim(approvalId, decided) {
      // Whoever gives the decision its name has decided: a link is made once, and the file is whole before it.
      const path = fileOf(approvalId, 'decision');
      const mine = `${path}.${randomUUID()}${PARTIAL_SUFFIX}`;
      try {
        await replaceFile(mine, JSON.stringify(decided));
        await link(mine, path);
        await sync(directory);
        return true;
      } catch (error) {
        if (hasSystemCode(error, 'EEXIST')) return false;
        throw error;
      } finally {
        await rm(mine, { force: true });
      }
    },
    async conclude(approvalId, outcome) {
      await replaceFile(fileOf(approvalId, 'outcome'), JSON.stringify(outcome));
    },
  };
}

async function read<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): Promise<z.infer<Shape> | 'unreadable' | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  return readStored(text, shape);
}

/** A power cut must not take a decision back on which something has been done. */
async function sync(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A request is older than the decision on it, and goes first: none becomes undecided again. */
async function prune(directory: string, clock: Clock): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!/\.(?:approval|decision|outcome)\.json/.test(name)) continue;
    const path = join(directory, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined && facts.mtimeMs + KEPT_MILLIS <= clock()) await rm(path, { force: true });
  }
}
