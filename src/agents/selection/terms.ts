import { stemmer } from 'stemmer';

/**
 * The words that two texts are compared by: in small letters, names cut apart (`VesselOperations`), without endings and
 * without the words that every question has. The stem of each with the word as it was written.
 */
export function termsOf(text: string): ReadonlyMap<string, string> {
  const words = text
    .slice(0, LONGEST)
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/['’]s\b/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Map(words.filter((word) => word.length > 1 && !EMPTY.has(word)).map((word) => [stem(word), word]));
}

/** The stem of one word; short ones and those with digits have no ending. */
export function stem(word: string): string {
  return word.length <= 3 || /\d/u.test(word) ? word : stemmer(word);
}

export function isEmptyWord(word: string): boolean {
  return word.length < 2 || EMPTY.has(word);
}

/** Questions and rows are shorter; this bounds hostile ones. */
const LONGEST = 20_000;

const EMPTY: ReadonlySet<string> = new Set(
  (
    'a about agent agents all also am an and answer answers any are as ask assistant at be been but by can could did do does ' +
    'each for from get give handle handles has have help helps her him his how i if in into information is it its list me more ' +
    'my not of on one or other our out please question questions s say see she should show so some tell that the their them ' +
    'then there these they this those to tool up us use was we were what when where which who whose why will with would you ' +
    'your'
  ).split(' '),
);
