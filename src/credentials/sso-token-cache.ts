/**
 * Reads the access token that `aws sso login` left in the AWS CLI's cache. Signing in, refreshing and writing the
 * cache are not this file's part.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';

export interface SsoTokenCacheOptions {
  /** The CLI's `~/.aws/sso/cache`. */
  readonly directory: string;
  /** The `[sso-session]` name; or the start URL, exactly as written, of a profile without a session. */
  readonly sessionName?: string;
  readonly startUrl?: string;
  /** Rejects when the file cannot be read. */
  readonly readFile: (path: string, signal: AbortSignal) => Promise<string>;
  readonly clock: Clock;
}

const tokenFile = z.object({ accessToken: z.string().min(1), expiresAt: z.string() });

/** A token that ends within a minute may end before it is used. */
const MARGIN_MILLIS = 60_000;

/**
 * The access token, read anew each time so that a sign-in next door is seen. Throws `sign-in-needed`, with the
 * command to run, when there is none or it has expired; `configuration` when neither name nor URL is given.
 */
export async function readSsoToken(options: SsoTokenCacheOptions, signal: AbortSignal): Promise<string> {
  const key = options.sessionName ?? options.startUrl;
  if (key === undefined) {
    throw new CentralOpsError(
      'configuration',
      'No IAM Identity Center session is configured. Name one with CENTRAL_OPS_SSO_SESSION.',
    );
  }
  const path = `${options.directory}/${createHash('sha1').update(key).digest('hex')}.json`;
  let text: string;
  try {
    text = await options.readFile(path, signal);
  } catch {
    signal.throwIfAborted();
    throw signInNeeded(options, 'there is no token of it on this machine');
  }
  const token = parse(text);
  if (token === undefined) throw signInNeeded(options, 'its cached token cannot be read');
  // Older CLIs wrote "2020-01-01T00:00:00UTC".
  const expiresAt = Date.parse(token.expiresAt.replace(/UTC$/, 'Z'));
  if (!(options.clock() < expiresAt - MARGIN_MILLIS)) throw signInNeeded(options, 'its token has expired');
  return token.accessToken;
}

function parse(text: string): z.infer<typeof tokenFile> | undefined {
  try {
    return tokenFile.safeParse(JSON.parse(text)).data;
  } catch {
    // Not passed on: the parser's message quotes the file.
    return undefined;
  }
}

function signInNeeded({ sessionName, startUrl }: SsoTokenCacheOptions, why: string): CentralOpsError {
  const command = sessionName === undefined ? 'aws sso login' : `aws sso login --sso-session ${sessionName}`;
  return new CentralOpsError(
    'sign-in-needed',
    `IAM Identity Center ${sessionName === undefined ? `at ${startUrl ?? ''}` : `session ${sessionName}`}: ${why}. ` +
      `Run \`${command}\`, then ask again.`,
    { facts: sessionName === undefined ? {} : { sessionName } },
  );
}
