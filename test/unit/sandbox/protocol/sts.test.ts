import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.js';
import { assumeRole, signingFetch, type Keys } from '../../../contract/support/signed-client.js';

let sandbox: Sandbox;
let now = Date.now();

beforeAll(async () => {
  sandbox = await startSandbox({
    accounts: 8,
    clock: () => now,
    faults: [{ account: 'payments-staging', service: 'sts', outcome: 'throttled' }],
  });
});

afterAll(async () => {
  await sandbox.close();
});

const accountId = (position: number): string => sandbox.registry().accounts[position]?.id ?? '';
const roleArn = (position: number, role = 'CentralOpsTargetRole'): string =>
  `arn:aws:iam::${accountId(position)}:role/${role}`;

function assume(form: Readonly<Record<string, string>> = {}, keys: Keys = sandbox.hub) {
  return assumeRole(sandbox.stsUrl, keys, {
    RoleArn: roleArn(1),
    RoleSessionName: 'unit',
    ExternalId: sandbox.externalId,
    ...form,
  });
}

async function identity(keys: Keys): Promise<{ status: number; body: string }> {
  const response = await signingFetch(
    keys,
    'sts',
    () => new Date(now),
  )(sandbox.stsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  return { status: response.status, body: await response.text() };
}

function code(reply: { readonly status: number; readonly body: string }): [number, string | undefined] {
  return [reply.status, /<Code>([^<]*)</u.exec(reply.body)?.[1]];
}

describe('AssumeRole', () => {
  it('opens a session of the role whose keys are that session', async () => {
    const assumed = await assume({ RoleSessionName: 'alice@laptop', SourceIdentity: 'alice' });
    const seen = await identity(assumed.keys);

    const arn = `arn:aws:sts::${accountId(1)}:assumed-role/CentralOpsTargetRole/alice@laptop`;
    expect(assumed.status).toBe(200);
    expect(assumed.body).toContain(`<Arn>${arn}</Arn>`);
    expect(assumed.body).toContain('<SourceIdentity>alice</SourceIdentity>');
    expect(assumed.keys).toEqual({
      accessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/u),
      secretAccessKey: expect.stringMatching(/^[\w+/]{40}$/u),
      sessionToken: expect.stringMatching(/^[\w+/]{100,}/u),
    });
    expect(seen.body).toContain(`<Arn>${arn}</Arn>`);
    expect(seen.body).toContain(`<Account>${accountId(1)}</Account>`);
  });

  it('refuses in the same words a wrong external id, none, a role and an account that are not there', async () => {
    const attempts = [
      { ExternalId: 'wrong-one' },
      { RoleArn: roleArn(1, 'Administrator') },
      { RoleArn: 'arn:aws:iam::999999999999:role/CentralOpsTargetRole' },
    ];
    const refused = await Promise.all([
      ...attempts.map((form) => assume(form)),
      assumeRole(sandbox.stsUrl, sandbox.hub, { RoleArn: roleArn(1), RoleSessionName: 'unit' }),
    ]);

    expect(refused.map(code)).toEqual(refused.map(() => [403, 'AccessDenied']));
    expect(refused[0]?.body).toContain(
      `User: arn:aws:iam::${accountId(0)}:user/central-ops is not authorized to perform: sts:AssumeRole on resource: ${roleArn(1)}`,
    );
    expect(refused.every((reply) => !reply.body.includes('wrong-one'))).toBe(true);
  });

  it('trusts the hub alone: a member cannot reach another one', async () => {
    const { keys } = await assume();

    expect(code(await assume({ RoleArn: roleArn(3) }, keys))).toEqual([403, 'AccessDenied']);
  });

  it('lets the role of the hub go on, for an hour at most', async () => {
    const { keys } = await assume({ RoleArn: roleArn(0, 'CentralOpsHubRole') });

    expect(code(await assume({ DurationSeconds: '3600' }, keys))).toEqual([200, undefined]);
    const tooLong = await assume({ DurationSeconds: '3601' }, keys);
    expect(code(tooLong)).toEqual([400, 'ValidationError']);
    expect(tooLong.body).toContain(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  });

  it('keeps a source identity along the chain', async () => {
    const { keys } = await assume({ RoleArn: roleArn(0, 'CentralOpsHubRole'), SourceIdentity: 'alice' });

    expect((await assume({}, keys)).body).toContain('<SourceIdentity>alice</SourceIdentity>');
    expect(code(await assume({ SourceIdentity: 'mallory' }, keys))).toEqual([403, 'AccessDenied']);
  });

  it.each([
    [{ RoleSessionName: 'a' }, 'ValidationError'],
    [{ RoleSessionName: 'has space' }, 'ValidationError'],
    [{ DurationSeconds: '899' }, 'ValidationError'],
    [{ DurationSeconds: '43201' }, 'ValidationError'],
    [{ RoleArn: 'arn:aws:iam::1:role/x' }, 'ValidationError'],
    [{ Policy: `{"Statement":[]}${' '.repeat(2048)}` }, 'ValidationError'],
    [{ Policy: 'nonsense' }, 'MalformedPolicyDocument'],
    [{ 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/Nothing' }, 'MalformedPolicyDocument'],
  ])('refuses %j', async (form, expected) => {
    expect(code(await assume(form))).toEqual([400, expected]);
  });

  it('meets the fault that was asked for', async () => {
    expect(code(await assume({ RoleArn: roleArn(2) }))).toEqual([400, 'Throttling']);
  });
});

describe('signatures at STS', () => {
  it.each([
    ['an unknown key', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, 'InvalidClientTokenId'],
    ['another secret', { secretAccessKey: 'not-the-secret' }, 'SignatureDoesNotMatch'],
    ['a token that was not issued', { sessionToken: 'made-up' }, 'InvalidClientTokenId'],
  ])('refuse %s', async (_, change, expected) => {
    const refused = await identity({ ...sandbox.hub, ...change });

    expect(code(refused)).toEqual([403, expected]);
    expect(refused.body).not.toContain(sandbox.hub.secretAccessKey);
  });

  it('refuse the keys of a session that has ended', async () => {
    const { keys } = await assume({ DurationSeconds: '900' });
    now += 901_000;

    expect(code(await identity(keys))).toEqual([403, 'ExpiredToken']);
    now -= 901_000;
    expect(code(await identity(keys))).toEqual([200, undefined]);
  });

  it('are demanded', async () => {
    const response = await fetch(sandbox.stsUrl, {
      method: 'POST',
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });

    expect(code({ status: response.status, body: await response.text() })).toEqual([403, 'MissingAuthenticationToken']);
  });
});
