import { z } from 'zod';
import type { CommandReport, CommandResult } from '../../../domain/command.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { countsAsAnswered } from '../../../domain/outcome.js';
import { commandRows, commandSummary, leftOutNote } from '../../../results/command-tables.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { renderCommand, restNote } from '../../../results/render-command.js';
import { ON_A_TERMINAL, WHOLE } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, splitFlag, withCommonOptions, type OutputFormat } from '../options.js';
import type { Verb } from '../program.js';
import type { Terminal } from '../terminal.js';
import { tableText } from './rows.js';
import { operatingSystemUser, withComposition } from './run.js';

const shape = z.object({
  accountId: z.string().optional(),
  accounts: z.string().optional(),
  roleName: z.string().optional(),
  command: z.string(),
  region: z.string().optional(),
  timeout: z.coerce.number().positive().max(3600).optional(),
  allowMutations: z.boolean().optional(),
});

type ExecOptions = z.infer<typeof shape>;

const HELP = `
The command is run by the AWS CLI of this machine, without a shell and without your profiles, and only when every operation
behind it is proven to read. One account: what the AWS CLI prints, and its exit code (2, 3, 4 and 5 may also be those of
central-ops: usage, partial, refused, sign-in needed). Several: one table; 0 when all answered, 3 when some did, 1 when none.

  central-ops exec-command --account-id 123456789012 --role-name ReadOnly --command "aws s3 ls"
  central-ops exec-command --accounts production --command "aws ec2 describe-vpcs" --output csv`;

/** `central-ops exec-command`: a command of the AWS CLI in one account, or in many. */
export const execCommand: Verb = (program, run) => {
  const command = program
    .command('exec-command')
    .description('run a read-only command of the AWS CLI in one account, or in many')
    .requiredOption('--command <command>', 'the command, such as "aws s3 ls"')
    .option('--account-id <id>', 'the account, by its id')
    .option('--accounts <list>', 'many at once: ids, names, environments, tag:KEY=VALUE or all, separated by commas')
    .option('--role-name <role>', 'the role or permission set (default: the configured one)')
    .option('--region <region>', 'the Region (default: the account’s first, else the configured one)')
    .option('--timeout <seconds>', 'stop the command in an account after this many seconds (120)')
    .option('--allow-mutations', 'also run commands that change something; nothing else is allowed by it')
    .addHelpText('after', HELP);
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const parsed = shape.safeParse(options);
      if (!parsed.success) throw new CentralOpsError('usage', z.prettifyError(parsed.error).replaceAll('\n', ' '));
      const asked = parsed.data;
      return withComposition(
        common,
        terminal,
        async ({ commands }) => {
          const report = await commands.run(
            { command: asked.command, accounts: accountsOf(asked), ...limitsOf(asked) },
            {
              caller: operatingSystemUser(),
              signal: terminal.signal,
              onResult: (result, done, total) => {
                if (total > 1) terminal.err(`${progressLine(result, done, total)}\n`);
              },
            },
          );
          print(report, common.output, terminal);
          return exitCodeOf(report, terminal);
        },
        { allowMutations: asked.allowMutations ?? false },
      );
    }),
  );
};

function accountsOf({
  accountId,
  accounts,
}: ExecOptions): { readonly id: string } | { readonly selectors: readonly string[] } {
  if (accountId !== undefined && accounts === undefined) return { id: accountId };
  if (accounts !== undefined && accountId === undefined) return { selectors: splitFlag(accounts, '--accounts') };
  throw new CentralOpsError('usage', 'Name the account with --account-id, or several with --accounts.', {
    nextStep: '`--accounts all` means all of them.',
  });
}

function limitsOf({ roleName, region, timeout }: ExecOptions) {
  return {
    ...(roleName === undefined ? {} : { roleName }),
    ...(region === undefined ? {} : { region }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
  };
}

function progressLine({ accountName, accountId, outcome, millis }: CommandResult, done: number, total: number): string {
  const mark = countsAsAnswered(outcome) ? '✔' : '✘';
  const end = outcome === 'answered' ? '' : ` ${outcome};`;
  return inertLine(
    `${mark} ${accountName} (${accountId}) ${end} ${(millis / 1000).toFixed(1)} s  [${String(done)} of ${String(total)}]`,
  );
}

function print(report: CommandReport, format: OutputFormat, terminal: Terminal): void {
  const [only] = report.results;
  if (format === 'json') {
    terminal.out(`${inertJson(JSON.stringify(report, undefined, 2))}\n`);
  } else if (format === 'markdown') {
    terminal.out(`${renderCommand(report)}\n`);
  } else if (format === 'text' && report.results.length === 1 && only !== undefined) {
    terminal.out(terminal.outIsTerminal ? inertJson(only.stdout) : only.stdout);
    if (only.stderr !== '') terminal.err(inertJson(only.stderr));
  } else {
    printTables(report, format, terminal);
  }
  if (format === 'json' || format === 'markdown') return;
  for (const result of report.results) {
    if (result.rest !== undefined) terminal.err(`${inertLine(`${result.accountName}: ${restNote(result)}`)}\n`);
    if (countsAsAnswered(result.outcome)) continue;
    // What the AWS CLI said itself stands above already.
    const said = report.results.length === 1 && result.stderr !== '';
    if (!said) terminal.err(`${inertLine(`${result.outcome}: ${result.message ?? ''}`)}\n`);
    if (result.nextStep !== undefined) terminal.err(`  ${inertLine(result.nextStep)}\n`);
  }
  if (report.results.length > 1) terminal.err(`Coverage: ${report.coverage}.\n`);
}

/** Rows where the output has some; else what each account printed, and how it ended. */
function printTables(report: CommandReport, format: OutputFormat, terminal: Terminal): void {
  const rows = commandRows(report);
  const size = terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE;
  if (rows === undefined && format === 'text') {
    for (const { accountName, accountId, region, outcome, stdout } of report.results) {
      if (outcome !== 'answered' || stdout.trim() === '') continue;
      terminal.out(`${inertLine(`── ${accountName} (${accountId}) ${region}`)}\n${inertJson(stdout).trimEnd()}\n\n`);
    }
  }
  terminal.out(tableText(rows?.table ?? commandSummary(report), format, size));
  if (rows !== undefined && rows.leftOut.length > 0) terminal.err(`${inertLine(leftOutNote(rows))}\n`);
}

/** One account: the AWS CLI's own exit code. Several: complete, partial or failed. */
function exitCodeOf({ results }: CommandReport, terminal: Terminal): number {
  if (terminal.signal.aborted) return EXIT.cancelled;
  const answered = results.filter(({ outcome }) => countsAsAnswered(outcome)).length;
  if (answered === results.length) return EXIT.complete;
  if (answered > 0) return EXIT.partial;
  if (results.every(({ code }) => code === 'sign-in-needed')) return EXIT.signInNeeded;
  if (results.every(({ outcome }) => outcome === 'refused')) return EXIT.refused;
  const [only] = results;
  return results.length === 1 && only?.exitCode !== undefined && only.exitCode !== 0 ? only.exitCode : EXIT.failed;
}
