import { CentralOpsError } from '../../domain/errors.js';
import { type IdentityCenterSession, loginCommand, sessionLabel } from '../session.js';

/** What only a person can end: exit code 5 everywhere. */
export function signInNeeded(session: IdentityCenterSession, why: string, cause?: unknown): CentralOpsError {
  return new CentralOpsError(
    'sign-in-needed',
    `IAM Identity Center ${sessionLabel(session)}: ${why}. Run \`${loginCommand(session)}\`, then ask again.`,
    { facts: { session: sessionLabel(session) }, ...(cause === undefined ? {} : { cause }) },
  );
}
