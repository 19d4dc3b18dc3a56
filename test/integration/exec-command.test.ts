import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import { installedAwsClis } from '../contract/support/aws-programs.js';
import { fakeAws, type FakeAws } from '../unit/command/support/fake-aws.js';
import { createCommandLine, type CommandLine } from './support/command-line.js';
import { readTruth, type TrueAccount } from './support/ground-truth.js';

let commandLine: CommandLine;
let truth: readonly TrueAccount[];
let fake: FakeAws;

beforeAll(async () => {
  const sandbox = await startSandbox();
  truth = readTruth(JSON.stringify(sandbox.truth()));
  await sandbox.close();
});
beforeEach(async () => {
  commandLine = await createCommandLine();
  fake = fakeAws(
    'case "$*" in *get-caller-identity*) echo oops >&2; exit 42;; *list-tables*) [ "$AWS_REGION" = eu-west-1 ] && exit 254; echo "{\\"TableNames\\":[\\"a\\",\\"b\\"]}";; *) echo hello;; esac',
  );
});
afterEach(async () => {
  fake.remove();
  await commandLine.close();
});

const exec = (parameters: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  commandLine.run(['exec-command', '--sandbox', ...parameters], {
    CENTRAL_OPS_AWS_CLI: fake.program,
    CENTRAL_OPS_SANDBOX_ACCOUNTS: '3',
    ...variables,
  });

const account = (position: number): TrueAccount => {
  const found = truth[position];
  if (found === undefined) throw new Error('The sandbox has too few accounts.');
  return found;
};

describe('exec-command', () => {
  it('passes on what the AWS CLI prints, and its exit code', async () => {
    const { id } = account(0);

    const printed = await exec(['--account-id', id, '--role-name', 'CentralOpsTargetRole', '--command', 'aws s3 ls']);
    const failed = await exec(['--account-id', id, '--command', 'aws sts get-caller-identity']);

    expect(printed).toEqual({ code: 0, stdout: 'hello\n', stderr: '' });
    expect(failed.code).toBe(42);
    expect(failed.stderr).toMatch(/^oops\n/u);
  });

  it('runs nothing that is refused', async () => {
    const refused = await exec(['--account-id', account(0).id, '--command', 'aws s3 ls; id']);

    expect(refused.code).toBe(4);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('";" stands for another command');
    expect(fake.calls()).toEqual([]);
  });

  it('makes one table of many accounts, and says which did not answer', async () => {
    const { id, name } = account(1);

    const ended = await exec(['--accounts', 'all', '--command', 'aws dynamodb list-tables', '--output', 'csv'], {
      CENTRAL_OPS_SANDBOX_FAULTS: `${id}:sts:denied`,
    });

    expect(ended.code).toBe(3);
    expect(ended.stdout.split('\r\n')[0]).toBe('Account,Account ID,Region,Value');
    expect(ended.stdout).not.toContain(id);
    expect(ended.stderr).toContain(`✘ ${name} (${id})  denied;`);
    expect(ended.stderr).toContain('1 denied');
  });

  it.each([
    [['--command', 'aws s3 ls'], 'Name the account with --account-id'],
    [['--account-id', '000000000000', '--command', 'aws s3 ls'], 'is not in the account registry'],
  ])('does not understand %j', async (parameters, reason) => {
    const ended = await exec(parameters);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(reason);
  });
});

const clis = installedAwsClis();

describe.skipIf(clis.length === 0)('exec-command with the AWS CLI (needs one that is installed)', () => {
  it.each(clis)('lists buckets with $version, signed as the account', async ({ path }) => {
    const { id } = account(0);
    const own = path === 'aws' ? { CENTRAL_OPS_AWS_CLI: '' } : { CENTRAL_OPS_AWS_CLI: path };

    const listed = await exec(['--account-id', id, '--command', 'aws s3api list-buckets --query Buckets[].Name'], own);
    const blanked = await exec(
      [
        '--account-id',
        id,
        '--region',
        'us-east-1',
        '--command',
        "aws lambda list-functions --query 'Functions[].Environment'",
      ],
      own,
    );

    const names = account(0).global.s3Buckets.map((bucket) => bucket.name);
    expect(listed.stderr).toBe('');
    expect(JSON.parse(listed.stdout)).toEqual(names);
    expect(blanked.stderr).toBe('');
    expect(new Set(JSON.parse(blanked.stdout))).toEqual(new Set(['[not shown: it can hold a secret]']));
  });
});
