import type { Command } from 'commander';
import { z } from 'zod';
import { CentralOpsError } from '../../domain/errors.js';
import { queryViewFields, viewOf } from '../query-view.js';

/** The options that make amounts and orders of what a structured call finds. */
export function withViewOptions(command: Command): Command {
  return command
    .option('--measure <measure>', 'a line per group: count, or sum:COLUMN, average:, smallest:, largest:COLUMN')
    .option('--by <column>', 'group by a column over all accounts (default: a line per account)')
    .option('--sort <column>', 'put the lines in order')
    .option('--descending', 'the largest or newest first')
    .option('--limit <number>', 'the first so many, of each value of --by where there is no --measure');
}

const shape = z.object({
  measure: z.string().optional(),
  by: z.string().optional(),
  sort: z.string().optional(),
  descending: z.boolean().default(false),
  limit: z.string().optional(),
});

/** The flags in the form that the other doors take, checked in the same way. */
export function parseViewOptions(options: unknown): ReturnType<typeof viewOf> {
  const { measure, by, sort, descending, limit } = shape.parse(options);
  const [, of, column] = /^([^:]*)(?::(.*))?$/s.exec(measure ?? '') ?? [];
  const parsed = z.object(queryViewFields).safeParse({
    ...(measure === undefined ? {} : { measure: column === undefined ? { of } : { of, column } }),
    ...(by === undefined ? {} : { by }),
    ...(sort === undefined ? {} : { sort: { column: sort, descending } }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (!parsed.success) throw unusable(String(parsed.error.issues[0]?.path[0]));
  if (descending && sort === undefined) throw unusable('descending');
  return viewOf(parsed.data);
}

const WRITE: Readonly<Record<string, string>> = {
  measure: 'Write --measure count, or sum, average, smallest or largest with a column: --measure "sum:Size GiB".',
  by: 'Write --by with the heading of a column, or a path in an item.',
  sort: 'Write --sort with the heading of a column, or a path in an item.',
  descending: 'Write --sort COLUMN --descending.',
  limit: 'Write --limit with a whole number from 1.',
};

function unusable(option: string): CentralOpsError {
  return new CentralOpsError('usage', `--${option} cannot be taken as it is`, { nextStep: WRITE[option] ?? '' });
}
