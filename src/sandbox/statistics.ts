/** What the sandbox saw of one account, for tests and benchmarks. */
export interface AccountStatistics {
  /** HTTP requests to the MCP server that this account signed. */
  readonly requests: number;
  readonly initialize: number;
  readonly toolsList: number;
  readonly toolsCall: number;
  readonly deletes: number;
  readonly gets: number;
  readonly rejected429: number;
  readonly sessionsOpen: number;
  readonly peakConcurrent: number;
  readonly assumeRole: number;
  /** Access keys that signed for this account. Identifiers, not secrets. */
  readonly accessKeys: readonly string[];
}

export interface SandboxStatistics {
  /** By account id; `anonymous` for what nobody signed. */
  readonly accounts: Readonly<Record<string, AccountStatistics>>;
  readonly totals: Omit<AccountStatistics, 'accessKeys'>;
  /** Which account each access key signed as. */
  readonly signatures: Readonly<Record<string, string>>;
  /** Calls that would have changed something, had this been AWS. */
  readonly mutations: number;
}

type Counter = Exclude<keyof AccountStatistics, 'accessKeys' | 'sessionsOpen' | 'peakConcurrent'>;

/** Counts; one per sandbox. */
export interface StatisticsRecorder {
  readonly count: (accountId: string, counter: Counter) => void;
  readonly signedBy: (accountId: string, accessKeyId: string) => void;
  readonly sessions: (accountId: string, change: 1 | -1) => void;
  readonly concurrency: (accountId: string, inFlight: number) => void;
  readonly mutation: () => void;
  readonly read: () => SandboxStatistics;
}

type Numbers = { -readonly [Name in keyof Omit<AccountStatistics, 'accessKeys'>]: number };

const nothing = (): Numbers => ({
  requests: 0,
  initialize: 0,
  toolsList: 0,
  toolsCall: 0,
  deletes: 0,
  gets: 0,
  rejected429: 0,
  sessionsOpen: 0,
  peakConcurrent: 0,
  assumeRole: 0,
});

export function createStatistics(): StatisticsRecorder {
  const accounts = new Map<string, { numbers: Numbers; keys: Set<string> }>();
  let mutations = 0;
  const of = (accountId: string): { numbers: Numbers; keys: Set<string> } => {
    const known = accounts.get(accountId);
    if (known !== undefined) return known;
    const made = { numbers: nothing(), keys: new Set<string>() };
    accounts.set(accountId, made);
    return made;
  };
  return {
    count: (accountId, counter) => {
      of(accountId).numbers[counter] += 1;
    },
    signedBy: (accountId, accessKeyId) => {
      of(accountId).keys.add(accessKeyId);
    },
    sessions: (accountId, change) => {
      of(accountId).numbers.sessionsOpen += change;
    },
    concurrency: (accountId, inFlight) => {
      const { numbers } = of(accountId);
      numbers.peakConcurrent = Math.max(numbers.peakConcurrent, inFlight);
    },
    mutation: () => {
      mutations += 1;
    },
    read: () => {
      const totals = nothing();
      for (const { numbers } of accounts.values()) addUp(totals, numbers);
      return {
        accounts: Object.fromEntries(
          [...accounts].map(([id, { numbers, keys }]) => [id, { ...numbers, accessKeys: [...keys] }]),
        ),
        totals,
        signatures: Object.fromEntries([...accounts].flatMap(([id, { keys }]) => [...keys].map((key) => [key, id]))),
        mutations,
      };
    },
  };
}

/** Everything adds up except the peak: the highest of any account is the total's. */
function addUp(totals: Numbers, numbers: Numbers): void {
  totals.requests += numbers.requests;
  totals.initialize += numbers.initialize;
  totals.toolsList += numbers.toolsList;
  totals.toolsCall += numbers.toolsCall;
  totals.deletes += numbers.deletes;
  totals.gets += numbers.gets;
  totals.rejected429 += numbers.rejected429;
  totals.sessionsOpen += numbers.sessionsOpen;
  totals.assumeRole += numbers.assumeRole;
  totals.peakConcurrent = Math.max(totals.peakConcurrent, numbers.peakConcurrent);
}
