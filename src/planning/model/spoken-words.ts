import type { AccountDescription } from '../../domain/account.js';

/** Words that name nothing, so that an account which is called so is not meant by everybody who uses them. */
const NOTHING: ReadonlySet<string> = new Set(
  'a an the all any and or of in on at to for from by with is are was has have do does account accounts aws list show which what how many'.split(
    ' ',
  ),
);

/** Lower case words of letters and digits. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !NOTHING.has(word));
}

export interface SpokenWords {
  has(word: string): boolean;
}

/** What was said, as a set that also knows the beginnings of words: "prod" means production. */
export function spokenWords(texts: readonly string[]): SpokenWords {
  const said = new Set(texts.flatMap((text) => wordsOf(text)));
  const long = [...said].filter((word) => word.length > 2);
  return {
    has: (word) =>
      said.has(word) || (word.length > 2 && long.some((other) => other.startsWith(word) || word.startsWith(other))),
  };
}

/** Every word by which an account may be meant. */
export function accountWords({
  id,
  name,
  environment = '',
  ou = '',
  tags = {},
}: AccountDescription): readonly string[] {
  return [...new Set([id, name, environment, ou, ...Object.values(tags)].flatMap((text) => wordsOf(text)))];
}
