import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AwsCredentials } from '../domain/credentials.js';
import { temporaryDirectory } from '../files/temporary-directory.js';
import { childEnvironment, CLI_CONFIGURATION, CONFIGURATION_FILE } from './child-environment.js';
import { type ChildResult, runChild } from './run-child.js';

/** How the AWS CLI is started on this machine. */
export interface AwsCli {
  readonly program: string;
  /** Proxies, certificates and endpoints, by variable. */
  readonly variables: Readonly<Record<string, string>>;
  /** Another endpoint than AWS's, for every service: the sandbox. */
  readonly endpointUrl: string | undefined;
}

/** What one process may use. Output is held in memory until it has been cleaned. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Runs the AWS CLI once, as one account, in a home that is made for it and removed afterwards. What it printed has the
 * credentials taken out, should anything have printed them.
 */
export async function runAws(
  cli: AwsCli,
  request: {
    readonly argv: readonly string[];
    readonly region: string;
    readonly credentials: AwsCredentials;
    readonly timeoutMillis: number;
    readonly signal: AbortSignal;
  },
): Promise<ChildResult> {
  const { argv, region, credentials, timeoutMillis, signal } = request;
  const home = await temporaryDirectory('command');
  try {
    await writeFile(join(home, CONFIGURATION_FILE), CLI_CONFIGURATION, { mode: 0o600 });
    const result = await runChild({
      program: cli.program,
      argv: cli.endpointUrl === undefined ? argv : [...argv, '--endpoint-url', cli.endpointUrl],
      environment: childEnvironment({ program: cli.program, home, region, credentials, passedOn: cli.variables }),
      directory: home,
      timeoutMillis,
      mostBytes: MOST_BYTES,
      signal,
    });
    const clean = withoutKeys(credentials);
    return { ...result, stdout: clean(result.stdout), stderr: clean(result.stderr) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function withoutKeys({ accessKeyId, secretAccessKey, sessionToken }: AwsCredentials): (text: string) => string {
  const secrets = [secretAccessKey, sessionToken ?? '', accessKeyId].filter((secret) => secret !== '');
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, '[redacted]'), text);
}
