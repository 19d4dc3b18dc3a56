import type { CommandReport, CommandResult } from '../domain/command.js';
import { countsAsAnswered } from '../domain/outcome.js';
import { commandRows, commandSummary, leftOutNote } from './command-tables.js';
import { inertJson, inertMarkdown } from './inert.js';
import { renderMarkdown } from './render-markdown.js';

/** A command and what came of it, as Markdown: in sections for one account, as tables for many. */
export function renderCommand(report: CommandReport): string {
  const [only] = report.results;
  return report.results.length === 1 && only !== undefined ? oneAccount(report, only) : manyAccounts(report);
}

function oneAccount(report: CommandReport, result: CommandResult): string {
  const answered = countsAsAnswered(result.outcome);
  return [
    answered ? '# AWS SSO: Command Result' : '# ❌ AWS SSO: Command Error',
    [
      `**Account/Role:** ${inertMarkdown(`${result.accountId}/${result.roleName}`)} (${inertMarkdown(result.accountName)})`,
      `**Region:** ${inertMarkdown(result.region)}`,
      `**Exit code:** ${result.exitCode === undefined ? 'none: it did not run to its end' : String(result.exitCode)}`,
    ].join('  \n'),
    `## Command\n\n${fenced(report.command, 'bash')}`,
    ...outputSections(result),
    `*Executed: ${utc(report.startedAt)}*`,
  ].join('\n\n');
}

function outputSections(result: CommandResult): readonly string[] {
  const { stdout, stderr, message, nextStep, outcome, rest } = result;
  return [
    ...(countsAsAnswered(outcome) || stdout !== ''
      ? [`## Output\n\n${stdout.trim() === '' ? '(nothing)' : fenced(stdout)}`]
      : []),
    ...(rest === undefined ? [] : [restNote(result)]),
    ...(message === undefined ? [] : [`## Error: ${outcome}\n\n${inertMarkdown(message)}`]),
    ...(stderr.trim() === '' ? [] : [`## Error Details\n\n${fenced(stderr)}`]),
    ...(nextStep === undefined ? [] : [`### Troubleshooting\n\n- ${inertMarkdown(nextStep)}`]),
  ];
}

function manyAccounts(report: CommandReport): string {
  const rows = commandRows(report);
  const summary = commandSummary(report);
  const failed = report.results.filter(({ outcome }) => !countsAsAnswered(outcome));
  const cut = report.results.filter(({ rest }) => rest !== undefined);
  const table = (shown: typeof summary): string =>
    renderMarkdown({ headline: '', tables: [shown], warnings: [], rowsShown: shown.rows.length }).trim();
  return [
    `# AWS SSO: Command Result in ${String(report.results.length)} accounts`,
    `## Command\n\n${fenced(report.command, 'bash')}`,
    table(summary),
    ...(rows === undefined
      ? report.results
          .filter(({ outcome, stdout }) => outcome === 'answered' && stdout.trim() !== '')
          .map(
            (result) =>
              `## ${inertMarkdown(`${result.accountName} (${result.accountId})`)}\n\n${fenced(result.stdout)}`,
          )
      : [table(rows.table), ...(rows.leftOut.length === 0 ? [] : [inertMarkdown(leftOutNote(rows))])]),
    ...cut.map((result) => `${inertMarkdown(result.accountName)}: ${restNote(result)}`),
    `Coverage: ${report.coverage}.`,
    ...failed.map(
      (result) =>
        `- ${result.outcome}: ${inertMarkdown([result.message, result.nextStep].filter((text) => text !== undefined).join(' '))}`,
    ),
    `*Executed: ${utc(report.startedAt)}*`,
  ].join('\n\n');
}

/** What was cut off, and where all of it is. */
export function restNote({ stdout, rest }: Pick<CommandResult, 'stdout' | 'rest'>): string {
  if (rest === undefined) return '';
  return `The first ${String(stdout.length)} of ${String(rest.characters)} characters; all of them are in ${rest.path} for a day.`;
}

/** A block that nothing in it can close. */
function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${inertJson(text).trimEnd()}\n${fence}`;
}

function utc(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
