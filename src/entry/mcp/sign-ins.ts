/**
 * Sign-ins that a tool began and a person has yet to approve. They outlive the call: the person may take longer than a client waits.
 * There is at most one for each session of Identity Center, so that nobody is shown two codes.
 */
import { EventEmitter } from 'node:events';
import type { Composition } from '../../compose.js';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import { type IdentityCenterSession, sessionKey } from '../../identity-center/session.js';
import type { SignInNotice } from '../../identity-center/sign-in/notices.js';

type IdentityCenter = Composition['identityCenter'];
type SignedIn = Awaited<ReturnType<IdentityCenter['signIn']>>;

export interface SignIns {
  /** Begins a sign-in, or joins the one under way. */
  begin(session: IdentityCenterSession, options: SignInWishes): UnderWay;
  /** The one that waits for the person, or why the last one failed; undefined when there is nothing to say. */
  latest(session: IdentityCenterSession): UnderWay | CentralOpsError | undefined;
  /** Ends those that wait. */
  close(): void;
}

export interface SignInWishes {
  readonly launchBrowser: boolean;
  /** A code that is good on any machine, instead of a page that has to come back to this one. */
  readonly useDeviceCode: boolean;
}

export interface UnderWay {
  /** False: it was begun before. */
  readonly isNew: boolean;
  /** Where the person approves. Rejects when the sign-in failed before there was a page. */
  readonly page: Promise<SignInPage>;
  /** What is known of the page by now. */
  readonly shown: () => SignInPage | undefined;
  /** Resolves when it is known that no browser opened by itself. */
  readonly notOpened: Promise<string>;
  readonly done: Promise<SignedIn>;
  cancel(): void;
}

export interface SignInPage {
  readonly url: string;
  /** What the page must show. */
  readonly userCode?: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  /** Whether this machine opens the page itself. */
  readonly opensByItself: boolean;
}

/** As long as the browser is waited for. */
const PAGE_MILLIS = 10 * 60_000;

export function createSignIns(identityCenter: Pick<IdentityCenter, 'signIn'>, clock: Clock): SignIns {
  const underWay = new Map<string, UnderWay>();
  const failures = new Map<string, CentralOpsError>();

  function start(key: string, session: IdentityCenterSession, wishes: SignInWishes): UnderWay {
    const stop = new AbortController();
    const told = new EventEmitter<{ page: [SignInPage]; 'not-opened': [string]; ended: [unknown] }>();
    let shown: SignInPage | undefined;
    const page = new Promise<SignInPage>((resolve, reject) => {
      told.once('page', resolve);
      // Whoever ends before there was a page has failed.
      told.once('ended', reject);
    });
    const notOpened = new Promise<string>((resolve) => {
      told.once('not-opened', resolve);
    });
    const tell = (notice: SignInNotice): void => {
      if (notice.kind === 'browser-not-opened') told.emit('not-opened', notice.reason);
      shown = pageOf(notice, clock) ?? shown;
      if (shown !== undefined) told.emit('page', shown);
    };
    const done = identityCenter.signIn(session, { ...wishes, tell }, stop.signal);
    void ended(done).then((error) => {
      underWay.delete(key);
      if (error instanceof CentralOpsError && !stop.signal.aborted) failures.set(key, error);
      return told.emit('ended', error ?? new CentralOpsError('internal', 'the sign-in ended without a page'));
    });
    // Nobody may be waiting for it.
    page.catch(() => undefined);
    return {
      isNew: true,
      page,
      shown: () => shown,
      notOpened,
      done,
      cancel: () => stop.abort(new CentralOpsError('cancelled', 'the sign-in was cancelled')),
    };
  }

  return {
    begin(session, wishes) {
      const key = sessionKey(session);
      const before = underWay.get(key);
      if (before !== undefined) return { ...before, isNew: false };
      failures.delete(key);
      const begun = start(key, session, wishes);
      underWay.set(key, begun);
      return begun;
    },
    latest(session) {
      const key = sessionKey(session);
      return underWay.get(key) ?? failures.get(key);
    },
    close() {
      for (const one of underWay.values()) one.cancel();
    },
  };
}

/** What it failed with; undefined when it did not. */
function ended(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function pageOf(notice: SignInNotice, clock: Clock): SignInPage | undefined {
  if (notice.kind === 'open-page') {
    return { url: notice.url, expiresAt: clock() + PAGE_MILLIS, opensByItself: notice.opensByItself };
  }
  if (notice.kind !== 'enter-code') return undefined;
  const { urlWithCode, userCode, expiresAt, opensByItself } = notice;
  return { url: urlWithCode, userCode, expiresAt, opensByItself };
}
