import type { Command } from 'commander';
import { z } from 'zod';
import { CentralOpsError } from '../../domain/errors.js';
import { COMPARISONS } from '../../domain/plan.js';
import { queryViewFields, viewOf } from '../query-view.js';

/** The options that narrow what a structured call finds, and make amounts and orders of it. */
export function withViewOptions(command: Command): Command {
  return command
    .option(
      '--where <filter>',
      'only those for which it holds, again for more: "Engine:equal:postgres", "Version:older:14"',
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option('--measure <measure>', 'a line per group: count, or sum:COLUMN, average:, smallest:, largest:COLUMN')
    .option('--by <column>', 'group by a column over all accounts (default: a line per account)')
    .option('--sort <column>', 'put the lines in order')
    .option('--descending', 'the largest or newest first')
    .option('--limit <number>', 'the first so many, of each value of --by where there is no --measure');
}

const shape = z.object({
  where: z.array(z.string()).default([]),
  measure: z.string().optional(),
  by: z.string().optional(),
  sort: z.string().optional(),
  descending: z.boolean().default(false),
  limit: z.string().optional(),
});

/** The flags in the form that the other doors take, checked in the same way. */
export function parseViewOptions(options: unknown): ReturnType<typeof viewOf> {
  const { where, measure, by, sort, descending, limit } = shape.parse(options);
  const [, of, column] = /^([^:]*)(?::(.*))?$/s.exec(measure ?? '') ?? [];
  const parsed = z.object(queryViewFields).safeParse({
    ...(where.length === 0 ? {} : { where: where.map(filterOf) }),
    ...(measure === undefined ? {} : { measure: column === undefined ? { of } : { of, column } }),
    ...(by === undefined ? {} : { by }),
    ...(sort === undefined ? {} : { sort: { column: sort, descending } }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (!parsed.success) throw unusable(String(parsed.error.issues[0]?.path[0]));
  if (descending && sort === undefined) throw unusable('descending');
  return viewOf(parsed.data);
}

/** `Version:older:14`; to be above or below is said of numbers. What is none of these forms is refused by the shape. */
function filterOf(text: string): object {
  const [, column, is, value] = /^(.*?):(?=[a-z])([a-z-]+)(?::(.*))?$/s.exec(text) ?? [];
  if (value === undefined) return { column, is };
  const compares = (is === 'above' || is === 'below') && value.trim() !== '' && Number.isFinite(Number(value));
  return { column, is, value: compares ? Number(value) : value };
}

const WRITE: Readonly<Record<string, string>> = {
  where: `Write --where COLUMN:IS:VALUE, with one of ${COMPARISONS.join(', ')}; or COLUMN:empty, COLUMN:present.`,
  measure: 'Write --measure count, or sum, average, smallest or largest with a column: --measure "sum:Size GiB".',
  by: 'Write --by with the heading of a column, or a path in an item.',
  sort: 'Write --sort with the heading of a column, or a path in an item.',
  descending: 'Write --sort COLUMN --descending.',
  limit: 'Write --limit with a whole number from 1.',
};

function unusable(option: string): CentralOpsError {
  return new CentralOpsError('usage', `--${option} cannot be taken as it is`, { nextStep: WRITE[option] ?? '' });
}
