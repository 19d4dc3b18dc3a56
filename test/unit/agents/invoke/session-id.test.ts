import { describe, expect, it } from 'vitest';
import { agentSessionId } from '../../../../src/agents/invoke/session-id.js';

const alice = {
  caller: { kind: 'verified', name: 'alice' },
  sessionId: 'audit',
  accountId: '222222222222',
  agentKey: '222222222222#us-east-1#PEGHWIVI5Y#IO1GTTHP0M',
} as const;

describe('agentSessionId', () => {
  it('is the same for the same caller, session and agent, in what both services take', () => {
    const id = agentSessionId(alice);

    expect(agentSessionId({ ...alice })).toBe(id);
    expect(id).toMatch(/^hub-[0-9a-f]{40}$/u);
    // AgentCore refuses fewer than 33 characters; a UUID without dashes has 32.
    expect(id.length).toBeGreaterThanOrEqual(33);
  });

  it.each([
    ['another caller', { caller: { kind: 'verified', name: 'bob' } }],
    ['another kind of caller of that name', { caller: { kind: 'operating-system-user', name: 'alice' } }],
    ['another session', { sessionId: 'other' }],
    ['another account', { accountId: '333333333333' }],
    ['another agent', { agentKey: '222222222222#us-east-1#PEGHWIVI5Y#OTHERALIAS' }],
  ] as const)('is another one for %s', (_, changes) => {
    expect(agentSessionId({ ...alice, ...changes })).not.toBe(agentSessionId(alice));
  });

  it('does not let a name reach into the session', () => {
    const one = { ...alice, caller: { kind: 'verified', name: 'a' }, sessionId: 'b|c' } as const;
    const other = { ...alice, caller: { kind: 'verified', name: 'a|b' }, sessionId: 'c' } as const;

    expect(agentSessionId(one)).not.toBe(agentSessionId(other));
  });
});
