import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { actionMatcher } from './action-pattern.js';

/** The published copy of AWS's ReadOnlyAccess; `infrastructure/policies/README.md` says where it is from. */
export const READ_ONLY_ACCESS = 'infrastructure/policies/ReadOnlyAccess.json';

const policy = z.object({
  Statement: z.array(z.object({ Effect: z.literal('Allow'), Action: z.array(z.string()), Resource: z.literal('*') })),
});

/** Whether ReadOnlyAccess allows an action at all, conditions left aside. */
export function readOnlyAccess(): (action: string) => boolean {
  const { Statement } = policy.parse(JSON.parse(readFileSync(READ_ONLY_ACCESS, 'utf8')));
  return actionMatcher(Statement.flatMap(({ Action }) => Action));
}
