import { z } from 'zod';
import type { RunRequest } from '../../../domain/run.js';

const names = z.array(z.string().min(1)).min(1).max(1000);

/** Which accounts and Regions a tool asks; what is left out is read from the question, or is every account. */
export const scopeFields = {
  accounts: names
    .optional()
    .describe('account ids, names, environments, ou:NAME or tag:KEY=VALUE; left out: those of the question, else all'),
  regions: z
    .union([z.literal('all'), names])
    .optional()
    .describe(
      'Regions, or "all" for those enabled in each account; left out: those of the question, else the configured ones',
    ),
};

export const session = z
  .string()
  .min(1)
  .max(256)
  .optional()
  .describe('sessionId of an earlier answer, to ask a question that goes on from it; left out: a new session');

const scopeShape = z.object(scopeFields);

export function scopeOf({ accounts, regions }: z.output<typeof scopeShape>): Pick<RunRequest, 'accounts' | 'regions'> {
  return {
    ...(accounts === undefined ? {} : { accounts }),
    ...(regions === undefined ? {} : { regions: regions === 'all' ? ['all'] : regions }),
  };
}
