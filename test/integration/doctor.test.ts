import { afterEach, describe, expect, it } from 'vitest';
import { parseFaults, type SandboxOptions } from '../../src/sandbox/options.js';
import type { CheckResult } from '../../src/doctor/check.js';
import { type SandboxRun, startSandboxRun } from './support/sandbox-run.js';

let run: SandboxRun;

afterEach(() => run.close());

async function diagnose(
  options: SandboxOptions = {},
  variables: Readonly<Record<string, string>> = {},
  accountId?: (ids: readonly string[]) => string,
): Promise<readonly CheckResult[]> {
  run = await startSandboxRun({ accounts: 3, ...options }, variables);
  const doctor = await run.composition.doctor();
  const results: CheckResult[] = [];
  const { signal } = new AbortController();
  const id = accountId?.(run.sandbox.registry().accounts.map((account) => account.id));
  for await (const found of doctor.run({ signal, ...(id === undefined ? {} : { accountId: id }) }))
    results.push(...found);
  return results;
}

const shortly = (results: readonly CheckResult[]): readonly string[] =>
  results.map(({ check, account, status }) => `${account?.name ?? 'hub'} ${check} ${status}`);

describe('doctor', () => {
  it('passes every check of an organization in order', async () => {
    const results = await diagnose();

    expect(shortly(results).slice(0, 5)).toEqual([
      'hub configuration pass',
      'hub sign-in pass',
      'hub registry pass',
      'hub sts-reach pass',
      'hub clock pass',
    ]);
    const accounts = results.filter(({ account }) => account !== undefined);
    expect(new Set(accounts.map(({ status }) => status))).toEqual(new Set(['pass']));
    expect(accounts.length).toBe(3 * 5);
  });

  it('gives the statements to add where a role does not open, and goes on with the other accounts', async () => {
    const [, first] = (await startAndClose()).accounts;
    const results = await diagnose({ faults: parseFaults(`${first?.id ?? ''}:sts:denied`) });

    const own = results.filter(({ account }) => account?.id === first?.id);
    expect(shortly(own).map((line) => line.replace(`${first?.name ?? ''} `, ''))).toEqual([
      'assume-role fail',
      'external-id skip',
      'identity skip',
      'mcp-session skip',
      'reads skip',
    ]);
    expect(own[0]?.fix).toContain(`"Resource":"arn:aws:iam::${first?.id ?? ''}:role/CentralOpsTargetRole"`);
    expect(own[0]?.fix).toContain('"sts:ExternalId":"THE VALUE OF CENTRAL_OPS_EXTERNAL_ID"');
    expect(JSON.stringify(results)).not.toContain(run.sandbox.externalId);
    expect(results.filter(({ check, status }) => check === 'reads' && status === 'pass')).toHaveLength(2);
  });

  it('names the action that a role lacks', async () => {
    const [, first] = (await startAndClose()).accounts;
    const results = await diagnose({ faults: parseFaults(`${first?.id ?? ''}:rds:denied`) }, {}, () => first?.id ?? '');

    expect(results.at(-1)).toMatchObject({
      check: 'reads',
      status: 'fail',
      saw: expect.stringContaining('rds DescribeDBInstances denied'),
      fix: `Attach ReadOnlyAccess to CentralOpsTargetRole in ${first?.id ?? ''}, or add: {"Effect":"Allow","Action":["rds:DescribeDBInstances"],"Resource":"*"}`,
    });
  });

  it('warns of a role that opens without its external id, and of having none', async () => {
    const demanded = await diagnose({ externalId: null }, { CENTRAL_OPS_EXTERNAL_ID: 'nobody-demands-it' });
    await run.close();
    const none = await diagnose({ externalId: null });

    expect(demanded.find(({ check }) => check === 'external-id')).toMatchObject({
      status: 'warn',
      saw: 'CentralOpsTargetRole opens without the external id as well: its trust policy does not demand one',
    });
    expect(none.find(({ check }) => check === 'external-id')).toMatchObject({
      status: 'warn',
      saw: 'no external id is configured for this account',
    });
  });

  it('says that a wrong external id opens nothing', async () => {
    const results = await diagnose({}, { CENTRAL_OPS_EXTERNAL_ID: 'not-the-right-one' }, ([, id]) => id ?? '');

    expect(results.find(({ check }) => check === 'assume-role')).toMatchObject({ status: 'fail' });
  });

  it('stops at the registry when the account asked for is not in it', async () => {
    const results = await diagnose({}, {}, () => '999999999999');

    expect(shortly(results)).toContain('hub registry fail');
    expect(results.every(({ account }) => account === undefined)).toBe(true);
  });

  it('names what is wrong with the registry, and asks no account', async () => {
    const results = await diagnose({}, { ACCOUNT_REGISTRY: '[{"id": "1"}]' });

    expect(shortly(results)).toEqual([
      'hub configuration pass',
      'hub sign-in pass',
      'hub registry fail',
      'hub sts-reach pass',
      'hub clock pass',
    ]);
    expect(results[2]?.saw).toContain('[0].id');
  });
});

/** Which accounts a sandbox of this seed has. */
async function startAndClose() {
  const started = await startSandboxRun({ accounts: 3 });
  const registry = started.sandbox.registry();
  await started.close();
  return registry;
}
