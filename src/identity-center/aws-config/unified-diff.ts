/** What an edit of a file changes, as `diff -u` and `patch` write it. */
import { linesOf, type Splice } from './edit-ini.js';

const CONTEXT = 3;

export interface DiffText {
  readonly file: string;
  readonly before: string;
  readonly splices: readonly Splice[];
}

/** Empty when nothing changes. */
export function unifiedDiff({ file, before, splices }: DiffText): string {
  const lines = linesOf(before);
  const changes = splices.filter(({ removed, inserted }) => removed > 0 || inserted.length > 0);
  const hunks: string[] = [];
  let shift = 0;
  for (const group of grouped(withEnding(changes, lines))) {
    const { text, grown } = hunkOf(group, lines, shift);
    hunks.push(text);
    shift += grown;
  }
  return hunks.length === 0 ? '' : `--- ${file}\n+++ ${file}\n${hunks.join('')}`;
}

/** A last line without a line break gets one when something follows it now: that, too, is a change of the line. */
function withEnding(changes: readonly Splice[], lines: readonly string[]): readonly Splice[] {
  const last = lines.at(-1);
  const end = changes.at(-1);
  if (last === undefined || /[\r\n]$/.test(last) || end?.line !== lines.length + 1) return changes;
  const isChanged = changes.some(({ line, removed }) => line <= lines.length && line + removed > lines.length);
  if (isChanged) return changes;
  return [...changes.slice(0, -1), { line: lines.length, removed: 1, inserted: [`${last}\n`, ...end.inserted] }];
}

/** Changes whose context would touch are shown as one. */
function grouped(changes: readonly Splice[]): readonly (readonly Splice[])[] {
  const groups: Splice[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && change.line - (last.line + last.removed) <= 2 * CONTEXT) {
      group.push(change);
    } else groups.push([change]);
  }
  return groups;
}

function hunkOf(
  group: readonly Splice[],
  lines: readonly string[],
  shift: number,
): { readonly text: string; readonly grown: number } {
  const first = group[0]?.line ?? 1;
  const last = group.at(-1);
  const start = Math.max(1, first - CONTEXT);
  const end = Math.min(lines.length, (last?.line ?? 1) + (last?.removed ?? 0) - 1 + CONTEXT);
  const shown: string[] = [];
  let next = start;
  let removed = 0;
  let added = 0;
  for (const change of group) {
    for (; next < change.line; next += 1) shown.push(marked(' ', lines[next - 1] ?? ''));
    for (; next < change.line + change.removed; next += 1) shown.push(marked('-', lines[next - 1] ?? ''));
    shown.push(...change.inserted.map((line) => marked('+', line)));
    removed += change.removed;
    added += change.inserted.length;
  }
  for (; next <= end; next += 1) shown.push(marked(' ', lines[next - 1] ?? ''));
  const count = end - start + 1;
  const newCount = count - removed + added;
  const header = `@@ -${range(start, count)} +${range(start + shift, newCount)} @@\n`;
  return { text: header + shown.join(''), grown: added - removed };
}

/** A range of no lines is named after the line before it. */
function range(start: number, count: number): string {
  return `${String(count === 0 ? start - 1 : start)},${String(count)}`;
}

function marked(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
