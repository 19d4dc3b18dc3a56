import type { AccountReference } from '../domain/account.js';
import type { Failure, Table } from '../domain/answer.js';
import { CentralOpsError } from '../domain/errors.js';
import type { RunRecord, RunStore } from '../results/run-store.js';
import { explained, runOf, type Node } from './node.js';
import type { ResolveAccountsUses } from './resolve-accounts.js';

export interface RecallUses {
  readonly runs: Pick<RunStore, 'load'>;
  readonly selectAccounts: ResolveAccountsUses['selectAccounts'];
}

/** Shows a part of an earlier run of the session again, from the run store. Asks no account anything. */
export function createRecall(uses: RecallUses): Node {
  return explained(async (state, runtime) => {
    const { intent } = state;
    if (intent?.kind !== 'recall') return {};
    const { caller } = runOf(state);
    const record = await uses.runs.load(intent.runId, caller);
    const { what } = intent;
    if (what.kind === 'row') return rowOf(record, what.table, what.row);
    const named = what.accounts.include.length + what.accounts.exclude.length > 0;
    const accounts = named ? (await uses.selectAccounts(what.accounts, caller, runtime.signal)).accounts : undefined;
    return failuresOf(record, accounts);
  });
}

function rowOf({ tables }: RunRecord, number: number, position: number): { tables: Table[]; headline: string } {
  const table = tables[number - 1];
  const rows = table?.rows ?? [];
  const index = position < 0 ? rows.length + position : position - 1;
  const row = rows[index];
  if (table === undefined || row === undefined) {
    const has = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
    throw new CentralOpsError(
      'usage',
      `the earlier answer has no row ${position < 0 ? 'at that place' : position}: it has ${has}`,
      {
        nextStep: rows.length === 0 ? 'Ask for something that was found.' : `Name one from 1 to ${rows.length}.`,
      },
    );
  }
  return {
    headline: `Row ${index + 1} of ${rows.length} of the earlier answer (${table.title}).`,
    tables: [{ ...table, rows: [row], total: 1, truncated: false }],
  };
}

function failuresOf(
  { runId, failures }: RunRecord,
  accounts: readonly AccountReference[] | undefined,
): { tables: Table[]; headline: string } {
  if (failures === undefined) {
    throw new CentralOpsError('unknown-run', `of run ${runId} it is not kept what failed`, { nextStep: 'Ask again.' });
  }
  const ids = accounts?.map(({ id }) => id);
  const own = failures.filter(({ accountId }) => ids === undefined || ids.includes(accountId));
  const of = accounts === undefined ? '' : ` of ${accounts.map(({ name, id }) => `${name} (${id})`).join(', ')}`;
  if (own.length === 0) return { tables: [], headline: `Everything${of} answered the earlier question.` };
  return {
    headline: `${own.length} ${own.length === 1 ? 'call' : 'calls'}${of} did not answer the earlier question.`,
    tables: [
      {
        title: 'Not answered',
        columns: ['Account', 'Account ID', 'Region', 'Call', 'Outcome', 'Cause', 'Next step'],
        rows: own.map((failure: Failure) => [
          failure.accountName,
          failure.accountId,
          failure.region,
          failure.call,
          failure.outcome,
          failure.message,
          failure.nextStep,
        ]),
        total: own.length,
        truncated: false,
      },
    ],
  };
}
