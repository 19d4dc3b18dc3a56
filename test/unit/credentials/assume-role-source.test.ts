import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AssumeRoleSourceOptions, createAssumeRoleSource } from '../../../src/credentials/assume-role-source.js';
import { createCredentialBroker } from '../../../src/credentials/credential-broker.js';
import type { Account } from '../../../src/domain/account.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { assumed, type StsReply, type StsRequest, type StsStub, stsStub } from './sts-stub.js';

const production: Account = { id: '222222222222', name: 'Production', tags: {}, partition: 'aws' };
const roleArn = 'arn:aws:iam::222222222222:role/CentralOpsTargetRole';

let network: Network;
let sts: StsStub | undefined;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  await sts?.close();
  sts = undefined;
});

/** A source whose STS is the stub; the waits between its tries are written down, not waited. */
async function setUp(
  answer: (request: StsRequest, count: number) => StsReply,
  changes: Partial<AssumeRoleSourceOptions> = {},
) {
  const stub = await stsStub(answer);
  sts = stub;
  const waits: number[] = [];
  const source = createAssumeRoleSource({
    hubCredentials: () =>
      Promise.resolve({ accessKeyId: 'HUBKEY', secretAccessKey: 'hub-secret', sessionToken: 'hub-token' }),
    region: 'eu-west-1',
    endpoint: stub.url,
    agents: network,
    roleName: 'CentralOpsTargetRole',
    resolveVariable: () => undefined,
    resolveParameter: (name) => Promise.resolve(`value of ${name}`),
    attribution: () => ({ sessionName: 'central-ops-alice' }),
    sessionPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    inlineDeny: '{"Version":"2012-10-17"}',
    takeTurn: () => Promise.resolve(),
    retry: {
      random: () => 0.5,
      sleep: (millis) => {
        waits.push(millis);
        return Promise.resolve();
      },
    },
    ...changes,
  });
  const fetch = (account: Account = production, signal = AbortSignal.timeout(10_000)) =>
    source.fetch({ account, signal });
  return { source, fetch, requests: stub.requests, waits };
}

async function failureOf(answer: Promise<unknown>): Promise<CentralOpsError> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CentralOpsError) return error;
  throw new Error('did not fail with a CentralOpsError', { cause: error });
}

