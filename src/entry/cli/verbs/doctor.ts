import { InvalidArgumentError } from 'commander';
import { accountLabel } from '../../../domain/account.js';
import { CHECKS, type CheckResult } from '../../../doctor/check.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import type { Terminal } from '../terminal.js';
import { tableText } from './rows.js';
import { withComposition } from './run.js';

/** `central-ops doctor [ACCOUNT_ID]`: the checklist, run for you, with the fix for what fails. */
export const doctor: Verb = (program, run) => {
  const command = program
    .command('doctor')
    .description('check configuration, sign-in, accounts and permissions, and say how to fix what fails')
    .argument('[account]', 'check this account alone', accountIdOf);
  withCommonOptions(command).action((account: string | undefined, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      return withComposition(common, terminal, async (composition) => {
        const checklist = await composition.doctor();
        const results: CheckResult[] = [];
        const checks = checklist.run({
          signal: terminal.signal,
          ...(account === undefined ? {} : { accountId: account }),
        });
        for await (const found of checks) {
          results.push(...found);
          if (common.output === 'text') terminal.out(shown(found, account !== undefined));
        }
        if (common.output === 'json') {
          const checked = results.map((result) => ({ ...result, proves: CHECKS[result.check] }));
          terminal.out(`${inertJson(JSON.stringify({ summary: summary(results), checks: checked }, undefined, 2))}\n`);
        } else if (common.output === 'text') {
          terminal.out(`\n${summary(results)}\n`);
        } else {
          terminal.out(tableText(tableOf(results), common.output));
        }
        return exitCodeOf(results, terminal);
      });
    }),
  );
};

const MARKS: Readonly<Record<CheckResult['status'], string>> = { pass: '✔', fail: '✘', warn: '!', skip: '·' };

function accountIdOf(value: string): string {
  if (/^\d{12}$/.test(value)) return value;
  throw new InvalidArgumentError('An account id has twelve digits; `central-ops accounts` lists them.');
}

/** What passed in an account is a line; everything about it is said when it was asked for alone. */
function shown(results: readonly CheckResult[], everything: boolean): string {
  const account = results[0]?.account;
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
  for (const { account, status } of results) {
    if (account === undefined) continue;
    accounts.set(account.id, (accounts.get(account.id) ?? true) && status !== 'fail');
  }
  const good = [...accounts.values()].filter(Boolean).length;
  const hub = results.filter(({ account, status }) => account === undefined && status === 'fail').length;
  const warnings = results.filter(({ status }) => status === 'warn').length;
  return [
    ...(hub === 0 ? [] : [`${hub} of the first checks failed`]),
    accounts.size === 0 ? 'no account was checked' : `${good} of ${accounts.size} accounts pass every check`,
    ...(warnings === 0 ? [] : [`${warnings} warnings`]),
  ]
    .join('; ')
    .replace(/^./, (first) => first.toUpperCase())
    .concat('.');
}

function tableOf(results: readonly CheckResult[]) {
  return {
    title: 'Checks',
    columns: ['Account', 'Account ID', 'Check', 'Result', 'Saw', 'Fix'],
    rows: results.map(({ account, check, status, saw, fix }) => [
      account?.name ?? '',
      account?.id ?? '',
      check,
      status,
      saw,
      fix ?? '',
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
  const whole = failures.every(({ account }) => account !== undefined);
  const anyGood = results.some(
    ({ account, check, status }) => account !== undefined && check === 'reads' && status === 'pass',
  );
  return whole && anyGood ? EXIT.partial : EXIT.failed;
}
