import type { Clock } from '../../domain/clock.js';
import type { FaultTable } from '../faults.js';
import type { KeyRing } from '../identity/issued-credentials.js';
import type { SignedRequest } from '../identity/signature.js';
import type { SandboxAccount } from '../organization/model.js';
import type { Organization } from '../organization/organization.js';
import { DROP, HANG, jsonReply, type HttpReply } from '../protocol/http-reply.js';
import { permissionSetsOf, READ_ONLY_SET, ssoPrincipal } from './permission-sets.js';
import type { PortalLimits, PortalOperation } from './portal-limits.js';
import type { Sessions } from './sessions.js';

export interface PortalOptions {
  readonly organization: Organization;
  readonly sessions: Sessions;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly faults: FaultTable;
  readonly limits: PortalLimits;
  /** Cuts every list into pages of this many. */
  readonly pageSize: number | undefined;
  /** Seconds that credentials of a permission set live (3600). */
  readonly credentialSeconds: number;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

class PortalError extends Error {
  readonly status: number;
  readonly refusal: string;

  constructor(status: number, refusal: string, message: string) {
    super(message);
    this.name = 'PortalError';
    this.status = status;
    this.refusal = refusal;
  }
}

interface Asked {
  readonly query: URLSearchParams;
  readonly accessToken: string;
  readonly user: string;
}

/** The portal of Identity Center. https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/ */
export function createPortal(options: PortalOptions): (request: SignedRequest) => HttpReply | undefined {
  const operations: Readonly<Record<string, readonly [PortalOperation, (asked: Asked) => HttpReply]>> = {
    'GET /assignment/accounts': ['listAccounts', (asked) => listAccounts(options, asked)],
    'GET /assignment/roles': ['listAccountRoles', (asked) => listAccountRoles(options, asked)],
    'GET /federation/credentials': ['getRoleCredentials', (asked) => getRoleCredentials(options, asked)],
    'POST /logout': ['logout', (asked) => logout(options, asked)],
  };
  return (request) => {
    const [path = '', query = ''] = request.target.split('?');
    const found = operations[`${request.method} ${path}`];
    if (found === undefined) return undefined;
    const [operation, perform] = found;
    try {
      if (!options.limits.admit(operation)) throw new PortalError(429, 'TooManyRequestsException', 'Rate exceeded');
      const accessToken = String(request.headers['x-amz-sso_bearer_token'] ?? '');
      const user = options.sessions.userOf(accessToken);
      if (user === undefined) throw new PortalError(401, 'UnauthorizedException', 'Session token not found or invalid');
      return perform({ query: new URLSearchParams(query), accessToken, user });
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      options.log('the portal refused', { operation, code: error.refusal, reason: error.message });
      return jsonReply(error.status, { message: error.message }, { 'x-amzn-errortype': error.refusal });
    }
  };
}

function listAccounts(options: PortalOptions, { query }: Asked): HttpReply {
  const broken = injected(options.faults, '');
  if (broken !== undefined) return broken;
  const { items, nextToken } = pageOf(options, options.organization.accounts, query);
  return jsonReply(200, {
    accountList: items.map(({ id, name }) => ({
      accountId: id,
      accountName: name,
      emailAddress: `aws+${id}@example.com`,
    })),
    ...nextToken,
  });
}

function listAccountRoles(options: PortalOptions, { query }: Asked): HttpReply {
  const account = accountOf(options, query);
  const outcome = options.faults.at(account.id, 'sso');
  const broken = outcome === 'denied' ? undefined : injected(options.faults, account.id);
  if (broken !== undefined) return broken;
  const { items, nextToken } = pageOf(options, assigned(options, account), query);
  return jsonReply(200, {
    roleList: items.map((roleName) => ({ roleName, accountId: account.id })),
    ...nextToken,
  });
}

function getRoleCredentials(options: PortalOptions, { query, user }: Asked): HttpReply {
  const account = accountOf(options, query);
  const broken = injected(options.faults, account.id);
  if (broken !== undefined) return broken;
  const role = query.get('role_name') ?? '';
  if (!assigned(options, account).includes(role)) throw noAccess();
  const expiration = options.clock() + options.credentialSeconds * 1000;
  const issued = options.keys.issue(ssoPrincipal(account, role, user), expiration);
  return jsonReply(200, {
    roleCredentials: {
      accessKeyId: issued.accessKeyId,
      secretAccessKey: issued.secretAccessKey,
      sessionToken: issued.sessionToken,
      expiration,
    },
  });
}

function logout({ sessions }: PortalOptions, { accessToken }: Asked): HttpReply {
  sessions.end(accessToken);
  return jsonReply(200, {});
}

/** The fault `denied` takes the read-only set from everybody in that account. */
function assigned({ faults }: PortalOptions, account: SandboxAccount): readonly string[] {
  const denied = faults.at(account.id, 'sso') === 'denied';
  return permissionSetsOf(account).filter((name) => !denied || name !== READ_ONLY_SET);
}

function accountOf({ organization }: PortalOptions, query: URLSearchParams): SandboxAccount {
  const account = organization.account(query.get('account_id') ?? '');
  if (account === undefined) throw noAccess();
  return account;
}

function noAccess(): PortalError {
  return new PortalError(403, 'ForbiddenException', 'No access');
}

/** Lists have pages of 20 unless more are asked for, 100 at most. */
function pageOf<Item>(
  { pageSize = 100 }: PortalOptions,
  all: readonly Item[],
  query: URLSearchParams,
): { readonly items: readonly Item[]; readonly nextToken: { readonly nextToken?: string } } {
  const asked = Number(query.get('max_result') ?? '20');
  if (!Number.isInteger(asked) || asked < 1 || asked > 100) {
    throw new PortalError(400, 'InvalidRequestException', 'maxResults must be between 1 and 100');
  }
  const token = query.get('next_token') ?? '';
  const start = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString('utf8').replace('from:', ''));
  if (!Number.isInteger(start)) throw new PortalError(400, 'InvalidRequestException', 'Invalid next token');
  const end = start + Math.min(asked, pageSize);
  const nextToken = end < all.length ? { nextToken: Buffer.from(`from:${String(end)}`).toString('base64url') } : {};
  return { items: all.slice(start, end), nextToken };
}

function injected(faults: FaultTable, accountId: string): HttpReply | undefined {
  const outcome = faults.at(accountId, 'sso');
  switch (outcome) {
    case undefined:
      return undefined;
    case 'unreachable':
      return DROP;
    case 'timeout':
      return HANG;
    case 'denied':
      throw noAccess();
    case 'throttled':
      throw new PortalError(429, 'TooManyRequestsException', 'Rate exceeded');
    case 'expired-session':
      throw new PortalError(401, 'UnauthorizedException', 'Session token not found or invalid');
    case 'error':
      throw new PortalError(500, 'InternalServerException', 'Internal server error');
    default:
      return outcome satisfies never;
  }
}
