/**
 * Makes text that came from an account harmless where it is shown. Names and tags are written by whoever owns a
 * resource; none of them may move a cursor, become a link or run as a formula.
 */

/**
 * Characters that act instead of being seen: controls (8-bit ones too: terminals obey U+009B), line separators, marks
 * that turn the reading direction, and invisible ones, of which U+E0000 to U+E007F can spell whole hidden sentences.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** One line without characters that act: line breaks become spaces, everything else its code, `\u001b`. */
export function inertLine(text: string): string {
  return text.replaceAll(UNSEEN, (character) => (/[\n\r\t]/u.test(character) ? ' ' : escaped(character)));
}

/** Lines that stay lines: everything else that acts (a carriage return would write over what stands there) becomes its code. */
export function inertBlock(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(UNSEEN, (character) => (/[\n\t]/u.test(character) ? character : escaped(character)));
}

/** JSON text that may be shown on a terminal: the same value, its unseen characters written as escapes. */
export function inertJson(json: string): string {
  return json.replaceAll(UNSEEN, (character) => (/[\n\r\t]/u.test(character) ? character : escaped(character)));
}

/**
 * Data for a program that hands it on to a model or a screen: every string and name in it, its unseen characters written out as
 * `\u200b`. Line breaks and tabs stay.
 */
export function inertStructure(value: unknown): unknown {
  if (typeof value === 'string') return inertJson(value);
  if (Array.isArray(value)) return value.map((item) => inertStructure(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [inertJson(key), inertStructure(item)]));
}

/** JSON's own escape, in UTF-16 units. */
function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** What a reader of GitHub's Markdown makes a link of without being asked to. */
const LINK_LIKE = /:\/\/|\bwww\.|@|\b(?:mailto|xmpp):/iu;

/**
 * A cell of a Markdown table: no pipes, links, images, HTML or code that come from data.
 *
 * Backslashes do not keep every renderer from linking a bare address (some look for addresses after the backslashes
 * are gone), code spans do; so a word that looks like an address becomes one.
 */
export function inertMarkdown(text: string): string {
  return inertLine(text)
    .split(' ')
    .map((word) => (LINK_LIKE.test(word) ? addressLike(word) : escapedMarkdown(word)))
    .join(' ');
}

/** A code span cannot hold every character of a table cell; where it cannot, the address is broken up visibly. */
function addressLike(word: string): string {
  if (!/[`|\\]/u.test(word)) return `\`${word}\``;
  return escapedMarkdown(word.replaceAll(/[:@.]/gu, (separator) => `[${separator}]`));
}

function escapedMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#!~&$]/gu, (character) => `\\${character}`);
}

/** A plain number may begin with its sign. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;
/** Spreadsheets skip leading white space, and some take the full-width forms for the same characters. */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * A field of a CSV file. A leading `=`, `+`, `-`, `@`, tab or line break would make a spreadsheet run it
 * (https://owasp.org/www-community/attacks/CSV_Injection), so such text is prefixed; numbers stay numbers. Line breaks
 * and tabs are kept, quoted.
 */
export function inertCsv(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const seen = inertJson(value);
  const safe = FORMULA_START.test(seen) && !NUMBER.test(seen) ? `'${seen}` : seen;
  // A semicolon parts fields where the decimal sign is a comma.
  return /[",;\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
