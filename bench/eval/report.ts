import type { ModelUsage } from '../../src/domain/model-usage.js';
import type { Json, JsonObject } from '../../src/domain/json.js';
import { callLabel } from '../../src/domain/plan.js';
import { MEASURES, type Verdict } from './score.js';
import { groupBy, missed, tally, unsafe, type Share, type Tally } from './tally.js';
import type { Evaluation } from './evaluate.js';

/** The tables and, when asked for, what was wrong, for a person. */
export function textReport(
  planner: string,
  { verdicts, usage, warnings }: Evaluation,
  options: { readonly failures: boolean },
): string {
  const problems = unsafe(verdicts);
  return [
    `planner: ${planner}, questions: ${verdicts.length}, services: ${servicesOf(verdicts)}`,
    '',
    table(measuresTable(verdicts)),
    '',
    table(subjectsTable(verdicts)),
    ...(usage.modelCalls === 0 ? [] : ['', usageLine(usage)]),
    ...(warnings.size === 0 ? [] : ['', ...[...warnings].map(([warning, times]) => `${times} × ${warning}`)]),
    ...(options.failures ? verdicts.filter((verdict) => missed(verdict).length > 0).map(failureText) : []),
    ...(problems.length === 0 ? [] : ['', 'NOT SAFE', ...problems.map((problem) => `  ${problem}`)]),
  ].join('\n');
}

/** The same as data, with every failure. */
export function jsonReport(planner: string, { verdicts, usage, warnings }: Evaluation): JsonObject {
  const byGroup = (key: (verdict: Verdict) => string): JsonObject =>
    Object.fromEntries([...groupBy(verdicts, key)].map(([name, group]) => [name, tallyJson(tally(group))]));
  return {
    planner,
    questions: verdicts.length,
    all: tallyJson(tally(verdicts)),
    styles: byGroup(styleOf),
    subjects: byGroup(subjectOf),
    failures: verdicts.filter((verdict) => missed(verdict).length > 0).map(failureJson),
    unsafe: unsafe(verdicts),
    usage: { ...usage },
    warnings: Object.fromEntries(warnings),
  };
}

function servicesOf(verdicts: readonly Verdict[]): number {
  const services = verdicts.flatMap(({ question }) =>
    question.expect === 'answer' ? question.operations.map(([service]) => service) : [],
  );
  return new Set(services).size;
}

function measuresTable(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const styles = [...groupBy(verdicts, styleOf)].map(([style, group]) => ({ style, tally: tally(group) }));
  const all = tally(verdicts);
  return [
    ['', 'all', ...styles.map(({ style }) => style)],
    ...MEASURES.filter((measure) => all[measure].of > 0).map((measure) => [
      measure,
      shown(all[measure]),
      ...styles.map((one) => shown(one.tally[measure])),
    ]),
  ];
}

function subjectsTable(verdicts: readonly Verdict[]): readonly (readonly string[])[] {
  const columns = MEASURES.filter((measure) =>
    ['first', 'among three', 'search ten', 'refused', 'asked back'].includes(measure),
  );
  return [
    ['subject', 'questions', ...columns],
    ...[...groupBy(verdicts, subjectOf)].map(([subject, group]) => {
      const shares = tally(group);
      return [subject, String(group.length), ...columns.map((measure) => percent(shares[measure]))];
    }),
  ];
}

function styleOf({ question }: Verdict): string {
  return question.style;
}

function subjectOf({ question }: Verdict): string {
  return question.subject;
}

function shown(share: Share): string {
  return share.of === 0 ? '' : `${percent(share)} (${share.right}/${share.of})`;
}

/** Rounded down: 100 % is every single one. */
function percent({ right, of }: Share): string {
  return of === 0 ? '' : `${Math.floor((right / of) * 100)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_heading, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

function usageLine({ modelCalls, inputTokens, outputTokens }: ModelUsage): string {
  return `${modelCalls} model calls, ${inputTokens} tokens in, ${outputTokens} tokens out`;
}

function failureText(verdict: Verdict): string {
  const { question, choice, found } = verdict;
  return [
    '',
    `[${question.subject}, ${question.style}] ${question.question}`,
    `  missed    ${missed(verdict).join(', ')}`,
    `  expected  ${expectedText(verdict)}`,
    `  got       ${choice.shown}${placeText(verdict)}`,
    ...(found === undefined ? [] : [`  search    ${found.slice(0, 5).map(callLabel).join(', ') || 'nothing'}`]),
  ].join('\n');
}

function expectedText({ question }: Verdict): string {
  switch (question.expect) {
    case 'refuse':
      return `a refusal (${question.because})`;
    case 'clarify':
      return `a question back (${question.about})`;
    case 'answer': {
      const { operations, parameters, values, accounts, regions } = question;
      const more = { ...parameters, ...definedOnly({ values, accounts, regions }) };
      const extra = Object.keys(more).length === 0 ? '' : ` with ${JSON.stringify(more)}`;
      return `${operations.map((operation) => operation.join(' ')).join(' or ')}${extra}`;
    }
    default:
      return question satisfies never;
  }
}

/** What was chosen in those things that were wrong. */
function placeText(verdict: Verdict): string {
  const { accounts = [], regions = [], plan } = verdict.choice;
  const wrong = missed(verdict);
  return [
    wrong.some((measure) => measure.startsWith('accounts')) ? ` in accounts ${accounts.join(', ')}` : '',
    wrong.some((measure) => measure.startsWith('Regions')) ? ` in Regions ${regions.join(', ') || '(default)'}` : '',
    wrong.includes('parameters') ? ` with ${JSON.stringify(plan?.calls.map(({ params }) => params) ?? [])}` : '',
  ].join('');
}

function definedOnly(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function tallyJson(shares: Tally): JsonObject {
  return Object.fromEntries(
    MEASURES.filter((measure) => shares[measure].of > 0).map((measure) => [measure, { ...shares[measure] }]),
  );
}

function failureJson(verdict: Verdict): JsonObject {
  const { question, choice, found } = verdict;
  return {
    subject: question.subject,
    style: question.style,
    question: question.question,
    missed: missed(verdict),
    expected: expectedText(verdict),
    got: `${choice.shown}${placeText(verdict)}`,
    ...(found === undefined ? {} : { search: found.map(callLabel) }),
  };
}
