import { createHash, createHmac } from 'node:crypto';

import type { AwsCredentials } from '../../domain/credentials.js';

/** A request as it is signed: every header in it is signed, names in lower case. */
export interface RequestToSign {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Signs requests with one account's credentials. */
export interface Signer {
  /** The headers to send: those given and `authorization`, `x-amz-date`, `x-amz-content-sha256`, `x-amz-security-token`. */
  sign(request: RequestToSign): Record<string, string>;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Signature Version 4 for one service and Region
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 *
 * Ours, next to the official package, for one reason: a signing key is derived with four HMACs and holds for a day, and
 * that package keeps fifty of them per process. With a thousand accounts in turn it derives the key of every request
 * anew. Here each account's signer keeps its own; a test holds the two against each other.
 */
export function createSigner(credentials: AwsCredentials, service: string, region: string): Signer {
  let key: { readonly day: string; readonly bytes: Buffer } | undefined;

  function keyOf(day: string): Buffer {
    if (key?.day !== day) {
      const bytes = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
        (derived, part) => hmac(derived, part),
        `AWS4${credentials.secretAccessKey}`,
      );
      key = { day, bytes: Buffer.from(bytes) };
    }
    return key.bytes;
  }

  return {
    sign({ method, url, headers, body, at }) {
      const timestamp = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
      const day = timestamp.slice(0, 8);
      const bodyHash = sha256(body);
      const toSign: Record<string, string> = {
        ...headers,
        'x-amz-content-sha256': bodyHash,
        'x-amz-date': timestamp,
        ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
      };
      const names = Object.keys(toSign).sort();
      const canonical = [
        method,
        canonicalPath(url),
        canonicalQuery(url),
        ...names.map((name) => `${name}:${(toSign[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`),
        '',
        names.join(';'),
        bodyHash,
      ].join('\n');
      const scope = `${day}/${region}/${service}/aws4_request`;
      const signature = hmac(keyOf(day), `${ALGORITHM}\n${timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
      const credential = `${credentials.accessKeyId}/${scope}`;
      return {
        ...toSign,
        authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
      };
    },
  };
}

/** Every service but S3 takes the path as it is sent, encoded once more. */
function canonicalPath(url: URL): string {
  return escape(url.pathname).replaceAll('%2F', '/');
}

function canonicalQuery(url: URL): string {
  if (url.search === '') return '';
  // By name, then by value: comparing the joined texts would put `a-=` before `a=`.
  return [...url.searchParams]
    .map(([name, value]) => ({ name: escape(name), value: escape(value) }))
    .sort((left, right) => compare(left.name, right.name) || compare(left.value, right.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** RFC 3986: `encodeURIComponent` leaves a few characters that AWS wants encoded. */
function escape(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
