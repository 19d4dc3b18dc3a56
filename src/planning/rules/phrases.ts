import type { Token } from './tokens.js';

export interface PhraseMatch<T> {
  readonly length: number;
  readonly value: T;
}

/** Finds the longest known phrase that begins at a word. */
export interface PhraseBook<T> {
  match(tokens: readonly Token[], at: number): PhraseMatch<T> | undefined;
}

/** A book of phrases; of two that are the same the first counts. */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ').map((word) => word.replace(/'s$/, ''));
    const [first = ''] = words;
    const known = byFirst.get(first) ?? [];
    known.push({ words, value });
    byFirst.set(first, known);
  }
  for (const known of byFirst.values()) known.sort((left, right) => right.words.length - left.words.length);
  return {
    match(tokens, at) {
      const first = tokens[at];
      if (first === undefined || first.quoted) return undefined;
      const found = byFirst
        .get(first.word)
        ?.find(({ words }) =>
          words.every((word, offset) => tokens[at + offset]?.word === word && tokens[at + offset]?.quoted === false),
        );
      return found === undefined ? undefined : { length: found.words.length, value: found.value };
    },
  };
}

/** A book whose phrases all mean the same. */
export function phraseList(phrases: readonly string[]): PhraseBook<true> {
  return phraseBook(phrases.map((phrase) => [phrase, true] as const));
}
