import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.js';
import type { ModelRequest, ModelTurn } from '../../src/sandbox/protocol/bedrock-script.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

/** The product takes a while to load what it searches, so tests without settings of their own share one. */
let shared: SandboxRun | undefined;
let own: SandboxRun | undefined;
let play: (request: ModelRequest) => ModelTurn;

afterEach(async () => {
  await own?.close();
  own = undefined;
});

afterAll(() => shared?.close());

const QUESTION = 'what about our kubernetes things, how old are they?';

/** The first plan lists names only; what follows is for the review to ask. */
const PLAN: JsonObject = {
  decision: 'plan',
  question: 'Which versions do the EKS clusters have?',
  summary: 'EKS clusters',
  calls: [{ id: 'names', service: 'eks', operation: 'ListClusters' }],
  tables: [{ call: 'names', noun: 'EKS clusters' }],
};

/** Each cluster, described by a reference that is followed inside its account. */
const VERSIONS: JsonObject = {
  decision: 'more',
  calls: [
    { id: 'names', service: 'eks', operation: 'ListClusters' },
    {
      id: 'versions',
      service: 'eks',
      operation: 'DescribeCluster',
      forEach: { call: 'names', path: 'clusters[]', parameter: 'name' },
      columns: [
        { name: 'Name', path: 'name' },
        { name: 'Version', path: 'version' },
      ],
    },
  ],
  tables: [{ call: 'versions' }],
};

const DONE: JsonObject = { decision: 'done' };

