import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.js';
import type { Filter } from '../../../src/domain/plan.js';
import { passes } from '../../../src/results/filters.js';

type Is = Exclude<Filter, { any: unknown } | { other: string }>['is'];

function holds(value: Json | undefined, is: Is, wanted: Json = null): boolean {
  const filter: Filter = is === 'empty' || is === 'present' ? { column: 'c', is } : { column: 'c', is, value: wanted };
  return passes([filter], () => value);
}

describe('passes', () => {
  it.each<[Json, Is, Json, boolean]>([
    ['running', 'equal', 'Running', true],
    ['running', 'equal', 'runnin', false],
    [5, 'equal', 5, true],
    [5, 'equal', '5', false],
    [true, 'equal', true, true],
    [false, 'equal', null, false],
    [['a', 'b'], 'equal', ['a', 'b'], true],
    [null, 'not-equal', true, true],
    [true, 'not-equal', true, false],
    ['db.r6g.large', 'contains', 'R6G', true],
    ['port 443', 'contains', 443, true],
    [['sg-1', 'sg-2'], 'contains', 'SG-2', true],
    [[['deep', 'deeper']], 'contains', 'deeper', true],
    [['sg-1'], 'contains', 'sg-9', false],
    [null, 'contains', 'null', false],
    [443, 'contains', 4, false],
    [['sg-1'], 'not-contains', 'sg-9', true],
    [['sg-1'], 'not-contains', 'sg-1', false],
    [null, 'not-contains', 'x', true],
    [10, 'above', 9, true],
    [9, 'above', 9, false],
    [8, 'below', 9, true],
    ['2026-11-21T00:00:00Z', 'above', '2026-01-01', true],
    ['2025-11-21T00:00:00Z', 'below', '2026-01-01', true],
    ['2026-01-01T00:30:00+02:00', 'below', '2026-01-01T00:00:00Z', true],
    ['2026-01-01T00:30:00+02:00', 'above', '2025-12-31T22:29:59Z', true],
    ['2026-01-01T00:00:00.500000+00:00', 'above', '2026-01-01T00:00:00Z', true],
    ['2026-01-01 00:00:00', 'below', '2026-01-01T00:00:01Z', true],
    ['2026-01-01T00:00:00', 'below', '2026-01-01T00:00:00-01:00', true],
    // CloudWatch Logs writes milliseconds, IAM's and ECS's JSON seconds.
    [Date.UTC(2026, 0, 1), 'above', '2025-12-31T23:59:59Z', true],
    [Date.UTC(2026, 0, 1) / 1000, 'below', '2026-01-01T00:00:01Z', true],
    ['2026-13-01', 'above', '2026-01-01', true],
    ['10', 'above', 9, false],
    ['10', 'below', 11, false],
    [null, 'below', 9, false],
    [null, 'above', 9, false],
    [null, 'empty', null, true],
    ['', 'empty', null, true],
    [[], 'empty', null, true],
    [0, 'empty', null, false],
    [false, 'empty', null, false],
    [null, 'present', null, false],
    ['x', 'present', null, true],
    [0, 'present', null, true],
  ])('%j is %s %j: %s', (value, is, wanted, expected) => {
    expect(holds(value, is, wanted)).toBe(expected);
  });

  it.each<Is>(['equal', 'not-equal', 'contains', 'not-contains', 'above', 'below', 'empty', 'present'])(
    'says that %s does not hold of what is unknown',
    (is) => {
      expect(holds(undefined, is, 'x')).toBe(false);
    },
  );

  it('wants all filters, and one of an any', () => {
    const row: Readonly<Record<string, Json>> = { State: 'running', Type: 't3.micro' };
    const cell = (column: string): Json => row[column] ?? null;
    const running: Filter = { column: 'State', is: 'equal', value: 'running' };
    const large: Filter = { column: 'Type', is: 'contains', value: 'large' };

    expect({
      none: passes([], cell),
      both: passes([running, large], cell),
      either: passes([{ any: [running, large] }], cell),
      neither: passes([{ any: [large, { any: [large] }] }], cell),
      nothing: passes([{ any: [] }], cell),
    }).toEqual({ none: true, both: false, either: true, neither: false, nothing: false });
  });
});

function tasks(running: Json | undefined, desired: Json | undefined, is: 'below-column' | 'reaches-column'): boolean {
  return passes([{ column: 'Running', is, other: 'Desired' }], (name) => (name === 'Running' ? running : desired));
}

describe('a filter by another column', () => {
  it.each<[Json | undefined, Json | undefined, boolean, boolean]>([
    [1, 2, true, false],
    [2, 2, false, true],
    [10, 9, false, true],
    [null, 2, false, false],
    [2, null, false, false],
    [2, undefined, false, false],
    [undefined, 2, false, false],
  ])('%j against %j: below %j, reaches %j', (running, desired, below, reaches) => {
    expect([tasks(running, desired, 'below-column'), tasks(running, desired, 'reaches-column')]).toEqual([
      below,
      reaches,
    ]);
  });
});
