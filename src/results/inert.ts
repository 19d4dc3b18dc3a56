/**
 * Makes text that came from an account harmless where it is shown. Names and tags are written by whoever owns a
 * resource; none of them may move a cursor, become a link or run as a formula.
 */

/** One line without control characters: terminal escapes, bidirectional overrides and line breaks are made visible. */
export function inertLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) => {
    if (character === '\n' || character === '\r' || character === '\t') return ' ';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A cell of a Markdown table: no pipes, links, images, HTML or code that come from data. */
export function inertMarkdown(text: string): string {
  return inertLine(text)
    .replaceAll(/[\\`*_{}[\]<>|#!~&]/gu, (character) => `\\${character}`)
    .replaceAll(/:\/\//gu, ':\\/\\/')
    .replaceAll(/\bwww\./giu, (match) => `${match.slice(0, -1)}\\.`);
}

/**
 * A field of a CSV file. A leading `=`, `+`, `-`, `@`, tab or carriage return would make a spreadsheet run it
 * (https://owasp.org/www-community/attacks/CSV_Injection), so such text is prefixed; numbers stay numbers.
 */
export function inertCsv(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
