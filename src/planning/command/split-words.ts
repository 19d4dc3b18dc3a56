/** The words of a command line, as `/bin/sh` would split them, without a shell: what a shell would do more than split is refused. */
import { CentralOpsError } from '../../domain/errors.js';

const LONGEST = 16_384;

/** Characters that make a shell do something, outside of quotes. */
const OPERATORS: Readonly<Record<string, string>> = {
  ';': 'another command',
  '|': 'a pipe',
  '&': 'a command in the background, or another one',
  '<': 'a file as input',
  '>': 'a file as output',
  '(': 'a subshell',
  ')': 'a subshell',
  '{': 'a group, or several words',
  '}': 'a group, or several words',
  '~': 'a home directory',
};

/** Characters that a shell replaces by the names of files, outside of quotes. */
const PATTERNS = '*?[]';

/** What a shell acts on even between double quotes. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  $: 'the value of a variable, or the output of a command',
  '`': 'the output of a command',
};

/** Any control character but the tab, what Unicode has for spaces and line ends, and halves of characters. */
const UNREADABLE =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]|[\ud800-\udfff]/u;

interface Word {
  readonly text: string;
  /** The first character outside of quotes that a shell would look up files for. */
  readonly pattern: string | undefined;
}

/**
 * Splits a command into its words. Quotes and backslashes mean what they mean to `/bin/sh`; operators, variables, command
 * substitution, comments, file patterns, line breaks and unfinished quotes throw `refused`. A pattern outside of quotes is
 * data in the value of `--query`, where nearly everybody leaves the quotes out and no file has such a name.
 */
export function splitWords(command: string): readonly string[] {
  if (command.length > LONGEST) throw refused(`it is longer than ${String(LONGEST)} characters`, 'Shorten it.');
  const unreadable = UNREADABLE.exec(command);
  if (unreadable !== null) {
    const code = (unreadable[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw refused(
      `it has the character U+${code} at position ${String(unreadable.index + 1)}`,
      'Write it in one line.',
    );
  }
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    while (isBlank(command[at])) at += 1;
    if (at >= command.length) break;
    const [word, next] = readWord(command, at);
    words.push(word);
    at = next;
  }
  for (const [index, { text, pattern }] of words.entries()) {
    if (pattern === undefined) continue;
    if (words[index - 1]?.text === '--query' || text.startsWith('--query=')) continue;
    throw refused(
      `outside of quotes "${pattern}" stands for names of files`,
      `Put the word into single quotes: '${text}'.`,
    );
  }
  return words.map(({ text }) => text);
}

function readWord(command: string, start: number): readonly [Word, next: number] {
  let at = start;
  let text = '';
  let pattern: string | undefined;
  if (command[at] === '#') throw refused('a word that begins with "#" is a comment', 'Put it into quotes.');
  while (at < command.length && !isBlank(command[at])) {
    const character = command[at] ?? '';
    if (character === "'" || character === '"') {
      const [quoted, next] = character === "'" ? singleQuoted(command, at) : doubleQuoted(command, at);
      text += quoted;
      at = next;
      continue;
    }
    if (character === '\\') {
      const next = command[at + 1];
      if (next === undefined) throw refused('it ends in a backslash', 'Leave the backslash out.');
      text += next;
      at += 2;
      continue;
    }
    refuseActing(character, 'outside of quotes', { ...OPERATORS, ...EXPANSIONS });
    if (PATTERNS.includes(character)) pattern ??= character;
    text += character;
    at += 1;
  }
  return [{ text, pattern }, at];
}

function singleQuoted(command: string, start: number): readonly [text: string, next: number] {
  const end = command.indexOf("'", start + 1);
  if (end < 0) throw refused('a single quote is never closed', 'Close it.');
  return [command.slice(start + 1, end), end + 1];
}

/** Between double quotes a backslash only takes the meaning from `"`, `\`, `$` and the back quote (POSIX, 2.2.3). */
function doubleQuoted(command: string, start: number): readonly [text: string, next: number] {
  let text = '';
  for (let at = start + 1; at < command.length; at += 1) {
    const character = command[at] ?? '';
    if (character === '"') return [text, at + 1];
    const next = command[at + 1];
    if (character === '\\' && next !== undefined && '"\\$`'.includes(next)) {
      text += next;
      at += 1;
      continue;
    }
    refuseActing(character, 'between double quotes', EXPANSIONS);
    text += character;
  }
  throw refused('a double quote is never closed', 'Close it.');
}

function refuseActing(character: string, where: string, meanings: Readonly<Record<string, string>>): void {
  const meaning = Object.hasOwn(meanings, character) ? meanings[character] : undefined;
  if (meaning === undefined) return;
  throw refused(
    `${where} "${character}" stands for ${meaning}`,
    'No shell is there to do it: put the word into single quotes if it is meant as text.',
  );
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function refused(reason: string, nextStep: string): CentralOpsError {
  return new CentralOpsError('refused', `The command is not run: ${reason}.`, { nextStep });
}
