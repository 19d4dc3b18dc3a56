import type { AwsFailure } from '../aws/failure.js';
import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError, type ErrorCode } from '../domain/errors.js';

/** What was tried, for messages. */
export interface AssumeRoleAttempt {
  readonly account: Pick<Account, 'id' | 'name' | 'partition'>;
  readonly roleArn: string;
  readonly region: string;
}

const HUB_CURE =
  'Give this process AWS credentials of the hub account (a profile with AWS_PROFILE, a task or instance role), ' +
  'or try the product without any: --sandbox.';

/** A failed AssumeRole in the operator's words: what was tried, whose fault it is, what to check. */
export function assumeRoleError(attempt: AssumeRoleAttempt, failure: AwsFailure): CentralOpsError {
  const { code, message, nextStep } = explain(attempt, failure);
  return new CentralOpsError(code, message, {
    facts: {
      accountId: attempt.account.id,
      roleArn: attempt.roleArn,
      region: attempt.region,
      awsCode: failure.code,
    },
    nextStep,
    cause: failure.cause,
  });
}

interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
  readonly nextStep: string;
}

function explain({ account, roleArn, region }: AssumeRoleAttempt, { kind, code, message }: AwsFailure): Explanation {
  const who = accountLabel(account);
  const explanations: Readonly<Record<AwsFailure['kind'], Explanation>> = {
    denied: {
      code: 'credentials-denied',
      message: `${who} refused ${hubIdentity(message)}: STS in ${region} does not let it assume ${roleArn} (${code}).`,
      nextStep:
        `Check in this order: (1) the role exists in ${account.id} and its trust policy names the hub's role; ` +
        '(2) the external id of the trust policy is the one configured here; ' +
        `(3) the hub's own policy, and the organization's SCPs, allow sts:AssumeRole on ${roleArn}.`,
    },
    'caller-missing': {
      code: 'credentials-missing',
      message: `There are no AWS credentials of the hub to assume ${roleArn} for ${who} with: ${message}`,
      nextStep: HUB_CURE,
    },
    'caller-expired': {
      code: 'sign-in-needed',
      message: `The hub's own AWS credentials have expired (${code}), so ${roleArn} for ${who} could not be assumed.`,
      nextStep: 'Sign in again (`aws sso login`, or whatever gives this process its credentials), then ask again.',
    },
    'caller-invalid': {
      code: 'credentials-missing',
      message: `STS in ${region} does not accept the hub's own AWS credentials (${code}); ${roleArn} for ${who} was not assumed.`,
      nextStep: `Check that they are complete and current, and that this machine's clock is right. ${HUB_CURE}`,
    },
    'region-disabled': {
      code: 'configuration',
      message: `STS is not enabled in ${region} for the hub's account (${code}), so ${roleArn} for ${who} was not assumed.`,
      nextStep: 'Set AWS_REGION to a Region that the hub account has enabled.',
    },
    'request-invalid': {
      code: 'configuration',
      message: `STS in ${region} found the request for ${roleArn} of ${who} invalid (${code}): ${message}`,
      nextStep:
        'Check the role name, the external id, the session policy ARN (a policy of your own must exist in the ' +
        'member account) and that the hub may ask for this duration.',
    },
    throttled: {
      code: 'throttled',
      message: `STS in ${region} kept throttling the hub (${code}) while it assumed ${roleArn} for ${who}.`,
      nextStep: 'Ask again in a minute, or lower CENTRAL_OPS_CONCURRENCY.',
    },
    unavailable: {
      code: 'credentials-unavailable',
      message: `STS in ${region} could not be asked for ${roleArn} of ${who} (${code}): ${message}`,
      nextStep:
        'Check that this machine reaches STS (network, proxy, VPC endpoint, AWS_ENDPOINT_URL_STS), then ask again.',
    },
  };
  return explanations[kind];
}

/** STS names whom it turned down: "User: arn:aws:sts::111111111111:assumed-role/Hub/x is not authorized …". */
function hubIdentity(message: string): string {
  const arn = /User:\s+(arn:\S+)/.exec(message)?.[1];
  return arn === undefined ? "the hub's identity" : `the hub's identity ${arn}`;
}
