import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { callerOf } from '../../../../src/entry/http/caller.js';

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function token(claims: unknown): string {
  return `Bearer ${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function caller(header: string | undefined, value: string | undefined) {
  return callerOf((name) => (name === header ? value : undefined), 'session-1', header);
}

describe('callerOf', () => {
  it('is whoever knows the session id, unless configuration trusts a header', () => {
    expect(callerOf(() => 'alice', 'session-1', undefined)).toEqual({ kind: 'anonymous', name: 'session-1' });
    expect(caller('x-user', undefined)).toEqual({ kind: 'anonymous', name: 'session-1' });
  });

  it('takes the name from the trusted header', () => {
    expect(caller('x-user', 'alice')).toEqual({ kind: 'verified', name: 'alice' });
  });

  it.each(['Authorization', 'authorization'])('takes the subject of the token in %s', (header) => {
    expect(caller(header, token({ sub: 'alice@example.com', aud: 'x' }))).toEqual({
      kind: 'verified',
      name: 'alice@example.com',
    });
  });

  it.each([
    'Basic YWxpY2U6c2VjcmV0',
    'Bearer not-a-token',
    token({}),
    token({ sub: '' }),
    token('alice'),
    'Bearer a.b',
  ])('refuses %j: an unreadable name is not nobody', (value) => {
    expect(() => caller('Authorization', value)).toThrow(CentralOpsError);
  });

  it('says nothing of the token that it could not read', () => {
    expect(() => caller('Authorization', 'Bearer s3cr3t-token')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cr3t') }),
    );
  });

  it('refuses a name that would have to be cut', () => {
    expect(() => caller('x-user', 'a'.repeat(257))).toThrow(/more than 256/);
    expect(() => caller('Authorization', token({ sub: 'a'.repeat(257) }))).toThrow(/more than 256/);
  });
});
