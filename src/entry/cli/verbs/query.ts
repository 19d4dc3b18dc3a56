import { z } from 'zod';
import { CentralOpsError, messageOf } from '../../../domain/errors.js';
import { isJsonObject, type JsonObject } from '../../../domain/json.js';
import { queryViewFields, viewOf } from '../../query-view.js';
import { parseScopeOptions, withScopeOptions } from '../options.js';
import type { Verb } from '../program.js';
import { runAndPrint } from './run.js';

/** `central-ops query SERVICE OPERATION`: one structured call in every account. */
export const query: Verb = (program, run) => {
  const command = program
    .command('query')
    .description('make one structured call in every account')
    .argument('<service>', 'as boto3 names it: ec2, rds, elbv2')
    .argument('<operation>', 'as the API names it: DescribeInstances')
    .option('--params <json>', 'the parameters of the call, as a JSON object')
    .option('--measure <measure>', 'a line per group: count, or sum:COLUMN, average:, smallest:, largest:COLUMN')
    .option('--by <column>', 'the groups, over all accounts (default: a line per account)')
    .option('--sort <column>', 'the order of the lines')
    .option('--descending', 'the largest or newest first')
    .option('--limit <number>', 'the first so many');
  withScopeOptions(command).action((service: string, operation: string, options: unknown) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      const params = parseParams(parsed.params ?? '{}');
      const view = viewOf(parseView(options));
      return runAndPrint({ kind: 'query', service, operation, params, ...view }, parsed, terminal);
    }),
  );
};

const shape = z.object({
  measure: z.string().optional(),
  by: z.string().optional(),
  sort: z.string().optional(),
  descending: z.boolean().default(false),
  limit: z.string().optional(),
});

/** The flags in the form that the other doors take, checked in the same way. */
function parseView(options: unknown): Parameters<typeof viewOf>[0] {
  const { measure, by, sort, descending, limit } = shape.parse(options);
  const [, of, column] = /^([^:]*)(?::(.*))?$/s.exec(measure ?? '') ?? [];
  const parsed = z.object(queryViewFields).safeParse({
    ...(measure === undefined ? {} : { measure: column === undefined ? { of } : { of, column } }),
    ...(by === undefined ? {} : { by }),
    ...(sort === undefined ? {} : { sort: { column: sort, descending } }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (parsed.success && !(descending && sort === undefined)) return parsed.data;
  throw new CentralOpsError('usage', 'one of --measure, --by, --sort, --descending and --limit makes no sense', {
    nextStep:
      'Write --measure count or --measure "sum:Size GiB", --by COLUMN, --sort COLUMN [--descending] and --limit NUMBER.',
  });
}

function parseParams(text: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new CentralOpsError('usage', `--params is not JSON: ${messageOf(error)}`, { cause: error });
  }
  if (isJsonObject(parsed)) return parsed;
  throw new CentralOpsError('usage', '--params must be a JSON object, such as {"MaxResults": 50}');
}
