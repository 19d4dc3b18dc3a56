import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerPage, signInThrough } from '../unit/identity-center/support/browser.js';
import { CORP, createWorld, type World } from '../unit/identity-center/support/world.js';
import {
  type AwsCli,
  endpointVariables,
  hasBoto3,
  installedAwsClis,
  type ProgramResult,
  runProgram,
} from './support/aws-programs.js';

/**
 * One sign-in for everybody: what this program writes is read by the AWS CLI and boto3, what they write is read here. Both
 * run as they are installed, against the sandbox.
 */

const CORP_FILE = 'ee0bfd2552fbd840c02cc48b6e823320543c450f.json';
const clis = installedAwsClis();
const cliWithLogin = clis.find(({ isVersion2 }) => isVersion2);
const boto3 = hasBoto3();

let world: World;
let accountId: string;
let variables: Readonly<Record<string, string>>;

beforeEach(async () => {
  // Polls need no pause here: the AWS CLI really sleeps.
  world = await createWorld({ sandbox: { identityCenter: { interval: 0 } } });
  accountId = world.sandbox.registry().accounts[1]?.id ?? '';
  const scopes = 'sso_registration_scopes = sso:account:access\n';
  const profile = (name: string, more: string): string =>
    `[profile ${name}]\n${more}sso_account_id = ${accountId}\nsso_role_name = CentralOpsReadOnly\nregion = us-east-1\n`;
  await writeFile(
    join(world.home, '.aws', 'config'),
    `${CORP}${scopes}${profile('session', 'sso_session = corp\n')}${profile('"older style"', CORP.split('\n').slice(1).join('\n'))}`,
  );
  variables = { HOME: world.home, ...(await endpointVariables(world.sandbox.url, join(world.home, 'models'))) };
});
afterEach(() => world.close());

const { signal } = new AbortController();

async function signInHere(): Promise<void> {
  const session = await world.identityCenter.session(signal);
  const page = world.nextPage();
  await Promise.all([
    world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal),
    page.then((url) => signInThrough(url)),
  ]);
}

function aws(cli: AwsCli, ...parameters: readonly string[]): Promise<ProgramResult> {
  return runProgram(cli.path, parameters, variables);
}

function python(program: string): Promise<ProgramResult> {
  return runProgram('python3', ['-c', program], variables);
}

async function identityOf(result: Promise<ProgramResult>): Promise<string> {
  const { code, stdout, stderr } = await result;
  if (code !== 0) return stderr.trim();
  return z.object({ Arn: z.string() }).parse(JSON.parse(stdout)).Arn;
}

/** A Python program that prints whose credentials a profile has. */
function whoIsProgram(profile: string): string {
  return `import boto3, json; print(json.dumps({"Arn": boto3.Session(profile_name=${JSON.stringify(profile)}).client("sts").get_caller_identity()["Arn"]}))`;
}

const tokenPath = (): string => join(world.home, '.aws', 'sso', 'cache', CORP_FILE);