describe('createAssumeRoleSource', () => {
  it('asks for the role with session policy, external id and names, signed by the hub', async () => {
    const { fetch, requests } = await setUp((request) => assumed(request), {
      externalId: 'shared-42',
      attribution: () => ({
        sessionName: 'central-ops-alice',
        sourceIdentity: 'alice',
        tags: [{ Key: 'CentralOpsCaller', Value: 'alice' }],
      }),
    });

    const credentials = await fetch();

    expect(credentials).toEqual({
      accessKeyId: 'key-222222222222',
      secretAccessKey: 'secret-222222222222',
      sessionToken: 'token-222222222222',
      expiresAt: Date.UTC(2030, 0, 1),
      accountId: '222222222222',
    });
    expect(requests.map(({ parameters }) => parameters)).toEqual([
      {
        Action: 'AssumeRole',
        Version: '2011-06-15',
        RoleArn: roleArn,
        RoleSessionName: 'central-ops-alice',
        DurationSeconds: '3600',
        'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        Policy: '{"Version":"2012-10-17"}',
        ExternalId: 'shared-42',
        SourceIdentity: 'alice',
        'Tags.member.1.Key': 'CentralOpsCaller',
        'Tags.member.1.Value': 'alice',
      },
    ]);
    expect(requests[0]?.authorization).toContain('Credential=HUBKEY/');
    expect(requests[0]?.authorization).toContain('/eu-west-1/sts/aws4_request');
  });

  it('lets a registry entry override role and external id, and name its own partition', async () => {
    const { fetch, requests } = await setUp((request) => assumed(request), {
      region: 'us-gov-west-1',
      externalId: 'shared-42',
      resolveVariable: (name) => (name === 'GOV_ID' ? 'from-variable' : undefined),
    });

    await fetch({ ...production, partition: 'aws-us-gov', roleName: 'ops/Reader', externalId: 'env:GOV_ID' });

    expect(requests[0]?.parameters).toMatchObject({
      RoleArn: 'arn:aws-us-gov:iam::222222222222:role/ops/Reader',
      'PolicyArns.member.1.arn': 'arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess',
      ExternalId: 'from-variable',
    });
  });

  it.each([
    ['arn:aws:sts::333333333333:assumed-role/CentralOpsTargetRole/central-ops-alice', 'another account'],
    ['arn:aws:sts::222222222222:assumed-role/Administrator/central-ops-alice', 'another role'],
    ['arn:aws-cn:sts::222222222222:assumed-role/CentralOpsTargetRole/central-ops-alice', 'another partition'],
    ['arn:aws:iam::222222222222:user/CentralOpsTargetRole', 'a user'],
    ['', 'nobody'],
  ])('hands on no credentials of %j (%s), and keeps none', async (identity) => {
    const { source, requests, waits } = await setUp((request) => assumed(request, identity));
    const broker = createCredentialBroker({ find: () => production, source, clock: () => 0 });

    const { provide } = broker.forAccount(production.id);
    const error = await failureOf(provide());
    await failureOf(provide());

    expect({ code: error.code, message: error.message, facts: error.facts }).toEqual({
      code: 'identity-mismatch',
      message:
        `STS was asked for ${roleArn} and answered with the identity ${identity === '' ? '(none)' : identity}. ` +
        'Nothing was asked of Production (222222222222). Check which endpoint answers for STS.',
      facts: { accountId: '222222222222', asked: roleArn, answered: identity },
    });
    expect([requests.length, waits]).toEqual([2, []]);
  });

  it('explains a refusal with who, what and the three usual causes, and does not repeat it', async () => {
    const { fetch, requests } = await setUp(() => ({
      kind: 'error',
      status: 403,
      code: 'AccessDenied',
      message: `User: arn:aws:sts::111111111111:assumed-role/Hub/i-1 is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    }));

    const error = await failureOf(fetch());

    expect({ code: error.code, message: error.message, nextStep: error.nextStep, facts: error.facts }).toEqual({
      code: 'credentials-denied',
      message:
        "Production (222222222222) refused the hub's identity arn:aws:sts::111111111111:assumed-role/Hub/i-1: " +
        `STS in eu-west-1 does not let it assume ${roleArn} (AccessDenied).`,
      nextStep:
        "Check in this order: (1) the role exists in 222222222222 and its trust policy names the hub's role; " +
        '(2) the external id of the trust policy is the one configured here; ' +
        `(3) the hub's own policy, and the organization's SCPs, allow sts:AssumeRole on ${roleArn}.`,
      facts: { accountId: '222222222222', roleArn, region: 'eu-west-1', awsCode: 'AccessDenied' },
    });
    expect(requests.length).toBe(1);
  });

  it('comes back after throttling, later each time, and succeeds', async () => {
    const { fetch, waits } = await setUp((request, count) =>
      count <= 3 ? { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' } : assumed(request),
    );

    const { accessKeyId } = await fetch();

    expect(accessKeyId).toBe('key-222222222222');
    expect(waits).toEqual([100, 200, 400]);
  });

  it.each<[string, StsReply, string, number]>([
    ['keeps throttling', { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' }, 'throttled', 6],
    [
      'is not well',
      { kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'later' },
      'credentials-unavailable',
      6,
    ],
    ['ends the connection', { kind: 'reset' }, 'credentials-unavailable', 6],
    [
      'finds the hub expired',
      { kind: 'error', status: 403, code: 'ExpiredToken', message: 'expired' },
      'sign-in-needed',
      1,
    ],
    [
      'does not know the hub',
      { kind: 'error', status: 403, code: 'InvalidClientTokenId', message: 'invalid' },
      'credentials-missing',
      1,
    ],
    [
      'finds a wrong signature',
      { kind: 'error', status: 403, code: 'SignatureDoesNotMatch', message: 'no' },
      'credentials-missing',
      1,
    ],
    [
      'is not enabled there',
      { kind: 'error', status: 403, code: 'RegionDisabledException', message: 'no' },
      'configuration',
      1,
    ],
    [
      'finds the policies too long',
      { kind: 'error', status: 400, code: 'PackedPolicyTooLarge', message: '110%' },
      'configuration',
      1,
    ],
  ])('when STS %s: a code, the account and role, a next step', async (_what, reply, code, tries) => {
    const { fetch, requests } = await setUp(() => reply);

    const error = await failureOf(fetch());

    expect([error.code, requests.length]).toEqual([code, tries]);
    expect(error.message).toContain(roleArn);
    expect(error.message).toContain('Production (222222222222)');
    expect(error.nextStep).not.toBe('');
  });

  it('says how to give the hub credentials when it has none, and asks STS nothing', async () => {
    const { fetch, requests } = await setUp((request) => assumed(request), {
      hubCredentials: () => {
        const error = new Error('Could not load credentials from any providers');
        error.name = 'CredentialsProviderError';
        return Promise.reject(error);
      },
    });

    const error = await failureOf(fetch());

    expect([error.code, error.message, error.nextStep]).toEqual([
      'credentials-missing',
      `There are no AWS credentials of the hub to assume ${roleArn} for Production (222222222222) with: ` +
        'Could not load credentials from any providers',
      'Give this process AWS credentials of the hub account (a profile with AWS_PROFILE, a task or instance role), ' +
        'or try the product without any: --sandbox.',
    ]);
    expect(requests).toEqual([]);
  });

  it('never writes an external id or a key into an error, although STS repeats what it was sent', async () => {
    const { fetch } = await setUp(
      ({ parameters }) => ({
        kind: 'error',
        status: 400,
        code: 'ValidationError',
        message: `Value '${parameters['ExternalId']}' at 'externalId' failed; secretAccessKey=hub-secret`,
      }),
      { externalId: 'do-not-show-me' },
    );

    const error = await failureOf(fetch());
    const everything = inspect(error, { depth: 20, showHidden: true });

    expect(error.code).toBe('configuration');
    expect(everything).toContain("Value '[redacted]' at 'externalId' failed");
    for (const secret of ['do-not-show-me', 'hub-secret', 'hub-token', 'HUBKEY'])
      expect(everything).not.toContain(secret);
  });

  it('takes a turn for each try, the repeated ones too', async () => {
    let turns = 0;
    let tries = 0;
    const { fetch, requests } = await setUp(
      (request) => {
        tries += 1;
        return tries === 1
          ? { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' }
          : assumed(request);
      },
      {
        takeTurn: () => {
          turns += 1;
          return Promise.resolve();
        },
      },
    );

    await fetch();

    expect([turns, requests.length]).toEqual([2, 2]);
  });

  it('refuses an external id whose variable is not set', async () => {
    const { source, fetch, requests } = await setUp((request) => assumed(request));
    const account = { ...production, externalId: 'env:NOT_SET' };

    const error = await failureOf(fetch(account));

    expect([error.code, error.message, requests.length]).toEqual([
      'configuration',
      'The external id in the registry entry of Production (222222222222) is env:NOT_SET, and the environment variable NOT_SET is not set. Set it and ask again.',
      0,
    ]);
    expect(source.keyOf(account)).not.toBe(source.keyOf(production));
  });

  it('reads an external id from the parameter that is named, and says what for', async () => {
    const asked: unknown[] = [];
    const { source, fetch, requests } = await setUp((request) => assumed(request), {
      resolveParameter: (name, usedFor) => {
        asked.push([name, usedFor]);
        return Promise.resolve('from-the-parameter');
      },
    });
    const account = { ...production, externalId: 'ssm:/ops/id' };

    await fetch(account);

    expect(asked).toEqual([['/ops/id', 'the external id in the registry entry of Production (222222222222)']]);
    expect(requests[0]?.parameters['ExternalId']).toBe('from-the-parameter');
    expect(source.keyOf(account)).not.toBe(source.keyOf(production));
  });

  it('refuses an account of another partition before it asks', async () => {
    const { fetch, requests } = await setUp((request) => assumed(request));

    const error = await failureOf(fetch({ ...production, partition: 'aws-cn' }));

    expect([error.code, requests.length]).toEqual(['configuration', 0]);
    expect(error.message).toContain('in the partition aws-cn, which the STS of eu-west-1 cannot reach');
  });

  it('stops waiting when it is aborted', async () => {
    const { fetch } = await setUp(() => ({ kind: 'silence' }));
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 20);

    await expect(fetch(production, controller.signal)).rejects.toThrow('enough');
  });

  it('reaches no STS outside this machine in sandbox mode', async () => {
    const { fetch } = await setUp((request) => assumed(request), { endpoint: 'http://192.0.2.1' });

    expect((await failureOf(fetch())).code).toBe('refused');
  });

  it('gives every account its own credentials, many at once', async () => {
    const { fetch } = await setUp((request) => assumed(request));
    const ids = Array.from({ length: 50 }, (_, index) => String(index + 1).padStart(12, '0'));

    const answers = await Promise.all(ids.map((id) => fetch({ ...production, id })));

    expect(answers.map(({ accessKeyId, secretAccessKey }) => [accessKeyId, secretAccessKey])).toEqual(
      ids.map((id) => [`key-${id}`, `secret-${id}`]),
    );
  });
});

describe('the key of an identity', () => {
  it('differs with everything that makes it another identity, and holds no external id', async () => {
    const changes: Partial<AssumeRoleSourceOptions>[] = [
      {},
      { roleName: 'Other' },
      { region: 'eu-west-2' },
      { externalId: 'one-external-id' },
      { externalId: 'two-external-id' },
      { externalId: 'env:A', resolveVariable: () => 'three-external-id' },
      { externalId: 'env:A', resolveVariable: () => 'four-external-id' },
      { sessionPolicyArn: 'arn:aws:iam::aws:policy/ViewOnlyAccess' },
      { inlineDeny: '{}' },
      { attribution: () => ({ sessionName: 'central-ops-bob' }) },
      { attribution: () => ({ sessionName: 'central-ops-alice', sourceIdentity: 'bob' }) },
      { attribution: () => ({ sessionName: 'central-ops-alice', tags: [{ Key: 'CentralOpsCaller', Value: 'bob' }] }) },
    ];
    const keys: string[] = [];
    for (const change of changes) {
      const { source } = await setUp((request) => assumed(request), change);
      keys.push(source.keyOf(production));
      await sts?.close();
    }
    const { source } = await setUp((request) => assumed(request));
    keys.push(source.keyOf({ ...production, id: '333333333333' }), source.keyOf({ ...production, roleName: 'Own' }));

    expect(new Set(keys).size).toBe(changes.length + 2);
    expect(keys.join()).not.toContain('external-id');
    expect(source.keyOf(production)).toBe(keys[0]);
    expect(source.describe(production)).toBe(`role ${roleArn}`);
  });
});
