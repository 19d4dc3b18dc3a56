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

interface OpenValue {
  readonly lines: string[];
  readonly line: number;
}

type OpenSection = Map<string, OpenValue>;

/** The section whose values every other section inherits. Not `default`, which is a profile. */
const INHERITED = 'DEFAULT';

export function parseIni(text: string): ParsedIni {
  const sections = new Map<string, OpenSection>();
  const inherited: OpenSection = new Map();
  let section: OpenSection | undefined;
  let sectionName = '';
  let value: OpenValue | undefined;
  let indent = 0;

  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const at = index + 1;
    const content = strip(line);
    if (content === '') {
      value?.lines.push('');
      continue;
    }
    if (content.startsWith('#') || content.startsWith(';')) continue;
    const ownIndent = line.indexOf(content);
    if (section !== undefined && value !== undefined && ownIndent > indent) {
      value.lines.push(content);
      continue;
    }
    indent = ownIndent;
    const header = /^\[(.+)\]/.exec(content)?.[1];
    if (header !== undefined) {
      if (sections.has(header)) return { ok: false, line: at, problem: `[${header}] is there twice` };
      section = header === INHERITED ? inherited : new Map();
      if (header !== INHERITED) sections.set(header, section);
      sectionName = header;
      value = undefined;
      continue;
    }
    if (section === undefined) return { ok: false, line: at, problem: 'something stands before the first [section]' };
    const [, key = '', written] = /^(.*?)\s*[=:]\s*(.*)$/s.exec(content) ?? [];
    if (key === '' || written === undefined) {
      return { ok: false, line: at, problem: `[${sectionName}] has a line that is not "key = value"` };
    }
    const name = key.toLowerCase();
    if (section.has(name)) return { ok: false, line: at, problem: `[${sectionName}] has ${name} twice` };
    value = { lines: [written], line: at };
    section.set(name, value);
  }
  const closedSections = closed(sections, inherited);
  for (const [name, values] of closedSections) {
    for (const [key, { value: nested, line }] of values) {
      if (!isUnreadableBlock(nested)) continue;
      return { ok: false, line, problem: `[${name}] has a block ${key} with a line that is not "key = value"` };
    }
  }
  return { ok: true, sections: closedSections };
}

/** A value that begins on the next line is a block of settings to botocore, which refuses the file for one bad line. */
function isUnreadableBlock(value: string): boolean {
  return value.startsWith('\n') && value.split('\n').some((line) => line !== '' && !line.includes('='));
}

function closed(sections: ReadonlyMap<string, OpenSection>, inherited: OpenSection): IniSections {
  return new Map(
    [...sections].map(([name, own]) => [
      name,
      new Map([...inherited, ...own].map(([key, { lines, line }]) => [key, { value: joined(lines), line }])),
    ]),
  );
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').replace(new RegExp(`${SPACE}+$`), '');
}

/** Python's white space: not the byte order mark, which `trim` would take away and the AWS CLI trips over. */
const SPACE = String.raw`[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

function strip(text: string): string {
  return text.replaceAll(OUTER_SPACE, '');
}
