import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SandboxOptions } from '../../src/sandbox/options.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { answerPage, type Person, signInThrough } from '../unit/identity-center/support/browser.js';
import { type CommandLine, createCommandLine, type Ended } from './support/command-line.js';

let commandLine: CommandLine;
let sandbox: Sandbox;

async function start(options: SandboxOptions = {}): Promise<void> {
  await sandbox?.close();
  sandbox = await startSandbox({ accounts: 2, identityCenter: { interval: 1 }, ...options });
}

beforeEach(async () => {
  commandLine = await createCommandLine();
  await mkdir(join(commandLine.home, '.aws'), { recursive: true });
  await writeFile(
    join(commandLine.home, '.aws', 'config'),
    `[sso-session corp]\nsso_start_url = https://central-ops-sandbox.awsapps.com/start\nsso_region = us-east-1\n`,
  );
  await start();
});
afterEach(async () => {
  await commandLine.close();
  await sandbox.close();
});

const cache = (): string => join(commandLine.home, '.aws', 'sso', 'cache');
const CORP_FILE = 'ee0bfd2552fbd840c02cc48b6e823320543c450f.json';

/** What leads to the sandbox, without the hub's own keys: a person's machine. */
function variables(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_STS: sandbox.url,
    AWS_ENDPOINT_URL_SSO: sandbox.url,
    AWS_ENDPOINT_URL_SSO_OIDC: sandbox.url,
    CENTRAL_OPS_AWS_MCP_URL: sandbox.mcpUrl,
    CENTRAL_OPS_LOG_LEVEL: 'debug',
    ...more,
  };
}

const run = (...parameters: readonly string[]): Promise<Ended> => commandLine.run(parameters, variables());

/** `central-ops login` through the browser, which a person answers. */
async function login(person: Person = {}): Promise<Ended> {
  const started = commandLine.start(['login', '--no-launch-browser', '--callback-port', '0'], variables());
  const [url] = await started.until(/http:\S+\/authorize\?\S+/u);
  await signInThrough(url, person);
  return started.ended;
}

async function loginWithCode(person: Person = {}): Promise<Ended> {
  const started = commandLine.start(['login', '--no-launch-browser', '--use-device-code'], variables());
  const [url] = await started.until(/http:\S+\?user_code=[A-Z-]+/u);
  await answerPage(url, person);
  return started.ended;
}

describe('a person’s day', () => {
  it('is login, status, a question without any registry, and logout', async () => {
    const signedOut = await run('status');
    const signIn = await login();
    const status = await run('status', '--output', 'json');
    const asked = await run('ask', '--output', 'json', 'How many EC2 instances are running in each account?');
    const accounts = await run('ls-accounts', '--output', 'json');
    const signOut = await run('logout');
    const after = await run('ask', 'How many EC2 instances are running in each account?');

    expect([signedOut.code, signIn.code, status.code, asked.code, accounts.code, signOut.code]).toEqual([
      5, 0, 0, 0, 0, 0,
    ]);
    expect(signedOut.stderr).toContain(
      'nobody is signed in on this machine. Run `central-ops login --sso-session corp`',
    );
    expect(signIn.stdout).toMatch(
      /^Signed in to session corp as alice, until \d{4}-\d\d-\d\d \d\d:\d\d \S+ \(59 minutes\), renewed by itself\.\n$/u,
    );
    expect(JSON.parse(status.stdout)).toMatchObject({
      sessions: [{ session: 'corp', state: 'signed-in', user: 'alice', refreshes: true, used: true, problem: null }],
      warnings: [expect.stringContaining('take no session policy')],
    });
    const answer = z
      .object({
        status: z.string(),
        warnings: z.array(z.string()),
        tables: z.array(z.object({ rows: z.array(z.array(z.unknown())) })),
      })
      .parse(JSON.parse(asked.stdout));
    expect([answer.status, answer.tables[0]?.rows.length, answer.warnings]).toEqual([
      'complete',
      3,
      [expect.stringContaining('take no session policy')],
    ]);
    expect(JSON.parse(accounts.stdout)).toMatchObject({
      session: 'session corp',
      accounts: Array.from({ length: 3 }, () => expect.anything()),
    });
    expect(signOut.stdout).toBe('Signed out of IAM Identity Center session corp.\n');
    // Nobody is signed in, so the choice falls on IAM, and that has no registry.
    expect([after.code, after.stdout]).toEqual([2, expect.stringContaining('sign in with `central-ops login`')]);
  }, 60_000);

  it('ends a question with exit code 5 when Identity Center is chosen and nobody is signed in', async () => {
    const ended = await commandLine.run(
      ['ask', 'How many EC2 instances are running?'],
      variables({ CENTRAL_OPS_CREDENTIALS: 'identity-center' }),
    );

    expect([ended.code, ended.stdout]).toEqual([
      5,
      expect.stringContaining('Run `central-ops login --sso-session corp`'),
    ]);
  });

  it('can be cancelled while it waits for the browser', async () => {
    const started = commandLine.start(['login', '--no-launch-browser', '--callback-port', '0'], variables());
    await started.until(/authorize\?/u);
    started.child.kill('SIGINT');
    const ended = await started.ended;

    expect([ended.code, ended.stdout]).toEqual([130, '']);
    await expect(readFile(join(cache(), CORP_FILE))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not stopped by a session that is not there, but told which there are', async () => {
    const ended = await run('login', '--sso-session', 'crop');

    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('There is no [sso-session crop] in')]);
    expect(ended.stderr).toContain('it has corp');
  });

  it('shows each account that could not be listed', async () => {
    await start({ faults: [{ account: 'payments-production', service: 'sso', outcome: 'denied' }] });
    await login();
    await start({ faults: [{ account: 'payments-production', service: 'sso', outcome: 'error' }] });
    const signedOut = await run('ls-accounts');
    await login();
    const ended = await run('ls-accounts');

    expect([signedOut.code, ended.code]).toEqual([5, 3]);
    expect(ended.stdout).toMatch(/Payments Production .* not known: credentials-unavailable/u);
    expect(ended.stderr).toContain('2 of 3 accounts answered.');
  }, 60_000);
});