/** Lets the cached token end in five minutes, as its file says, so that whoever reads it renews it. */
async function endSoon(): Promise<string> {
  const soon = `${new Date(world.now() + 5 * 60_000).toISOString().slice(0, 19)}Z`;
  const text = await readFile(tokenPath(), 'utf8');
  await writeFile(tokenPath(), text.replace(/"expiresAt": ?"[^"]+"/u, `"expiresAt":"${soon}"`));
  return soon;
}

const alice = (): unknown =>
  expect.stringMatching(
    new RegExp(`^arn:aws:sts::${accountId}:assumed-role/AWSReservedSSO_CentralOpsReadOnly_[0-9a-f]{16}/alice$`, 'u'),
  );

describe.skipIf(clis.length === 0)('the AWS CLI (needs `aws`)', () => {
  it.each(clis.map((cli) => [cli.version, cli] as const))(
    '%s works after central-ops login, and no more after central-ops logout',
    async (_, cli) => {
      await signInHere();
      const before = await identityOf(aws(cli, 'sts', 'get-caller-identity', '--profile', 'session'));
      await world.identityCenter.signOut(await world.identityCenter.session(signal), signal);
      const after = await identityOf(aws(cli, 'sts', 'get-caller-identity', '--profile', 'session'));

      expect(before).toEqual(alice());
      expect(after).toContain('Token for corp does not exist');
    },
    60_000,
  );
});

describe.skipIf(cliWithLogin === undefined)('AWS CLI 2 (needs `aws` 2)', () => {
  it('exports the credentials of a profile after central-ops login', async () => {
    if (cliWithLogin === undefined) throw new Error('skipped');
    await signInHere();

    const exported = await aws(
      cliWithLogin,
      'configure',
      'export-credentials',
      '--profile',
      'session',
      '--format',
      'process',
    );

    const credentials = z
      .object({ Version: z.literal(1), AccessKeyId: z.string(), SecretAccessKey: z.string(), SessionToken: z.string() })
      .parse(JSON.parse(exported.stdout));
    expect(credentials.AccessKeyId).toMatch(/^ASIA/u);
  }, 60_000);

  it('signs in for Central Ops, which renews the token for both', async () => {
    if (cliWithLogin === undefined) throw new Error('skipped');
    let approving: Promise<unknown> | undefined;
    const login = await runProgram(
      cliWithLogin.path,
      ['sso', 'login', '--sso-session', 'corp', '--no-browser'],
      variables,
      (text) => {
        const url = /http:\S+\?user_code=[A-Z-]+/u.exec(text)?.[0];
        if (url !== undefined) approving ??= answerPage(url, { user: 'alice' });
      },
    );
    const session = await world.identityCenter.session(signal);
    const accounts = await world.identityCenter.portal.listAccounts(session, signal);
    const [status] = await world.identityCenter.status(signal);
    const written = await endSoon();
    const [renewed] = await world.identityCenter.status(signal);
    const identity = await identityOf(aws(cliWithLogin, 'sts', 'get-caller-identity', '--profile', 'session'));

    expect([login.code, login.stderr]).toEqual([0, '']);
    expect(accounts).toHaveLength(3);
    expect(status).toMatchObject({ state: 'signed-in', user: 'alice', refreshes: true });
    expect(await readFile(tokenPath(), 'utf8')).not.toContain(written);
    expect((renewed?.expiresAt ?? 0) - world.now()).toBeGreaterThan(50 * 60_000);
    expect(identity).toEqual(alice());
  }, 60_000);

  it('signs in although this program registered itself for the browser flow, and keeps its registration', async () => {
    if (cliWithLogin === undefined) throw new Error('skipped');
    await signInHere();
    const cache = join(world.home, '.aws', 'sso', 'cache');
    const before = await readdir(cache);
    let approving: Promise<unknown> | undefined;
    const login = await runProgram(
      cliWithLogin.path,
      ['sso', 'login', '--sso-session', 'corp', '--no-browser'],
      variables,
      (text) => {
        const url = /http:\S+\?user_code=[A-Z-]+/u.exec(text)?.[0];
        if (url !== undefined) approving ??= answerPage(url);
      },
    );
    await approving;

    expect(login.code).toBe(0);
    expect(await readdir(cache)).toEqual(expect.arrayContaining(before));
    await signInHere();
    expect(
      world.notices.map((notice) => notice.kind === 'open-page' && new URL(notice.url).searchParams.get('client_id')),
    ).toEqual([
      expect.any(String),
      world.notices[0]?.kind === 'open-page' && new URL(world.notices[0].url).searchParams.get('client_id'),
    ]);
  }, 60_000);
});

describe.skipIf(!boto3)('boto3 (needs python3 with boto3)', () => {
  it('works after central-ops login, through profiles of the newer style', async () => {
    await signInHere();

    expect(await identityOf(python(whoIsProgram('session')))).toEqual(alice());
  }, 60_000);

  it('works after central-ops login to the start URL, through profiles of the older style', async () => {
    await writeFile(
      join(world.home, '.aws', 'config'),
      (await readFile(join(world.home, '.aws', 'config'), 'utf8')).replace(
        /^[\s\S]*?(?=\[profile "older style"\])/u,
        '',
      ),
    );
    await signInHere();

    expect(await identityOf(python(whoIsProgram('older style')))).toEqual(alice());
  }, 60_000);

  it('reads the profiles as they are read here', async () => {
    await appendFile(
      join(world.home, '.aws', 'config'),
      '[profile conflict]\nsso_session = corp\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = R\n',
    );
    const session = await world.identityCenter.session(signal);

    const [ours, theirs] = await Promise.all([
      world.identityCenter.conflicts(session, signal),
      python(whoIsProgram('conflict')),
    ]);

    expect(ours).toEqual([expect.stringContaining('sso_region is "eu-west-1" in [profile conflict]')]);
    expect(theirs.stderr).toContain(
      'The value for sso_region is inconsistent between profile (eu-west-1) and sso-session (us-east-1)',
    );
  }, 60_000);

  it('renews the token for Central Ops', async () => {
    await signInHere();
    const soon = await endSoon();

    const arn = await identityOf(python(whoIsProgram('session')));
    const renewed = await readFile(tokenPath(), 'utf8');
    const [status] = await world.identityCenter.status(signal);

    expect(arn).toEqual(alice());
    expect(renewed).not.toContain(soon);
    expect(status).toMatchObject({ state: 'signed-in', refreshes: true });
    expect((await stat(tokenPath())).mode & 0o777).toBe(0o600);
  }, 60_000);
});
