import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import { unlessAborted } from '../../domain/unless-aborted.js';
import type { AgentSource } from './agent-source.js';
import type { RawRow } from './parse-agents.js';
import { jsonOfItem } from './table-attributes.js';
import { plain } from './shown.js';
import type { AskTable } from './table-client.js';

export interface AgentTableOptions {
  readonly table: string;
  readonly region: string;
  readonly ask: AskTable;
  readonly clock: Clock;
}

/** Rows of a registry. Nobody has a thousand agents; a table that does is not the registry. */
const MOST_ROWS = 1000;
/** One question may look several times; an agent that was switched off is off this much later. */
const KEPT_MILLIS = 10_000;
const LOAD_MILLIS = 60_000;

/**
 * A DynamoDB table, read whole: `Scan` with strong consistency, page by page. Its partition key is `agent_key`
 * (`account#region#agent_id#alias`), but a table of seed 2's with another key is read as well. Concurrent readers share one
 * scan.
 */
export function createAgentTable({ table, region, ask, clock }: AgentTableOptions): AgentSource {
  let kept: { readonly at: number; readonly rows: Promise<readonly RawRow[]> } | undefined;
  const origin = `the DynamoDB table ${table} in ${region}`;

  async function scan(signal: AbortSignal): Promise<readonly RawRow[]> {
    const items: Readonly<Record<string, AttributeValue>>[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const from = start;
      // One page builds on the one before it.
      // oxlint-disable-next-line no-await-in-loop
      const page = await ask(
        'Scan',
        (client, { ScanCommand }) =>
          client.send(
            new ScanCommand({
              TableName: table,
              ConsistentRead: true,
              ...(from === undefined ? {} : { ExclusiveStartKey: from }),
            }),
            { abortSignal: signal },
          ),
        signal,
      );
      items.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
      if (items.length > MOST_ROWS) throw tooMany(origin);
    } while (start !== undefined);
    const rows = items.map((item) => jsonOfItem(item));
    // A scan comes in the order of hashes; lists for people do not.
    return rows
      .map((value) => ({ place: placeOf(value), value }))
      .toSorted((left, right) => (left.place < right.place ? -1 : 1));
  }

  return {
    origin,
    rows(signal) {
      if (kept === undefined || clock() - kept.at >= KEPT_MILLIS) {
        // Its own time limit, and not the first reader's signal: others wait for the same rows.
        const loading = { at: clock(), rows: scan(AbortSignal.timeout(LOAD_MILLIS)) };
        kept = loading;
        loading.rows.catch(() => {
          if (kept === loading) kept = undefined;
        });
      }
      return unlessAborted(kept.rows, signal);
    },
  };
}

function placeOf(row: Readonly<Record<string, unknown>>): string {
  const key = row['agent_key'] ?? row['agent_id'];
  return `item ${typeof key === 'string' ? plain(key, 100) : 'without a key'}`;
}

function tooMany(origin: string): CentralOpsError {
  return new CentralOpsError('registry-invalid', `${origin} has more than ${MOST_ROWS} rows.`, {
    nextStep: 'Check that CENTRAL_OPS_AGENT_REGISTRY names the table of the agents.',
  });
}
