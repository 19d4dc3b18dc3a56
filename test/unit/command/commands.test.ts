import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createCommands, type Commands, type CommandsUses } from '../../../src/command/commands.js';
import { createSpill } from '../../../src/command/spill.js';
import type { Account } from '../../../src/domain/account.js';
import type { AwsCredentials } from '../../../src/domain/credentials.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { checkCommand } from '../../../src/planning/command/check-command.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { type FakeAws, fakeAws } from './support/fake-aws.js';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TOKEN = 'FwoGZXIvYXdzEXAMPLETOKENEXAMPLETOKENEXAMPLETOKEN';
const KEYS: AwsCredentials = { accessKeyId: 'ASIAEXAMPLEKEYID0001', secretAccessKey: SECRET, sessionToken: TOKEN };

const account = (id: string, name: string, more: Partial<Account> = {}): Account => ({
  id,
  name,
  tags: {},
  partition: 'aws',
  ...more,
});
const ONE = account('111111111111', 'One');
const TWO = account('222222222222', 'Two', { regions: ['eu-west-1'] });
const THREE = account('333333333333', 'Three');

const state = mkdtempSync(join(tmpdir(), 'commands-state-'));
afterAll(() => rmSync(state, { recursive: true }));
const catalogue = createCatalogue();
const fakes: FakeAws[] = [];
afterEach(() => {
  for (const fake of fakes.splice(0)) fake.remove();
});

function setup(script: string, uses: Partial<CommandsUses> = {}, lines: string[] = []) {
  const fake = fakeAws(script);
  fakes.push(fake);
  const refreshes: boolean[] = [];
  const commands: Commands = createCommands({
    check: (command) => checkCommand(catalogue, command, { sensitiveReads: [], allowMutations: false }),
    accountsOf: (asked) => Promise.resolve('id' in asked ? [ONE] : [ONE, TWO, THREE]),
    identityOf: (_account, roleName) =>
      Promise.resolve({
        roleName: roleName ?? 'ReadOnly',
        provide: (options) => {
          refreshes.push(options?.forceRefresh === true);
          return Promise.resolve(KEYS);
        },
      }),
    regionOf: ({ regions }) => regions?.[0] ?? 'us-east-1',
    offeredIn: () => undefined,
    cli: () => Promise.resolve({ program: fake.program, variables: { TZ: 'UTC' }, endpointUrl: undefined }),
    spill: createSpill(join(state, 'out'), Date.now, () => `id-${String(Math.random()).slice(2)}`),
    concurrency: 2,
    clock: () => 1000,
    logger: createLogger({ level: 'info', write: (line) => lines.push(line), clock: () => 0 }),
    ...uses,
  });
  return { fake, commands, refreshes };
}

const context = (signal = new AbortController().signal) => ({
  caller: { kind: 'operating-system-user', name: 'alice' } as const,
  signal,
});
const one = { accounts: { id: ONE.id } };
const all = { accounts: { selectors: ['all'] } };

