import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

import type { Clock } from '../../domain/clock.js';
import type { AccountCredentials } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import { unlessAborted } from '../../domain/unless-aborted.js';
import type { Fetch } from '../../network/fetch.js';
import type { Sleep } from '../../network/sleep.js';
import { createLimitedFetch } from './limited-fetch.js';
import type { RequestScope } from './limited-fetch.js';
import { createRateLimiter } from '../../network/rate-limiter.js';
import type { RateLimiter, RateLimits } from '../../network/rate-limiter.js';
import {
  keepsSession,
  saysConnectionLost,
  saysCredentialsExpired,
  saysCredentialsRefused,
  saysSessionExpired,
  saysSessionLost,
} from './session-errors.js';
import { openSession } from './session.js';
import type { CallLimits, Session } from './session.js';
import { createSignedFetch } from './signed-fetch.js';
import { withSignals } from './waiting.js';

export interface SessionPoolOptions {
  readonly endpoint: URL;
  /** Signing Region when the endpoint's host names none. */
  readonly region: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly rate: RateLimits;
  /** Requests per message when the server answers 429. */
  readonly attempts: number;
  /** A session unused for so long is ended. */
  readonly idleMillis: number;
  /** How long the end of a session may take. */
  readonly endMillis: number;
}

/**
 * One MCP session per account, opened once and kept. Everything of an account (signer, rate, session) hangs on
 * `AccountCredentials.key`, so that nothing of one identity can serve another.
 */
export interface SessionPool {
  /**
   * Runs `use` with the account's session, alone on it: concurrent calls over one session have erred in other clients.
   * Opens the session when there is none. A lost session is replaced, outdated credentials are refreshed, each once,
   * and `use` runs again, which is safe because it only reads.
   */
  use<Result>(
    credentials: AccountCredentials,
    limits: CallLimits,
    use: (session: Session) => Promise<Result>,
  ): Promise<Result>;
  /** Ends every session; one that fails to end does not keep the others. Safe to call twice. */
  close(): Promise<void>;
}

