/** Writes agent files, and only over what was written here before. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CentralOpsError } from '../domain/errors.js';
import { parseJsonText } from '../domain/json-text.js';
import { replaceFile } from '../files/replace-file.js';
import type { AgentFile } from './agent-files.js';

export type InstallResult = 'written' | 'unchanged' | 'removed' | 'absent';

export interface InstalledFile {
  readonly path: string;
  readonly note: string;
  readonly result: InstallResult;
  /** Where the file is kept that was in the way. */
  readonly backup: string | undefined;
}

export interface InstallOptions {
  readonly dryRun: boolean;
  /** Replaces files that somebody else wrote or changed, and keeps them beside. */
  readonly force: boolean;
  readonly uninstall: boolean;
  /** Where it is noted what was written: the forms of these files have no room for a mark of ours. */
  readonly stateDirectory: string;
}

const notes = z.record(z.string(), z.string());

/** Looks at every file before it touches one. Throws `refused` for one that was not written here, or was changed since. */
export async function installFiles(
  files: readonly AgentFile[],
  options: InstallOptions,
): Promise<readonly InstalledFile[]> {
  const record = join(options.stateDirectory, 'agent-files.json');
  const known = new Map(Object.entries(await readNotes(record)));
  const present = await Promise.all(files.map(async (file) => ({ file, text: await textOf(file.path) })));
  const foreign = present.filter(
    ({ file, text }) => text !== undefined && text !== file.text && known.get(file.path) !== digest(text),
  );
  if (foreign.length > 0 && !options.force)
    throw notOurs(
      foreign.map(({ file }) => file.path),
      options,
    );
  const installed: InstalledFile[] = [];
  for (const { file, text } of present) {
    const kept = text !== undefined && foreign.some((other) => other.file === file) ? `${file.path}.backup` : undefined;
    const result = resultOf(file, text, options);
    installed.push({ path: file.path, note: file.note, result, backup: kept });
    if (options.dryRun) continue;
    if (kept !== undefined && text !== undefined) await replaceFile(kept, text);
    if (result === 'written') {
      await mkdir(dirname(file.path), { recursive: true });
      await replaceFile(file.path, file.text, { mode: 0o644 });
    }
    if (result === 'removed') await rm(file.path, { force: true });
    if (options.uninstall) known.delete(file.path);
    else known.set(file.path, digest(file.text));
  }
  if (!options.dryRun) {
    await mkdir(dirname(record), { recursive: true, mode: 0o700 });
    await replaceFile(record, `${JSON.stringify(Object.fromEntries(known), undefined, 2)}\n`);
  }
  return installed;
}

function resultOf(file: AgentFile, text: string | undefined, { uninstall }: InstallOptions): InstallResult {
  if (uninstall) return text === undefined ? 'absent' : 'removed';
  return text === file.text ? 'unchanged' : 'written';
}

function notOurs(paths: readonly string[], { uninstall }: InstallOptions): CentralOpsError {
  return new CentralOpsError(
    'refused',
    `${paths.join(', ')} ${paths.length === 1 ? 'was' : 'were'} not written by central-ops, or changed since. Nothing was ${uninstall ? 'removed' : 'written'}.`,
    {
      facts: { paths: [...paths] },
      nextStep: `Move ${paths.length === 1 ? 'it' : 'them'} away, or use --force, which keeps ${paths.length === 1 ? 'it' : 'them'} as .backup.`,
    },
  );
}

async function readNotes(path: string): Promise<Readonly<Record<string, string>>> {
  const json = parseJsonText(await readFile(path, 'utf8').catch(() => ''));
  return (json.ok ? notes.safeParse(json.value).data : undefined) ?? {};
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new CentralOpsError('configuration', `${path} cannot be read (${code}).`, { facts: { path }, cause: error });
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
