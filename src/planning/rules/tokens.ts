/** A word of a question, as written and as compared. */
export interface Token {
  readonly text: string;
  readonly word: string;
  /** In quotation marks: a name, never a word of the language. */
  readonly quoted: boolean;
  /** A sentence or a clause ended before it: ". ", ";", ":", "?", a line, a dash. */
  readonly begins: boolean;
}

/**
 * Cuts a question into words. Quoted text and `KEY="VALUE"` stay whole; punctuation that only ends a phrase is
 * dropped (what follows `begins` anew), a comma between words stays as a word of its own, because it separates what
 * belongs together.
 */
export function tokenize(question: string): readonly Token[] {
  const text = question
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]|\s-{1,2}\s/g, ' ; ')
    // `team = payments` is written as often as `team=payments`.
    .replace(/(?<!\s)\s*={1,2}\s*/g, '=');
  const pattern =
    /([^\s=,;"`]+)="([^"]*)"|"([^"]*)"|`([^`]*)`|(?<![^\s(,=])'([^']*)'(?=$|[\s?.,!;)])|,|[^\s,;!?()"`]+/g;
  const tokens: Token[] = [];
  let behind = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, key, value, double, back, single] = match;
    const begins = tokens.length === 0 || ENDS_CLAUSE.test(text.slice(Math.max(0, behind - 1), match.index));
    behind = match.index + whole.length;
    const quoted = double ?? back ?? single;
    if (quoted !== undefined) {
      if (quoted.trim() !== '')
        tokens.push({ text: quoted.trim(), word: quoted.trim().toLowerCase(), quoted: true, begins });
    } else if (key !== undefined && value !== undefined) {
      tokens.push({ text: `${key}=${value}`, word: `${key}=${value}`.toLowerCase(), quoted: false, begins });
    } else {
      const bare = trimmed(whole);
      if (bare !== '') tokens.push({ text: bare, word: wordOf(bare), quoted: false, begins });
    }
  }
  return tokens;
}

/** Punctuation between two words, or right behind the first of them. */
const ENDS_CLAUSE = /[.;:?!\n\r)](?=\s|$|["'`(])|[\n(]/;

/** Without the punctuation around it; a name may begin with a dot or a slash, and a phrase does not end in one. */
function trimmed(text: string): string {
  if (text === ',') return text;
  if (text === '&' || text === '+') return 'and';
  const bare = text.replace(/^['[{<:-]+/, '').replace(/['\]}>.:-]+$/, '');
  return bare;
}

function wordOf(text: string): string {
  return text.toLowerCase().replace(/'s$/, '');
}
