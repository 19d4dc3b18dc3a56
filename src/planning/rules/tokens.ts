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
    .replace(/(?<=\d)\u2013(?=\d)/g, '-')
    .replace(/[\u2013\u2014]|\s-{1,2}\s/g, ' ; ')
    .replace(COMPARISON, (_, sign: string) => ` ${COMPARISONS[sign] ?? ''} `)
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

/** "Version < 1.30"; not "<123456789012>". */
const COMPARISON = /(?<=^|\s)(<=|>=|<|>|\u2264|\u2265)\s*(?=v?\d{1,6}(?:\.\d+)*(?![\d.>-]))/g;
const COMPARISONS: Readonly<Record<string, string>> = {
  '<': 'below',
  '>': 'above',
  '<=': 'not above',
  '>=': 'not below',
  '\u2264': 'not above',
  '\u2265': 'not below',
};

/** Punctuation between two words, or right behind the first of them. */
const ENDS_CLAUSE = /[.;:?!\n\r)](?=\s|$|["'`(])|[\n(]/;

/** Without the punctuation around it; a name may begin with a dot or a slash, and a phrase does not end in one. */
function trimmed(text: string): string {
  if (text === ',') return text;
  if (text === '&' || text === '+') return 'and';
  // `::/0` is everybody who has an IPv6 address, not punctuation.
  if (/^[0-9a-f:]*::[0-9a-f:]*(?:\/\d{1,3})?[.:]?$/i.test(text)) return text.replace(/(?<=[0-9a-f])[.:]$/i, '');
  const bare = text.replace(/^['[{<:-]+/, '').replace(/['\]}>.:-]+$/, '');
  return bare;
}

function wordOf(text: string): string {
  return text.toLowerCase().replace(/'s$/, '');
}
