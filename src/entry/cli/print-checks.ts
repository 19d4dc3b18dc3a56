import { accountLabel } from '../../domain/account.js';
import { CHECKS, type CheckResult } from '../../doctor/check.js';
import { inertJson, inertLine } from '../../results/inert.js';
import { EXIT } from './exit-code.js';
import type { OutputFormat } from './options.js';
import type { Terminal } from './terminal.js';
import { tableText } from './verbs/rows.js';

/** Prints results of checks as they come, or at the end where the format is one document, and says how it went. */
export async function printChecks(
  checks: AsyncIterable<readonly CheckResult[]>,
  {
    output,
    everything,
    terminal,
  }: { readonly output: OutputFormat; readonly everything: boolean; readonly terminal: Terminal },
): Promise<number> {
  const results: CheckResult[] = [];
  for await (const found of checks) {
    results.push(...found);
    if (output === 'text') terminal.out(shown(found, everything));
  }
  if (output === 'json') {
    const checked = results.map((result) => ({ ...result, proves: CHECKS[result.check] }));
    terminal.out(`${inertJson(JSON.stringify({ summary: summary(results), checks: checked }, undefined, 2))}\n`);
  } else if (output === 'text') {
    terminal.out(`\n${summary(results)}\n`);
  } else {
    terminal.out(tableText(tableOf(results), output));
  }
  return exitCodeOf(results, terminal);
}

const MARKS: Readonly<Record<CheckResult['status'], string>> = { pass: '✔', fail: '✘', warn: '!', skip: '·' };

/** What was checked: an account, an agent, or undefined for the hub. */
function subjectOf(result: CheckResult | undefined): { readonly id: string; readonly name: string } | undefined {
  return result?.account ?? result?.agent;
}

/** What passed in an account is a line; everything about it is said when it was asked for alone. */
function shown(results: readonly CheckResult[], everything: boolean): string {
  const account = subjectOf(results[0]);
  if (account === undefined) return results.map((result) => lines(result, true)).join('');
  const bad = results.filter(({ status }) => status === 'fail' || status === 'warn');
  const mark = bad.some(({ status }) => status === 'fail') ? MARKS.fail : bad.length > 0 ? MARKS.warn : MARKS.pass;
  const passed = results.filter(({ status }) => status === 'pass').map(({ check }) => check);
  const head = `${mark} ${accountLabel(account)}: ${passed.length === 0 ? 'nothing' : passed.join(', ')} passed`;
  const details = everything ? results : bad;
  return `${inertLine(head)}\n${details.map((result) => lines(result, everything, '  ')).join('')}`;
}

function lines({ check, status, saw, fix }: CheckResult, withMeaning: boolean, indent = ''): string {
  const text = [
    `${MARKS[status]} ${check} — ${saw}`,
    ...(status === 'pass' && withMeaning ? [`    so ${CHECKS[check]}`] : []),
    ...(fix === undefined ? [] : fix.split('\n').map((line, index) => `    ${index === 0 ? 'fix: ' : '     '}${line}`)),
  ];
  return text.map((line) => `${indent}${inertLine(line)}\n`).join('');
}

function summary(results: readonly CheckResult[]): string {
  const accounts = new Map<string, boolean>();
  for (const result of results) {
    const id = result.account?.id ?? result.agent?.key;
    if (id !== undefined) accounts.set(id, (accounts.get(id) ?? true) && result.status !== 'fail');
  }
  const good = [...accounts.values()].filter(Boolean).length;
  const hub = results.filter((result) => subjectOf(result) === undefined && result.status === 'fail').length;
  const noun = results.some(({ agent, check }) => agent !== undefined || check === 'agent-row') ? 'agent' : 'account';
  const warnings = results.filter(({ status }) => status === 'warn').length;
  const ofAgents = noun === 'agent';
  const nothing = ofAgents ? 'no agent was asked about (`--all` or an id does)' : 'no account was checked';
  return [
    ...(hub === 0
      ? []
      : [ofAgents ? `${hub} mistakes before any agent was asked about` : `${hub} of the first checks failed`]),
    accounts.size === 0 ? nothing : `${good} of ${accounts.size} ${noun}s pass every check`,
    ...(warnings === 0 ? [] : [`${warnings} warnings`]),
  ]
    .join('; ')
    .replace(/^./, (first) => first.toUpperCase())
    .concat('.');
}

function tableOf(results: readonly CheckResult[]) {
  return {
    title: 'Checks',
    columns: results.some(({ agent }) => agent !== undefined)
      ? ['Agent', 'Agent ID', 'Check', 'Result', 'Saw', 'Fix']
      : ['Account', 'Account ID', 'Check', 'Result', 'Saw', 'Fix'],
    rows: results.map((result) => [
      subjectOf(result)?.name ?? '',
      subjectOf(result)?.id ?? '',
      result.check,
      result.status,
      result.saw,
      result.fix ?? '',
    ]),
    total: results.length,
    truncated: false,
  };
}

function exitCodeOf(results: readonly CheckResult[], terminal: Terminal): number {
  if (terminal.signal.aborted) return EXIT.cancelled;
  const failures = results.filter(({ status }) => status === 'fail');
  if (failures.length === 0) return EXIT.complete;
  if (failures.some(({ check }) => check === 'sign-in')) return EXIT.signInNeeded;
  // Some accounts fail, and the rest may be asked: what `ask` would call partial.
  const whole = failures.every((result) => subjectOf(result) !== undefined);
  const anyGood = results.some(
    (result) =>
      subjectOf(result) !== undefined &&
      (result.check === 'reads' || result.check === 'agent-session') &&
      result.status === 'pass',
  );
  return whole && anyGood ? EXIT.partial : EXIT.failed;
}
