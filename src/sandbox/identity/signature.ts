import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../domain/clock.js';
import type { IssuedCredentials, KeyRing } from './issued-credentials.js';

/** A request as it arrived. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type SignatureProblem =
  | 'missing'
  | 'incomplete'
  | 'unknown-key'
  | 'wrong-token'
  | 'expired-token'
  | 'expired-signature'
  | 'wrong-scope'
  | 'mismatch';

export type SignatureVerdict =
  /** The Region that it was signed for: where the request was meant to arrive. */
  | { readonly kind: 'valid'; readonly credentials: IssuedCredentials; readonly region: string }
  | { readonly kind: 'invalid'; readonly problem: SignatureProblem; readonly message: string };

/** AWS accepts clocks that are up to five minutes apart. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Verifies Signature Version 4 by computing it again from the secret that was issued. Written from the specification
 * and on purpose without the library that the product signs with, so that the two cannot share a mistake.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createSignatureVerifier(
  keys: KeyRing,
  clock: Clock,
): (service: string, request: SignedRequest) => SignatureVerdict {
  const signingKeys = new Map<string, Buffer>();

  const signingKey = (credentials: IssuedCredentials, date: string, region: string, service: string): Buffer => {
    const name = `${credentials.accessKeyId}/${date}/${region}/${service}`;
    const known = signingKeys.get(name);
    if (known !== undefined) return known;
    const key = [region, service, 'aws4_request'].reduce<Buffer>(
      hmac,
      hmac(`AWS4${credentials.secretAccessKey}`, date),
    );
    signingKeys.set(name, key);
    return key;
  };

  return (service, request) => {
    const authorization = request.headers.authorization;
    if (authorization === undefined) return invalid('missing', 'Request is missing Authentication Token');
    const parts = readAuthorization(authorization);
    if (parts === undefined) {
      return invalid('incomplete', 'Authorization header requires Credential, SignedHeaders and Signature parameters.');
    }
    const [accessKeyId = '', date = '', region = '', scopeService = '', terminator = ''] = parts.credential.split('/');
    const credentials = keys.find(accessKeyId);
    if (credentials === undefined || text(request.headers['x-amz-security-token']) !== credentials.sessionToken) {
      const problem = credentials === undefined ? 'unknown-key' : 'wrong-token';
      return invalid(problem, 'The security token included in the request is invalid.');
    }
    if (scopeService !== service || terminator !== 'aws4_request' || region === '') {
      return invalid('wrong-scope', `Credential should be scoped to correct service: '${service}'. `);
    }
    const stamp = text(request.headers['x-amz-date']) ?? '';
    const time = readStamp(stamp);
    if (time === undefined || !stamp.startsWith(date)) {
      return invalid(
        'incomplete',
        'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.',
      );
    }
    const now = clock();
    if (Math.abs(now - time) > CLOCK_SKEW_MS) {
      return invalid(
        'expired-signature',
        `Signature expired or not yet current: ${stamp} is not within 5 minutes of ${isoStamp(now)}.`,
      );
    }
    if (credentials.expiresAt !== undefined && credentials.expiresAt <= now) {
      return invalid('expired-token', 'The security token included in the request is expired');
    }
    const canonical = canonicalRequest(request, parts.signedHeaders, credentials.sessionToken !== undefined);
    if (canonical === undefined) return invalid('mismatch', MISMATCH);
    const scope = `${date}/${region}/${service}/aws4_request`;
    const toSign = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`;
    const expected = hmac(signingKey(credentials, date, region, service), toSign);
    const given = Buffer.from(parts.signature, 'hex');
    const equal = given.length === expected.length && timingSafeEqual(given, expected);
    return equal ? { kind: 'valid', credentials, region } : invalid('mismatch', MISMATCH);
  };
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

function invalid(problem: SignatureProblem, message: string): SignatureVerdict {
  return { kind: 'invalid', problem, message };
}

function readAuthorization(
  header: string,
): { credential: string; signedHeaders: readonly string[]; signature: string } | undefined {
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/u.exec(header);
  if (match?.[1] === undefined) return undefined;
  const fields = new Map(
    match[1].split(',').map((field) => {
      const at = field.indexOf('=');
      return [field.slice(0, at).trim(), field.slice(at + 1).trim()];
    }),
  );
  const credential = fields.get('Credential');
  const signedHeaders = fields.get('SignedHeaders');
  const signature = fields.get('Signature');
  if (credential === undefined || signedHeaders === undefined || !/^[0-9a-f]{64}$/u.test(signature ?? '')) {
    return undefined;
  }
  return { credential, signedHeaders: signedHeaders.split(';'), signature: signature ?? '' };
}

/** Undefined when it cannot have been signed as it is: the host unsigned, or a body that differs from its hash. */
function canonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  needsToken: boolean,
): string | undefined {
  if (!signedHeaders.includes('host') || (needsToken && !signedHeaders.includes('x-amz-security-token'))) {
    return undefined;
  }
  const bodyHash = sha256(request.body);
  const declared = text(request.headers['x-amz-content-sha256']);
  if (declared !== undefined && declared !== bodyHash) return undefined;
  const [path, query] = splitTarget(request.target);
  const headers = signedHeaders.map((name) => `${name}:${headerValue(request.headers, name)}\n`).join('');
  return [
    request.method,
    path.split('/').map(encode).join('/'),
    canonicalQuery(query),
    headers,
    signedHeaders.join(';'),
    bodyHash,
  ].join('\n');
}

function splitTarget(target: string): readonly [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([leftName, leftValue], [rightName, rightValue]) =>
      leftName === rightName ? compare(leftValue, rightValue) : compare(leftName, rightName),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** RFC 3986: everything but letters, digits and `-._~`. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  const joined = Array.isArray(value) ? value.join(',') : (value ?? '');
  return joined.trim().replaceAll(/ +/gu, ' ');
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function readStamp(stamp: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u.exec(stamp);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function isoStamp(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