describe('a command in an account', () => {
  it('answers what the AWS CLI prints, and is written to the log without its values', async () => {
    const lines: string[] = [];
    const { commands, fake } = setup('echo buckets', {}, lines);

    const report = await commands.run({ ...one, command: `aws s3api list-buckets --prefix 'a b'` }, context());

    expect(report).toEqual({
      command: "aws s3api list-buckets --prefix 'a b'",
      operations: ['s3 ListBuckets'],
      results: [
        {
          accountId: ONE.id,
          accountName: 'One',
          roleName: 'ReadOnly',
          region: 'us-east-1',
          outcome: 'answered',
          exitCode: 0,
          stdout: 'buckets\n',
          stderr: '',
          millis: 0,
        },
      ],
      coverage: '1 of 1 account',
      startedAt: 1000,
    });
    expect(fake.calls()).toEqual([['s3api', 'list-buckets', '--prefix', 'a b']]);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        time: '1970-01-01T00:00:00.000Z',
        level: 'info',
        message: 'aws command ended',
        caller: 'alice',
        account: ONE.id,
        role: 'ReadOnly',
        region: 'us-east-1',
        command: 's3api list-buckets --prefix',
        operations: 's3:ListBuckets',
        outcome: 'answered',
        exitCode: 0,
        millis: 0,
      },
    ]);
  });

  it('gives the AWS CLI an environment made from nothing, and an empty home that is gone afterwards', async () => {
    process.env['AWS_PROFILE'] = 'admin';
    const { commands, fake } = setup(
      'env | sort > "$folder/env"; pwd > "$folder/pwd"; ls -a "$HOME" > "$folder/home"; ls -ld "$HOME" | cut -c1-10 > "$folder/mode"; cat "$AWS_CONFIG_FILE" > "$folder/config"; cat > "$folder/stdin"',
    );
    try {
      await commands.run({ ...one, command: 'aws s3 ls', region: 'eu-west-1' }, context());
    } finally {
      delete process.env['AWS_PROFILE'];
    }

    const home = fake.read('pwd').trim();
    const variables = Object.fromEntries(
      fake
        .read('env')
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    // What the shell of the fake adds.
    const made = Object.fromEntries(
      Object.entries(variables).filter(([name]) => !['PWD', 'OLDPWD', '_', 'SHLVL'].includes(name)),
    );
    expect(made).toEqual({
      PATH: `${join(fake.folder, 'bin')}:/usr/local/bin:/usr/bin:/bin`,
      HOME: home,
      TMPDIR: home,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      PYTHONUTF8: '1',
      PYTHONUSERBASE: fake.folder,
      PYTHONDONTWRITEBYTECODE: '1',
      AWS_CONFIG_FILE: join(home, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'),
      AWS_PAGER: '',
      AWS_CLI_AUTO_PROMPT: 'off',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: SECRET,
      AWS_SESSION_TOKEN: TOKEN,
    });
    expect(fake.read('home').split('\n').toSorted().join(' ').trim()).toBe('. .. config');
    expect(fake.read('mode')).toBe('drwx------\n');
    expect(fake.read('config')).toContain('cli_follow_urlparam = false');
    expect(fake.read('stdin')).toBe('');
    expect(existsSync(home)).toBe(false);
  });

  it('keeps the keys out of whatever the AWS CLI says', async () => {
    const { commands } = setup('env; env >&2; exit 3');

    const report = await commands.run({ ...one, command: 'aws s3 ls' }, context());

    const text = JSON.stringify(report);
    expect([SECRET, TOKEN, KEYS.accessKeyId].filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('AWS_SECRET_ACCESS_KEY=[redacted]');
  });

  it.each([
    ['echo "An error occurred (AccessDenied) when calling the ListBuckets operation: no" >&2; exit 254', 'denied', 254],
    [
      'echo "An error occurred (Throttling) when calling the ListBuckets operation (reached max retries: 4): slow" >&2; exit 254',
      'throttled',
      254,
    ],
    ['echo "Could not connect to the endpoint URL: x" >&2; exit 255', 'unreachable', 255],
    ['echo "Unknown options: x" >&2; exit 252', 'failed', 252],
    ['kill -9 $$', 'failed', undefined],
  ])('that ends with %j is %s', async (script, outcome, exitCode) => {
    const { commands } = setup(script);

    const { results, coverage } = await commands.run({ ...one, command: 'aws s3 ls' }, context());

    expect(results.map((result) => [result.outcome, result.exitCode])).toEqual([[outcome, exitCode]]);
    expect(coverage).toBe(`0 of 1 account; 1 ${outcome}`);
  });

  it('that is denied is not sent to a stronger role', async () => {
    const { commands } = setup(
      'echo "An error occurred (AccessDenied) when calling the ListBuckets operation: User is not authorized to perform: s3:ListAllMyBuckets" >&2; exit 254',
    );

    const { results } = await commands.run({ ...one, command: 'aws s3 ls', roleName: 'Weak' }, context());

    expect(results[0]?.nextStep).toBe(
      'Allow s3:ListAllMyBuckets in the role that Central Ops uses in this account; if it is allowed there, look for a service control policy, a permissions boundary or the session policy.',
    );
  });

  it('is run once more with fresh credentials when AWS calls the old ones expired', async () => {
    const { commands, refreshes, fake } = setup(
      'if [ -e "$folder/again" ]; then echo ok; else touch "$folder/again"; echo "An error occurred (ExpiredToken) when calling the ListBuckets operation: old" >&2; exit 254; fi',
    );

    const { results } = await commands.run({ ...one, command: 'aws s3 ls' }, context());

    expect(results[0]?.stdout).toBe('ok\n');
    expect(refreshes).toEqual([false, true]);
    expect(fake.calls()).toHaveLength(2);
  });

  it('is ended with everything that it started, when it takes too long', async () => {
    const { commands, fake } = setup(
      'trap "" TERM; (trap "" TERM; sleep 20; touch "$folder/late") & echo $! > "$folder/pid"; sleep 20',
    );

    const { results } = await commands.run({ ...one, command: 'aws s3 ls', timeoutSeconds: 0.3 }, context());

    expect(results[0]).toMatchObject({ outcome: 'timed-out', stdout: '' });
    expect(results[0]?.message).toContain('did not end within 0.3 seconds');
    // Gone, or dead and not yet collected by whoever collects the dead here.
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', fake.read('pid').trim()], { encoding: 'utf8' });
    expect(stdout.trim()).toMatch(/^(?:Z.*)?$/);
  }, 15_000);

  it('is ended when whoever asked has gone', async () => {
    const { commands } = setup('sleep 20');
    const gone = new AbortController();
    setTimeout(() => gone.abort(), 200);

    const { results } = await commands.run({ ...one, command: 'aws s3 ls' }, context(gone.signal));

    expect(results.map(({ outcome }) => outcome)).toEqual(['cancelled']);
  });

  it('may print more than is shown: all of it is in a file of the owner', async () => {
    const { commands } = setup('i=0; while [ $i -lt 2000 ]; do echo "line $i"; i=$((i+1)); done');

    const { results } = await commands.run({ ...one, command: 'aws s3 ls', mostCharacters: 1000 }, context());

    const [result] = results;
    const path = result?.rest?.path ?? '';
    expect(result?.stdout.endsWith('\n')).toBe(true);
    expect(result?.stdout.length).toBeLessThanOrEqual(1000);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(2001);
    expect(result?.rest?.characters).toBe(readFileSync(path, 'utf8').length);
  });

  it('has members that can hold secrets blanked, before its query sees them', async () => {
    const reply = '{"Functions":[{"FunctionName":"f","Environment":{"Variables":{"DB":"hunter2"}}}]}';
    const { commands, fake } = setup(`printf '%s' '${reply}'`);
    const run = async (command: string): Promise<string> =>
      (await commands.run({ ...one, command }, context())).results
        .map(({ stdout, message }) => stdout + (message ?? ''))
        .join('');

    expect(await run('aws lambda list-functions')).toBe(
      `${JSON.stringify({ Functions: [{ FunctionName: 'f', Environment: '[not shown: it can hold a secret]' }] }, undefined, 4)}\n`,
    );
    expect(
      await run(`aws lambda list-functions --query 'Functions[].Environment.Variables.DB' --output text`),
    ).not.toContain('hunter2');
    expect(await run(`aws lambda list-functions --query 'values(@)' --output text`)).not.toContain('hunter2');
    expect(
      await run(`aws lambda list-functions --query 'Functions[?FunctionName==\`f\`].FunctionName' --output text`),
    ).toBe('f\n');
    expect(await run(`aws lambda list-functions --query 'Functions['`)).toContain('no JMESPath expression');
    expect(new Set(fake.calls().map((call) => call.join(' ')))).toEqual(
      new Set(['lambda list-functions --output json']),
    );
  });

  it('is not shown when its members cannot be blanked', async () => {
    const { commands } = setup('echo "password is hunter2"');

    const { results } = await commands.run({ ...one, command: 'aws lambda list-functions' }, context());

    expect(JSON.stringify(results)).not.toContain('hunter2');
    expect(results[0]?.code).toBe('tool-reply-invalid');
  });

  it.each([
    [{ roleName: 'arn:aws:iam::1:role/x' }, 'is not the name of a role'],
    [{ region: 'mars-1' }, 'There is no Region "mars-1"'],
    [{ region: 'eu-west-1', command: 'aws s3 ls --region us-east-1' }, 'Name one Region'],
    [{ command: 'id' }, 'Only commands of the AWS CLI are run'],
  ])('is not started with %j', async (asked, reason) => {
    const { commands, fake } = setup('');

    await expect(
      commands.run({ ...one, command: 'aws s3 ls', ...asked }, context()).catch((error: unknown) => {
        throw new Error(error instanceof CentralOpsError ? `${error.message} ${error.nextStep ?? ''}` : String(error));
      }),
    ).rejects.toThrow(reason);
    expect(fake.calls()).toEqual([]);
  });
});

describe('a command in many accounts', () => {
  it('answers for each of them, and none ends the others', async () => {
    const seen: string[] = [];
    const { commands } = setup('echo "[\\"$AWS_REGION\\"]"', {
      identityOf: (asked) =>
        asked === TWO
          ? Promise.reject(new CentralOpsError('credentials-denied', 'no role in 222222222222'))
          : Promise.resolve({ roleName: 'R', provide: () => Promise.resolve(KEYS) }),
    });

    const report = await commands.run(
      { ...all, command: 'aws s3 ls' },
      {
        ...context(),
        onResult: ({ accountId }, done, total) => seen.push(`${accountId} ${String(done)}/${String(total)}`),
      },
    );

    expect(
      report.results.map(({ accountId, outcome, stdout, region }) => [accountId, outcome, stdout, region]),
    ).toEqual([
      [ONE.id, 'answered', '["us-east-1"]\n', 'us-east-1'],
      [TWO.id, 'denied', '', 'eu-west-1'],
      [THREE.id, 'answered', '["us-east-1"]\n', 'us-east-1'],
    ]);
    expect(report.coverage).toBe('2 of 3 accounts; 1 denied');
    expect(seen).toHaveLength(3);
  });

  it('runs no more at once than it may', async () => {
    const { commands, fake } = setup(
      'mkdir "$folder/running.$$"; ls -d "$folder"/running.* | wc -l >> "$folder/counts"; sleep 0.2; rmdir "$folder/running.$$"',
      {
        accountsOf: () =>
          Promise.resolve(
            Array.from({ length: 6 }, (_, index) => account(String(index).repeat(12), `A${String(index)}`)),
          ),
      },
    );

    await commands.run({ ...all, command: 'aws s3 ls' }, context());

    const counts = fake.read('counts').trim().split('\n').map(Number);
    expect(counts).toHaveLength(6);
    expect(Math.max(...counts)).toBe(2);
  });
});
