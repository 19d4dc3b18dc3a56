import { createHash, randomBytes } from 'node:crypto';
import type { Sleep } from '../../network/sleep.js';
import { BROWSER_GRANTS, type OidcClient, OidcRefusal } from '../oidc-client.js';
import type { IdentityCenterSession } from '../session.js';
import { signInNeeded } from '../token/refusals.js';
import type { RegistrationCache } from '../token/registration-cache.js';
import type { SsoToken } from '../token/token-file.js';
import { REGISTERED_REDIRECT } from './callback-page.js';
import { type Callback, listenForCallback } from './callback-server.js';
import type { TellNotice } from './notices.js';
import { type OpenBrowser, openPage } from './open-browser.js';
import { registered } from './registered.js';

export interface BrowserSignIn {
  readonly session: IdentityCenterSession;
  readonly oidc: OidcClient;
  readonly registrations: RegistrationCache;
  /** Undefined: the person opens the page. */
  readonly openBrowser: OpenBrowser | undefined;
  /** 0 takes a free port; another one is for `ssh -L`. */
  readonly callbackPort: number;
  readonly sleep: Sleep;
  readonly tell: TellNotice;
}

/** As long as the AWS CLI waits. */
const PATIENCE_MILLIS = 10 * 60_000;

/**
 * Signs in through the browser of this machine: OAuth's authorization code with PKCE (RFC 7636), so that a code that somebody
 * picks up on the way is worth nothing. Throws `sign-in-needed` when it is denied or nobody answers.
 */
export async function signInWithBrowser(uses: BrowserSignIn, signal: AbortSignal): Promise<SsoToken> {
  const { session, oidc } = uses;
  const state = randomBytes(32).toString('base64url');
  const codeVerifier = randomBytes(64).toString('base64url');
  const callback = await listenForCallback(state, uses.callbackPort);
  try {
    const registration = await registered(uses, BROWSER_GRANTS, () =>
      oidc.registerForBrowser(session, REGISTERED_REDIRECT, signal),
    );
    const { redirectUri } = callback;
    const url = oidc.authorizationPage(session, {
      response_type: 'code',
      client_id: registration.clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      // The plural is AWS's.
      scopes: session.scopes.join(' '),
    }).href;
    uses.tell({ kind: 'open-page', url, opensByItself: uses.openBrowser !== undefined });
    void openPage(uses.openBrowser, url, uses.tell);
    const answer = await withinPatience(callback, uses, signal);
    if (answer.kind === 'error') throw signInNeeded(session, whyDenied(answer.error), undefined, 'denied');
    try {
      const token = await oidc.redeemCode(
        session,
        registration,
        { code: answer.code, redirectUri, codeVerifier },
        signal,
      );
      await answer.finish('signed-in');
      return token;
    } catch (error) {
      await answer.finish('failed');
      throw error instanceof OidcRefusal
        ? signInNeeded(session, `the sign-in was not completed (${error.code}): ${error.message}`, error)
        : error;
    }
  } catch (error) {
    // A registration that AWS no longer knows shows in the browser alone: the next sign-in gets a new one.
    await uses.registrations.remove(session, BROWSER_GRANTS);
    throw error;
  } finally {
    callback.close();
  }
}

async function withinPatience(callback: Callback, { session, sleep }: BrowserSignIn, signal: AbortSignal) {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const patience = sleep(PATIENCE_MILLIS, either).then(
    () => over.abort(signInNeeded(session, 'nobody answered in the browser for 10 minutes', undefined, 'timed-out')),
    () => undefined,
  );
  try {
    return await callback.answer(either);
  } finally {
    over.abort();
    await patience;
  }
}

function whyDenied(error: string): string {
  return error === 'access_denied'
    ? 'the sign-in was denied in the browser'
    : `the sign-in page answered ${/^[a-z_]{1,40}$/.test(error) ? error : 'with an error'}`;
}
