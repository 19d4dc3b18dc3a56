import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCommand, foreignCharacters, harmlessCommand, plainWords } from '../../../src/ec2-exec/command-text.js';

const HARMLESS = ['uptime', 'df -h', 'systemctl status nginx.service'];

/** Characters that a shell does something with, or that a person does not see. */
const SHELL_SYNTAX = ';|&><$()`\\*?\n\r\t\'"{}[]~#!^\0'.split('');
const HOSTILE = [...SHELL_SYNTAX, '\u00A0', '\u200B', '\u202E', '\u2028', '\uFEFF', '\u{E0041}'];

const hostileCommand = oneof(
  array(oneof(constantFrom(...HOSTILE), constantFrom('uptime', 'df', '-h', ' ', 'rm -rf /', 'systemctl')), {
    maxLength: 8,
  }).map((pieces) => pieces.join('')),
  array(string({ unit: 'binary', maxLength: 3 }), { maxLength: 2 }).map(
    ([before = '', after = '']) => `${before}uptime${after}`,
  ),
);

describe('harmlessCommand', () => {
  it.each([
    ['uptime', 'uptime'],
    ['  uptime ', 'uptime'],
    ['df   -h', 'df -h'],
    ['systemctl status nginx.service', 'systemctl status nginx.service'],
  ])('takes %j for %j, word for word', (command, found) => {
    expect(harmlessCommand(command, HARMLESS)).toBe(found);
  });

  it.each(
    [
      'df',
      'df -h /',
      'df -H',
      'Uptime',
      'uptime;',
      'uptime; id',
      'uptime && id',
      'uptime & id',
      'uptime | tee x',
      'uptime > x',
      'uptime < x',
      'uptime $(id)',
      'uptime `id`',
      "'uptime'",
      '"uptime"',
      String.raw`up\time`,
      'uptime\nid',
      'uptime\n',
      'uptime\t',
      'upt?me',
      '{uptime,id}',
      'uptime #',
      '!uptime',
      'A=1 uptime',
      'uptime ',
      'uptime\u200B',
      'ｕptime',
      '',
    ].filter((command) => command !== 'uptime '),
  )('does not take %j', (command) => {
    expect(harmlessCommand(command, HARMLESS)).toBeUndefined();
  });

  it('takes nothing whatsoever whose words are not those of one that is listed', () => {
    assert(
      property(hostileCommand, (command) => {
        const found = harmlessCommand(command, HARMLESS);
        if (found === undefined) return;

        // Independent of the code: what is left of the command without spaces is what is left of the listed one.
        expect(command.replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, '')).toBe(found);
        expect(HARMLESS).toContain(found);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes nothing with a character that a shell or a person could read differently', () => {
    assert(
      property(
        constantFrom(...HARMLESS),
        constantFrom(...HOSTILE),
        constantFrom(0, 1, 2, 3, 4, 5, 6),
        (command, bad, at) => {
          const spoiled = command.slice(0, at) + bad + command.slice(at);

          expect(harmlessCommand(spoiled, HARMLESS)).toBeUndefined();
          expect(plainWords(spoiled)).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('checkCommand', () => {
  it.each([
    ['uptime && df -h', 'uptime && df -h'],
    ['  ls \n  pwd  \n', 'ls\n  pwd'],
    ['grep "é" /var/log/syslog', 'grep "é" /var/log/syslog'],
    ['echo 日本', 'echo 日本'],
  ])('lets %j pass as %j', (command, text) => {
    expect(checkCommand(command)).toBe(text);
  });

  it.each([
    ['up\u200Btime', 'U+200B'],
    ['rm -rf \u202E/ #', 'U+202E'],
    ['ls\u001B[2K', 'U+001B'],
    ['ls\rrm', 'U+000D'],
    ['ls\t-l', 'U+0009'],
    ['ls\u00A0-l', 'U+00A0'],
    ['ls \u3164', 'U+3164'],
    ['ls \u2800 x', 'U+2800'],
    ['ls \u{E0041}', 'U+E0041'],
    ['ls \uFE0F', 'U+FE0F'],
    ['ls \uD800 x', 'U+D800'],
    ['ls\0', 'U+0000'],
    ['ls \u200D\u00AD', 'U+200D, U+00AD'],
  ])('refuses %j and names what cannot be seen', (command, characters) => {
    expect(() => checkCommand(command)).toThrow(
      `the command has characters that cannot be seen: ${characters}. Nothing was run`,
    );
  });

  it('passes nothing on that acts instead of being seen', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 20 }), (command) => {
        let text = '';
        try {
          text = checkCommand(command);
        } catch {
          return;
        }
        expect(text).not.toMatch(/[^\P{C}\n]|\p{Default_Ignorable_Code_Point}|\p{Zl}|\p{Zp}/u);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', 'the command is empty'],
    [' \n ', 'the command is empty'],
    ['x'.repeat(4001), 'the command has 4001 characters; at most 4000 are taken'],
    ['curl -H "Authorization: Bearer abcdefghijklmnopqrst"', 'looks as if a secret stood in it'],
    ['export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI', 'looks as if a secret stood in it'],
  ])('does not take %j', (command, message) => {
    expect(() => checkCommand(command)).toThrow(message);
  });
});

it('names characters of other scripts, which can look like ours', () => {
  expect(foreignCharacters('rm -rf /dаta\nls')).toEqual(['а (U+0430)']);
});
