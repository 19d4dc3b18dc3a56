import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentityCenterSource } from '../../../src/credentials/identity-center-source.js';
import type { Account } from '../../../src/domain/account.js';
import type { AwsCredentials } from '../../../src/domain/credentials.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { type StsReply, type StsStub, stsStub } from './sts-stub.js';

const production: Account = { id: '222222222222', name: 'Production', tags: {}, partition: 'aws' };

let network: Network;
let sts: StsStub | undefined;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  await sts?.close();
});

const issued: AwsCredentials = {
  accessKeyId: 'ROLEKEY',
  secretAccessKey: 'role-secret',
  sessionToken: 'role-token',
  expiresAt: Date.UTC(2030, 0, 1),
};

const denied = new CentralOpsError(
  'credentials-denied',
  'IAM Identity Center session corp refused it (ForbiddenException)',
);

function identityOf(accountId: string): StsReply {
  return {
    kind: 'xml',
    xml:
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
      `<Arn>arn:aws:sts::${accountId}:assumed-role/AWSReservedSSO_ReadOnly_1/alice</Arn><UserId>x</UserId>` +
      `<Account>${accountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  };
}

interface Circumstances {
  readonly credentials?: () => Promise<AwsCredentials>;
  readonly roles?: () => Promise<readonly string[]>;
  readonly whoAreThey?: (count: number) => StsReply;
}

async function setUp({
  credentials = () => Promise.resolve(issued),
  roles = () => Promise.resolve([]),
  whoAreThey = () => identityOf(production.id),
}: Circumstances = {}) {
  const stub = (sts = await stsStub((_, count) => whoAreThey(count)));
  const asked: unknown[] = [];
  const identities: string[] = [];
  const source = createIdentityCenterSource({
    portal: {
      roleCredentials: (role) => {
        asked.push(role);
        return credentials();
      },
      listAccountRoles: roles,
    },
    session: 'corp us-east-1',
    permissionSet: 'CentralOpsReadOnly',
    sts: { region: 'eu-west-1', endpoint: stub.url },
    agents: network,
    retry: { random: () => 0, sleep: () => Promise.resolve() },
    onIdentity: (arn) => identities.push(arn),
  });
  const fetch = (account = production) => source.fetch({ account, signal: AbortSignal.timeout(10_000) });
  return { source, fetch, asked, identities, sts: stub };
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
    const { source, fetch, asked, identities, sts: stub } = await setUp();

    const credentials = await fetch({ ...production, permissionSet: 'Auditor' });

    expect(credentials).toEqual({ ...issued, accountId: production.id });
    expect(asked).toEqual([{ accountId: production.id, roleName: 'Auditor' }]);
    expect(stub.requests.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
    expect(stub.requests[0]?.authorization).toContain('Credential=ROLEKEY/');
    expect(identities).toEqual([`arn:aws:sts::${production.id}:assumed-role/AWSReservedSSO_ReadOnly_1/alice`]);
    expect(source.keyOf(production)).toBe('sso|corp us-east-1|aws|222222222222|CentralOpsReadOnly');
    expect(source.describe(production)).toBe('permission set CentralOpsReadOnly');
  });

  it('hands on no credentials of another account', async () => {
    const { fetch } = await setUp({ whoAreThey: () => identityOf('333333333333') });

    const error = await failureOf(fetch());

    expect([error.code, error.message]).toEqual([
      'identity-mismatch',
      'IAM Identity Center was asked for Production (222222222222) and gave credentials of 333333333333. ' +
        'They were not used. Check which endpoints answer for Identity Center and STS.',
    ]);
  });

  it.each([
    [['AdministratorAccess', 'Auditor'], 'you have AdministratorAccess, Auditor'],
    [[], 'you have none there'],
    [undefined, 'which ones you have there could not be listed'],
  ])('never takes another permission set, and says which there are: %j', async (choices, text) => {
    const { fetch, asked } = await setUp({
      credentials: () => Promise.reject(denied),
      roles: () =>
        choices === undefined ? Promise.reject(new CentralOpsError('throttled', 'x')) : Promise.resolve(choices),
    });

    const { code, message, nextStep } = await failureOf(fetch());

    expect([code, message, nextStep]).toEqual([
      'credentials-denied',
      `You do not have the permission set CentralOpsReadOnly of IAM Identity Center in Production (222222222222); ${text}.`,
      'Have CentralOpsReadOnly assigned to you in 222222222222, or name another one: CENTRAL_OPS_SSO_ROLE_NAME for all accounts, "permissionSet" in the registry for this one.',
    ]);
    expect(asked).toEqual([{ accountId: production.id, roleName: 'CentralOpsReadOnly' }]);
  });

  it('leaves what the portal says to the portal', async () => {
    const expired = new CentralOpsError('sign-in-needed', 'Run `central-ops login`.');
    const { fetch, sts: stub } = await setUp({ credentials: () => Promise.reject(expired) });

    expect(await failureOf(fetch())).toBe(expired);
    expect(stub.requests).toEqual([]);
  });

  it('asks STS again when it is throttled, and explains when it refuses', async () => {
    const throttled: StsReply = { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' };
    const refused: StsReply = {
      kind: 'error',
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: 'about role-secret',
    };
    const patient = await setUp({ whoAreThey: (count) => (count < 3 ? throttled : identityOf(production.id)) });
    await patient.fetch();
    await patient.sts.close();
    const { fetch } = await setUp({ whoAreThey: () => refused });

    const error = await failureOf(fetch());

    expect(patient.sts.requests).toHaveLength(3);
    expect([error.code, error.nextStep]).toEqual([
      'credentials-denied',
      "Check that this machine's clock is right, and that AWS_REGION is a Region of the accounts' partition.",
    ]);
    expect(error.message).toContain('gave for Production (222222222222) (SignatureDoesNotMatch): about [redacted]');
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/role-secret|role-token/u);
  });
});
