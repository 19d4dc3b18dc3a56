import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentityCenter, type IdentityCenter } from '../../../../src/identity-center/identity-center.js';
import type { SignInNotice } from '../../../../src/identity-center/sign-in/notices.js';
import type { SignInOptions } from '../../../../src/identity-center/sign-in/sign-in.js';
import { createNetwork } from '../../../../src/network/network.js';
import type { Sleep } from '../../../../src/network/sleep.js';
import type { SandboxOptions } from '../../../../src/sandbox/options.js';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/sandbox.js';
import { recordingLogger } from './sessions.js';

const START_URL = 'https://central-ops-sandbox.awsapps.com/start';

/** The session that most tests sign in to. */
export const CORP = `[sso-session corp]\nsso_start_url = ${START_URL}\nsso_region = us-east-1\n`;

/** A person's machine with Identity Center code on it, and a sandbox to sign in to; both live by one clock. */
export interface World {
  readonly home: string;
  readonly sandbox: Sandbox;
  readonly identityCenter: IdentityCenter;
  readonly notices: SignInNotice[];
  readonly logs: string[];
  /** Resolves with the next page that a person is told of. */
  nextPage(): Promise<string>;
  later(millis: number): void;
  now(): number;
  /** Options of a sign-in whose notices are kept here. */
  readonly tell: Pick<SignInOptions, 'tell'>;
  /** The AWS CLI's cached token of a session, by the name of its file. */
  tokenFile(name: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly sandbox?: SandboxOptions;
  readonly config?: string;
  readonly whyNoBrowser?: string;
  readonly openBrowser?: (url: string) => Promise<string | undefined>;
  /** Waits of at least this many milliseconds do not end by themselves (ten minutes). */
  readonly patience?: number;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  let ahead = 0;
  const clock = (): number => Date.now() + ahead;
  const sandbox = await startSandbox({ accounts: 2, clock, ...options.sandbox });
  const home = await mkdtemp(join(tmpdir(), 'central-ops-world-'));
  const awsDirectory = join(home, '.aws');
  await mkdir(awsDirectory);
  await writeFile(join(awsDirectory, 'config'), options.config ?? CORP);
  const network = createNetwork({ loopbackOnly: true });
  const logger = recordingLogger();
  const notices: SignInNotice[] = [];
  const watchers: ((url: string) => void)[] = [];

  /** Time passes by waiting; a wait for a person lasts until it is called off. */
  const sleep: Sleep = (millis, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const onAbort = (): void => reject(signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (millis >= (options.patience ?? 600_000)) return;
      ahead += millis;
      setImmediate(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
    });

  const identityCenter = createIdentityCenter({
    files: {
      configFile: join(awsDirectory, 'config'),
      credentialsFile: join(awsDirectory, 'credentials'),
      readFile: (path, signal) => readFile(path, { signal }),
    },
    choice: { sessionName: undefined, startUrl: undefined, region: 'us-east-1' },
    awsDirectory,
    stateDirectory: join(home, 'state'),
    portalEndpoint: sandbox.identityCenter.url,
    oidcEndpoint: sandbox.identityCenter.url,
    sts: { region: 'us-east-1', endpoint: sandbox.url },
    permissionSet: 'CentralOpsReadOnly',
    whyNoBrowser: options.whyNoBrowser,
    openBrowser: options.openBrowser ?? (() => Promise.resolve(undefined)),
    agents: network,
    clock,
    sleep,
    random: () => 0.5,
    logger,
  });
  return {
    home,
    sandbox,
    identityCenter,
    notices,
    logs: logger.lines,
    nextPage: () => new Promise((resolve) => void watchers.push(resolve)),
    later: (millis) => {
      ahead += millis;
    },
    now: clock,
    tell: {
      tell: (notice) => {
        notices.push(notice);
        const url =
          notice.kind === 'open-page' ? notice.url : notice.kind === 'enter-code' ? notice.urlWithCode : undefined;
        if (url !== undefined) watchers.shift()?.(url);
      },
    },
    async tokenFile(name) {
      const value: unknown = JSON.parse(await readFile(join(awsDirectory, 'sso', 'cache', name), 'utf8'));
      return value;
    },
    async close() {
      await identityCenter.close();
      network.close();
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
