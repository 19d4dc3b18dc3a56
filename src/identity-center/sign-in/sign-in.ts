import { access } from 'node:fs/promises';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Sleep } from '../../network/sleep.js';
import { type OidcClient, OidcRefusal } from '../oidc-client.js';
import { type IdentityCenterSession, sessionLabel } from '../session.js';
import type { RegistrationCache } from '../token/registration-cache.js';
import type { TokenCache } from '../token/token-cache.js';
import type { SsoToken } from '../token/token-file.js';
import type { TellNotice } from './notices.js';
import type { OpenBrowser } from './open-browser.js';
import { signInWithBrowser } from './with-browser.js';
import { signInWithDeviceCode } from './with-device-code.js';

/** What a person may say about how they sign in. */
export interface SignInOptions {
  readonly tell: TellNotice;
  readonly useDeviceCode?: boolean;
  /** False: the person opens the page. */
  readonly launchBrowser?: boolean;
  /** The port that the browser comes back to, for `ssh -L`; naming one says that a browser can. */
  readonly callbackPort?: number;
}

export interface SignInUses {
  readonly oidc: OidcClient;
  readonly cache: TokenCache;
  readonly registrations: RegistrationCache;
  readonly openBrowser: OpenBrowser;
  /** Why no browser can be opened here, as far as the environment tells. */
  readonly whyNoBrowser: string | undefined;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** What container engines leave in each container. */
const CONTAINER_FILES = ['/.dockerenv', '/run/.containerenv'];

/**
 * Signs in, through the browser of this machine where there is one, else with a code, and leaves the token where the AWS CLI
 * and the SDKs look for it. Throws `sign-in-needed` when the person denied or did not answer.
 */
export async function signIn(
  uses: SignInUses,
  session: IdentityCenterSession,
  options: SignInOptions,
  signal: AbortSignal,
): Promise<SsoToken> {
  const { tell } = options;
  const reason = options.callbackPort === undefined ? await whyNoBrowser(uses) : undefined;
  const withCode = options.useDeviceCode === true || reason !== undefined;
  if (reason !== undefined && options.useDeviceCode !== true) tell({ kind: 'without-browser', reason });
  const launch = options.launchBrowser !== false && reason === undefined;
  const common = { ...uses, session, tell, openBrowser: launch ? uses.openBrowser : undefined };
  const token = await explained(session, () =>
    withCode
      ? signInWithDeviceCode(common, signal)
      : signInWithBrowser({ ...common, callbackPort: options.callbackPort ?? 0 }, signal),
  );
  await uses.cache.exclusively(session, () => uses.cache.write(session, token));
  return token;
}

async function whyNoBrowser(uses: SignInUses): Promise<string | undefined> {
  if (uses.whyNoBrowser !== undefined) return uses.whyNoBrowser;
  for (const file of CONTAINER_FILES) {
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists) return `this is a container (${file} is there)`;
  }
  return undefined;
}

/** What the flows did not expect: a portal that refuses to register or to begin at all. */
async function explained(session: IdentityCenterSession, work: () => Promise<SsoToken>): Promise<SsoToken> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OidcRefusal)) throw error;
    throw new CentralOpsError(
      error.passing ? 'credentials-unavailable' : 'configuration',
      `IAM Identity Center ${sessionLabel(session)} did not begin a sign-in (${error.code}): ${error.message}`,
      {
        facts: { session: sessionLabel(session), awsCode: error.code },
        nextStep: `Check that the start URL ${session.startUrl} and its Region ${session.region} belong together, and that this machine reaches AWS.`,
        cause: error,
      },
    );
  }
}
