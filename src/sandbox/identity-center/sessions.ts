import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.js';
import { OidcError } from './oidc-error.js';

/** How long what the token service gives out is good for, in seconds. */
export interface SessionTimes {
  /** Of an access token that can be refreshed (3600). */
  readonly accessToken: number;
  /** Of a sign-in as a whole, and of an access token that cannot be refreshed (28,800: eight hours). */
  readonly session: number;
}

/** A reply of `CreateToken`. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly tokenType: 'Bearer';
  readonly expiresIn: number;
  readonly refreshToken?: string;
}

/** Who is signed in. */
export interface Sessions {
  /** A new sign-in. Without the scope for the portal it cannot be refreshed. */
  open(user: string, clientId: string, scopes: readonly string[]): IssuedTokens;
  /** Each refresh token works once. Throws `InvalidGrantException`. */
  refresh(refreshToken: string, clientId: string): IssuedTokens;
  /** The person behind an access token; undefined when it is unknown, expired or signed out. */
  userOf(accessToken: string): string | undefined;
  /** Ends the sign-in that the access token belongs to. */
  end(accessToken: string): void;
}

interface Session {
  readonly user: string;
  readonly clientId: string;
  readonly endsAt: number;
  ended: boolean;
}

const PORTAL_SCOPE = 'sso:account:access';

export function createSessions(clock: Clock, times: SessionTimes): Sessions {
  const access = new Map<string, { readonly session: Session; readonly expiresAt: number }>();
  const refresh = new Map<string, Session>();

  const issue = (session: Session, refreshable: boolean): IssuedTokens => {
    const left = Math.floor((session.endsAt - clock()) / 1000);
    const expiresIn = refreshable ? Math.min(times.accessToken, left) : left;
    const accessToken = `aoaAAAAA${randomBytes(90).toString('base64url')}`;
    access.set(accessToken, { session, expiresAt: clock() + expiresIn * 1000 });
    if (!refreshable) return { accessToken, tokenType: 'Bearer', expiresIn };
    const refreshToken = `aorAAAAA${randomBytes(90).toString('base64url')}`;
    refresh.set(refreshToken, session);
    return { accessToken, tokenType: 'Bearer', expiresIn, refreshToken };
  };

  return {
    open: (user, clientId, scopes) =>
      issue({ user, clientId, endsAt: clock() + times.session * 1000, ended: false }, scopes.includes(PORTAL_SCOPE)),
    refresh: (refreshToken, clientId) => {
      const session = refresh.get(refreshToken);
      refresh.delete(refreshToken);
      if (session === undefined || session.ended || session.clientId !== clientId || session.endsAt <= clock()) {
        throw new OidcError('InvalidGrantException', 'Invalid refresh token provided');
      }
      return issue(session, true);
    },
    userOf: (accessToken) => {
      const found = access.get(accessToken);
      if (found === undefined || found.session.ended || found.expiresAt <= clock()) return undefined;
      return found.session.user;
    },
    end: (accessToken) => {
      const found = access.get(accessToken);
      if (found !== undefined) found.session.ended = true;
    },
  };
}
