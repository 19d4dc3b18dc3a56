import { z } from 'zod';
import type { Table } from '../domain/answer.js';
import type { RunRecord } from './run-store.js';

const recordShape = z.object({
  runId: z.string(),
  caller: z.string(),
  savedAt: z.number(),
  intent: z.custom<RunRecord['intent']>((value) => typeof value === 'object' && value !== null && 'kind' in value),
  tables: z.array(
    z.object({
      title: z.string(),
      columns: z.array(z.string()),
      // What `JSON.parse` made is data all the way down; a schema for each of 500,000 rows took seconds.
      rows: z.custom<Table['rows']>((rows) => Array.isArray(rows) && rows.every((row) => Array.isArray(row))),
      total: z.number(),
      truncated: z.boolean(),
    }),
  ),
  failedAccounts: z.array(z.string()),
  failures: z.custom<RunRecord['failures']>((failures) => failures === undefined || Array.isArray(failures)).optional(),
});

/** A record from its JSON text; undefined for what is none: another program or an older version may have been at a file of ours. */
export function parseRunRecord(text: string): RunRecord | undefined {
  try {
    return recordShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
