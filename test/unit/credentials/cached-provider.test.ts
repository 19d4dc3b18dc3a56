import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCachedProvider } from '../../../src/credentials/cached-provider.js';
import type { AwsCredentials } from '../../../src/domain/credentials.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const MINUTE = 60_000;

/** A source whose answers the test gives, and a clock that it owns. */
function setUp() {
  let now = Date.UTC(2026, 0, 1);
  let issued = 0;
  const waiting: { resolve: (value: AwsCredentials) => void; reject: (error: unknown) => void; signal: AbortSignal }[] =
    [];
  const provider = createCachedProvider({
    clock: () => now,
    description: 'role X in Production (222222222222)',
    fetch: (signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject, signal });
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  });
  return {
    ...provider,
    requests: () => waiting.length,
    /** Answers the latest request with credentials of a new number that live so long. */
    issue: (lifeMillis = 60 * MINUTE): AwsCredentials => {
      issued += 1;
      const credentials = {
        accessKeyId: `KEY${issued}`,
        secretAccessKey: 's',
        sessionToken: 't',
        expiresAt: now + lifeMillis,
      };
      waiting.at(-1)?.resolve(credentials);
      return credentials;
    },
    fail: (error: unknown) => waiting.at(-1)?.reject(error),
    signal: () => waiting.at(-1)?.signal,
    advance: (millis: number) => {
      now += millis;
    },
  };
}

async function held(lifeMillis?: number) {
  const test = setUp();
  const first = test.provide();
  const credentials = test.issue(lifeMillis);
  await first;
  return { ...test, credentials };
}

const passing = new CentralOpsError('throttled', 'slow down');
const refusal = new CentralOpsError('credentials-denied', 'no');

