import { createHash } from 'node:crypto';
import { type Caller, callerKey, type CallerPlace } from '../domain/caller.js';
import { sessionNameOf } from './session-name.js';

/** What CloudTrail in a member account shows of who asked. All of it becomes part of the credentials' key. */
export interface SessionAttribution {
  readonly sessionName: string;
  /** Needs `sts:SetSourceIdentity` in the hub's policy and in every trust policy; stays through role chaining. */
  readonly sourceIdentity?: string;
  /** Needs `sts:TagSession` in both as well. */
  readonly tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** The session tag that names the caller. */
export const CALLER_TAG = 'CentralOpsCaller';

/**
 * The attribution of sessions: the process's own name, and the caller wherever configuration wants it. Without a caller
 * (a listing of tools, a check) it is the process that asks.
 */
export function createAttribution(
  processName: string,
  places: readonly CallerPlace[],
): (caller: Caller | undefined) => SessionAttribution {
  return (caller) => {
    if (caller === undefined || places.length === 0) return { sessionName: sessionNameOf({ name: processName }) };
    const name = callerName(caller);
    return {
      sessionName: sessionNameOf({ name: places.includes('session-name') ? name : processName }),
      ...(places.includes('source-identity') ? { sourceIdentity: sourceIdentityOf(name) } : {}),
      ...(places.includes('session-tags') ? { tags: [{ Key: CALLER_TAG, Value: tagValueOf(name) }] } : {}),
    };
  };
}

/** An anonymous caller's name is the session id, with which their runs can be read: it leaves this process for nobody. */
function callerName(caller: Caller): string {
  return caller.kind === 'anonymous'
    ? `anonymous-${createHash('sha256').update(callerKey(caller)).digest('hex').slice(0, 8)}`
    : caller.name;
}

/**
 * 2 to 64 of the characters that STS takes, not beginning with `aws:`
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
 */
function sourceIdentityOf(name: string): string {
  return distinct(name, /[^\w+=,.@-]+/g, 64);
}

/** Up to 256 letters, digits, spaces and `_.:/=+-@` (the same page, Tags). */
function tagValueOf(name: string): string {
  return distinct(name, /[^\p{L}\p{Z}\p{N}_.:/=+\-@]+/gu, 256);
}

/** A name that had to be changed gets a few letters of its hash, so that two callers never become one in an audit trail. */
function distinct(name: string, unwanted: RegExp, most: number): string {
  const clean = name.replaceAll(unwanted, '-');
  if (clean === name && clean.length >= 2 && clean.length <= most) return clean;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${clean.slice(0, most - hash.length - 1)}-${hash}`;
}
