/**
 * Words of a model that people are shown outside of tables: one line, without what acts in a terminal or in Markdown, and
 * without addresses that a program would link. What does not fit is left out, never shown.
 */
export function plainText(text: string, characters: number): string {
  const line = text
    .slice(0, characters * 4)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/\S*(?::\/\/|\bwww\.|\b(?:mailto|xmpp|javascript|data):)\S*/giu, '')
    .replaceAll(/[\\`*{}[\]<>|#!~$@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
  const seen = Array.from(line);
  return seen.length > characters ? `${seen.slice(0, characters - 1).join('')}…` : line;
}
