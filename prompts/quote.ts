/**
 * A JSON string, cut, that can neither end the section of a prompt that it stands in (`<` is escaped) nor carry text that
 * nobody sees: control, format and unassigned characters, of which some spell whole hidden sentences, become spaces.
 */
export function quoted(text: string, characters: number): string {
  // Cut twice: the first keeps a very long text from being walked through.
  const seen = Array.from(text.slice(0, characters * 4).replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' '));
  const cut = seen.length > characters ? `${seen.slice(0, characters - 1).join('')}…` : seen.join('');
  return inert(JSON.stringify(cut));
}

/** JSON that is data of ours and may hold words of others: neither ends the section that it stands in. */
export function quotedJson(value: unknown): string {
  return inert(JSON.stringify(value)).replaceAll(/[\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, ' ');
}

function inert(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}

/** UTF-8, which no tokenizer makes more tokens of. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The first of some lines that fit into so many bytes. */
export function fitting(lines: Iterable<string>, maxBytes: number): readonly string[] {
  const kept: string[] = [];
  let left = maxBytes;
  for (const line of lines) {
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return kept;
}
