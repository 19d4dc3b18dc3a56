import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseCommonOptions, parseScopeOptions, scopeOf, withScopeOptions } from '../../../../src/entry/cli/options.js';

function parsed(...argv: readonly string[]): ReturnType<typeof parseScopeOptions> {
  const command = withScopeOptions(new Command('ask').exitOverride()).action(() => {});
  command.configureOutput({ writeErr: () => {} }).parse([...argv], { from: 'user' });
  return parseScopeOptions(command.opts());
}

describe('the options of a verb', () => {
  it('are text output and nothing else by default', () => {
    const options = parsed();

    expect([options, scopeOf(options)]).toEqual([{ output: 'text' }, {}]);
  });

  it('are read from flags', () => {
    const options = parsed(
      '--accounts',
      ' production, 222222222222 ,',
      '--regions',
      'all',
      '--session',
      's',
      '--timeout',
      '1.5',
      '--yes',
      '--plan',
      '--sandbox',
      '--output',
      'csv',
      '--config',
      'c.json',
    );

    expect(options).toEqual({
      output: 'csv',
      sandbox: true,
      config: 'c.json',
      accounts: ' production, 222222222222 ,',
      regions: 'all',
      session: 's',
      timeout: 1.5,
      yes: true,
      plan: true,
    });
    expect(scopeOf(options)).toEqual({ accounts: ['production', '222222222222'], regions: ['all'], planOnly: true });
  });

  it.each([
    [['--timeout', '0'], '--timeout'],
    [['--timeout', 'soon'], '--timeout'],
    [['--timeout', '86401'], '--timeout'],
    [['--timeout', ''], '--timeout'],
    [['--session', ''], '--session'],
    [['--session', 'x'.repeat(257)], '--session'],
  ])('%j is a mistake that is named', (argv, flag) => {
    expect(() => parsed(...argv)).toThrow(flag);
  });

  it.each(['--accounts', '--regions'])('%s that names nothing is a mistake, not everything', (flag) => {
    const options = parsed(flag, ' , ');

    expect(() => scopeOf(options)).toThrow(`${flag} names nothing`);
  });

  it('refuse another output format', () => {
    expect(() => parsed('--output', 'xml')).toThrow('text, markdown, json, csv');
  });

  it('of verbs without accounts leave the rest to them', () => {
    expect(parseCommonOptions({ output: 'json', table: '2' })).toEqual({ output: 'json' });
  });
});
