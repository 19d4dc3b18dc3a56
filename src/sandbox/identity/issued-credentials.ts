import { randomBytes } from 'node:crypto';
import type { Principal } from './principal.js';

/** Keys that the sandbox gave out, and whose they are. */
export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  /** Milliseconds since the epoch; undefined for the hub's long-lived key. */
  readonly expiresAt: number | undefined;
  readonly principal: Principal;
}

export interface KeyRing {
  issue(principal: Principal, expiresAt: number | undefined): IssuedCredentials;
  find(accessKeyId: string): IssuedCredentials | undefined;
}

/** Keys come from the operating system's randomness, not from the seed: nobody can foresee them. */
export function createKeyRing(): KeyRing {
  const issued = new Map<string, IssuedCredentials>();
  return {
    issue: (principal, expiresAt) => {
      const temporary = expiresAt !== undefined;
      const credentials = {
        accessKeyId: (temporary ? 'ASIA' : 'AKIA') + keyCharacters(16),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: temporary ? randomBytes(180).toString('base64') : undefined,
        expiresAt,
        principal,
      };
      issued.set(credentials.accessKeyId, credentials);
      return credentials;
    },
    find: (accessKeyId) => issued.get(accessKeyId),
  };
}

const KEY_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function keyCharacters(length: number): string {
  return Array.from(randomBytes(length), (byte) => KEY_ALPHABET.charAt(byte % KEY_ALPHABET.length)).join('');
}
