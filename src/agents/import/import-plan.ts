import type { Agent } from '../../domain/agent.js';
import type { QuarantinedRow } from '../../domain/agent-registry.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { parseAgentRow, type RowDefaults } from '../registry/agent-row.js';
import { parseAgents, type RawRow } from '../registry/parse-agents.js';

/** One row that an import would write. */
export interface PlannedRow {
  readonly agent: Agent;
  readonly row: JsonObject;
  /** What is there now; absent: the row is new. */
  readonly before?: JsonObject;
  /** Fields that differ. */
  readonly changed: readonly string[];
}

export interface ImportPlan {
  readonly writes: readonly PlannedRow[];
  /** Rows that are there already, to the letter. */
  readonly same: readonly Agent[];
  /** Agents of the registry that the file does not have; they stay. */
  readonly others: readonly Agent[];
  /** Rows of the registry that nobody can use; they stay as they are. */
  readonly broken: readonly QuarantinedRow[];
}

/**
 * What an import would write, row by row. Throws `registry-invalid` with everything that is wrong in the file: a file with one
 * bad row is not written at all, since whoever wrote it is at hand to correct it.
 */
export function planImport(
  file: readonly RawRow[],
  registry: readonly RawRow[],
  defaults: RowDefaults,
  origin: string,
): ImportPlan {
  const wanted = parseAgents(file, defaults);
  if (wanted.quarantined.length > 0) throw invalid(wanted.quarantined, origin);
  if (wanted.agents.length === 0) {
    throw new CentralOpsError('registry-invalid', `${origin} has no agent in it.`, { facts: { origin } });
  }
  const present = parseAgents(registry, defaults);
  const before = new Map(rowsByKey(registry, defaults));
  const rows = new Map(rowsByKey(file, defaults));
  const writes: PlannedRow[] = [];
  const same: Agent[] = [];
  for (const agent of wanted.agents) {
    const row = { ...rows.get(agent.key), ...fixedFields(agent) };
    const old = before.get(agent.key);
    const changed = old === undefined ? [] : changedFields(old, row);
    if (old === undefined) writes.push({ agent, row, changed });
    else if (changed.length === 0) same.push(agent);
    else writes.push({ agent, row, before: old, changed });
  }
  return {
    writes,
    same,
    others: present.agents.filter(({ key }) => !rows.has(key)),
    broken: present.quarantined,
  };
}

/** What a row may leave out and another hub would understand differently. */
function fixedFields({ key, region }: Agent): JsonObject {
  return { agent_key: key, region };
}

/** The first row of each key, as it was written. */
function rowsByKey(rows: readonly RawRow[], defaults: RowDefaults): readonly (readonly [string, JsonObject])[] {
  const found = rows.flatMap(({ value, place }): (readonly [string, JsonObject])[] => {
    const { agent } = parseAgentRow(value, place, defaults);
    return agent === undefined || !isJsonObject(value) ? [] : [[agent.key, value]];
  });
  return found.toReversed();
}

function changedFields(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => {
    const [old, now] = [before[name], after[name]];
    return old === undefined || now === undefined ? old !== now : canonicalJson(old) !== canonicalJson(now);
  });
}

/** Lines shown to a person; the facts hold all. */
const SHOWN = 50;

function invalid(faults: readonly QuarantinedRow[], origin: string): CentralOpsError {
  const lines = faults
    .slice(0, SHOWN)
    .map(({ row, field, value, problem, suggestion }) => `  ${row}: ${field} ${value} ${problem}; ${suggestion}.`);
  if (faults.length > SHOWN) lines.push(`  … and ${faults.length - SHOWN} more.`);
  return new CentralOpsError(
    'registry-invalid',
    `${origin} was not imported: it has ${faults.length === 1 ? 'a mistake' : `${faults.length} mistakes`}.\n${lines.join('\n')}`,
    {
      facts: { origin, faults: faults.map((fault) => ({ ...fault })) },
      nextStep: 'Correct the file, then import it again. Nothing was written.',
    },
  );
}
