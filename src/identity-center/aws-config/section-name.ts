/**
 * The words of a section's name, quotes and backslashes resolved as a POSIX shell (Python's `shlex.split`) would:
 * `profile "a b"` is two words. Undefined where a quotation does not end.
 */
export function sectionWords(name: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < name.length; index += 1) {
    const character = name.charAt(index);
    if (quote === undefined && /[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === quote) {
      quote = undefined;
    } else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (character === '\\' && quote !== "'") {
      const next = name.charAt(index + 1);
      if (next === '') return undefined;
      // Between double quotes only the quote and the backslash itself are escaped.
      word = (word ?? '') + (quote === '"' && next !== '"' && next !== '\\' ? `\\${next}` : next);
      index += 1;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) return undefined;
  return word === undefined ? words : [...words, word];
}
