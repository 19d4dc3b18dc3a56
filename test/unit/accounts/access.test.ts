import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYBODY, parseAccess } from '../../../src/accounts/access.js';
import { parseRegistry } from '../../../src/accounts/registry.js';
import { selectAccounts } from '../../../src/accounts/select-accounts.js';
import type { Caller } from '../../../src/domain/caller.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const registry = parseRegistry(
  [
    { id: '111111111111', name: 'Central Operations', role: 'central' },
    { id: '222222222222', name: 'Production', environment: 'production' },
    { id: '333333333333', name: 'Payments', environment: 'production', tags: { team: 'payments' } },
    { id: '444444444444', name: 'Staging', environment: 'staging' },
  ],
  { origin: 'accounts.json' },
);

const FILE = JSON.stringify({
  callers: [
    { caller: 'alice', accounts: ['production'], agents: ['cost'] },
    { caller: 'alice', accounts: ['Staging'] },
    { caller: 'verified:bob', accounts: ['tag:team=payments'] },
    { caller: 'root', accounts: ['all'], agents: ['all'] },
    { caller: 'nobody', agents: ['cost'] },
    { caller: 'studio', accounts: ['staging'] },
  ],
});

const verified = (name: string): Caller => ({ kind: 'verified', name });

function seenBy(caller: Caller, file = FILE): readonly string[] {
  return parseAccess(file, 'access.json')
    .registryFor(registry, caller)
    .accounts()
    .map(({ name }) => name);
}

function failure(work: () => unknown): Pick<CentralOpsError, 'code' | 'message' | 'nextStep'> {
  try {
    work();
  } catch (error) {
    if (error instanceof CentralOpsError) return { code: error.code, message: error.message, nextStep: error.nextStep };
    throw error;
  }
  throw new Error('did not throw');
}

describe('the access file', () => {
  it.each<[Caller, readonly string[]]>([
    [verified('alice'), ['Production', 'Payments', 'Staging']],
    [{ kind: 'operating-system-user', name: 'alice' }, ['Production', 'Payments', 'Staging']],
    [verified('bob'), ['Payments']],
    [verified('root'), ['Central Operations', 'Production', 'Payments', 'Staging']],
    [{ kind: 'studio', name: 'studio' }, ['Staging']],
  ])('lets %j see %j', (caller, names) => {
    expect(seenBy(caller)).toEqual(names);
  });

  it('turns away whom no entry names, and says who can change that', () => {
    expect(failure(() => seenBy(verified('mallory')))).toEqual({
      code: 'refused',
      message: 'mallory may not ask any account: no entry of the access file access.json names this caller',
      nextStep: 'Whoever runs this deployment adds {"caller": "mallory", "accounts": ["all"]} or fewer accounts there.',
    });
    expect(failure(() => seenBy(verified('nobody'))).message).toBe(
      'nobody may not ask any account: the access file access.json gives this caller no accounts',
    );
  });

  it('does not take a session id for a name: who is anonymous cannot choose to be alice', () => {
    fc.assert(
      fc.property(fc.constantFrom('alice', 'root', 'verified:bob', 'studio', 'operating-system-user'), (sessionId) => {
        expect(failure(() => seenBy({ kind: 'anonymous', name: sessionId })).code).toBe('refused');
      }),
    );
  });

  it('lets an operating-system user of the same name in only where the entry names no other kind', () => {
    expect(failure(() => seenBy({ kind: 'operating-system-user', name: 'bob' })).code).toBe('refused');
  });

  it.each(['*', 'anonymous'])('can let anybody in with the caller %j', (caller) => {
    const file = JSON.stringify({ callers: [{ caller, accounts: ['staging'] }] });

    expect(seenBy({ kind: 'anonymous', name: 'session-1' }, file)).toEqual(['Staging']);
  });

  it('makes what lies outside unknown, in the words that any unknown account gets', () => {
    const own = parseAccess(FILE, 'access.json').registryFor(registry, verified('bob'));

    expect(selectAccounts(own, { include: [], exclude: [] }).map(({ name }) => name)).toEqual(['Payments']);
    expect(own.find('222222222222')).toBeUndefined();
    expect(failure(() => selectAccounts(own, { include: ['222222222222'], exclude: [] }))).toMatchObject({
      code: 'unknown-account',
      message: expect.stringContaining('accounts.json (as far as bob may ask)'),
    });
  });

  it('says which agents may be invoked', () => {
    const rules = parseAccess(FILE, 'access.json');

    expect(['alice', 'bob', 'root'].map((name) => rules.mayInvoke('cost', verified(name)))).toEqual([
      true,
      false,
      true,
    ]);
    expect(rules.mayInvoke('security', verified('alice'))).toBe(false);
  });

  it.each([
    ['{"callers": [', 'it is not JSON: it goes wrong at line 1, column 14'],
    ['{}', 'callers: '],
    ['{"callers": []}', 'callers: '],
    ['{"callers": [{"caller": "alice", "account": ["all"]}]}', 'callers.0: Unrecognized key: "account"'],
    ['{"callers": [{"caller": "alice", "accounts": "all"}]}', 'callers.0.accounts: '],
  ])('refuses %s as a whole', (text, problem) => {
    const { code, message } = failure(() => parseAccess(text, 'access.json'));

    expect({ code, message }).toEqual({
      code: 'configuration',
      message: expect.stringContaining(`the access file access.json cannot be used: ${problem}`),
    });
  });

  it('names an entry that speaks of accounts which are not there', () => {
    const file = JSON.stringify({ callers: [{ caller: 'alice', accounts: ['prodction'] }] });

    expect(failure(() => seenBy(verified('alice'), file))).toMatchObject({
      code: 'unknown-account',
      message: expect.stringContaining('"prodction"'),
    });
  });
});

describe('without an access file', () => {
  it('everybody has the same rights', () => {
    expect(EVERYBODY.registryFor(registry, { kind: 'anonymous', name: 'session' })).toBe(registry);
  });
});
