import { CentralOpsError } from '../domain/errors.js';
import { redact } from '../telemetry/redact.js';

/** Characters of a command; longer ones are scripts, which nobody reads to the end before they approve. */
export const LONGEST_COMMAND = 4000;

/**
 * What cannot be seen, or is seen as something else: controls (tabs too), everything that Unicode calls ignorable (joiners,
 * turns of the reading direction, tags), unassigned and private characters, spaces other than the space, the empty braille
 * cell. Whoever approves a command must have seen all of it.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/**
 * A command as it may be shown and sent: lines of visible characters. Throws `refused`, or `usage` for one that says nothing.
 */
export function checkCommand(command: string): string {
  const lines = command.split('\n').map((line) => line.trimEnd());
  const text = lines.join('\n').trim();
  if (text === '') throw new CentralOpsError('usage', 'the command is empty', { nextStep: 'Say what to run: uptime.' });
  if (text.length > LONGEST_COMMAND) {
    throw new CentralOpsError(
      'usage',
      `the command has ${text.length} characters; at most ${LONGEST_COMMAND} are taken`,
      {
        nextStep: 'Put the script on the instance, or into a document of Systems Manager, and run that.',
      },
    );
  }
  const unseen = [...new Set(text.replaceAll('\n', '').match(UNSEEN))].map(codePoint);
  if (unseen.length > 0) {
    throw new CentralOpsError(
      'refused',
      `the command has characters that cannot be seen: ${unseen.slice(0, 10).join(', ')}. Nothing was run`,
      { facts: { characters: unseen.slice(0, 10) }, nextStep: 'Type it again, with spaces and line breaks alone.' },
    );
  }
  if (redact(text) !== text) {
    throw new CentralOpsError('refused', 'the command looks as if a secret stood in it. Nothing was run', {
      nextStep:
        'Systems Manager keeps the text of commands for 30 days. Have the instance fetch the secret itself, from Secrets Manager or Parameter Store.',
    });
  }
  return text;
}

/** What is not ASCII, by its code: letters of other scripts can look like Latin ones. */
export function foreignCharacters(command: string): readonly string[] {
  return [...new Set(command.match(/[^\n -~]/gu))].map((character) => `${character} (${codePoint(character)})`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** No quotes, variables, patterns, pipes, redirections, lists, comments, escapes, braces: words that a shell takes as they are. */
const PLAIN_WORD = /^[A-Za-z0-9_./:,=@%+-]+$/;

/** The words of a command without any shell syntax, parted by spaces; undefined for every other command. */
export function plainWords(command: string): readonly string[] | undefined {
  const words = command.split(' ').filter((word) => word !== '');
  return words.length > 0 && words.every((word) => PLAIN_WORD.test(word)) ? words : undefined;
}

/**
 * The harmless command that this one is, word for word, as it is sent then: with one space between words. Undefined when it is
 * none of them.
 */
export function harmlessCommand(command: string, harmless: readonly string[]): string | undefined {
  const words = plainWords(command)?.join(' ');
  return harmless.find((listed) => listed === words);
}
