import type { AwsFailure } from '../aws/failure.js';
import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';

/**
 * The person does not have the permission set in the account. The choices are for people to choose from; another one is never
 * taken in its place.
 */
export function permissionSetMissing(attempt: {
  readonly account: Account;
  readonly permissionSet: string;
  /** Undefined when they could not be listed. */
  readonly choices: readonly string[] | undefined;
  readonly cause: Error;
}): CentralOpsError {
  const { account, permissionSet, choices } = attempt;
  return new CentralOpsError(
    'credentials-denied',
    `You do not have the permission set ${permissionSet} of IAM Identity Center in ${accountLabel(account)}; ` +
      `${choicesText(choices)}.`,
    {
      facts: { accountId: account.id, permissionSet, choices: choices === undefined ? null : [...choices] },
      nextStep:
        `Have ${permissionSet} assigned to you in ${account.id}, or name another one: CENTRAL_OPS_SSO_ROLE_NAME for all ` +
        'accounts, "permissionSet" in the registry for this one.',
      cause: attempt.cause,
    },
  );
}

function choicesText(choices: readonly string[] | undefined): string {
  if (choices === undefined) return 'which ones you have there could not be listed';
  return choices.length === 0 ? 'you have none there' : `you have ${choices.join(', ')}`;
}

/** STS did not say whose the credentials are, so they are not used. */
export function identityNotProven(account: Account, region: string, failure: AwsFailure): CentralOpsError {
  const { kind, code, message, cause } = failure;
  const passing = kind === 'throttled' || kind === 'unavailable';
  return new CentralOpsError(
    kind === 'throttled' ? 'throttled' : passing ? 'credentials-unavailable' : 'credentials-denied',
    `STS in ${region} did not say whose the credentials are that IAM Identity Center gave for ${accountLabel(account)} (${code}): ${message}`,
    {
      facts: { accountId: account.id, region, awsCode: code },
      nextStep: passing
        ? 'Check that this machine reaches STS (network, proxy, AWS_ENDPOINT_URL_STS), then ask again.'
        : "Check that this machine's clock is right, and that AWS_REGION is a Region of the accounts' partition.",
      cause,
    },
  );
}
