import type { Coverage, Table } from '../domain/answer.js';
import type { Json } from '../domain/json.js';
import { inertMarkdown } from './inert.js';

/** What was computed, and so may be spoken of. */
export interface NarrativeFacts {
  readonly headline: string;
  readonly coverage: Coverage;
  readonly tables: readonly Table[];
  /** Names from the registry: "Team 7" may be named although nothing counted 7. */
  readonly names: readonly string[];
}

export type NarrativeVerdict =
  | { readonly ok: true; readonly text: string }
  /** Why it is not shown, to follow "because". */
  | { readonly ok: false; readonly reason: string };

/**
 * Whether a model's text may stand in an answer, as one paragraph: it holds no number that was not computed, no
 * identifier that was not found, and nothing that acts (links, images, markup, invisible characters); and it says where,
 * by an account or a Region of the answer.
 *
 * Numbers count as computed when they are the headline's, the coverage line's, a total, or a whole cell. A number inside
 * a longer text cell does not: whoever writes a tag must not be able to put a number into the narrative. A percentage,
 * a sign and a unit belong to their number. Numbers spelled out are found in English.
 */
export function checkNarrative(narrative: string, facts: NarrativeFacts): NarrativeVerdict {
  const text = narrative.trim().replaceAll(/\s+/gu, ' ');
  if (text === '') return { ok: false, reason: 'it is empty' };
  if (/\p{C}/u.test(text)) return { ok: false, reason: 'it holds invisible characters' };
  if (!isPlain(text)) return { ok: false, reason: 'it holds a link or markup' };
  const known = knownWords(facts);
  const invented = wordsOf(withoutNames(text, facts.names)).find((word) => !isKnown(word, known));
  if (invented !== undefined) {
    return { ok: false, reason: `"${invented.slice(0, 40)}" is nowhere in what was computed` };
  }
  return citesPlace(text, facts) ? { ok: true, text } : { ok: false, reason: 'it names no account and no Region' };
}

/** Characters that are markup elsewhere, but not in snake_case, R & D or at the end of a sentence! */
const HARMLESS = /(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|&(?= )|!(?!\[)/gu;
/** What makes a list or a heading of a line, and an address that some programs link without being asked to. */
const LIST_MARK = /^(?:[-+=]|\d+[.)](?: |$))/u;
const ADDRESS = /\p{L}\.\p{L}{2,}\/|\b(?:javascript|data|tel|file):/iu;

/** Plain is what the Markdown of a cell would be shown as unchanged. */
function isPlain(text: string): boolean {
  const strict = text.replaceAll(HARMLESS, ' ');
  return inertMarkdown(strict) === strict && !LIST_MARK.test(text) && !ADDRESS.test(text);
}

/** An account by its name or id, or a Region. */
function citesPlace(text: string, { coverage, names, tables }: NarrativeFacts): boolean {
  const ids = tables.flatMap(({ columns, rows }) => {
    const index = columns.indexOf('Account ID');
    return index < 0 ? [] : rows.map((row) => row[index]);
  });
  return [...names, ...coverage.regions, ...ids].some(
    // Looked for first: there can be a thousand names, and a pattern of each is dear.
    (place) => typeof place === 'string' && place !== '' && text.includes(place) && wholeName(place).test(text),
  );
}

interface KnownWords {
  readonly numbers: ReadonlySet<string>;
  /** Lower case. */
  readonly words: ReadonlySet<string>;
}

function knownWords({ headline, coverage, tables }: NarrativeFacts): KnownWords {
  const numbers = new Set<string>();
  const words = new Set<string>();
  const add = (text: string, withNumbers: boolean): void => {
    const found = wordsOf(text);
    for (const word of found) {
      if (HAS_LETTER.test(word)) words.add(word.toLowerCase());
      else if (withNumbers || found.length === 1) numbers.add(plainNumber(word));
    }
  };
  add(headline, true);
  add(coverage.line, true);
  for (const region of coverage.regions) add(region, false);
  for (const table of tables) {
    add(String(table.total), true);
    for (const text of [table.title, ...table.columns]) add(text, false);
    for (const value of table.rows.flat().flatMap((cell) => scalars(cell))) add(value, false);
  }
  return { numbers, words };
}

/** A cell's own value, or those inside it. */
function scalars(cell: Json): readonly string[] {
  if (typeof cell !== 'object' || cell === null) return cell === null ? [] : [String(cell)];
  return Object.values(cell).flatMap((inner: Json) => scalars(inner));
}

/** Words with everything that belongs to them: "us-east-1", "db.r6g.large", "1,234", "-5", "12.5%". */
const WORD = /(?:[-\u2212](?=\p{N}))?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-_.:/,+=](?=[\p{L}\p{N}]))*%?/gu;
const HAS_LETTER = /\p{L}/u;
const HAS_DIGIT = /\p{N}/u;

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** "1,234" and "1234" are one number. */
function plainNumber(word: string): string {
  const digits = /^[-\u2212]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/u.test(word) ? word.replaceAll(',', '') : word;
  return digits.replace('\u2212', '-');
}

function isKnown(word: string, { numbers, words }: KnownWords): boolean {
  if (!HAS_LETTER.test(word)) return numbers.has(plainNumber(word));
  if (HAS_DIGIT.test(word)) return words.has(word.toLowerCase());
  // Spelled-out numbers, alone ("seven") or as part of a word ("twenty-five").
  const plain = word.normalize('NFKC').toLowerCase();
  const parts = plain.split(/[^\p{L}\p{M}]+/u);
  if (!parts.some((part) => SPELLED.has(part)) || words.has(plain)) return true;
  const value = SPELLED.get(plain);
  return value !== undefined && numbers.has(value);
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const OTHERS =
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half twice percent';

/** English number words and their digits; the others have none and are only known when they were found. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ...UNITS.split(' ').map((word, index) => [word, String(index)] as const),
  ...TENS.split(' ').map((word, index) => [word, String((index + 2) * 10)] as const),
  ...OTHERS.split(' ').map((word) => [word, ''] as const),
]);

/** Names of accounts are the operator's own: their numbers say nothing. A name without a letter is not left out. */
function withoutNames(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names.toSorted((one, other) => other.length - one.length)) {
    // Looked for first: there can be a thousand names, and a pattern of each is dear.
    if (left.includes(name) && HAS_LETTER.test(name) && HAS_DIGIT.test(name)) {
      left = left.replaceAll(wholeName(name), ' ');
    }
  }
  return left;
}

function wholeName(name: string): RegExp {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu');
}