interface Played {
  readonly reviews: readonly JsonObject[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** A run of which one test is told what happened since it began. */
type Started = Pick<SandboxRun, 'ask' | 'events' | 'sandbox' | 'composition'> & { tools(): readonly string[] };

/** The product against a sandbox whose model plans as above and then plays these reviews. */
async function reviewed({ reviews, variables = {} }: Played): Promise<Started> {
  const left = [...reviews];
  return playing((request) => {
    const tool = answerTool(request);
    if (tool === 'plan') return call('plan', PLAN);
    if (tool === 'review') return call('review', left.shift() ?? DONE);
    return call('narrative', { narrative: 'All of them are in Payments Production.' });
  }, variables);
}

async function playing(
  script: (request: ModelRequest) => ModelTurn,
  variables: Readonly<Record<string, string>> = {},
): Promise<Started> {
  play = script;
  const start = (): Promise<SandboxRun> =>
    startSandboxRun(
      { accounts: 4, model: (request) => play(request) },
      { CENTRAL_OPS_MODEL: 'bedrock:m', ...variables },
    );
  const started = Object.keys(variables).length > 0 ? (own = await start()) : (shared ??= await start());
  const before = started.sandbox.modelRequests().length;
  return {
    ask: (prompt, more) => started.ask(prompt, more),
    events: (request, more) => started.events(request, more),
    sandbox: started.sandbox,
    composition: started.composition,
    tools: () => started.sandbox.modelRequests().slice(before).map(answerTool),
  };
}

function call(name: string, input: JsonObject): ModelTurn {
  return { kind: 'calls', calls: [{ name, input }] };
}

function answerTool({ body }: ModelRequest): string {
  const names = [...JSON.stringify(body['toolConfig'] ?? {}).matchAll(/"toolSpec":\{"name":"([^"]+)"/g)];
  return names.at(-1)?.[1] ?? '';
}

describe('an answer that the model reviews', () => {
  it('is extended by another round, without losing what there was', async () => {
    const started = await reviewed({ reviews: [VERSIONS, DONE] });

    const events = await started.events({ kind: 'ask', prompt: QUESTION });
    const rounds = events.flatMap((event) =>
      event.type === 'plan-authorized' ? [[event.round, event.plan.calls.map(({ id }) => id)]] : [],
    );
    const last = events.at(-1);
    if (last?.type !== 'run-ended') throw new Error('it did not end');
    const { answer } = last;
    const clusters = started.sandbox
      .truth()
      .accounts.filter(({ role }) => role !== 'central')
      .flatMap(({ regions, resources }) => regions.map((region) => resources[region]))
      .flatMap((place) => (place !== undefined && 'eksClusters' in place ? place.eksClusters : []));

    expect(rounds).toEqual([
      [1, ['names']],
      [2, ['round2-names', 'round2-versions']],
    ]);
    expect(answer).toMatchObject({
      status: 'complete',
      warnings: [],
      coverage: { accounts: { asked: 4, answered: 4 } },
      usage: { modelCalls: 4 },
    });
    expect(answer.plan?.calls.map(({ id }) => id)).toEqual(['names', 'round2-names', 'round2-versions']);
    expect(answer.tables.map(({ title, total }) => [title, total])).toEqual([
      ['EKS clusters', clusters.length],
      ['clusters', clusters.length],
    ]);
    expect(clusters.length).toBeGreaterThan(1);
    expect(events.filter(({ type }) => type === 'account-ended')).toHaveLength(8);
    // All rows can be read back, of both rounds.
    const caller = { kind: 'operating-system-user', name: 'tester' } as const;
    const rows = await started.composition.operations.rows(
      { runId: answer.runId, table: 2, offset: 0, limit: 100 },
      caller,
    );
    expect(rows.total).toBe(clusters.length);
  });

  it('has two further rounds at most', async () => {
    const started = await reviewed({
      reviews: [VERSIONS, VERSIONS, VERSIONS],
      variables: { CENTRAL_OPS_BUDGET_MODEL_CALLS: '10' },
    });

    const answer = await started.ask(QUESTION);

    expect(answer.plan?.calls.map(({ id }) => id)).toEqual([
      'names',
      'round2-names',
      'round2-versions',
      'round3-names',
      'round3-versions',
    ]);
    expect(started.tools()).toEqual(['plan', 'review', 'review', 'narrative']);
  });

  it('keeps within the budget of calls over planning, review and narrative', async () => {
    const started = await reviewed({
      reviews: [VERSIONS, VERSIONS],
      variables: { CENTRAL_OPS_BUDGET_MODEL_CALLS: '3' },
    });

    const answer = await started.ask(QUESTION);

    expect(started.tools()).toEqual(['plan', 'review', 'narrative']);
    expect([answer.status, answer.usage.modelCalls]).toEqual(['complete', 3]);
  });

  it('keeps within the budget of tokens over planning, review and narrative', async () => {
    const started = await reviewed({ reviews: [DONE], variables: { CENTRAL_OPS_BUDGET_MODEL_TOKENS: '21000' } });

    const answer = await started.ask(QUESTION);

    expect(started.tools()).toEqual(['plan', 'review', 'narrative']);
    expect(answer.usage.inputTokens + answer.usage.outputTokens).toBeLessThan(21_000);
  });

  it('is as it was when the model breaks', async () => {
    const started = await playing((request) =>
      answerTool(request) === 'plan'
        ? call('plan', PLAN)
        : { kind: 'error', status: 429, type: 'ThrottlingException', message: 'Too many requests' },
    );

    const answer = await started.ask(QUESTION);

    expect(answer).toMatchObject({ status: 'complete', tables: [{ title: 'EKS clusters' }] });
    expect(answer.warnings).toEqual([
      expect.stringMatching(/^The model did not review the answer: .*Too many requests/),
      expect.stringMatching(/^The model’s narrative was left out: .*Too many requests/),
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'changes something',
      {
        calls: [{ id: 'x', service: 'ec2', operation: 'TerminateInstances', params: { InstanceIds: ['i-1'] } }],
        tables: [{ call: 'x' }],
      },
      'ec2 TerminateInstances is not among the operations of this question',
    ],
    [
      'reads something else',
      { calls: [{ id: 'x', service: 'iam', operation: 'ListUsers' }], tables: [{ call: 'x' }] },
      'iam ListUsers is not among the operations of this question',
    ],
    [
      'carries a name to other accounts',
      {
        calls: [{ id: 'x', service: 'eks', operation: 'DescribeCluster', params: { name: 'production-platform' } }],
        tables: [{ call: 'x' }],
      },
      'the text "production-platform" in a parameter of eks DescribeCluster',
    ],
    [
      'chooses Regions by what it read',
      {
        calls: [
          { id: 'names', service: 'eks', operation: 'ListClusters' },
          {
            id: 'x',
            service: 'eks',
            operation: 'ListClusters',
            forEach: { call: 'names', path: 'clusters[]', parameter: '@region' },
          },
        ],
        tables: [{ call: 'x' }],
      },
      'eks ListClusters: it has no parameter "@region" to refer with',
    ],
  ])('makes no round that %s, because a tag told the model to', async (_case, more, reason) => {
    const started = await reviewed({ reviews: [{ decision: 'more', ...more }] });

    const answer = await started.ask(QUESTION);

    expect(answer).toMatchObject({
      status: 'complete',
      plan: { calls: [{ id: 'names' }] },
      tables: [{ title: 'EKS clusters' }],
    });
    expect(answer.warnings).toEqual([expect.stringContaining(`a further round that was not made: ${reason}`)]);
    expect(started.sandbox.statistics().mutations).toBe(0);
  });
});

describe('a question that the rules plan', () => {
  it('is not reviewed', async () => {
    const started = await reviewed({ reviews: [VERSIONS] });

    await started.ask('How many EC2 instances are running?');

    expect(started.tools()).toEqual(['narrative']);
  });
});
