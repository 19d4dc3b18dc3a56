import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/clock.js';

/** Who a request is from, as far as sessions and quotas care. */
export interface SessionOwner {
  readonly accountId: string;
  /** Account and role: a refreshed key of the same role keeps its sessions. */
  readonly identityKey: string;
}

/** MCP sessions. Another identity's session does not exist, as far as anybody can tell. */
export interface McpSessions {
  /** Undefined when the role (90) or the account (180) has as many as it may. */
  open(owner: SessionOwner): string | undefined;
  has(sessionId: string, owner: SessionOwner): boolean;
  end(sessionId: string, owner: SessionOwner): boolean;
  /** Forgets the sessions of an account, or all, as the service does when they grow old. */
  expire(accountId?: string): void;
}

const PER_ROLE = 90;
const PER_ACCOUNT = 180;
/** Session storage lasts eight hours. */
const LIFETIME_MS = 8 * 3_600_000;

export function createMcpSessions(clock: Clock, onChange: (accountId: string, change: 1 | -1) => void): McpSessions {
  const sessions = new Map<string, SessionOwner & { readonly openedAt: number }>();
  const counts = new Map<string, number>();

  const change = (owner: SessionOwner, by: 1 | -1): void => {
    for (const key of [`role ${owner.identityKey}`, `account ${owner.accountId}`]) {
      counts.set(key, (counts.get(key) ?? 0) + by);
    }
    onChange(owner.accountId, by);
  };
  const remove = (sessionId: string, owner: SessionOwner): void => {
    if (sessions.delete(sessionId)) change(owner, -1);
  };
  const find = (sessionId: string, owner: SessionOwner): boolean => {
    const session = sessions.get(sessionId);
    if (session === undefined || session.identityKey !== owner.identityKey) return false;
    if (clock() - session.openedAt <= LIFETIME_MS) return true;
    remove(sessionId, session);
    return false;
  };

  return {
    open: (owner) => {
      const roleFull = (counts.get(`role ${owner.identityKey}`) ?? 0) >= PER_ROLE;
      const accountFull = (counts.get(`account ${owner.accountId}`) ?? 0) >= PER_ACCOUNT;
      if (roleFull || accountFull) return undefined;
      const sessionId = randomUUID();
      sessions.set(sessionId, { ...owner, openedAt: clock() });
      change(owner, 1);
      return sessionId;
    },
    has: find,
    end: (sessionId, owner) => {
      if (!find(sessionId, owner)) return false;
      remove(sessionId, owner);
      return true;
    },
    expire: (accountId) => {
      for (const [sessionId, session] of sessions) {
        if (accountId === undefined || session.accountId === accountId) remove(sessionId, session);
      }
    },
  };
}
