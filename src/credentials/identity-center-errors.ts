import type { AwsFailure } from '../aws/failure.js';
import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';

/** What was tried, for messages. */
export interface IdentityCenterAttempt {
  readonly account: Account;
  readonly permissionSet: string;
  readonly session: string;
}

/** A failed GetRoleCredentials (or the check of its result) in the operator's words. */
export function identityCenterError(attempt: IdentityCenterAttempt, failure: AwsFailure): CentralOpsError {
  const { account, permissionSet, session } = attempt;
  const details = {
    facts: { accountId: account.id, permissionSet, session, awsCode: failure.code },
    cause: failure.cause,
  };
  const who = accountLabel(account);
  if (failure.kind === 'caller-expired') {
    return new CentralOpsError(
      'sign-in-needed',
      `IAM Identity Center no longer accepts the sign-in of session ${session} (${failure.code}). ` +
        `Run \`aws sso login --sso-session ${session}\`, then ask again.`,
      details,
    );
  }
  if (failure.kind === 'throttled') {
    return new CentralOpsError(
      'throttled',
      `IAM Identity Center kept throttling session ${session} (${failure.code}) for ${who}.`,
      { ...details, nextStep: 'Ask again in a minute, or ask fewer accounts at once.' },
    );
  }
  if (failure.kind === 'unavailable') {
    return new CentralOpsError(
      'credentials-unavailable',
      `IAM Identity Center could not be asked for ${permissionSet} in ${who} (${failure.code}): ${failure.message}`,
      { ...details, nextStep: 'Check that this machine reaches Identity Center and STS, then ask again.' },
    );
  }
  return new CentralOpsError(
    'credentials-denied',
    `IAM Identity Center session ${session} gives no credentials for permission set ${permissionSet} in ${who} ` +
      `(${failure.code}): ${failure.message}`,
    {
      ...details,
      nextStep:
        `Check that you are assigned ${permissionSet} in ${account.id} (\`aws sso list-account-roles\`), ` +
        'or name another with CENTRAL_OPS_SSO_ROLE_NAME.',
    },
  );
}
