import { describe, expect, it } from 'vitest';
import type { ModelRequest, ModelTurn } from '../../src/sandbox/protocol/bedrock-script.js';
import { startSandboxRun } from '../integration/support/sandbox-run.js';

const ANSWERS: Readonly<Record<string, ModelTurn>> = {
  plan: answer('plan', {
    decision: 'plan',
    question: 'Which EC2 instances are running?',
    calls: [{ id: 'instances', service: 'ec2', operation: 'DescribeInstances' }],
    tables: [{ call: 'instances', noun: 'EC2 instances' }],
  }),
  review: answer('review', { decision: 'done' }),
  narrative: answer('narrative', { narrative: 'Most of them are in us-east-1.' }),
};

function answer(name: string, input: Extract<ModelTurn, { kind: 'calls' }>['calls'][number]['input']): ModelTurn {
  return { kind: 'calls', calls: [{ name, input }] };
}

function play({ body }: ModelRequest): ModelTurn {
  const tools = JSON.stringify(body['toolConfig']);
  const name = Object.keys(ANSWERS).find((candidate) => tools.includes(`"name":"${candidate}"`)) ?? '';
  const turn = ANSWERS[name];
  if (turn === undefined) throw new Error(tools);
  return turn;
}

/** Requests and bytes of a whole question: planned, asked of every account, reviewed and told. */
async function askedOver(accounts: number): Promise<{ readonly requests: number; readonly bytes: number }> {
  const run = await startSandboxRun({ accounts, model: play }, { CENTRAL_OPS_MODEL: 'bedrock:m' });
  try {
    const { status } = await run.ask('which of the boxes are awake these days?');
    expect(status).toBe('complete');
    const requests = run.sandbox.modelRequests();
    return { requests: requests.length, bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0) };
  } finally {
    await run.close();
  }
}

describe('what a question sends to the model', () => {
  it('hardly grows from 10 to 1,000 accounts, over planning, review and narrative', async () => {
    const ten = await askedOver(10);
    const thousand = await askedOver(1000);

    expect([ten.requests, thousand.requests]).toEqual([3, 3]);
    expect(thousand.bytes - ten.bytes).toBeLessThan(8000);
    // The bound of the README: 32 + 25 + 18 KB.
    expect(thousand.bytes).toBeLessThan(75_000);
  }, 180_000);
});
