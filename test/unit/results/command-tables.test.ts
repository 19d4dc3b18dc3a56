import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../../../src/domain/command.js';
import { commandRows, commandSummary } from '../../../src/results/command-tables.js';

function result(name: string, stdout: string, more: Partial<CommandResult> = {}): CommandResult {
  const place = { accountId: name.repeat(12), accountName: name, roleName: 'R', region: 'eu-west-1' };
  return { ...place, outcome: 'answered', exitCode: 0, stdout, stderr: '', millis: 1, ...more };
}

const DENIED = result('3', '', { outcome: 'denied', exitCode: 254, message: 'no' });

describe('the rows of a command in many accounts', () => {
  it.each([
    ['a list', '["x"]', '[]', ['Value'], [['x']]],
    ['the only list of an object', '{"Names":["x"],"Next":null}', '{"Names":["y"]}', ['Value'], [['x'], ['y']]],
    [
      'objects',
      '[{"a":1,"deep":{"b":2}}]',
      '{"L":[{"c":true,"a":null}]}',
      ['a', 'c'],
      [
        [1, ''],
        ['', true],
      ],
    ],
    [
      'an object without lists',
      '{"Arn":"x","Account":"1"}',
      '{"Arn":"y"}',
      ['Arn', 'Its Account'],
      [
        ['x', '1'],
        ['y', ''],
      ],
    ],
  ])('are those of %s', (_what, one, two, columns, rows) => {
    const table = commandRows({ results: [result('1', one), result('2', two), DENIED] });

    expect(table?.table.columns).toEqual(['Account', 'Account ID', 'Region', ...columns]);
    expect(table?.table.rows.map((row) => row.slice(3))).toEqual(rows);
  });

  it.each([
    ['text', 'bucket-1\nbucket-2\n'],
    ['objects beside other values', '[{"a":1}]'],
    ['two lists', '{"a":[],"b":[]}'],
    ['objects within objects', '[{"deep":{"b":2}}]'],
    ['broken JSON', '[1,'],
  ])('are not made of %s', (_what, stdout) => {
    expect(commandRows({ results: [result('1', '["x"]'), result('2', stdout)] })).toBeUndefined();
  });

  it('say which members have no column', () => {
    const many = JSON.stringify([
      Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${String(index)}`, index])),
    ]);

    expect(commandRows({ results: [result('1', '[{"a":1,"deep":{"b":2},"list":[1]}]')] })?.leftOut).toEqual([
      'deep',
      'list',
    ]);
    expect(commandRows({ results: [result('1', many)] })?.leftOut).toEqual(['m10', 'm11']);
  });

  it('are not made of what was cut', () => {
    const rest = { path: '/x', characters: 9 };

    expect(commandRows({ results: [result('1', '["x"]', { rest })] })).toBeUndefined();
  });
});

describe('the summary of a command', () => {
  it('says how it ended in each account', () => {
    const results = [result('1', '["x"]'), result('2', 'a\nb\n'), result('4', ''), DENIED];

    expect(commandSummary({ results }).rows.map((row) => row.slice(4))).toEqual([
      ['answered', 0, '1 row'],
      ['answered', 0, 'a … (2 lines)'],
      ['answered', 0, '(nothing)'],
      ['denied', 254, 'no'],
    ]);
  });
});
