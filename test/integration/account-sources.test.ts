import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

const ALICE: Caller = { kind: 'operating-system-user', name: 'alice' };
const { signal } = new AbortController();

/** The registry that the generator writes is the truth: the sources have to find the same accounts by themselves. */
describe.each([
  ['organizations', { ACCOUNT_REGISTRY: 'organizations', CENTRAL_OPS_ORGANIZATIONS_TAGS: '1' }],
  [
    'a parameter',
    { ACCOUNT_REGISTRY: 'ssm:/central-ops/accounts', CENTRAL_OPS_EXTERNAL_ID: 'ssm:/central-ops/external-id' },
  ],
])('accounts from %s', (_name, variables) => {
  let run: SandboxRun;

  beforeAll(async () => {
    run = await startSandboxRun({ accounts: 45 }, variables);
  });

  afterAll(() => run.close());

  it('are those of the organization, with their places and tags, over several pages', async () => {
    const listed = (await run.composition.listAccounts(ALICE, signal)).accounts();

    expect(
      listed.map(({ id, name, ou, tags, role, environment }) => ({
        id,
        name,
        ou,
        tags: { ...tags, environment },
        central: role === 'central',
      })),
    ).toEqual(
      run.sandbox.registry().accounts.map(({ id, name, ou, tags, role, environment }) => ({
        id,
        name,
        ou,
        tags: { ...tags, environment },
        central: role === 'central',
      })),
    );
  });

  it('are asked: by unit, all but the closed one and the management account', async () => {
    const answer = await run.ask('How many EC2 instances are running in each account?', {
      accounts: ['ou:Workloads/Production'],
    });

    const wanted = run.sandbox.registry().accounts.filter(({ ou }) => ou === 'Workloads/Production');
    expect([answer.status, answer.coverage?.accounts]).toEqual([
      'complete',
      { asked: wanted.length, answered: wanted.length },
    ]);
  });
});

describe('a source that is not there', () => {
  it('is named, with what to check', async () => {
    const run = await startSandboxRun({ accounts: 3 }, { ACCOUNT_REGISTRY: 'ssm:/no/such/parameter' });

    const answer = await run.ask('List S3 buckets');
    await run.close();

    expect(answer.error).toEqual({
      code: 'configuration',
      message:
        "There is no parameter /no/such/parameter in us-east-1, the account registry (ACCOUNT_REGISTRY). Check its name and Region, and that the hub's identity has ssm:GetParameter on it (and kms:Decrypt on its key).",
    });
  });
});