interface Entry {
  readonly credentials: AccountCredentials;
  readonly fetch: Fetch;
  /** The access key id the session was opened with: tells whether the credentials have changed since. */
  openedWith: string | undefined;
  lastKey: string | undefined;
  session: Promise<Session> | undefined;
  /** Settles when the last user in line is done. */
  turn: Promise<void>;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

export function createSessionPool(options: SessionPoolOptions): SessionPool {
  const entries = new Map<string, Entry>();
  // By account and not by entry: the server counts an account's requests, whoever of its callers sends them.
  const limiters = new Map<string, RateLimiter>();
  const ending = new Set<Promise<void>>();
  const validator = new AjvJsonSchemaValidator();
  const scope = new AsyncLocalStorage<RequestScope>();
  const closing = new AbortController();
  // Every use of a session listens to it.
  setMaxListeners(0, closing.signal);

  function entryOf(credentials: AccountCredentials): Entry {
    const known = entries.get(credentials.key);
    if (known !== undefined) return known;
    const entry: Entry = {
      credentials,
      fetch: (input, init) => limited(input, init),
      openedWith: undefined,
      lastKey: undefined,
      session: undefined,
      turn: Promise.resolve(),
      users: 0,
      idle: undefined,
    };
    const signed = createSignedFetch({
      fetch: options.fetch,
      endpoint: options.endpoint,
      region: options.region,
      clock: options.clock,
      credentials: {
        ...credentials,
        provide: async (given) => {
          const provided = await credentials.provide(given);
          entry.lastKey = provided.accessKeyId;
          return provided;
        },
      },
    });
    const limited = createLimitedFetch({
      fetch: signed,
      limiter: limiterOf(credentials.accountId),
      accountId: credentials.accountId,
      clock: options.clock,
      sleep: options.sleep,
      random: options.random,
      scope: () => scope.getStore(),
      attempts: options.attempts,
    });
    entries.set(credentials.key, entry);
    return entry;
  }

  function limiterOf(accountId: string): RateLimiter {
    const limiter = limiters.get(accountId) ?? createRateLimiter(options.rate, options.clock, options.sleep);
    limiters.set(accountId, limiter);
    return limiter;
  }

  /** Users take turns on an entry, so opening is single-flight without further care. */
  async function inTurn<Result>(entry: Entry, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = entry.turn;
    let done: (() => void) | undefined;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    entry.turn = before.then(() => mine);
    entry.users += 1;
    clearTimeout(entry.idle);
    try {
      if (entry.users > 1) await unlessAborted(before, signal);
      return await work();
    } finally {
      done?.();
      entry.users -= 1;
      if (entry.users === 0) rest(entry);
    }
  }

  function rest(entry: Entry): void {
    if (entry.session === undefined || closing.signal.aborted) return;
    entry.idle = setTimeout(() => {
      drop(entry);
      entries.delete(entry.credentials.key);
    }, options.idleMillis);
    entry.idle.unref();
  }

  /** Ends the entry's session in the background. */
  function drop(entry: Entry): void {
    const { session } = entry;
    entry.session = undefined;
    if (session === undefined) return;
    const ended = session.then(
      (open) => open.end(options.endMillis),
      () => undefined,
    );
    ending.add(ended);
    void ended.finally(() => ending.delete(ended));
  }

  function noteOpened(entry: Entry): void {
    entry.openedWith = entry.lastKey;
  }

  /** Only its own: an opening that failed late must not take away the session that came after it. */
  function forget(entry: Entry, opening: Promise<Session>): void {
    if (entry.session === opening) entry.session = undefined;
  }

  async function sessionOf(entry: Entry, limits: CallLimits): Promise<Session> {
    if (entry.session === undefined) {
      const opening = openSession(
        {
          endpoint: options.endpoint,
          fetch: entry.fetch,
          scope,
          validator,
          region: options.region,
          clock: options.clock,
        },
        limits,
      );
      entry.session = opening;
      opening.then(
        () => noteOpened(entry),
        () => forget(entry, opening),
      );
    }
    return entry.session;
  }

  async function attempt<Result>(
    entry: Entry,
    limits: CallLimits,
    use: (session: Session) => Promise<Result>,
    left: { reopen: number; refresh: number },
  ): Promise<Result> {
    const warm = entry.session !== undefined;
    try {
      const session = await sessionOf(entry, limits);
      return await use(session);
    } catch (error) {
      if (limits.signal.aborted) {
        // The server may still be at work on what nobody waits for any more: that session is not used again.
        drop(entry);
        throw error;
      }
      if (saysCredentialsExpired(error) && left.refresh > 0) {
        drop(entry);
        await entry.credentials.provide({ forceRefresh: true, signal: limits.signal });
        return attempt(entry, limits, use, { ...left, refresh: left.refresh - 1 });
      }
      if (keepsSession(error)) throw error;
      const lost = saysSessionExpired(error) || (warm && (saysSessionLost(error) || saysConnectionLost(error)));
      const stale = warm && saysCredentialsRefused(error) && entry.openedWith !== entry.lastKey;
      drop(entry);
      if ((lost || stale) && left.reopen > 0) return attempt(entry, limits, use, { ...left, reopen: left.reopen - 1 });
      throw error;
    }
  }

  return {
    use(credentials, limits, use) {
      const entry = entryOf(credentials);
      return withSignals([limits.signal, closing.signal], (signal) =>
        inTurn(entry, signal, () => attempt(entry, { ...limits, signal }, use, { reopen: 1, refresh: 1 })),
      );
    },
    async close() {
      closing.abort(new CentralOpsError('cancelled', 'The tools were closed.'));
      for (const entry of entries.values()) {
        clearTimeout(entry.idle);
        drop(entry);
      }
      await Promise.allSettled(ending);
    },
  };
}
