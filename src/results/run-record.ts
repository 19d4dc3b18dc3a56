import { z } from 'zod';
import type { Measured, Table } from '../domain/answer.js';
import { MEASURES } from '../domain/measure.js';
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
      found: z.exactOptional(z.number()),
      measured: z.exactOptional(
        z.object({
          of: z.enum(MEASURES),
          column: z.string(),
          value: z.union([z.number(), z.string(), z.null()]),
          rows: z.number(),
          without: z.number(),
        } satisfies Record<keyof Measured, z.ZodType>),
      ),
      incomplete: z.exactOptional(z.string()),
    } satisfies Record<keyof Table, z.ZodType>),
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
