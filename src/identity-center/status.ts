import { CentralOpsError } from '../domain/errors.js';
import type { ListedSession } from './choose-session.js';
import { sessionKey } from './session.js';
import type { SignInRecords } from './sign-in-records.js';
import type { SsoToken } from './token/token-file.js';
import type { IdentityCenterSession } from './session.js';

/** Whether one can ask through a session now. */
export interface SessionStatus {
  /** The session's name or start URL. */
  readonly session: string;
  readonly startUrl: string | null;
  readonly region: string | null;
  readonly state: 'signed-in' | 'signed-out' | 'unusable' | 'unknown';
  readonly user: string | null;
  /** Milliseconds since the Unix epoch. */
  readonly signedInAt: number | null;
  readonly expiresAt: number | null;
  /** Whether the token is replaced by itself before its end. */
  readonly refreshes: boolean;
  /** Why it cannot be used, and what to do. */
  readonly problem: string | null;
}

export interface StatusUses {
  readonly token: (session: IdentityCenterSession, signal: AbortSignal) => Promise<SsoToken>;
  readonly records: SignInRecords;
  /** Asks AWS who it is, where nobody knows yet; undefined when that cannot be learned. */
  readonly learnUser: (
    session: IdentityCenterSession,
    token: SsoToken,
    signal: AbortSignal,
  ) => Promise<string | undefined>;
}

/** The status of a session. A token that soon ends is refreshed on the way, as any question would. */
export async function sessionStatus(
  uses: StatusUses,
  listed: ListedSession,
  signal: AbortSignal,
): Promise<SessionStatus> {
  if (listed.kind === 'unusable') {
    return { ...nothing, session: listed.name, state: 'unusable', problem: textOf(listed.problem) };
  }
  const { session } = listed;
  const place = { ...nothing, session: sessionKey(session), startUrl: session.startUrl, region: session.region };
  try {
    const token = await uses.token(session, signal);
    const record = await uses.records.read(session, token);
    const user = record.user ?? (await uses.learnUser(session, token, signal));
    return {
      ...place,
      state: 'signed-in',
      user: user ?? null,
      signedInAt: record.signedInAt ?? null,
      expiresAt: token.expiresAt,
      refreshes: token.refreshToken !== undefined && token.registration !== undefined,
    };
  } catch (error) {
    if (!(error instanceof CentralOpsError)) throw error;
    const signedOut = error.code === 'sign-in-needed';
    return { ...place, state: signedOut ? 'signed-out' : 'unknown', problem: textOf(error) };
  }
}

const nothing = {
  session: '',
  startUrl: null,
  region: null,
  user: null,
  signedInAt: null,
  expiresAt: null,
  refreshes: false,
  problem: null,
} as const;

function textOf({ message, nextStep }: CentralOpsError): string {
  return nextStep === undefined ? message : `${message} ${nextStep}`;
}
