/**
 * Edits INI text line by line: what is not edited stays byte for byte. Every edit is proven before it is given out, because
 * the meaning of a line may hang on the lines around it: an indented one goes on with the value above.
 */
import { CentralOpsError } from '../../domain/errors.js';
import { scanIni, type WrittenEntry, type WrittenSection } from './ini.js';

/** `value` undefined takes the key away. */
export type KeyChanges = ReadonlyMap<string, string | undefined>;

export type IniEdit =
  | { readonly kind: 'append'; readonly header: string; readonly entries: ReadonlyMap<string, string> }
  | {
      readonly kind: 'change';
      readonly section: WrittenSection;
      readonly keys: KeyChanges;
      /** The new name between the brackets. */
      readonly header?: string;
    }
  | { readonly kind: 'remove'; readonly section: WrittenSection };

/** Lines that take the place of others. */
export interface Splice {
  /** The first line that is replaced, or before which is inserted; from 1. */
  readonly line: number;
  readonly removed: number;
  /** With their line breaks. */
  readonly inserted: readonly string[];
}

export interface EditedIni {
  readonly text: string;
  /** In order of their lines, none touching another. */
  readonly splices: readonly Splice[];
}

/** The lines of a text with their line breaks, as {@link scanIni} counts them. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** `text` must be one that {@link scanIni} reads. Throws `configuration` with the line, when an edit would touch more than it means. */
export function editIni(text: string, edits: readonly IniEdit[], file: string): EditedIni {
  const lines = linesOf(text);
  const newline = lines[0]?.endsWith('\r\n') === true ? '\r\n' : '\n';
  const inPlace = edits
    .flatMap((edit) => (edit.kind === 'append' ? [] : splicesOf(edit, lines, newline)))
    .sort((left, right) => left.line - right.line || left.removed - right.removed);
  const appended = edits.flatMap((edit) => (edit.kind === 'append' ? [edit] : []));
  const rest = spliced(lines, inPlace);
  const splices =
    appended.length === 0
      ? inPlace
      : [...inPlace, { line: lines.length + 1, removed: 0, inserted: appendedLines(appended, rest, newline) }];
  const edited = { text: terminated(spliced(lines, splices), newline), splices };
  prove(text, edits, edited.text, file);
  return edited;
}

function spliced(lines: readonly string[], splices: readonly Splice[]): readonly string[] {
  const result: string[] = [];
  let next = 0;
  for (const { line, removed, inserted } of splices) {
    for (; next < line - 1; next += 1) result.push(lines[next] ?? '');
    result.push(...inserted);
    next += removed;
  }
  return [...result, ...lines.slice(next)];
}

/** A last line without a line break gets one when something follows it now. */
function terminated(lines: readonly string[], newline: string): string {
  return lines
    .map((line, index) => (index === lines.length - 1 || /[\r\n]$/.test(line) ? line : line + newline))
    .join('');
}

function appendedLines(
  appended: readonly Extract<IniEdit, { kind: 'append' }>[],
  before: readonly string[],
  newline: string,
): readonly string[] {
  const follows = before.length > 0 && before.at(-1)?.trim() !== '';
  return appended.flatMap(({ header, entries }, index) => [
    ...(index > 0 || follows ? [newline] : []),
    `[${header}]${newline}`,
    ...[...entries].map(([key, value]) => `${key} = ${value}${newline}`),
  ]);
}

function splicesOf(
  edit: Exclude<IniEdit, { kind: 'append' }>,
  lines: readonly string[],
  newline: string,
): readonly Splice[] {
  const { section } = edit;
  if (edit.kind === 'remove') return [removal(section, lines)];
  const splices: Splice[] = [];
  const added: string[] = [];
  const last = [...section.entries.values()].at(-1);
  const above = lines[(last?.line ?? section.line) - 1] ?? '';
  const indent = /^[ \t]*/.exec(above)?.[0] ?? '';
  for (const [key, value] of edit.keys) {
    const entry = section.entries.get(key);
    if (entry !== undefined) splices.push(...entrySplices(entry, value, lines, newline));
    else if (value !== undefined) added.push(`${indent}${key} = ${value}${newline}`);
  }
  if (edit.header !== undefined) {
    const line = lines[section.line - 1] ?? '';
    const renamed = line.slice(0, line.indexOf('[') + 1) + edit.header + line.slice(line.lastIndexOf(']'));
    splices.push({ line: section.line, removed: 1, inserted: [renamed] });
  }
  if (added.length > 0) splices.push({ line: lastLineOf(section) + 1, removed: 0, inserted: added });
  return splices;
}

