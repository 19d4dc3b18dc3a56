import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import type { JsonObject } from '../../src/domain/json.js';
import type { ModelRequest, ModelScript, ModelTurn } from '../../src/sandbox/protocol/bedrock-script.js';
import type { SandboxOptions } from '../../src/sandbox/options.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

/** The product takes a while to load what it searches, so tests without settings of their own share one. */
let shared: SandboxRun | undefined;
let own: SandboxRun | undefined;
let play: (request: ModelRequest) => ModelTurn = never;

afterEach(async () => {
  await own?.close();
  own = undefined;
});

afterAll(() => shared?.close());

/** A run of which one test is told what happened since it began. */
type Started = Pick<SandboxRun, 'ask' | 'run' | 'events' | 'sandbox'> & { asked(): readonly ModelRequest[] };

/** The whole product against a sandbox whose model plays a script; reviews and narratives are always the same. */
async function withModel(
  script: ModelScript,
  variables: Readonly<Record<string, string>> = {},
  options: SandboxOptions = {},
): Promise<Started> {
  const turns = typeof script === 'function' ? undefined : [...script];
  play = (request) => {
    if (toolsOf(request).includes('narrative')) {
      return calls('narrative', { narrative: 'Nothing stands out in us-east-1.' });
    }
    if (toolsOf(request).includes('review')) return calls('review', { decision: 'done' });
    if (typeof script === 'function') return script(request);
    const turn = turns?.shift();
    if (turn === undefined) throw new Error('the script is too short');
    return turn;
  };
  const start = (): Promise<SandboxRun> =>
    startSandboxRun(
      { accounts: 3, model: (request) => play(request), ...options },
      { CENTRAL_OPS_MODEL: 'bedrock:us.example.model-1:0', ...variables },
    );
  const alone = Object.keys(variables).length + Object.keys(options).length > 0;
  const started = alone ? (own = await start()) : (shared ??= await start());
  const before = started.sandbox.modelRequests().length;
  return {
    ask: (prompt, more) => started.ask(prompt, more),
    run: (request, more) => started.run(request, more),
    events: (request, more) => started.events(request, more),
    sandbox: started.sandbox,
    asked: () => started.sandbox.modelRequests().slice(before),
  };
}

function calls(name: string, input: JsonObject): ModelTurn {
  return { kind: 'calls', calls: [{ name, input }] };
}

