import { z } from 'zod';
import { COMPARISONS } from '../src/domain/plan.js';

/**
 * The language in which a model writes plans: the plan's own shapes (`src/domain/plan.ts`), flat and without unions, because
 * models and their makers' schema checks differ in what else they take. What it means is checked by code.
 */

export const ComparisonShape = z.object({
  column: z.string().describe('A column of the table, by its name.'),
  is: z.enum([...COMPARISONS, 'empty', 'present']),
  value: z
    .union([z.string(), z.number(), z.boolean()])
    .optional()
    .describe('Left out with empty and present. Times are ISO 8601.'),
});

export const FilterShape = ComparisonShape.extend({
  or: z.array(ComparisonShape).optional().describe('Alternatives, one of which may hold instead.'),
});

export const CallShape = z.object({
  id: z.string().describe('Lower-case letters, digits and hyphens.'),
  service: z.string(),
  operation: z.string(),
  params: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('Parameters in the form that boto3 takes. No tokens or page sizes: all pages are read.'),
  forEach: z
    .object({
      call: z.string().describe('Id of an earlier call.'),
      path: z.string().describe('Where its values are, from the top of its reply: clusters[], Buckets[].Name.'),
      parameter: z.string().describe('The parameter of this call that takes them.'),
      batch: z.number().int().optional().describe('Values per call; needed where the parameter takes a list.'),
      carry: z.array(z.string()).optional().describe('Parameters of the earlier call to repeat here.'),
    })
    .optional()
    .describe('Asks once for each value that an earlier call found.'),
  columns: z
    .array(z.object({ name: z.string(), path: z.string() }))
    .default([])
    .describe("What to show of each item. Empty: the operation's own columns."),
});

export const TableShape = z.object({
  call: z.string().describe('Id of the call whose items are the rows.'),
  join: z
    .array(z.object({ call: z.string(), on: z.string() }))
    .optional()
    .describe('Further calls whose columns are added where the column "on", which both have, is the same.'),
  filters: z.array(FilterShape).default([]).describe('All must hold.'),
  kind: z.enum(['rows', 'count']).default('rows').describe('count: a number per account.'),
  measure: z
    .object({ of: z.enum(['sum', 'average', 'smallest', 'largest']), column: z.string() })
    .optional()
    .describe('With count: computed of a column of numbers, per group and of all rows.'),
  by: z
    .string()
    .optional()
    .describe('With count: a further column to count by. With rows and limit: limit is per value of it (Account).'),
  across: z.boolean().optional().describe('With count and by: groups over all accounts, not in each account.'),
  sort: z
    .object({ column: z.string(), descending: z.boolean().default(false) })
    .optional()
    .describe('Of a count: Account, Count, or the column of by or measure.'),
  limit: z.number().int().optional(),
  noun: z.string().describe('What the rows are, in the plural: "stopped EC2 instances".'),
});

export type ComparisonWords = z.output<typeof ComparisonShape>;
export type FilterWords = z.output<typeof FilterShape>;
export type CallWords = z.output<typeof CallShape>;
export type TableWords = z.output<typeof TableShape>;

/** The part of the fixed texts that explains the language; planning and review say the same. */
export const LANGUAGE = `A plan is a list of calls and a list of tables.
- A call is one read-only API operation, in boto3's names. It is made in every account and Region of the question; you name neither in it. Set a parameter only when the question needs it.
- forEach makes a call once for each value that an earlier call found, inside the same account and Region. Operations that describe one thing usually need it: list the things first, then describe each.
- Paths are dotted names from the item: Placement.AvailabilityZone. [] walks a list and collects: SecurityGroups[].GroupId. Tags[Key=Name].Value takes the element whose Key is Name. The empty path is the item itself. @NAME is a parameter that the call was made with. In forEach the path starts at the top of the reply.
- Every table also has the columns Account, Account ID and Region.
- Filter, count, sort and cut in the tables, not by parameters, unless the parameter exists for it. Comparing text ignores case; above and below compare numbers, and ISO 8601 times.
- older, not-older, newer, not-newer, same-version and other-version compare versions number by number: 14, 1.29, nodejs20 (only nodejs). allows and not-allows tell what security groups (column path IpPermissions[], outbound IpPermissionsEgress[]) and network ACLs (Entries[]) let through; their value is like "tcp 22 from anywhere", "port 8000-8100 or udp 53 from 10.0.0.0/8", "all traffic to anywhere".
- Amounts are computed by the program: a sum, average, smallest or largest is a measure of a count; the largest or oldest things are rows with sort and limit. The column must hold exactly what was asked for: a list of buckets has no sizes, those are CloudWatch metrics.
- A column that is filtered, measured, counted by or joined on must be among the columns of its call.`;
