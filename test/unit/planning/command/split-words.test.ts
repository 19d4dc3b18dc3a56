import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { splitWords } from '../../../../src/planning/command/split-words.js';

/** Nothing is in it, so that no pattern finds a file. */
const empty = mkdtempSync(join(tmpdir(), 'split-words-'));
afterAll(() => rmSync(empty, { recursive: true }));

/** What the machine's own shell makes of several commands, in one process. */
function shellWords(commands: readonly string[]): readonly (readonly string[])[] {
  const script = commands.map((command) => `set -- ${command}\nprintf '%s\\0' "$#" "$@"\n`).join('');
  const { stdout, status } = spawnSync('/bin/sh', ['-s'], { input: script, encoding: 'utf8', cwd: empty, env: {} });
  if (status !== 0) throw new Error('the shell failed');
  const parts = stdout.split('\0');
  const found: string[][] = [];
  for (let at = 0; at < parts.length - 1;) {
    const count = Number(parts[at]);
    found.push(parts.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return found;
}

function split(command: string): readonly string[] | undefined {
  try {
    return splitWords(command);
  } catch {
    return undefined;
  }
}

describe('words of a command', () => {
  it.each([
    ['aws s3 ls', ['aws', 's3', 'ls']],
    ['  aws\ts3  ls ', ['aws', 's3', 'ls']],
    [`a 'b c' "d e" f\\ g`, ['a', 'b c', 'd e', 'f g']],
    [`a'b'"c"d`, ['abcd']],
    [`'' ""`, ['', '']],
    [`"a\\"b" "a\\\\b" "a\\nb" "\\$x" '\\'`, ['a"b', 'a\\b', 'a\\nb', '$x', '\\']],
    [`--query 'a[?b==\`c\`].d'`, ['--query', 'a[?b==`c`].d']],
    ['--query Reservations[*].Instances[].Id', ['--query', 'Reservations[*].Instances[].Id']],
    ['--query=Buckets[0].Name', ['--query=Buckets[0].Name']],
    ['a#b', ['a#b']],
    ['café ☕', ['café', '☕']],
  ])('splits %j', (command, words) => {
    expect(splitWords(command)).toEqual(words);
  });

  it.each([
    ['aws s3 ls; id', '";" stands for another command'],
    ['aws s3 ls | cat', '"|" stands for a pipe'],
    ['aws s3 ls & id', '"&" stands for'],
    ['aws s3 ls > x', '">" stands for a file as output'],
    ['aws s3 ls < x', '"<" stands for a file as input'],
    ['aws s3 ls (x)', '"(" stands for'],
    ['aws s3 ls {a,b}', '"{" stands for'],
    ['aws s3 ls ~/x', '"~" stands for a home directory'],
    ['aws s3 ls $HOME', '"$" stands for'],
    ['aws s3 ls "$HOME"', 'between double quotes "$" stands for'],
    ['aws s3 ls $(id)', '"$" stands for'],
    ['aws s3 ls `id`', '"`" stands for'],
    ['aws s3 ls "`id`"', 'between double quotes "`" stands for'],
    ['aws s3 ls #x', 'is a comment'],
    ['aws s3 ls *', '"*" stands for names of files'],
    ['aws s3 ls a?c', '"?" stands for names of files'],
    ['aws s3 ls [a]', '"[" stands for names of files'],
    ["aws s3 ls 'x", 'a single quote is never closed'],
    ['aws s3 ls "x', 'a double quote is never closed'],
    ['aws s3 ls x\\', 'ends in a backslash'],
    ['aws s3 ls\nid', 'U+000A'],
    ["aws s3 ls 'a\nb'", 'U+000A'],
    ['aws s3 ls a\0b', 'U+0000'],
    ['aws\u00a0s3 ls', 'U+00A0'],
    ['aws s3 ls \ud800', 'U+D800'],
    ['x'.repeat(16_385), 'longer than'],
  ])('refuses %j', (command, reason) => {
    expect(() => splitWords(command)).toThrow(reason);
  });

  it('are those of /bin/sh, for every command that is not refused', () => {
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(' ', '\t', "'", '"', '\\', 'a', 'b=c', '--query', '--query=', 'x.y') },
      fc.constantFrom(
        '$',
        '`',
        '*',
        '?',
        '[',
        ']',
        '!',
        '#',
        '%',
        '^',
        '=',
        ':',
        '~',
        '{',
        '}',
        '@',
        '(',
        ';',
        '\u00e9',
      ),
      fc.string({ maxLength: 4 }),
    );
    const commands = fc.sample(
      fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
      4000,
    );
    const accepted = commands.flatMap((command) => {
      const words = split(command);
      return words === undefined ? [] : [{ command, words }];
    });

    const shell = shellWords(accepted.map(({ command }) => command));

    expect(accepted.length).toBeGreaterThan(300);
    expect(shell).toEqual(accepted.map(({ words }) => words));
  });
});
