/** What `profiles sync` has done, or would do. */
import { PROFILE_RESULTS, type ProfileOutcome } from '../../identity-center/profiles/plan-profiles.js';
import type { ProfileSync } from '../../identity-center/profiles/sync-profiles.js';
import { inertJson, inertLine } from '../../results/inert.js';
import { ON_A_TERMINAL, WHOLE } from '../../results/render-text.js';
import { redact } from '../../telemetry/redact.js';
import { EXIT } from './exit-code.js';
import type { OutputFormat } from './options.js';
import type { Terminal } from './terminal.js';
import { tableText } from './verbs/rows.js';

export interface ProfilesShown {
  readonly output: OutputFormat;
  readonly dryRun: boolean;
}

/** An account that could not be asked makes it partial: its profile may be missing, or one too many. */
export function exitCodeOfProfiles(outcomes: readonly ProfileOutcome[]): number {
  const failed = outcomes.filter(({ result }) => result === 'failed').length;
  if (failed === 0) return EXIT.complete;
  return failed === outcomes.length ? EXIT.failed : EXIT.partial;
}

export function printProfiles(synced: ProfileSync, shown: ProfilesShown, terminal: Terminal): void {
  const { file, outcomes, backup, warnings } = synced;
  const counts = PROFILE_RESULTS.map((result) => [result, countOf(outcomes, result)] as const);
  if (shown.output === 'json') {
    const report = {
      file,
      dryRun: shown.dryRun,
      changed: synced.changed,
      backup: backup ?? null,
      counts: Object.fromEntries(counts),
      profiles: outcomes,
      diff: withoutSecrets(synced.diff),
      warnings,
    };
    terminal.out(`${inertJson(JSON.stringify(report, undefined, 2))}\n`);
  } else if (shown.output === 'text' && shown.dryRun) {
    const diff = withoutSecrets(synced.diff);
    // A file that `patch` reads keeps every character; a screen shows those that would act as codes.
    terminal.out(terminal.outIsTerminal ? inertJson(diff) : diff);
  } else {
    // Hundreds of unchanged profiles would hide the few that are not.
    const listed = shown.output === 'text' ? outcomes.filter(({ result }) => result !== 'unchanged') : outcomes;
    if (listed.length > 0 || shown.output !== 'text') {
      terminal.out(
        tableText(tableOf(listed, shown.output), shown.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE),
      );
    }
  }
  for (const warning of warnings) terminal.err(`Note: ${inertLine(warning)}\n`);
  for (const { result, accountName, accountId, reason } of outcomes) {
    if (result === 'failed') terminal.err(`${inertLine(`${accountName} (${accountId}): ${reason}`)}\n`);
  }
  terminal.err(
    `${counts.map(([result, count]) => `${String(count)} ${result}`).join(', ')}. ${placeLine(synced, shown)}\n`,
  );
}

function placeLine({ file, changed, backup, diff }: ProfileSync, { dryRun }: ProfilesShown): string {
  const name = inertLine(file);
  if (dryRun) return diff === '' ? `Nothing would change in ${name}.` : `Nothing was written to ${name}: a dry run.`;
  if (!changed) return `${name} is as it was.`;
  return `Written to ${name}${backup === undefined ? '' : `; the file before is ${inertLine(backup)}`}.`;
}

function tableOf(outcomes: readonly ProfileOutcome[], output: OutputFormat) {
  return {
    title: 'Profiles',
    columns: ['Profile', 'Account', 'Account ID', 'Result', 'Why'],
    rows: outcomes.map(({ profile, accountName, accountId, result, reason }) => [
      profile,
      accountName,
      accountId,
      result,
      // What went wrong takes more than a cell; people read it below.
      result === 'failed' && output === 'text' ? 'see below' : reason,
    ]),
    total: outcomes.length,
    truncated: false,
  };
}

function countOf(outcomes: readonly ProfileOutcome[], result: ProfileOutcome['result']): number {
  return outcomes.filter((outcome) => outcome.result === result).length;
}

/** The lines around a change are the user's own, and keys may stand in them. */
function withoutSecrets(diff: string): string {
  return diff
    .split('\n')
    .map((line) => (line.startsWith(' ') ? redact(line) : line))
    .join('\n');
}
