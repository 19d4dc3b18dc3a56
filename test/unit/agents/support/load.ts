import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { agentCoreAgent, bedrockAgent } from './agents.js';
import { agentWorld, requestFor } from './world.js';
import type { Agent } from '../../../../src/domain/agent.js';
import { generateOrganization } from '../../../../src/sandbox/organization/organization.js';
import type { SpokeAgent } from '../../../../src/sandbox/agents/spoke-agents.js';

export interface Load {
  readonly answered: number;
  /** Requests that no agent got, or that one got more than once. */
  readonly notOnce: readonly string[];
  readonly signedByAnother: number;
  readonly wrongWords: number;
  /** By account: access keys that signed. */
  readonly keys: Readonly<Record<string, number>>;
  /** Connections in use afterwards, and kept for later, after the first round and after the last. */
  readonly inUse: number;
  readonly kept: readonly [first: number, last: number];
  /** Bytes of heap more after the last round than after the first. */
  readonly grown: number;
}

/** Rounds of so many invocations at once over three accounts, in two kinds; every answer takes a while, so that they overlap. */
export async function loadOf(atOnce: number, rounds: number): Promise<Load> {
  const [, ...accounts] = generateOrganization({ seed: 1, accounts: 3 }).accounts.map(({ id }) => id);
  const spokes = accounts.map((accountId, index): SpokeAgent => {
    const kind = index % 2 === 0 ? 'bedrock-agent' : 'agentcore';
    return {
      kind,
      accountId,
      region: 'us-east-1',
      agentId: kind === 'agentcore' ? `busy-AbCdEf123${index}` : `BUSY00000${index}`,
      alias: kind === 'agentcore' ? 'DEFAULT' : 'BUSYALIAS1',
      name: `Busy${index}`,
      description: '',
      capabilities: [],
      domains: [],
      exampleQueries: [],
      approval: 'never',
      form: index === 1 ? 'events' : 'json',
      thinksMillis: 3,
      answer: ({ text }) => `account ${accountId} was asked ${text}`,
    };
  });
  const agents = spokes.map(({ kind, accountId, agentId, name }): Agent =>
    kind === 'agentcore'
      ? agentCoreAgent({ accountId, agentId, name, maxConcurrency: atOnce })
      : bedrockAgent({ accountId, agentId, aliasId: 'BUSYALIAS1', name, maxConcurrency: atOnce }),
  );
  const world = await agentWorld({ accounts: 3, agents: spokes });
  try {
    const texts: string[] = [];
    let answered = 0;
    let wrongWords = 0;
    const kept: number[] = [];
    const heap: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const work = Array.from({ length: atOnce }, async (_, index) => {
        const agent = agents[index % agents.length];
        if (agent === undefined) throw new Error('there are no agents');
        const text = `question ${round}-${index}`;
        texts.push(text);
        const reply = await world.invoke(
          agent,
          requestFor(agent, { text, sessionId: `hub-${round}-${index}-${'0'.repeat(33)}` }),
        );
        if (reply.complete) answered += 1;
        if (reply.text !== `account ${agent.accountId} was asked ${text}`) wrongWords += 1;
      });
      await Promise.all(work);
      kept.push(connections(world.network.httpAgent.freeSockets));
      heap.push(heapInUse());
    }
    const seen = world.sandbox.agents.invocations();
    const times = new Map<string, number>();
    for (const { text } of seen) times.set(text, (times.get(text) ?? 0) + 1);
    return {
      answered,
      notOnce: texts.filter((text) => times.get(text) !== 1),
      signedByAnother: seen.filter(({ signedBy, accountId }) => signedBy !== accountId).length,
      wrongWords,
      keys: Object.fromEntries(
        accounts.map((id) => [
          id,
          new Set(seen.filter(({ accountId }) => accountId === id).map(({ accessKeyId }) => accessKeyId)).size,
        ]),
      ),
      inUse: connections(world.network.httpAgent.sockets),
      kept: [kept[0] ?? 0, kept.at(-1) ?? 0],
      grown: (heap.at(-1) ?? 0) - (heap[0] ?? 0),
    };
  } finally {
    await world.close();
  }
}

function connections(pools: Readonly<Record<string, readonly unknown[] | undefined>>): number {
  return Object.values(pools).reduce((sum, pool) => sum + (pool?.length ?? 0), 0);
}

/** After everything that nobody holds has been taken away. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}
