import { describe, expect, it } from 'vitest';
import { parseIni } from '../../../../src/identity-center/aws-config/ini.js';

/** Sections as plain objects, without line numbers. */
function read(text: string): unknown {
  const parsed = parseIni(text);
  if (!parsed.ok) return `line ${parsed.line}: ${parsed.problem}`;
  return Object.fromEntries(
    [...parsed.sections].map(([name, values]) => [
      name,
      Object.fromEntries([...values].map(([key, { value }]) => [key, value])),
    ]),
  );
}

describe('parseIni', () => {
  // Each expectation is what CPython 3.11's RawConfigParser answers; test/contract/aws-config-botocore.test.ts asks it.
  it.each([
    ['[a]\nKey = value \n[b]\nx:y=z\n', { a: { key: 'value' }, b: { x: 'y=z' } }],
    ['[a]\nregion = us-east-1 # home\n; comment\n # comment\n', { a: { region: 'us-east-1 # home' } }],
    ['[a]\ns3 =\n  max = 1\n  min = 2\nregion = x', { a: { s3: '\nmax = 1\nmin = 2', region: 'x' } }],
    ['[a]\nk = 1\n\n  more\n', { a: { k: '1\n\nmore' } }],
    ['[DEFAULT]\nregion = x\n[default]\n[b]\nregion = y', { default: { region: 'x' }, b: { region: 'y' } }],
    ['[a] trailing\nk =', { a: { k: '' } }],
    ['  [a]\n  k = v\n  l = w', { a: { k: 'v', l: 'w' } }],
    ['[a]\r\nk = v\r\n', { a: { k: 'v' } }],
    ['', {}],
    ['[a]\nk = 1\n[a]\nl = 2', 'line 3: [a] is there twice'],
    ['[a]\nk = 1\nK = 2', 'line 3: [a] has k twice'],
    ['[a]\ns3 =\n  max', 'line 2: [a] has a block s3 with a line that is not "key = value"'],
    ['[a]\nnothing', 'line 2: [a] has a line that is not "key = value"'],
    ['k = 1\n[a]', 'line 1: something stands before the first [section]'],
    ['\ufeff[a]\nk = 1', 'line 1: something stands before the first [section]'],
    ['[]\nk = 1', 'line 1: something stands before the first [section]'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('knows the line of each value', () => {
    const parsed = parseIni('# first\n[a]\n\nk = v\n');

    expect(parsed.ok ? parsed.sections.get('a')?.get('k') : parsed).toEqual({ value: 'v', line: 4 });
  });
});
