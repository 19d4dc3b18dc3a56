import { describe, expect, it } from 'vitest';
import { accountDescription, accountLabel, accountReference } from '../../../src/domain/account.js';
import { callerKey } from '../../../src/domain/caller.js';
import { CentralOpsError, messageOf, withNextStep } from '../../../src/domain/errors.js';
import { groupBy } from '../../../src/domain/group-by.js';
import { isJsonObject } from '../../../src/domain/json.js';
import { isLoopbackHost } from '../../../src/domain/loopback.js';
import { countsAsAnswered } from '../../../src/domain/outcome.js';

describe('groupBy', () => {
  it('keeps the order of keys and of what each has', () => {
    const groups = groupBy([3, 10, 1, 30, 2], (number) => number >= 10);

    expect([...groups]).toEqual([
      [false, [3, 1, 2]],
      [true, [10, 30]],
    ]);
  });

  it('has no group of nothing', () => {
    expect(groupBy([], String).size).toBe(0);
  });
});

describe('withNextStep', () => {
  it.each([
    ['it broke', undefined, 'it broke'],
    ['it broke', '', 'it broke'],
    ['it broke', 'Mend it.', 'it broke. Mend it.'],
    ['it broke.', 'Mend it.', 'it broke. Mend it.'],
    ['did it break?', 'Mend it.', 'did it break? Mend it.'],
    ['two problems:\n  a\n  b', 'Mend them.', 'two problems:\n  a\n  b\nMend them.'],
  ])('puts %j and %j together', (message, nextStep, expected) => {
    expect(withNextStep(message, nextStep)).toBe(expected);
  });
});

describe('a CentralOpsError', () => {
  it('carries code, facts, next step and cause', () => {
    const cause = new Error('inner');

    const error = new CentralOpsError('usage', 'outer', { facts: { a: 1 }, nextStep: 'Do.', cause });

    expect([error.name, error.code, error.message, error.facts, error.nextStep, error.cause]).toEqual([
      'CentralOpsError',
      'usage',
      'outer',
      { a: 1 },
      'Do.',
      cause,
    ]);
  });

  it('has no cause where there is none', () => {
    const error = new CentralOpsError('usage', 'outer');

    expect([error.facts, error.nextStep, 'cause' in error]).toEqual([{}, undefined, false]);
  });
});

describe('messageOf', () => {
  it.each([
    [new TypeError('x'), 'x'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('reads %s', (thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });
});

describe('an account reference', () => {
  it('leaves out what is secret or not needed', () => {
    const reference = accountReference({
      id: '012345678901',
      name: 'Production',
      tags: { owner: 'x' },
      partition: 'aws',
      externalId: 'hush',
      roleName: 'Role',
      environment: 'production',
      regions: ['us-east-1'],
    });

    expect([reference, accountLabel(reference)]).toEqual([
      { id: '012345678901', name: 'Production', partition: 'aws', environment: 'production', regions: ['us-east-1'] },
      'Production (012345678901)',
    ]);
  });
});

describe('an account description', () => {
  it('has what groups accounts, and nothing of how they are signed in to', () => {
    expect(
      accountDescription({
        id: '012345678901',
        name: 'Production',
        tags: { owner: 'x' },
        ou: 'Workloads/Payments',
        role: 'workload',
        partition: 'aws',
        externalId: 'hush',
        roleName: 'Role',
        permissionSet: 'Set',
      }),
    ).toEqual({
      id: '012345678901',
      name: 'Production',
      partition: 'aws',
      tags: { owner: 'x' },
      ou: 'Workloads/Payments',
      role: 'workload',
    });
  });
});

describe('callerKey', () => {
  it('tells callers of the same name and different kinds apart', () => {
    const keys = (['anonymous', 'verified', 'studio', 'operating-system-user'] as const).map((kind) =>
      callerKey({ kind, name: 'alice' }),
    );

    expect(new Set(keys).size).toBe(4);
  });
});

describe('countsAsAnswered', () => {
  it('counts where there was nothing to miss', () => {
    const kinds = [
      'answered',
      'not-offered',
      'region-disabled',
      'denied',
      'unreachable',
      'throttled',
      'timed-out',
      'over-budget',
      'cancelled',
      'refused',
      'failed',
    ] as const;

    expect(kinds.filter((kind) => countsAsAnswered(kind))).toEqual(['answered', 'not-offered', 'region-disabled']);
  });
});

describe('isJsonObject', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
    [undefined, false],
  ])('of %j is %s', (value, expected) => {
    expect(isJsonObject(value)).toBe(expected);
  });
});

describe('isLoopbackHost', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.0.0.1', true],
    ['127.255.255.254', true],
    ['[::1]', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['127.1', false],
    ['127.0.0.256', false],
    ['localhost.', false],
    ['localhost.example.com', false],
    ['127.0.0.1.example.com', false],
    ['::', false],
    ['', false],
  ])('of %s is %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});
