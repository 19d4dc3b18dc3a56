import type { Agent } from '../../domain/agent.js';
import type { AgentList, QuarantinedRow } from '../../domain/agent-registry.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isJsonObject } from '../../domain/json.js';
import { parseJsonText } from '../../domain/json-text.js';
import { parseAgentRow, type RowDefaults } from './agent-row.js';
import { plain } from './shown.js';

/** A row as it was written, and where: "agents[3]", "item 4". */
export interface RawRow {
  readonly place: string;
  readonly value: unknown;
}

/** Checks every row by itself: a bad one is left out with its reasons, and takes no other down. */
export function parseAgents(rows: readonly RawRow[], defaults: RowDefaults): AgentList {
  const byKey = new Map<string, { readonly agent: Agent; readonly place: string }>();
  const quarantined: QuarantinedRow[] = [];
  for (const { place, value } of rows) {
    const { agent, faults } = parseAgentRow(value, place, defaults);
    if (agent === undefined) {
      quarantined.push(...faults);
      continue;
    }
    const first = byKey.get(agent.key);
    if (first === undefined) byKey.set(agent.key, { agent, place });
    else quarantined.push(repeated(agent, place, first.place));
  }
  return { agents: [...byKey.values()].map(({ agent }) => agent), quarantined };
}

/** The first of them stays: both name the same agent, and only what is said about it differs. */
function repeated(agent: Agent, place: string, first: string): QuarantinedRow {
  return {
    row: `${place} ${plain(agent.name, 40)}`,
    field: 'agent_id',
    value: JSON.stringify(agent.agentId),
    problem: `is the agent of ${first} once more (same account, Region, id and alias)`,
    suggestion: 'remove one of the two',
  };
}

/**
 * The rows of a file: `{"agents": […]}` or a bare list. Throws `registry-invalid`, with the line and column of what is not
 * JSON: then nothing is known about any row.
 */
export function rowsOfText(text: string, origin: string): readonly RawRow[] {
  const parsed = parseJsonText(text);
  if (!parsed.ok) {
    const { line, column } = parsed;
    throw new CentralOpsError(
      'registry-invalid',
      `The agent registry ${origin} is not JSON: it goes wrong at line ${line}, column ${column}.`,
      {
        facts: { origin, line, column },
        nextStep: 'Correct it there (a missing or extra comma, quotation mark or bracket).',
      },
    );
  }
  const rows = listIn(parsed.value);
  if (rows === undefined) {
    throw new CentralOpsError('registry-invalid', `The agent registry ${origin} holds no list of agents.`, {
      facts: { origin },
      nextStep: 'Write {"agents": [{"agent_id": "…", "agent_type": "agentcore", …}]} and nothing beside it.',
    });
  }
  return rows.map((value, index) => ({ place: `agents[${index}]`, value }));
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return undefined;
  const { agents, ...others } = value;
  return Array.isArray(agents) && Object.keys(others).length === 0 ? agents : undefined;
}
