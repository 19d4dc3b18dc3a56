import { readFile } from 'node:fs/promises';
import type { Clock } from '../../domain/clock.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isJsonObject, type Json } from '../../domain/json.js';
import { tryLock } from '../../files/file-lock.js';
import { replaceFile } from '../../files/replace-file.js';
import { parseAgentRow, type RowDefaults } from '../registry/agent-row.js';
import { type RawRow, rowsOfText } from '../registry/parse-agents.js';
import type { RegistryWriter } from './registry-writer.js';
import { hasSystemCode } from '../../domain/system-error.js';

const LOCK_MILLIS = 30_000;

/** A file: all rows at once or none, and rows that cannot be used stay where they are. */
export function createFileWriter(path: string, defaults: RowDefaults, clock: Clock): RegistryWriter {
  return {
    origin: path,
    async write(planned) {
      const release = await tryLock(`${path}.lock`, clock() + LOCK_MILLIS, clock);
      if (release === undefined) throw changed(path, 'another import is writing it');
      try {
        const rows = await present(path);
        const byKey = new Map(planned.map((row) => [row.agent.key, row]));
        const written = new Set<string>();
        const merged = rows.map(({ value, place }): unknown => {
          const key = parseAgentRow(value, place, defaults).agent?.key ?? '';
          const plan = byKey.get(key);
          if (plan === undefined || written.has(key)) return value;
          if (plan.before === undefined || !isSame(plan.before, value)) {
            throw changed(path, `${plan.agent.name} was changed meanwhile`);
          }
          written.add(key);
          return plan.row;
        });
        const added = planned.filter(({ agent }) => !written.has(agent.key));
        const gone = added.find(({ before }) => before !== undefined);
        if (gone !== undefined) throw changed(path, `${gone.agent.name} was removed meanwhile`);
        const agents = [...merged, ...added.map(({ row }) => row)];
        await replaceFile(path, `${JSON.stringify({ agents }, undefined, 2)}\n`);
      } finally {
        await release();
      }
    },
  };
}

async function present(path: string): Promise<readonly RawRow[]> {
  try {
    return rowsOfText(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function isSame(before: Json, now: unknown): boolean {
  return isJsonObject(now) && canonicalJson(before) === canonicalJson(now);
}

function changed(path: string, why: string): CentralOpsError {
  return new CentralOpsError('registry-invalid', `Nothing was written to ${path}: ${why}.`, {
    facts: { path },
    nextStep: 'Import again: the difference is worked out anew.',
  });
}
