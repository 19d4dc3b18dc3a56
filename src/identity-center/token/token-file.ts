/**
 * The form in which the AWS CLI keeps a token, so that one sign-in serves it, boto3, the SDKs and this program:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html. Times are whole seconds in UTC.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type IdentityCenterSession, sessionKey } from '../session.js';

/** A sign-in. Never logged, shown or kept anywhere but in the AWS CLI's own cache. */
export interface SsoToken {
  readonly accessToken: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  /** The portal that it is for; older files leave it out. */
  readonly startUrl?: string;
  /** The client that it was given to, and what that client gets the next access token with. */
  readonly registration?: ClientRegistration;
  readonly refreshToken?: string;
}

/** This program as the token service knows it: it registers itself, for some months. */
export interface ClientRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

const fileShape = z.object({
  accessToken: z.string().min(1),
  expiresAt: z.string(),
  startUrl: z.string().optional(),
  refreshToken: z.string().optional(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  registrationExpiresAt: z.string().optional(),
});

/** Undefined for what is not a whole token: another program may be writing it this moment. */
export function parseTokenFile(text: string): SsoToken | undefined {
  const file = parsedJson(text, fileShape);
  const expiresAt = parseTime(file?.expiresAt ?? '');
  if (file === undefined || expiresAt === undefined) return undefined;
  const registration = registrationOf(file);
  return {
    accessToken: file.accessToken,
    expiresAt,
    ...(file.startUrl === undefined ? {} : { startUrl: file.startUrl }),
    ...(registration === undefined ? {} : { registration }),
    ...(file.refreshToken === undefined ? {} : { refreshToken: file.refreshToken }),
  };
}

function registrationOf(file: z.infer<typeof fileShape>): ClientRegistration | undefined {
  const { clientId, clientSecret } = file;
  const expiresAt = parseTime(file.registrationExpiresAt ?? '');
  if (clientId === undefined || clientSecret === undefined || expiresAt === undefined) return undefined;
  return { clientId, clientSecret, expiresAt };
}

/** The file's text, in the AWS CLI's order of fields. */
export function tokenFileText(session: IdentityCenterSession, token: SsoToken): string {
  const { accessToken, expiresAt, registration, refreshToken } = token;
  return JSON.stringify({
    startUrl: session.startUrl,
    region: session.region,
    accessToken,
    expiresAt: timeText(expiresAt),
    ...(registration === undefined
      ? {}
      : {
          clientId: registration.clientId,
          clientSecret: registration.clientSecret,
          registrationExpiresAt: timeText(registration.expiresAt),
        }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  });
}

/** The AWS CLI's name for the file of a session. */
export function tokenFileName(session: Pick<IdentityCenterSession, 'name' | 'startUrl'>): string {
  return `${sha1(sessionKey(session))}.json`;
}

/** File names of the AWS CLI's caches; nothing is protected by it. */
export function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Milliseconds since the Unix epoch; undefined for what does not say its time zone. */
export function parseTime(text: string): number | undefined {
  // Older AWS CLIs wrote "2020-01-01T00:00:00UTC".
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|UTC|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text.replace(/UTC$/, 'Z'));
  return Number.isNaN(time) ? undefined : time;
}

/** Never later than it is: a part of a second is dropped. */
export function timeText(time: number): string {
  return new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** JSON of a shape; the parser's own message would quote the file, so nothing is said about what is wrong. */
export function parsedJson<Shape extends z.ZodType>(text: string, shape: Shape): z.infer<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
