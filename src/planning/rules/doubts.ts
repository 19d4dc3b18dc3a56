import type { Choice, Intent } from '../../domain/intent.js';

/** A phrase that means several things: the question to ask back, and what could be put in its place. */
export interface Doubt {
  readonly question: string;
  readonly suggestions: readonly string[];
  /** The words as written, and what each meaning would be written as. Absent: the suggestions are questions themselves. */
  readonly meanings?: {
    readonly written: string;
    readonly choices: readonly { readonly shown: string; readonly words: string }[];
  };
}

/** The meanings as whole questions, so that the next question may pick one. */
function choicesOf(question: string, { meanings }: Doubt): readonly Choice[] | undefined {
  if (meanings === undefined) return undefined;
  const parts = meanings.written.split(/\s+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const written = new RegExp(`(?<![\\p{L}\\p{N}])["'\`]?${parts.join('\\s+')}["'\`]?(?![\\p{L}\\p{N}])`, 'iu');
  if (!written.test(question)) return undefined;
  return meanings.choices.map(({ shown, words }) => ({ shown, question: question.replace(written, () => words) }));
}

/** A doubt as the question to ask back. */
export function doubtIntent(question: string, doubt: Doubt): Extract<Intent, { kind: 'clarify' }> {
  const choices = choicesOf(question, doubt);
  if (choices === undefined) return { kind: 'clarify', question: doubt.question, suggestions: doubt.suggestions };
  return { kind: 'clarify', question: doubt.question, suggestions: [], choices };
}
