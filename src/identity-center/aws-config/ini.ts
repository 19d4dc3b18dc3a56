/**
 * Reads INI text by the rules of Python's `configparser`, which botocore and so the AWS CLI use: what they refuse is
 * refused here too, and what they read differently from the JavaScript SDK (comments behind values, names with spaces,
 * repeated sections) is read as they do. https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */

export interface IniValue {
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** By name as written between the brackets; keys are in lower case. */
export type IniSections = ReadonlyMap<string, ReadonlyMap<string, IniValue>>;

export type ParsedIni =
  | { readonly ok: true; readonly sections: IniSections }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** A `key = value` where it stands. */
export interface WrittenEntry extends IniValue {
  /** Every line that adds to the value, the first included; comments and blanks in between are none. */
  readonly lines: readonly number[];
}

/** A `[section]` where it stands. Only `[DEFAULT]` may be there more than once. */
export interface WrittenSection {
  readonly name: string;
  /** Of the header, from 1. */
  readonly line: number;
  /** What is written in it, without what it inherits. */
  readonly entries: ReadonlyMap<string, WrittenEntry>;
}

export type ScannedIni =
  | { readonly ok: true; readonly written: readonly WrittenSection[] }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** The section whose values every other section inherits. Not `default`, which is a profile. */
const INHERITED = 'DEFAULT';

interface OpenEntry {
  readonly texts: string[];
  readonly lines: number[];
}

/** Line breaks as Python's text files have them, and so the AWS CLI. */
export const LINE_BREAK = /\r\n|\r|\n/;

/** The sections as they stand in the text, for whoever edits it. */
export function scanIni(text: string): ScannedIni {
  const written: { readonly name: string; readonly line: number; readonly entries: Map<string, OpenEntry> }[] = [];
  const names = new Set<string>();
  const inheritedKeys = new Set<string>();
  let section: (typeof written)[number] | undefined;
  let entry: OpenEntry | undefined;
  let indent = 0;

  for (const [index, line] of text.split(LINE_BREAK).entries()) {
    const at = index + 1;
    const content = strip(line);
    if (content === '') {
      entry?.texts.push('');
      continue;
    }
    if (content.startsWith('#') || content.startsWith(';')) continue;
    const ownIndent = line.indexOf(content);
    if (section !== undefined && entry !== undefined && ownIndent > indent) {
      entry.texts.push(content);
      entry.lines.push(at);
      continue;
    }
    indent = ownIndent;
    const header = /^\[(.+)\]/.exec(content)?.[1];
    if (header !== undefined) {
      if (names.has(header)) return { ok: false, line: at, problem: `[${header}] is there twice` };
      if (header !== INHERITED) names.add(header);
      section = { name: header, line: at, entries: new Map() };
      written.push(section);
      entry = undefined;
      continue;
    }
    if (section === undefined) return { ok: false, line: at, problem: 'something stands before the first [section]' };
    const [, key = '', value] = /^(.*?)\s*[=:]\s*(.*)$/s.exec(content) ?? [];
    if (key === '' || value === undefined) {
      return { ok: false, line: at, problem: `[${section.name}] has a line that is not "key = value"` };
    }
    const name = key.toLowerCase();
    if (section.entries.has(name) || (section.name === INHERITED && inheritedKeys.has(name))) {
      return { ok: false, line: at, problem: `[${section.name}] has ${name} twice` };
    }
    if (section.name === INHERITED) inheritedKeys.add(name);
    entry = { texts: [value], lines: [at] };
    section.entries.set(name, entry);
  }
  const closed = written.map((open) => ({ ...open, entries: closedEntries(open.entries) }));
  for (const { name, entries } of closed) {
    for (const [key, { value, line }] of entries) {
      if (!isUnreadableBlock(value)) continue;
      return { ok: false, line, problem: `[${name}] has a block ${key} with a line that is not "key = value"` };
    }
  }
  return { ok: true, written: closed };
}

/** The sections as programs see them: each with what it inherits. */
export function parseIni(text: string): ParsedIni {
  const scanned = scanIni(text);
  if (!scanned.ok) return scanned;
  const inherited = scanned.written.filter(({ name }) => name === INHERITED).flatMap(valuesOf);
  const own = scanned.written.filter(({ name }) => name !== INHERITED);
  return {
    ok: true,
    sections: new Map(own.map((section) => [section.name, new Map([...inherited, ...valuesOf(section)])])),
  };
}

function valuesOf({ entries }: WrittenSection): readonly (readonly [string, IniValue])[] {
  return [...entries].map(([key, { value, line }]) => [key, { value, line }]);
}

function closedEntries(entries: ReadonlyMap<string, OpenEntry>): ReadonlyMap<string, WrittenEntry> {
  return new Map(
    [...entries].map(([key, { texts, lines }]) => [key, { value: joined(texts), line: lines[0] ?? 0, lines }]),
  );
}

/** A value that begins on the next line is a block of settings to botocore, which refuses the file for one bad line. */
function isUnreadableBlock(value: string): boolean {
  return value.startsWith('\n') && value.split('\n').some((line) => line !== '' && !line.includes('='));
}

function joined(lines: readonly string[]): string {
  return lines.length === 1 ? strip(lines[0] ?? '') : lines.join('\n').replace(TRAILING_SPACE, '');
}

/** Python's white space: not the byte order mark, which `trim` would take away and the AWS CLI trips over. */
const SPACE = String.raw`[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const TRAILING_SPACE = new RegExp(`${SPACE}+$`);
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

function strip(text: string): string {
  // Nearly every line begins and ends visibly, and files have tens of thousands.
  if (isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1))) return text;
  return text.replaceAll(OUTER_SPACE, '');
}

function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
