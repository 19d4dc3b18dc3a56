import type { Coverage, Table } from '../domain/answer.js';
import { withNextStep } from '../domain/errors.js';
import type { Json } from '../domain/json.js';
import { groupFailures } from './failure-groups.js';
import { inertMarkdown } from './inert.js';
import { moreRows } from './more-rows.js';
import { displayValue } from './display-value.js';

/** Failures named one by one; what is beyond is counted. All of them are in `coverage.failures`. */
const FAILURES_SHOWN = 10;

export interface AnswerParts {
  readonly headline: string;
  /** What a model says about it, as `checkNarrative` let it pass: plain in Markdown too. */
  readonly narrative?: string;
  readonly tables: readonly Table[];
  readonly coverage?: Coverage;
  readonly warnings: readonly string[];
  /** Rows of each table that are written out. */
  readonly rowsShown: number;
  /** Where the others can be read. */
  readonly runId?: string;
  /** Rows of each table that were asked for, where the question said so. */
  readonly limits?: readonly (number | undefined)[];
}

/** The Markdown of an answer: headline, narrative, tables, coverage line and what went wrong where. */
export function renderMarkdown(parts: AnswerParts): string {
  const sections = [parts.headline, parts.narrative ?? ''];
  for (const [index, table] of parts.tables.entries()) sections.push(tableSection(table, index, parts));
  if (parts.coverage !== undefined) sections.push(`**Coverage:** ${parts.coverage.line}.`);
  if (parts.coverage !== undefined && parts.coverage.failures.length > 0) sections.push(failureList(parts.coverage));
  for (const warning of parts.warnings) sections.push(`> ${inertMarkdown(warning)}`);
  return sections.filter((section) => section !== '').join('\n\n');
}

/**
 * What an answer begins with, for doors that write the rest in another form: its headline and, when there is one, its
 * narrative. No other section of {@link renderMarkdown} begins like a sentence.
 */
export function leadOf(response: string): readonly string[] {
  const [headline = '', second] = response.split('\n\n', 2);
  return second === undefined || /^[|#*>-]/u.test(second) ? [headline] : [headline, second];
}

function tableSection(table: Table, index: number, parts: AnswerParts): string {
  if (table.total === 0) return '';
  const shown = table.rows.slice(0, parts.rowsShown);
  const lines = [row(table.columns), row(table.columns.map(() => '---')), ...shown.map((cells) => row(cells))];
  const heading = parts.tables.length > 1 ? `### ${inertMarkdown(table.title)}\n\n` : '';
  const of = parts.runId === undefined ? '' : ` of ${parts.runId}, table ${index + 1}`;
  const more = moreRows(table, shown.length, {
    limit: parts.limits?.[index],
    how: `read them with \`rows\`${of}`,
  });
  return `${heading}${lines.join('\n')}${more === undefined ? '' : `\n\n${more}`}`;
}

function row(cells: readonly Json[]): string {
  return `| ${cells.map((cell) => (cell === '---' ? '---' : inertMarkdown(displayValue(cell)))).join(' | ')} |`;
}

function failureList({ failures }: Coverage): string {
  const groups = groupFailures(failures);
  const lines = groups.slice(0, FAILURES_SHOWN).map(({ failure, where }) => {
    const name = `${inertMarkdown(failure.accountName)} (${failure.accountId})`;
    return `- **${failure.outcome}** ${name}${where}: ${inertMarkdown(withNextStep(failure.message, failure.nextStep))}`;
  });
  const hidden = groups.length - FAILURES_SHOWN;
  if (hidden > 0) lines.push(`- … and ${hidden} more, all in \`coverage.failures\`.`);
  return lines.join('\n');
}
