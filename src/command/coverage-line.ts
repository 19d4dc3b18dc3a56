import type { CommandResult } from '../domain/command.js';
import { countsAsAnswered } from '../domain/outcome.js';

/** "97 of 100 accounts; 2 denied, 1 timed-out": every account that was asked is in it. */
export function commandCoverage(results: readonly Pick<CommandResult, 'outcome'>[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const answered = results.filter(({ outcome }) => countsAsAnswered(outcome)).length;
  const others = [...counts]
    .filter(([outcome]) => outcome !== 'answered')
    .map(([outcome, count]) => `${String(count)} ${outcome}`);
  const asked = `${String(answered)} of ${String(results.length)} account${results.length === 1 ? '' : 's'}`;
  return [asked, ...(others.length === 0 ? [] : [others.join(', ')])].join('; ');
}
