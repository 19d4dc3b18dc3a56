/** A value of a row, as messages may show it: short, on one line, and without characters that act in a terminal. */
export function shown(value: unknown, longest = 120): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return cut(inert(JSON.stringify(value)), longest);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : value === null
      ? 'null'
      : typeof value;
}

/** Text of a row inside of a message: the same, without quotation marks. */
export function plain(value: string, longest = 60): string {
  return cut(inert(value), longest);
}

/** Controls, marks that turn the reading direction, and the invisible ones. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Whether a text has characters that cannot be seen. */
export function hasUnseen(text: string): boolean {
  return text.search(UNSEEN) !== -1;
}

/** Without what cannot be seen, and without quotation marks and the like at its ends: what was probably meant. */
export function tidied(text: string): string {
  return text
    .replaceAll(UNSEEN, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .replaceAll(/^[\s"'`\\,;“”‘’«»]+|[\s"'`\\,;“”‘’«»]+$/gu, '');
}

function inert(text: string): string {
  return text.replaceAll(UNSEEN, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function cut(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
