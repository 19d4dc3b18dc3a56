import { CentralOpsError } from '../../domain/errors.js';
import { type IdentityCenterSession, loginCommand, sessionLabel } from '../session.js';

/** How a sign-in came to be needed, for doors that say it in a word: `facts.reason`. */
export type SignInReason = 'denied' | 'timed-out' | 'expired';

/** What only a person can end: exit code 5 everywhere. */
export function signInNeeded(
  session: IdentityCenterSession,
  why: string,
  cause?: unknown,
  reason?: SignInReason,
): CentralOpsError {
  return new CentralOpsError(
    'sign-in-needed',
    `IAM Identity Center ${sessionLabel(session)}: ${why}. Run \`${loginCommand(session)}\`, then ask again.`,
    {
      facts: { session: sessionLabel(session), ...(reason === undefined ? {} : { reason }) },
      ...(cause === undefined ? {} : { cause }),
    },
  );
}
