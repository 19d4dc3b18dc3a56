import { expect } from 'vitest';
import type { Answer } from '../../../../src/domain/answer.js';
import type { RunRequest } from '../../../../src/domain/run.js';
import { inRegions, rowsOf, sorted, type Row, type TrueAccount, type TrueRegion } from '../ground-truth.js';

/** A question and the rows that answer it, worked out from the truth. */
export interface Question {
  readonly request: RunRequest;
  /** How it reads in a test's name. */
  readonly name: string;
  /** The accounts that it is about. */
  readonly asked: readonly TrueAccount[];
  readonly rows: readonly Row[];
}

/** Compares every row, and that every account asked has answered. One question does not hide the next. */
export function expectTruth(answer: Answer, { name, rows, asked }: Question): void {
  const columns = Object.keys(rows[0] ?? {});
  expect
    .soft(
      {
        status: answer.status,
        accounts: answer.coverage?.accounts,
        failures: answer.coverage?.failures,
        rows: columns.length === 0 ? [] : rowsOf(answer, columns),
        total: answer.tables[0]?.total,
      },
      name,
    )
    .toEqual({
      status: 'complete',
      accounts: { asked: asked.length, answered: asked.length },
      failures: [],
      rows: sorted(rows),
      total: rows.length,
    });
}

export type RegionsOf = (account: TrueAccount) => readonly string[];
export type List = (region: TrueRegion, name: string, account: TrueAccount) => readonly Row[];

/** Where an account is at work: its own entry in the registry says so, and it holds unless a question names Regions. */
export const own: RegionsOf = (account) => account.regions;
export const enabled: RegionsOf = (account) => account.enabledRegions;
export const only =
  (...regions: readonly string[]): RegionsOf =>
  () =>
    regions;

type Query = Extract<RunRequest, { kind: 'query' }>;

/** What the questions about one organization are written with. */
export interface Asking {
  readonly accounts: readonly TrueAccount[];
  readonly ask: (prompt: string, rows: readonly Row[], asked?: readonly TrueAccount[]) => Question;
  readonly query: (
    service: string,
    operation: string,
    rows: readonly Row[],
    more?: Pick<Query, 'accounts' | 'regions'> &
      Partial<Pick<Query, 'params'>> & { readonly asked?: readonly TrueAccount[] },
  ) => Question;
  /** The rows of what the Regions of the accounts hold. */
  readonly all: (regions: RegionsOf, list: List, asked?: readonly TrueAccount[]) => readonly Row[];
}

export function askingAbout(accounts: readonly TrueAccount[]): Asking {
  return {
    accounts,
    ask: (prompt, rows, asked = accounts) => ({ request: { kind: 'ask', prompt }, name: prompt, asked, rows }),
    query: (service, operation, rows, more = {}) => {
      const { params = {}, asked = accounts, ...scope } = more;
      return {
        request: { kind: 'query', service, operation, params, ...scope },
        name: `query ${service} ${operation} ${JSON.stringify({ ...scope, params })}`,
        asked,
        rows,
      };
    },
    all: (regions, list, asked = accounts) => inRegions(asked, regions, list),
  };
}
