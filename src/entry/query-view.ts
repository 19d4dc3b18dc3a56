import { z } from 'zod';
import { MEASURES } from '../domain/measure.js';
import { COMPARISONS } from '../domain/plan.js';
import type { QueryView } from '../domain/query-view.js';
import type { RunRequest } from '../domain/run.js';

const column = z.string().min(1).max(200);

/** What every door takes next to service, operation and params, by the same names. */
export const queryViewFields = {
  where: z
    .array(
      z.union([
        z.object({ column, is: z.enum(COMPARISONS), value: z.union([z.string(), z.number(), z.boolean()]) }),
        z.object({ column, is: z.enum(['empty', 'present']) }),
      ]),
    )
    .max(20)
    .optional()
    .describe(
      'only items for which all of these hold: {"column", "is", "value"}; versions by "older" and the like ("14"), rules of security groups and network ACLs by "allows" ("tcp 22 from anywhere", of the path IpPermissions[] or Entries[])',
    ),
  measure: z
    .union([z.object({ of: z.literal('count') }), z.object({ of: z.enum(MEASURES), column })])
    .optional()
    .describe(
      'one line per group instead of one per item: {"of": "count"}, or {"of": "sum" | "average" | "smallest" | "largest", "column"}',
    ),
  by: column
    .optional()
    .describe(
      'with measure: the column to group by, over all accounts (absent: by account); without: limit is per value of it',
    ),
  sort: z
    .object({ column, descending: z.boolean().default(false) })
    .optional()
    .describe('the column to sort by; what has no value is last'),
  limit: z.int().min(1).max(1_000_000).optional().describe('the first so many rows'),
} as const;

/** The view of a query as it was parsed; empty when the query says nothing of one. */
export function viewOf(given: {
  readonly [Field in keyof QueryView]?: QueryView[Field] | undefined;
}): Pick<Extract<RunRequest, { kind: 'query' }>, 'view'> {
  const { where, measure, by, sort, limit } = given;
  if ([where, measure, by, sort, limit].every((field) => field === undefined)) return {};
  return {
    view: {
      ...(where === undefined ? {} : { where }),
      ...(measure === undefined ? {} : { measure }),
      ...(by === undefined ? {} : { by }),
      ...(sort === undefined ? {} : { sort }),
      ...(limit === undefined ? {} : { limit }),
    },
  };
}
