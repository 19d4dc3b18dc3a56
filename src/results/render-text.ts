import type { Answer, Failure, Table } from '../domain/answer.js';
import type { Json } from '../domain/json.js';
import { groupFailures } from './failure-groups.js';
import { inertLine } from './inert.js';
import { moreRows } from './more-rows.js';
import { displayValue } from './display-value.js';

/** How much of a table is written out. What is cut ends in an ellipsis or a line that says how to get the rest. */
export interface TextSize {
  readonly rows: number;
  /** Columns of the widest cell. */
  readonly cellWidth: number;
}

export const ON_A_TERMINAL: TextSize = { rows: 100, cellWidth: 60 };
/** For files and pipes, where nobody could scroll or widen anything. */
export const WHOLE: TextSize = { rows: Number.MAX_SAFE_INTEGER, cellWidth: Number.MAX_SAFE_INTEGER };

const FAILURES_SHOWN = 20;

const NOTHING_SAID = { limit: undefined, how: undefined };

/** The answer for a terminal: aligned tables, the coverage line, failures with their next steps. */
export function renderText(answer: Answer, headline: string, size: TextSize): string {
  const sections = [headline];
  for (const [index, table] of answer.tables.entries()) {
    const number = index === 0 ? '' : ` --table ${index + 1}`;
    const how = `central-ops rows ${answer.runId}${number} --output csv`;
    const more = { limit: answer.plan?.show.tables[index]?.limit, how };
    if (table.total > 0) sections.push(textTable(table, size, answer.tables.length > 1, more));
  }
  if (answer.coverage !== undefined) {
    sections.push(`Coverage: ${answer.coverage.line}.`);
    if (answer.coverage.failures.length > 0) sections.push(failureLines(answer.coverage.failures));
  }
  for (const warning of answer.warnings) sections.push(`Note: ${inertLine(warning)}`);
  return sections.filter((section) => section !== '').join('\n\n');
}

/** One table as aligned text. Numbers are set to the right. */
export function textTable(
  table: Table,
  size: TextSize,
  withTitle: boolean,
  rest: Parameters<typeof moreRows>[2] = NOTHING_SAID,
): string {
  const shown = table.rows.slice(0, size.rows);
  const body = shown.map((cells) => cells.map((cell) => cutToWidth(inertLine(displayValue(cell)), size.cellWidth)));
  const widths = table.columns.map((name, index) =>
    body.reduce((width, cells) => Math.max(width, displayWidth(cells[index] ?? '')), displayWidth(name)),
  );
  const numeric = table.columns.map((_, index) => shown.every((cells) => isNumberOrNull(cells[index] ?? null)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const fill = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
        return numeric[index] === true ? fill + cell : cell + fill;
      })
      .join('  ')
      .trimEnd();
  const lines = [
    line(table.columns),
    line(widths.map((width) => '─'.repeat(width))),
    ...body.map((cells) => line(cells)),
  ];
  if (withTitle) lines.unshift(inertLine(table.title));
  const more = moreRows(table, shown.length, rest);
  if (more !== undefined) lines.push(more);
  return lines.join('\n');
}

function failureLines(failures: readonly Failure[]): string {
  const groups = groupFailures(failures);
  const lines = groups.slice(0, FAILURES_SHOWN).flatMap(({ failure, where }) => {
    const head = `  ${failure.outcome}  ${inertLine(failure.accountName)} (${failure.accountId})${inertLine(where)}`;
    const tail = [failure.message, failure.nextStep]
      .filter((text) => text !== '')
      .map((text) => `    ${inertLine(text)}`);
    return [head, ...tail];
  });
  const hidden = groups.length - FAILURES_SHOWN;
  if (hidden > 0) lines.push(`  … and ${hidden} more: --output json lists all of them`);
  return ['Not answered:', ...lines].join('\n');
}

/** The text if it fits, else its beginning and an ellipsis. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    kept.push(character);
  }
  return `${kept.join('')}…`;
}

/** Emoji and East Asian wide characters take two columns, marks that sit on another character none. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const MARK = /\p{Mn}|\p{Me}/u;

/** Columns that a text takes on a terminal. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : MARK.test(character) ? 0 : 1;
  return width;
}

function isNumberOrNull(cell: Json): boolean {
  return cell === null || typeof cell === 'number';
}