/** Every secret that the AWS CLI's cache holds now. */
async function secrets(): Promise<readonly string[]> {
  const names = await readdir(cache()).catch(() => []);
  const files = await Promise.all(names.map((name) => readFile(join(cache(), name), 'utf8')));
  return files.flatMap((text) =>
    [...text.matchAll(/"(?:accessToken|refreshToken|clientSecret)": ?"([^"]+)"/gu)].map(([, secret = '']) => secret),
  );
}

/** What is kept outside of the AWS CLI's cache. */
async function keptElsewhere(): Promise<string> {
  const files = await readdir(commandLine.home, { recursive: true, withFileTypes: true });
  const own = files.filter((file) => file.isFile() && !file.parentPath.startsWith(cache()));
  return (await Promise.all(own.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
}

describe('secrets', () => {
  it('stay in the AWS CLI’s cache, whatever happens', async () => {
    const seen = new Set<string>();
    const said: string[] = [];
    const note = async (ended: Ended): Promise<void> => {
      for (const secret of await secrets()) seen.add(secret);
      said.push(ended.stdout, ended.stderr);
    };
    const ask = ['ask', '--output', 'json', 'How many EC2 instances are running in each account?'];

    const together = async (...verbs: readonly (readonly string[])[]): Promise<void> => {
      for (const ended of await Promise.all(verbs.map((verb) => run(...verb)))) await note(ended);
    };

    await note(await login());
    await together(['status'], ['ls-accounts'], ['accounts'], ask);
    await note(await loginWithCode({ decision: 'deny' }));
    await note(await login({ decision: 'deny' }));
    for (const outcome of ['expired-session', 'denied', 'error', 'unreachable'] as const) {
      await start({
        faults: [
          { account: '*', service: 'sso', outcome },
          { account: '*', service: 'sso-oidc', outcome },
        ],
      });
      await together(['status'], ['ls-accounts'], ask);
      await note(await run('logout'));
      await writeFile(
        join(cache(), CORP_FILE),
        JSON.stringify({
          accessToken: `canary-access-token-${outcome}`,
          expiresAt: `${new Date(Date.now() + 300_000).toISOString().slice(0, 19)}Z`,
          clientId: 'canary-client',
          clientSecret: `canary-client-secret-${outcome}`,
          registrationExpiresAt: '2040-01-01T00:00:00Z',
          refreshToken: `canary-refresh-token-${outcome}`,
        }),
      );
      await together(['status'], ['ls-accounts'], ask);
    }
    await writeFile(join(cache(), CORP_FILE), '{"accessToken": "canary-in-a-broken-file');
    await note(await run('status'));

    // The search finds what is there: it is not empty, and knows the secrets of every kind.
    expect([...seen].filter((secret) => secret.startsWith('canary-')).length).toBeGreaterThanOrEqual(12);
    expect([...seen].filter((secret) => /^ao[ar]AAAAA/u.test(secret)).length).toBeGreaterThanOrEqual(2);
    const elsewhere = `${said.join('\n')}\n${await keptElsewhere()}`;
    expect(elsewhere).toContain('session corp');
    expect([...seen, 'canary-'].filter((secret) => elsewhere.includes(secret))).toEqual([]);
    expect(elsewhere).not.toMatch(/ASIA[A-Z2-7]{16}/u);
  }, 240_000);
});

/** The address of a built module, for a program of its own. */
function built(path: string): string {
  return JSON.stringify(new URL(`../../dist/src/${path}`, import.meta.url).href);
}

describe('a process that is killed', () => {
  it('while it renews leaves a whole token, and keeps nobody out', async () => {
    await login();
    const text = await readFile(join(cache(), CORP_FILE), 'utf8');
    const program = `
      import { createTokenCache } from ${built('identity-center/token/token-cache.js')};
      import { parseTokenFile } from ${built('identity-center/token/token-file.js')};
      import { sleep } from ${built('network/sleep.js')};
      const cache = createTokenCache({ directory: ${JSON.stringify(cache())}, clock: Date.now, sleep });
      const session = { name: 'corp', startUrl: 'https://central-ops-sandbox.awsapps.com/start', region: 'us-east-1', scopes: [] };
      const token = parseTokenFile(${JSON.stringify(text)});
      for (;;) { await cache.exclusively(session, () => cache.write(session, token)); process.stdout.write('.'); }`;
    for (let round = 0; round < 5; round += 1) {
      const writer = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(writer.stdout, 'data');
      await new Promise((resolve) => void setTimeout(resolve, 7 * round));
      writer.kill('SIGKILL');
      await once(writer, 'exit');

      expect(await readFile(join(cache(), CORP_FILE), 'utf8')).toBe(text);
    }
    const startedAt = Date.now();
    const signOut = await run('logout');

    expect([signOut.code, Date.now() - startedAt < 20_000]).toEqual([0, true]);
    expect((await readdir(cache())).filter((name) => name.endsWith('.partial') && !name.includes('.lock'))).toEqual([]);
  }, 60_000);
});
