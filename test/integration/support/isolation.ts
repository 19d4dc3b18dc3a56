import { expect } from 'vitest';
import { readTruth } from './ground-truth.js';
import { startSandboxRun } from './sandbox-run.js';

/** Questions whose rows name the account that they are from: as the identity itself, in a bucket's name, in an ARN. */
const QUESTIONS = [
  { service: 'sts', operation: 'GetCallerIdentity', column: 'Identity account', ownerOf: (cell: string) => cell },
  {
    service: 's3',
    operation: 'ListBuckets',
    column: 'Bucket',
    ownerOf: (cell: string) => cell.slice(cell.lastIndexOf('-') + 1),
  },
  { service: 'iam', operation: 'ListRoles', column: 'ARN', ownerOf: (cell: string) => cell.split(':')[4] ?? '' },
] as const;

/** What an account must have seen in the end, counted by the test as it went along. */
interface Expected {
  assumeRole: number;
  toolsCall: number;
}

export interface ForcedIsolation {
  readonly rows: number;
  readonly lostSessions: number;
}

/**
 * Asks fifty accounts at once, round after round, while sessions are taken away at random, and looks whether anything
 * of one account ever shows up at another. Now and then the product is made anew, and the first rounds after that ask
 * some of the accounts only, so that cold and warm ones are mixed.
 */
export async function forceIsolation(rounds: number, seed: number): Promise<ForcedIsolation> {
  const product = await startSandboxRun({ accounts: 50, seed });
  const random = randomFrom(seed);
  let rows = 0;
  let lostSessions = 0;
  try {
    const truth = readTruth(JSON.stringify(product.sandbox.truth()));
    const expected = new Map<string, Expected>(truth.map(({ id }) => [id, { assumeRole: 0, toolsCall: 0 }]));
    let warm = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const { column, ownerOf, ...query } = QUESTIONS[round % QUESTIONS.length] ?? QUESTIONS[0];
      const accounts = [...expected.keys()].filter(() => round % 5 > 1 || random() < 0.6);
      const answer = await product.run({ ...query, kind: 'query', params: {}, accounts });

      const [table] = answer.tables;
      const place = table?.columns.indexOf(column) ?? -1;
      const owners = (table?.rows ?? []).map((row) => ({
        asked: row[1],
        got: ownerOf(JSON.stringify(row[place]).slice(1, -1)),
      }));
      expect(answer.status).toBe('complete');
      expect(owners.filter((row) => row.asked !== row.got)).toEqual([]);
      expect(new Set(owners.map((row) => row.asked))).toEqual(new Set(accounts));
      rows += owners.length;

      for (const id of accounts) {
        const own = expected.get(id);
        if (own === undefined) continue;
        own.toolsCall += 1;
        if (!warm.has(id)) own.assumeRole += 1;
        warm.add(id);
      }
      for (const id of expected.keys()) {
        if (random() >= 0.2) continue;
        product.sandbox.expireSessions(id);
        lostSessions += 1;
      }
      if (round % 5 === 4) {
        await product.restart();
        warm = new Set();
      }
    }
    await product.restart();
    expectOwnKeysOnly(product.sandbox.statistics(), expected);
  } finally {
    await product.close();
  }
  return { rows, lostSessions };
}

type Statistics = ReturnType<Awaited<ReturnType<typeof startSandboxRun>>['sandbox']['statistics']>;

/**
 * The sandbox knows an account by the key that signed, and the test by whom it asked. Had one script of one account
 * been signed with a key of another, the count of both would differ.
 */
function expectOwnKeysOnly({ accounts, totals, mutations }: Statistics, expected: ReadonlyMap<string, Expected>): void {
  const seen = Object.entries(accounts).map(([id, { assumeRole, toolsCall, accessKeys }]) => [
    id,
    { assumeRole, toolsCall, keys: accessKeys.length },
  ]);
  expect(Object.fromEntries(seen)).toEqual(
    Object.fromEntries([...expected].map(([id, own]) => [id, { ...own, keys: own.assumeRole }])),
  );
  const keys = Object.values(accounts).flatMap(({ accessKeys }) => accessKeys);
  expect(new Set(keys).size).toBe(keys.length);
  expect({ open: totals.sessionsOpen, toolsList: totals.toolsList, gets: totals.gets, mutations }).toEqual({
    open: 0,
    toolsList: 0,
    gets: 0,
    mutations: 0,
  });
}

/** Numbers from 0 to 1 that a seed decides (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