/** The value changes on its own line; lines that it went on with go. */
function entrySplices(
  entry: WrittenEntry,
  value: string | undefined,
  lines: readonly string[],
  newline: string,
): readonly Splice[] {
  if (value === entry.value) return [];
  const [first = 0, ...further] = entry.lines;
  const line = lines[first - 1] ?? '';
  const ending = /[\r\n]+$/.exec(line)?.[0] ?? newline;
  const start = /^[^=:]*[=:][ \t]*/.exec(line)?.[0] ?? '';
  const inserted = value === undefined ? [] : [`${/[=:]$/.test(start) ? `${start} ` : start}${value}${ending}`];
  return [
    { line: first, removed: 1, inserted },
    ...further.map((number) => ({ line: number, removed: 1, inserted: [] })),
  ];
}

/** From the header to the last value, with the blank line above: what an append wrote. */
function removal(section: WrittenSection, lines: readonly string[]): Splice {
  const blankAbove = section.line > 1 && lines[section.line - 2]?.trim() === '';
  const first = blankAbove ? section.line - 1 : section.line;
  return { line: first, removed: lastLineOf(section) - first + 1, inserted: [] };
}

export function lastLineOf({ line, entries }: WrittenSection): number {
  return [...entries.values()].at(-1)?.lines.at(-1) ?? line;
}

/** Reads the edited text again: the edits have happened, and nothing else has. */
function prove(before: string, edits: readonly IniEdit[], after: string, file: string): void {
  const expected = expectedSections(before, edits);
  const scanned = scanIni(after);
  const found = scanned.ok ? scanned.written : [];
  const texts = found.map(plain);
  if (texts.length === expected.length && expected.every(({ text }, index) => text === texts[index])) return;
  // A header that is no header any more is the cause; the value that it became part of is only where it shows.
  const names = new Set(found.map(({ name }) => name));
  const place =
    expected.find(({ name }) => !names.has(name)) ?? expected.find(({ text }, index) => text !== texts[index]);
  throw new CentralOpsError(
    'configuration',
    `${file}, line ${String(place?.line ?? 1)}: [${place?.name ?? ''}] cannot be edited without changing how the lines around it are read, because some of them are indented.`,
    {
      facts: { file, line: place?.line ?? 1 },
      nextStep:
        'Nothing was written. Begin the section headers of the file at the start of their lines, then run it again.',
    },
  );
}

interface ExpectedSection {
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

function expectedSections(before: string, edits: readonly IniEdit[]): readonly ExpectedSection[] {
  const scanned = scanIni(before);
  if (!scanned.ok) throw new CentralOpsError('internal', `line ${String(scanned.line)}: ${scanned.problem}`);
  const byLine = new Map<number, Exclude<IniEdit, { kind: 'append' }>>();
  for (const edit of edits) if (edit.kind !== 'append') byLine.set(edit.section.line, edit);
  const kept = scanned.written.flatMap((section): ExpectedSection[] => {
    const edit = byLine.get(section.line);
    if (edit?.kind === 'remove') return [];
    const changed = edit === undefined ? section : changedSection(section, edit);
    return [{ name: changed.name, line: section.line, text: plain(changed) }];
  });
  const end = linesOf(before).length + 1;
  const appended = edits.flatMap((edit): ExpectedSection[] => {
    if (edit.kind !== 'append') return [];
    const entries = new Map([...edit.entries].map(([key, value]) => [key, { value }]));
    return [{ name: edit.header, line: end, text: plain({ name: edit.header, entries }) }];
  });
  return [...kept, ...appended];
}

function changedSection(
  { name, entries }: WrittenSection,
  { keys, header }: Extract<IniEdit, { kind: 'change' }>,
): PlainSection {
  const changed = new Map<string, { readonly value: string }>(entries);
  for (const [key, value] of keys) {
    if (value === undefined) changed.delete(key);
    else changed.set(key, { value });
  }
  return { name: header ?? name, entries: changed };
}

interface PlainSection {
  readonly name: string;
  readonly entries: ReadonlyMap<string, { readonly value: string }>;
}

/** What a section says, whatever its lines look like. */
function plain({ name, entries }: PlainSection): string {
  return JSON.stringify([name, [...entries].map(([key, { value }]) => JSON.stringify([key, value])).sort()]);
}
