import { expect } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.js';
import { managedPolicy, memberRolePolicy } from '../../../../src/sandbox/identity/managed-policies.js';
import { createPrincipal } from '../../../../src/sandbox/identity/principal.js';
import { generateOrganization } from '../../../../src/sandbox/organization/organization.js';
import type { SandboxAccount } from '../../../../src/sandbox/organization/model.js';
import { AwsFault } from '../../../../src/sandbox/services/aws-fault.js';
import { callService } from '../../../../src/sandbox/services/call-service.js';
import { createPager } from '../../../../src/sandbox/services/paging.js';

export const { accounts } = generateOrganization({ seed: 1, accounts: 10 });

function numbered(position: number): SandboxAccount {
  const found = accounts[position];
  if (found === undefined) throw new Error('There are ten accounts.');
  return found;
}

export const account = numbered(1);
export const other = numbered(2);

export interface Asked {
  readonly region?: string;
  readonly params?: JsonObject;
  readonly of?: SandboxAccount;
  readonly pageSize?: number;
  readonly readOnly?: boolean;
  readonly mutated?: () => void;
}

const page = createPager('test', undefined);

/** The reply without its metadata, asked as the member role. */
export function call(service: string, operation: string, asked: Asked = {}): JsonObject {
  const of = asked.of ?? account;
  const principal = createPrincipal(
    {
      kind: 'role-session',
      accountId: of.id,
      arn: `arn:aws:sts::${of.id}:assumed-role/CentralOpsTargetRole/test`,
      userId: 'AROAEXAMPLE:test',
      identityKey: of.id,
      sourceIdentity: undefined,
    },
    {
      identity: memberRolePolicy(),
      session: asked.readOnly === true ? managedPolicy('arn:aws:iam::aws:policy/ReadOnlyAccess') : undefined,
    },
  );
  const { ResponseMetadata: metadata, ...reply } = callService(
    { service, operation, region: asked.region ?? 'us-east-1', params: asked.params ?? {} },
    {
      account: of,
      principal,
      page: asked.pageSize === undefined ? page : createPager('test', asked.pageSize),
      fault: () => undefined,
      mutated: asked.mutated ?? (() => undefined),
    },
  );
  expect(metadata).toMatchObject({ HTTPStatusCode: 200, RetryAttempts: 0 });
  return reply;
}

/** What the exception is, for a call that must fail. */
export function refusal(service: string, operation: string, asked: Asked = {}): { type: string; text: string } {
  try {
    call(service, operation, asked);
  } catch (error) {
    if (error instanceof AwsFault) return { type: error.pythonType, text: error.message };
    throw error;
  }
  throw new Error('The call was answered.');
}

export function clientError(text: string): { type: string; text: string } {
  return { type: 'ClientError', text };
}