describe('createCachedProvider', () => {
  it('shares one request among all who ask at once', async () => {
    const { provide, issue, requests } = setUp();

    const answers = Array.from({ length: 100 }, () => provide());
    const credentials = issue();

    expect(new Set(await Promise.all(answers))).toEqual(new Set([credentials]));
    expect(requests()).toBe(1);
  });

  it('keeps credentials until five minutes before they expire', async () => {
    const { provide, issue, requests, advance, credentials } = await held(60 * MINUTE);

    advance(55 * MINUTE - 1);
    expect(await provide()).toBe(credentials);
    expect(requests()).toBe(1);

    advance(1);
    const refreshed = provide();
    const newer = issue();

    expect(await refreshed).toBe(newer);
    expect(requests()).toBe(2);
  });

  it('replaces short-lived credentials at half of their life, not at every call', async () => {
    const { provide, requests, advance, credentials } = await held(4 * MINUTE);

    advance(2 * MINUTE - 1);
    expect(await provide()).toBe(credentials);
    expect(requests()).toBe(1);

    advance(1);
    void provide();
    expect(requests()).toBe(2);
  });

  it('keeps credentials that never expire', async () => {
    const provider = createCachedProvider({
      clock: () => Number.MAX_SAFE_INTEGER,
      description: 'static',
      fetch: () => Promise.resolve({ accessKeyId: 'KEY', secretAccessKey: 's' }),
    });

    expect(await provider.provide()).toBe(await provider.provide());
  });

  it('refuses credentials that have expired already, and names the likely cause', async () => {
    const { provide, issue } = setUp();

    const answer = provide();
    issue(0);

    await expect(answer).rejects.toMatchObject({
      code: 'credentials-unavailable',
      message:
        'The credentials just received for role X in Production (222222222222) have already expired. ' +
        "Check this machine's clock.",
    });
  });

  it('keeps no failure', async () => {
    const { provide, issue, fail } = setUp();
    const first = provide();
    fail(refusal);
    await expect(first).rejects.toBe(refusal);

    const second = provide();
    const credentials = issue();

    expect(await second).toBe(credentials);
  });

  describe('when a refresh fails', () => {
    it('serves the old credentials while they live, trying again every half minute', async () => {
      const { provide, fail, requests, advance, credentials } = await held();
      advance(56 * MINUTE);

      const during = provide();
      fail(passing);
      expect(await during).toBe(credentials);
      expect(await provide()).toBe(credentials);
      expect(requests()).toBe(2);

      advance(30_000);
      const again = provide();
      expect(requests()).toBe(3);
      fail(passing);
      expect(await again).toBe(credentials);
    });

    it('throws once the old credentials have expired', async () => {
      const { provide, fail, advance } = await held();
      advance(60 * MINUTE);

      const answer = provide();
      fail(passing);

      await expect(answer).rejects.toBe(passing);
    });

    it('throws a refusal even while the old credentials live', async () => {
      const { provide, fail, advance } = await held();
      advance(56 * MINUTE);

      const answer = provide();
      fail(refusal);

      await expect(answer).rejects.toBe(refusal);
    });
  });

  describe('forceRefresh', () => {
    it('fetches although the credentials live', async () => {
      const { provide, issue, credentials } = await held();

      const forced = provide({ forceRefresh: true });
      const newer = issue();

      expect(await forced).toBe(newer);
      expect(await provide()).toBe(newer);
      expect(newer).not.toEqual(credentials);
    });

    it('never answers with the credentials it was to replace', async () => {
      const { provide, fail } = await held();

      const forced = provide({ forceRefresh: true });
      fail(passing);

      await expect(forced).rejects.toBe(passing);
    });

    it('joins a request under way', async () => {
      const { provide, issue, requests } = setUp();

      const answers = [provide(), provide({ forceRefresh: true })];
      const credentials = issue();

      expect(await Promise.all(answers)).toEqual([credentials, credentials]);
      expect(requests()).toBe(1);
    });
  });

  describe('when a caller aborts', () => {
    it('leaves the others their answer', async () => {
      const { provide, issue, signal } = setUp();
      const controller = new AbortController();
      const leaving = provide({ signal: controller.signal });
      const staying = provide();

      controller.abort(new Error('bored'));
      await expect(leaving).rejects.toThrow('bored');
      expect(signal()?.aborted).toBe(false);
      const credentials = issue();

      expect(await staying).toBe(credentials);
    });

    it('aborts the request when it was the last, and the next one starts afresh', async () => {
      const { provide, issue, requests, signal } = setUp();
      const controllers = [new AbortController(), new AbortController()];
      const answers = controllers.map(({ signal: own }) => provide({ signal: own }));

      for (const controller of controllers) controller.abort(new Error('bored'));
      for (const answer of answers) await expect(answer).rejects.toThrow('bored');
      expect(signal()?.aborted).toBe(true);

      const next = provide();
      expect(requests()).toBe(2);
      const credentials = issue();
      expect(await next).toBe(credentials);
    });

    it('does not start anything for one that had aborted before', async () => {
      const { provide, requests } = setUp();

      await expect(provide({ signal: AbortSignal.abort(new Error('bored')) })).rejects.toThrow('bored');
      expect(requests()).toBe(0);
    });

    it('does not take the old credentials for an answer', async () => {
      const { provide, advance } = await held();
      advance(56 * MINUTE);
      const controller = new AbortController();

      const answer = provide({ signal: controller.signal });
      controller.abort(passing);

      await expect(answer).rejects.toBe(passing);
    });
  });

  it('keeps nothing that arrives after it was cleared', async () => {
    const { provide, clear, requests, signal } = setUp();
    const first = provide();

    clear();

    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect(signal()?.aborted).toBe(true);
    void provide();
    expect(requests()).toBe(2);
  });

  it('answers every caller with living credentials, whatever the order of events', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('ask' as const), force: fc.boolean() }),
      fc.record({ kind: fc.constant('wait' as const), millis: fc.integer({ min: 0, max: 20 * MINUTE }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 40 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        async (events, luck) => {
          let now = 1_000_000;
          let running = 0;
          let fetched = 0;
          const provider = createCachedProvider({
            clock: () => now,
            description: 'x',
            fetch: async () => {
              running += 1;
              expect(running).toBe(1);
              await Promise.resolve();
              running -= 1;
              fetched += 1;
              if (luck[fetched] === false) throw passing;
              return { accessKeyId: `KEY${fetched}`, secretAccessKey: 's', expiresAt: now + 60 * MINUTE };
            },
          });
          const outcomes: string[] = [];
          for (const step of events) {
            if (step.kind === 'wait') now += step.millis;
            else {
              const answers = await Promise.allSettled([
                provider.provide({ forceRefresh: step.force }),
                provider.provide(),
              ]);
              for (const answer of answers) outcomes.push(outcomeOf(answer, now));
            }
          }
          expect(outcomes).not.toContain('wrong');
        },
      ),
    );
  });
});

function outcomeOf(answer: PromiseSettledResult<AwsCredentials>, now: number): 'living' | 'failed' | 'wrong' {
  if (answer.status === 'rejected') return answer.reason === passing ? 'failed' : 'wrong';
  return (answer.value.expiresAt ?? 0) > now ? 'living' : 'wrong';
}
