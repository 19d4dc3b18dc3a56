import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IssuedCredentials, KeyRing } from '../../../../src/sandbox/identity/issued-credentials.js';
import { createPrincipal } from '../../../../src/sandbox/identity/principal.js';
import { createSignatureVerifier } from '../../../../src/sandbox/identity/signature.js';

/** The worked example of AWS's own documentation ("Create a signed AWS API request", IAM ListUsers). */
const EXAMPLE = {
  time: Date.UTC(2015, 7, 30, 12, 36, 0),
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  signature: '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
};

const request = {
  method: 'GET',
  target: '/?Action=ListUsers&Version=2010-05-08',
  headers: {
    host: 'iam.amazonaws.com',
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-amz-date': '20150830T123600Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, ' +
      `SignedHeaders=content-type;host;x-amz-date, Signature=${EXAMPLE.signature}`,
  },
  body: Buffer.alloc(0),
};

function verifier(change: Partial<IssuedCredentials> = {}, now = EXAMPLE.time) {
  const principal = createPrincipal(
    {
      kind: 'user',
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/example',
      userId: 'AIDAEXAMPLE',
      identityKey: 'example',
      sourceIdentity: undefined,
    },
    { identity: [], session: undefined },
  );
  const credentials: IssuedCredentials = {
    accessKeyId: EXAMPLE.accessKeyId,
    secretAccessKey: EXAMPLE.secretAccessKey,
    sessionToken: undefined,
    expiresAt: undefined,
    principal,
    ...change,
  };
  const keys: KeyRing = {
    issue: () => credentials,
    find: (accessKeyId) => (accessKeyId === EXAMPLE.accessKeyId ? credentials : undefined),
  };
  return createSignatureVerifier(keys, () => now);
}

const withHeaders = (headers: Readonly<Record<string, string>>) => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

describe('createSignatureVerifier', () => {
  it('agrees with the example in the documentation of AWS', () => {
    expect(verifier()('iam', request)).toMatchObject({ kind: 'valid', credentials: { accessKeyId: 'AKIDEXAMPLE' } });
  });

  it.each([
    ['a body that was changed', { ...request, body: Buffer.from('x') }, 'mismatch'],
    ['a header that was changed', withHeaders({ 'content-type': 'text/plain' }), 'mismatch'],
    ['a query that was changed', { ...request, target: '/?Action=ListRoles&Version=2010-05-08' }, 'mismatch'],
    ['another method', { ...request, method: 'POST' }, 'mismatch'],
    ['a host that is not signed', authorization({ headers: 'content-type;x-amz-date' }), 'mismatch'],
    ['another key', authorization({ key: 'AKIDOTHER' }), 'unknown-key'],
    ['a token that was not issued', withHeaders({ 'x-amz-security-token': 'stolen' }), 'wrong-token'],
    ['no signature that can be read', withHeaders({ authorization: 'AWS4-HMAC-SHA256 nothing' }), 'incomplete'],
    ['another scheme', withHeaders({ authorization: 'Bearer token' }), 'incomplete'],
    ['a date of another day', authorization({ date: '20150829' }), 'incomplete'],
  ])('refuses %s', (_, changed, problem) => {
    expect(verifier()('iam', changed)).toMatchObject({ kind: 'invalid', problem });
  });

  it('refuses a signature for another service', () => {
    expect(verifier()('sts', request)).toMatchObject({ kind: 'invalid', problem: 'wrong-scope' });
  });

  it('refuses the right signature of the wrong secret', () => {
    expect(verifier({ secretAccessKey: 'another' })('iam', request)).toMatchObject({ problem: 'mismatch' });
  });

  it('accepts clocks five minutes apart, and no more', () => {
    expect(verifier({}, minutes(5))('iam', request)).toMatchObject({ kind: 'valid' });
    expect(verifier({}, minutes(-5))('iam', request)).toMatchObject({ kind: 'valid' });
    expect(verifier({}, minutes(5) + 1)('iam', request)).toMatchObject({ problem: 'expired-signature' });
    expect(verifier({}, minutes(-5) - 1)('iam', request)).toMatchObject({ problem: 'expired-signature' });
  });

  it('refuses credentials from the moment they expire', () => {
    expect(verifier({ expiresAt: EXAMPLE.time })('iam', request)).toMatchObject({ problem: 'expired-token' });
    expect(verifier({ expiresAt: EXAMPLE.time + 1 })('iam', request)).toMatchObject({ kind: 'valid' });
  });

  it('never throws and never accepts, whatever the header says', () => {
    const verify = verifier();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tried = [text, `AWS4-HMAC-SHA256 ${text}`].map((header) =>
          verify('iam', withHeaders({ authorization: header })),
        );
        expect(tried.every((verdict) => verdict.kind === 'invalid')).toBe(true);
      }),
    );
  });
});

function authorization(change: { key?: string; date?: string; headers?: string }): ReturnType<typeof withHeaders> {
  const credential = `${change.key ?? 'AKIDEXAMPLE'}/${change.date ?? '20150830'}/us-east-1/iam/aws4_request`;
  const headers = change.headers ?? 'content-type;host;x-amz-date';
  return withHeaders({
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${headers}, Signature=${EXAMPLE.signature}`,
  });
}

function minutes(count: number): number {
  return EXAMPLE.time + count * 60_000;
}
