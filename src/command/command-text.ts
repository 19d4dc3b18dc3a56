/** A command as a person would write it: words in single quotes where a shell would do something with them. */
export function commandText(argv: readonly string[]): string {
  return ['aws', ...argv.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
