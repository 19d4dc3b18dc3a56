import type { Account } from '../domain/account.js';

/** Statements to paste. The external id is named, never shown. */

/** What the hub's own identity needs to assume a role, for the account's partition. */
export function hubStatement(account: Pick<Account, 'id' | 'partition'>, roleName: string): string {
  return statement({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: `arn:${account.partition}:iam::${account.id}:role/${roleName}`,
  });
}

/** The trust policy's statement in the member account. */
export function trustStatement(hubArn: string, hasExternalId: boolean): string {
  return statement({
    Effect: 'Allow',
    Principal: { AWS: roleOf(hubArn) },
    Action: 'sts:AssumeRole',
    ...(hasExternalId
      ? { Condition: { StringEquals: { 'sts:ExternalId': 'THE VALUE OF CENTRAL_OPS_EXTERNAL_ID' } } }
      : {}),
  });
}

/** What a role's policy lacks to make some calls. */
export function readStatement(actions: readonly string[]): string {
  return statement({ Effect: 'Allow', Action: [...actions].sort(), Resource: '*' });
}

/** Some actions on some resources. */
export function allowStatement(actions: readonly string[], resources: readonly string[]): string {
  return statement({ Effect: 'Allow', Action: oneOrAll(actions), Resource: oneOrAll(resources) });
}

function oneOrAll(texts: readonly string[]): string | readonly string[] {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}

function statement(content: object): string {
  return JSON.stringify(content);
}

/** A session's ARN cannot be trusted for long; its role can. The path of a role is not in a session's ARN. */
function roleOf(arn: string): string {
  const [, partition, accountId, roleName] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return partition === undefined || accountId === undefined || roleName === undefined
    ? arn
    : `arn:${partition}:iam::${accountId}:role/${roleName}`;
}