function toolsOf({ body }: ModelRequest): readonly string[] {
  return [...JSON.stringify(body['toolConfig'] ?? {}).matchAll(/"toolSpec":\{"name":"([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
}

/** What the rules do not understand, and what it means. */
const QUESTION = 'which boxes could somebody still reach over the old metadata protocol?';

function plan(more: JsonObject = {}): JsonObject {
  return {
    decision: 'plan',
    question: 'Which EC2 instances accept IMDSv1?',
    summary: 'EC2 instances that accept IMDSv1',
    calls: [
      {
        id: 'instances',
        service: 'ec2',
        operation: 'DescribeInstances',
        columns: [
          { name: 'Instance ID', path: 'InstanceId' },
          { name: 'State', path: 'State.Name' },
        ],
      },
    ],
    tables: [
      {
        call: 'instances',
        filters: [{ column: 'State', is: 'equal', value: 'running' }],
        kind: 'rows',
        noun: 'running EC2 instances',
      },
    ],
    ...more,
  };
}

/** Everything that an answer of the model planner shares. */
const RUNNING = 'how many of the boxes are up?';

function idsOf({ tables: [table] }: Answer): unknown {
  return table?.rows.map((row) => row[table.columns.indexOf('Instance ID')]);
}

describe('a question that the rules do not understand', () => {
  it('is planned by the model, and answered like any other', async () => {
    const started = await withModel([calls('plan', plan())]);

    const answer = await started.ask(QUESTION);
    const byRules = await started.ask('List running EC2 instances');

    expect(answer).toMatchObject({
      status: 'complete',
      warnings: [],
      plan: { show: { question: 'Which EC2 instances accept IMDSv1?' } },
    });
    expect(idsOf(answer)).toEqual(idsOf(byRules));
    expect(answer.tables[0]?.total).toBeGreaterThan(3);
    expect(answer.usage.modelCalls).toBe(3);
  });

  it('is planned over ConverseStream, with look-ups that carry no signature', async () => {
    const started = await withModel([
      calls('aws___search_documentation', { search_phrase: 'IMDSv2' }),
      calls('plan', plan()),
    ]);

    const answer = await started.ask(QUESTION);

    const [first, second] = started.asked();
    expect(answer.status).toBe('complete');
    expect([first?.streamed, toolsOf(first ?? never())]).toEqual([
      true,
      [
        'find_operations',
        'aws___get_regional_availability',
        'aws___list_regions',
        'aws___read_documentation',
        'aws___retrieve_skill',
        'aws___search_documentation',
        'plan',
      ],
    ]);
    expect(JSON.stringify(second?.body)).toContain('HttpTokens required means that only IMDSv2 is accepted');
    expect(started.sandbox.statistics().accounts['anonymous']).toMatchObject({ toolsCall: 1, rejected429: 0 });
  });

  it('is planned without look-ups when the server has none', async () => {
    const withoutTools = [
      'aws___search_documentation',
      'aws___read_documentation',
      'aws___retrieve_skill',
      'aws___list_regions',
      'aws___get_regional_availability',
    ];
    const started = await withModel([calls('plan', plan())], {}, { withoutTools });

    expect((await started.ask(QUESTION)).status).toBe('complete');
    expect(toolsOf(started.asked()[0] ?? never())).toEqual(['find_operations', 'plan']);
  });

  it('goes back to the model once, with the exact reason', async () => {
    const wrong = plan({
      calls: [{ id: 'instances', service: 'ec2', operation: 'DescribeInstances', params: { State: 'x' } }],
    });
    const started = await withModel([calls('plan', wrong), calls('plan', plan())]);

    const answer = await started.ask(QUESTION);

    expect([answer.status, answer.usage.modelCalls]).toEqual(['complete', 4]);
    const [, second] = started.asked();
    expect(JSON.stringify(second?.body['messages'])).toContain('There is no parameter \\"State\\".');
  });

  it.each<[string, ModelTurn[], string]>([
    ['has no readable arguments, twice', [malformed(), malformed()], 'what it called has no readable arguments'],
    ['refuses', [{ kind: 'stopped', reason: 'refusal', text: 'No.' }], 'the model refused'],
    ['is stopped by a guardrail', [{ kind: 'stopped', reason: 'guardrail_intervened' }], 'a guardrail stopped it'],
    [
      'is throttled',
      [{ kind: 'error', status: 429, type: 'ThrottlingException', message: 'Too many tokens' }],
      'Too many tokens (ThrottlingException)',
    ],
    [
      'breaks',
      [{ kind: 'error', status: 500, type: 'InternalServerException', message: 'oops' }],
      'oops (InternalServerException)',
    ],
    [
      'is cut off',
      [{ kind: 'calls', calls: [{ name: 'plan', input: plan() }], ending: 'cut' }],
      'the connection ended before the reply was complete',
    ],
    [
      'only talks, twice',
      [
        { kind: 'text', text: 'Hm.' },
        { kind: 'text', text: 'Hm.' },
      ],
      'it did not have the form',
    ],
  ])('is asked back by the rules, with a note, when the model %s', async (_case, turns, reason) => {
    const started = await withModel(turns);

    const answer = await started.ask(QUESTION);

    expect(answer).toMatchObject({
      status: 'needs-clarification',
      tables: [],
      usage: { modelCalls: turns.length, apiCalls: 0 },
    });
    expect(answer.warnings).toEqual([expect.stringContaining(reason)]);
  });

  it('does not wait for a stalled stream beyond the time of the run', async () => {
    const started = await withModel([{ kind: 'calls', calls: [{ name: 'plan', input: plan() }], ending: 'stalled' }]);
    const before = Date.now();

    const answer = await started.run({ kind: 'ask', prompt: QUESTION }, { timeoutSeconds: 2 });

    expect(answer).toMatchObject({ status: 'needs-clarification', usage: { apiCalls: 0 } });
    expect(answer.warnings).toEqual([expect.stringMatching(/did not answer within|the time of the run is used up/)]);
    expect(Date.now() - before).toBeLessThan(4000);
  });

  it('ends as cancelled when it is cancelled while the model thinks', async () => {
    const started = await withModel([{ kind: 'calls', calls: [{ name: 'plan', input: plan() }], ending: 'stalled' }]);
    const cancel = new AbortController();

    const asked = started.run({ kind: 'ask', prompt: QUESTION }, { signal: cancel.signal });
    await expect.poll(() => started.asked().length, { timeout: 5000 }).toBe(1);
    cancel.abort(new Error('Ctrl-C'));

    expect(await asked).toMatchObject({ status: 'cancelled', usage: { apiCalls: 0 } });
  });

  it('is left to the rules when the budget allows no call', async () => {
    const started = await withModel([], { CENTRAL_OPS_BUDGET_MODEL_CALLS: '0' });

    const answer = await started.ask(QUESTION);

    expect([answer.status, answer.usage.modelCalls]).toEqual(['needs-clarification', 0]);
    expect(answer.warnings[0]).toContain('CENTRAL_OPS_BUDGET_MODEL_CALLS (0)');
  });
});

function malformed(): ModelTurn {
  return { kind: 'calls', calls: [{ name: 'plan', input: {}, malformed: '{"decision": "plan", "calls": [{' }] };
}

function never(): never {
  throw new Error('nothing was asked');
}

describe('who plans', () => {
  it('is the rules when they understand the whole question', async () => {
    const started = await withModel([]);

    await started.ask('How many EC2 instances are running?');

    expect(started.asked().map(({ streamed }) => streamed)).toEqual([false]);
  });

  it('is the model alone when it is told to be, except for what the rules refuse', async () => {
    const started = await withModel([calls('plan', plan())], { CENTRAL_OPS_PLANNER: 'model' });

    const planned = await started.events({ kind: 'ask', prompt: 'List running EC2 instances' });
    const refused = await started.ask('List the instances and then stop them');

    expect(planned.find((event) => event.type === 'intent-parsed')).toMatchObject({ planner: 'model' });
    expect(refused).toMatchObject({ status: 'refused', usage: { modelCalls: 0 } });
  });

  it('is the rules alone when they are told to be', async () => {
    const started = await withModel([], { CENTRAL_OPS_PLANNER: 'rules' });

    expect(await started.ask(RUNNING)).toMatchObject({ status: 'needs-clarification', usage: { modelCalls: 0 } });
  });
});

describe('a model that obeys what it read', () => {
  it.each<[string, JsonObject]>([
    [
      'to change something',
      {
        calls: [{ id: 'instances', service: 'ec2', operation: 'TerminateInstances', params: { InstanceIds: ['i-1'] } }],
      },
    ],
    [
      'to read a secret',
      {
        calls: [{ id: 'instances', service: 'secretsmanager', operation: 'GetSecretValue', params: { SecretId: 'x' } }],
      },
    ],
    ['to ask accounts that nobody named', { accounts: { include: ['Data Platform Production'], exclude: [] } }],
    ['to ask everywhere', { regions: ['all'] }],
  ])('was told by a tag %s: nothing of it happens', async (_case, more) => {
    const started = await withModel([calls('plan', plan(more)), calls('plan', plan(more))]);

    const answer = await started.ask(QUESTION);

    expect(answer).toMatchObject({ status: 'needs-clarification', usage: { apiCalls: 0 } });
    expect(answer.warnings).toHaveLength(1);
    expect(started.sandbox.statistics().mutations).toBe(0);
  });

  it('cannot choose other accounts than a flag does', async () => {
    const started = await withModel([calls('plan', plan())]);
    const [, only] = started.sandbox.registry().accounts;

    const answer = await started.ask(QUESTION, { accounts: [only?.id ?? ''] });

    expect(answer.coverage?.accounts).toEqual({ asked: 1, answered: 1 });
    expect(new Set(answer.tables[0]?.rows.map((row) => row[1]))).toEqual(new Set([only?.id]));
  });
});

describe('what a question sends to the model', () => {
  it('hardly differs between 10 and 1,000 accounts', async () => {
    const sizes: number[] = [];
    for (const accounts of [10, 1000]) {
      const started = await withModel(() => calls('plan', plan()), {}, { accounts });
      await started.ask(QUESTION, { planOnly: true });
      sizes.push(started.asked().reduce((sum, { bytes }) => sum + bytes, 0));
      await own?.close();
    }

    const [ten = 0, many = 0] = sizes;
    expect(many - ten).toBeLessThan(4000);
    expect(many).toBeLessThan(32_000);
  });
});
