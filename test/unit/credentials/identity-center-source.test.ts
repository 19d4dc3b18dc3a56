import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentityCenterSource } from '../../../src/credentials/identity-center-source.js';
import type { Account } from '../../../src/domain/account.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { listen, type LoopbackServer } from '../network/loopback-server.js';
import { type StsStub, stsStub } from './sts-stub.js';

const production: Account = { id: '222222222222', name: 'Production', tags: {}, partition: 'aws' };

let network: Network;
const servers: LoopbackServer[] = [];

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  for (const server of servers.splice(0)) await server.close();
});

interface PortalReply {
  readonly status: number;
  readonly body: object;
  readonly error?: string;
}

const issued: PortalReply = {
  status: 200,
  body: {
    roleCredentials: {
      accessKeyId: 'ROLEKEY',
      secretAccessKey: 'role-secret',
      sessionToken: 'role-token',
      expiration: Date.UTC(2030, 0, 1),
    },
  },
};

/** The portal and STS on loopback; `identity` is the account that STS sees in the credentials. */
async function setUp(answer: (count: number) => PortalReply, identity = production.id) {
  const asked: { readonly url: string | undefined; readonly token: string | string[] | undefined }[] = [];
  const portal = await listen((request, response) => {
    asked.push({ url: request.url, token: request.headers['x-amz-sso_bearer_token'] });
    const { status, body, error } = answer(asked.length);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
    });
    response.end(JSON.stringify(body));
  });
  const sts: StsStub = await stsStub(() => ({
    kind: 'xml',
    xml:
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
      `<Arn>arn:aws:sts::${identity}:assumed-role/AWSReservedSSO_ReadOnly_1/alice</Arn><UserId>x</UserId>` +
      `<Account>${identity}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  }));
  servers.push(portal, sts);
  let turns = 0;
  const source = createIdentityCenterSource({
    token: () => Promise.resolve('the-access-token'),
    session: 'my-sso',
    ssoRegion: 'eu-central-1',
    ssoEndpoint: portal.url,
    stsRegion: 'eu-west-1',
    stsEndpoint: sts.url,
    agents: network,
    permissionSet: 'CentralOpsReadOnly',
    takeTurn: () => {
      turns += 1;
      return Promise.resolve();
    },
    retry: { random: () => 0, sleep: () => Promise.resolve() },
  });
  const fetch = (account = production) => source.fetch({ account, signal: AbortSignal.timeout(10_000) });
  return { source, fetch, asked, sts, turns: () => turns };
}

async function failureOf(answer: Promise<unknown>): Promise<CentralOpsError> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CentralOpsError) return error;
  throw new Error('did not fail with a CentralOpsError', { cause: error });
}

describe('createIdentityCenterSource', () => {
  it('gets the credentials of the permission set, and proves their account with STS', async () => {
    const { source, fetch, asked, sts } = await setUp(() => issued);

    const credentials = await fetch({ ...production, permissionSet: 'Auditor' });

    expect(credentials).toEqual({
      accessKeyId: 'ROLEKEY',
      secretAccessKey: 'role-secret',
      sessionToken: 'role-token',
      expiresAt: Date.UTC(2030, 0, 1),
      accountId: production.id,
    });
    expect(asked).toEqual([
      { url: '/federation/credentials?account_id=222222222222&role_name=Auditor', token: 'the-access-token' },
    ]);
    expect(sts.requests.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
    expect(sts.requests[0]?.authorization).toContain('Credential=ROLEKEY/');
    expect(source.keyOf(production)).toBe('sso|my-sso|eu-central-1|aws|222222222222|CentralOpsReadOnly');
    expect(source.describe(production)).toBe('permission set CentralOpsReadOnly');
  });

  it('hands on no credentials of another account', async () => {
    const { fetch } = await setUp(() => issued, '333333333333');

    const error = await failureOf(fetch());

    expect([error.code, error.message]).toEqual([
      'identity-mismatch',
      'IAM Identity Center was asked for Production (222222222222) and gave credentials of 333333333333. ' +
        'They were not used. Check which endpoints answer for Identity Center and STS.',
    ]);
  });

  it('takes a turn for each try, and comes back after throttling', async () => {
    const { fetch, turns } = await setUp((count) =>
      count < 3 ? { status: 429, body: { message: 'slow down' }, error: 'TooManyRequestsException' } : issued,
    );

    await fetch();

    expect(turns()).toBe(3);
  });

  it.each([
    [401, 'UnauthorizedException', 'sign-in-needed', 'Run `aws sso login --sso-session my-sso`, then ask again.'],
    [403, 'ForbiddenException', 'credentials-denied', 'permission set CentralOpsReadOnly in Production (222222222222)'],
    [
      404,
      'ResourceNotFoundException',
      'credentials-denied',
      'permission set CentralOpsReadOnly in Production (222222222222)',
    ],
    [500, 'InternalServerError', 'credentials-unavailable', 'CentralOpsReadOnly in Production (222222222222)'],
  ])('explains a %i %s without the token', async (status, name, code, text) => {
    const { fetch } = await setUp(() => ({ status, body: { message: 'about the-access-token' }, error: name }));

    const error = await failureOf(fetch());

    expect(error.code).toBe(code);
    expect(error.message).toContain(text);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('the-access-token');
  });

  it('reports an answer without credentials', async () => {
    const { fetch } = await setUp(() => ({ status: 200, body: {} }));

    expect((await failureOf(fetch())).code).toBe('credentials-unavailable');
  });
});
