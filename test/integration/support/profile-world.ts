import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DEFAULT_SCOPES } from '../../../src/identity-center/session.js';
import { createTokenCache } from '../../../src/identity-center/token/token-cache.js';
import { sleep } from '../../../src/network/sleep.js';
import type { SandboxOptions } from '../../../src/sandbox/options.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.js';
import { type CommandLine, createCommandLine, type Ended, type Started } from './command-line.js';

/** A person who is signed in to session "corp" on a machine of their own. */
export interface ProfileWorld {
  readonly sandbox: Sandbox;
  readonly home: string;
  readonly configFile: string;
  config(): Promise<string>;
  run(...parameters: readonly string[]): Promise<Ended>;
  start(...parameters: readonly string[]): Started;
  /** The account that each profile opens, for boto3 or the JavaScript SDK. */
  opened(program: 'boto3' | 'sdk', profiles: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Another sandbox of the same organization takes the place of this one. */
  restart(options: SandboxOptions): Promise<void>;
  close(): Promise<void>;
}

export const SESSION =
  '[sso-session corp]\nsso_start_url = https://central-ops-sandbox.awsapps.com/start\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n';

const PROGRAMS = {
  boto3: ['python3', fileURLToPath(new URL('../../contract/support/profiles-boto3.py', import.meta.url))],
  sdk: [process.execPath, fileURLToPath(new URL('../../contract/support/profiles-sdk.mjs', import.meta.url))],
} as const;

export async function createProfileWorld(options: SandboxOptions = {}): Promise<ProfileWorld> {
  const commandLine: CommandLine = await createCommandLine();
  const { home } = commandLine;
  const configFile = join(home, '.aws', 'config');
  await mkdir(join(home, '.aws'));
  await writeFile(configFile, SESSION);
  let sandbox = await startSandbox({ accounts: 3, ...options });

  async function signIn(): Promise<void> {
    const { startUrl, region } = sandbox.identityCenter;
    const { accessToken, expiresIn } = sandbox.identityCenter.signIn('alice');
    await createTokenCache({ directory: join(home, '.aws', 'sso', 'cache'), clock: Date.now, sleep }).write(
      { name: 'corp', startUrl, region, scopes: DEFAULT_SCOPES },
      { accessToken, expiresAt: Date.now() + expiresIn * 1000, startUrl },
    );
  }
  await signIn();

  const variables = (): Readonly<Record<string, string>> => ({
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_STS: sandbox.url,
    AWS_ENDPOINT_URL_SSO: sandbox.url,
    AWS_ENDPOINT_URL_SSO_OIDC: sandbox.url,
  });
  return {
    get sandbox() {
      return sandbox;
    },
    home,
    configFile,
    config: () => readFile(configFile, 'utf8'),
    run: (...parameters) => commandLine.run(parameters, variables()),
    start: (...parameters) => commandLine.start(parameters, variables()),
    async opened(program, profiles) {
      const [path, script] = PROGRAMS[program];
      const output = await printed(path, script, JSON.stringify(profiles), {
        ...variables(),
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      });
      return z.record(z.string(), z.string()).parse(JSON.parse(output));
    },
    async restart(next) {
      await sandbox.close();
      sandbox = await startSandbox({ accounts: 3, ...options, ...next });
      await signIn();
    },
    async close() {
      await commandLine.close();
      await sandbox.close();
    },
  };
}

function printed(path: string, script: string, input: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.once('error', reject);
    child.once('close', () => resolve(stdout));
    child.stdin.end(input);
  });
}
