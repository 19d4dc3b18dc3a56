/**
 * Registrations of this program, kept beside the tokens in the AWS CLI's form so that a sign-in needs no new one. Under names
 * of our own: AWS CLIs before 2.22 take any registration of a session for one of the device flow, and would fail for months with
 * one of the browser's.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.js';
import { replaceFile } from '../../files/replace-file.js';
import type { IdentityCenterSession } from '../session.js';
import { type ClientRegistration, parsedJson, parseTime, sha1, timeText } from './token-file.js';

export interface RegistrationCache {
  /** A registration with a quarter of an hour left, as the AWS CLI wants it; undefined when there is none. */
  read(session: IdentityCenterSession, grantTypes: readonly string[]): Promise<ClientRegistration | undefined>;
  write(session: IdentityCenterSession, grantTypes: readonly string[], registration: ClientRegistration): Promise<void>;
  remove(session: IdentityCenterSession, grantTypes: readonly string[]): Promise<void>;
}

const fileShape = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1), expiresAt: z.string() });

const LEAST_LEFT_MILLIS = 15 * 60_000;

export function createRegistrationCache({
  directory,
  endpoint,
  clock,
}: {
  /** `~/.aws/sso/cache`. */
  readonly directory: string;
  /** Another token service than AWS's: it knows other clients. */
  readonly endpoint?: string | undefined;
  readonly clock: Clock;
}): RegistrationCache {
  const pathOf = (session: IdentityCenterSession, grantTypes: readonly string[]): string =>
    join(directory, `${registrationKey(session, grantTypes, endpoint)}.json`);
  return {
    async read(session, grantTypes) {
      const text = await readFile(pathOf(session, grantTypes), 'utf8').catch(() => '');
      const file = parsedJson(text, fileShape);
      const expiresAt = parseTime(file?.expiresAt ?? '');
      if (file === undefined || expiresAt === undefined || expiresAt - clock() < LEAST_LEFT_MILLIS) return undefined;
      return { clientId: file.clientId, clientSecret: file.clientSecret, expiresAt };
    },
    async write(session, grantTypes, { clientId, clientSecret, expiresAt }) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const { scopes } = session;
      await replaceFile(
        pathOf(session, grantTypes),
        JSON.stringify({ clientId, clientSecret, expiresAt: timeText(expiresAt), scopes, grantTypes }),
      );
    },
    remove: (session, grantTypes) => rm(pathOf(session, grantTypes), { force: true }),
  };
}

/** Everything that makes it another registration, as the AWS CLI has it, and the flow and the service. */
function registrationKey(
  { name, startUrl, region, scopes }: IdentityCenterSession,
  grantTypes: readonly string[],
  endpoint: string | undefined,
): string {
  const place = { region, startUrl, ...(endpoint === undefined ? {} : { endpoint }) };
  return sha1(JSON.stringify({ tool: 'central-ops', grantTypes, scopes, session_name: name ?? null, ...place }));
}
