import type { Clock } from '../../domain/clock.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import type { Sleep } from '../../network/sleep.js';
import { DEVICE_GRANT, type DeviceAuthorization, type OidcClient, OidcRefusal } from '../oidc-client.js';
import type { IdentityCenterSession } from '../session.js';
import { signInNeeded } from '../token/refusals.js';
import type { RegistrationCache } from '../token/registration-cache.js';
import type { ClientRegistration, SsoToken } from '../token/token-file.js';
import type { TellNotice } from './notices.js';
import { type OpenBrowser, openPage } from './open-browser.js';
import { registered } from './registered.js';

export interface DeviceSignIn {
  readonly session: IdentityCenterSession;
  readonly oidc: OidcClient;
  readonly registrations: RegistrationCache;
  /** Undefined: the person opens the page, on whatever machine. */
  readonly openBrowser: OpenBrowser | undefined;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly tell: TellNotice;
}

const GRANTS: readonly string[] = [DEVICE_GRANT, 'refresh_token'];

/** RFC 8628, 3.5. */
const SLOWER_BY_SECONDS = 5;
const LONGEST_INTERVAL_SECONDS = 60;

/**
 * Signs in with a code that the person types on any machine (RFC 8628). Throws `sign-in-needed` when it is denied or not approved
 * in time.
 */
export async function signInWithDeviceCode(uses: DeviceSignIn, signal: AbortSignal): Promise<SsoToken> {
  const { session, oidc, openBrowser, tell } = uses;
  const { registration, device } = await begin(uses, signal);
  const urlWithCode = device.verificationUriComplete;
  tell({
    kind: 'enter-code',
    url: device.verificationUri,
    urlWithCode,
    userCode: device.userCode,
    expiresAt: device.expiresAt,
    opensByItself: openBrowser !== undefined,
  });
  void openPage(openBrowser, urlWithCode, tell);

  let { interval } = device;
  for (;;) {
    await uses.sleep(interval * 1000, signal);
    if (uses.clock() >= device.expiresAt) throw notApproved(session, device);
    try {
      return await oidc.redeemDevice(session, registration, device.deviceCode, signal);
    } catch (error) {
      signal.throwIfAborted();
      interval = nextInterval(uses, device, interval, error);
    }
  }
}

/** Seconds until the next poll; throws when there is none. */
function nextInterval(
  { session, tell }: DeviceSignIn,
  device: DeviceAuthorization,
  interval: number,
  error: unknown,
): number {
  const code = error instanceof OidcRefusal ? error.code : '';
  if (code === 'AuthorizationPendingException') return interval;
  if (code === 'SlowDownException') return interval + SLOWER_BY_SECONDS;
  if (code === 'ExpiredTokenException') throw notApproved(session, device);
  if (code === 'AccessDeniedException')
    throw signInNeeded(session, 'the sign-in was denied in the browser', error, 'denied');
  const passing = error instanceof OidcRefusal ? error.passing : isUnreachable(error);
  if (passing) {
    tell({ kind: 'unreachable', reason: messageOf(error) });
    // Twice as long each time, as the RFC asks of clients that meet time-outs.
    return Math.min(interval * 2, LONGEST_INTERVAL_SECONDS);
  }
  if (!(error instanceof OidcRefusal)) throw error;
  throw signInNeeded(session, `the sign-in was not completed (${code}): ${error.message}`, error);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof CentralOpsError && error.code === 'unreachable';
}

/** A kept registration that the service no longer knows is replaced, once. */
async function begin(
  uses: DeviceSignIn,
  signal: AbortSignal,
): Promise<{ readonly registration: ClientRegistration; readonly device: DeviceAuthorization }> {
  const { session, oidc, registrations } = uses;
  const register = (): Promise<ClientRegistration> => oidc.registerForDevice(session, signal);
  const registration = await registered(uses, GRANTS, register);
  try {
    return { registration, device: await oidc.startDevice(session, registration, signal) };
  } catch (error) {
    if (!(error instanceof OidcRefusal) || error.code !== 'InvalidClientException') throw error;
    const fresh = await register();
    await registrations.write(session, GRANTS, fresh);
    return { registration: fresh, device: await oidc.startDevice(session, fresh, signal) };
  }
}

function notApproved(session: IdentityCenterSession, { userCode }: DeviceAuthorization): CentralOpsError {
  return signInNeeded(session, `the code ${userCode} was not approved before it expired`, undefined, 'timed-out');
}
