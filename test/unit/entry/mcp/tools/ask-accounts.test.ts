import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../src/domain/event.js';
import type { OperationRequest } from '../../../../../src/domain/run.js';
import type { StartOptions } from '../../../../../src/operations.js';
import { event, playing, STARTED } from '../../http/support/serve.js';
import { answer } from '../../../results/support/builders.js';
import { CALLER, connect } from '../support/connect.js';
import { toolsWith } from '../support/tools.js';

const ANSWER = answer();
const ENDED = event({ type: 'run-ended', answer: ANSWER });

async function connected(...events: readonly RunEvent[]) {
  const started: (readonly [OperationRequest, StartOptions])[] = [];
  const tools = toolsWith({
    operations: {
      start: (request, options) => {
        started.push([request, options]);
        return playing(...events);
      },
      rows: () => Promise.reject(new Error('not expected')),
    },
  });
  return { started, ...(await connect({ tools })) };
}

describe('ask_accounts', () => {
  it('asks the question in the scope and the session that it was given', async () => {
    const { client, started } = await connected(STARTED, ENDED);

    const result = await client.callTool({
      name: 'ask_accounts',
      arguments: { question: ' how many? ', accounts: ['production'], regions: 'all', session: 's1' },
    });

    expect(result).toEqual({ content: [{ type: 'text', text: ANSWER.response }], structuredContent: ANSWER });
    expect(started).toEqual([
      [
        { kind: 'ask', prompt: 'how many?', readsOnly: true, accounts: ['production'], regions: ['all'] },
        { caller: CALLER, sessionId: 's1', rowLimit: 200, signal: expect.any(AbortSignal) },
      ],
    ]);
  });

  it('reports each account as it starts and ends', async () => {
    const accounts = [
      { id: '111111111111', name: 'One' },
      { id: '222222222222', name: 'Two' },
    ];
    const [one, two] = accounts.map(({ id, name }) => ({ accountId: id, accountName: name }));
    if (one === undefined || two === undefined) throw new Error('there are two');
    const { client } = await connected(
      STARTED,
      event({ type: 'intent-parsed', summary: 'EC2 instances', planner: 'rules' }),
      event({ type: 'accounts-resolved', accounts, regions: ['us-east-1'] }),
      event({ type: 'plan-authorized', plan: { calls: [], show: { title: 'EC2 instances', tables: [] } }, round: 1 }),
      event({ type: 'account-started', ...one }),
      event({ type: 'account-started', ...two }),
      event({
        type: 'account-ended',
        ...two,
        outcomes: [{ call: 'c1', region: 'us-east-1', outcome: 'answered', rows: 3 }],
        millis: 5,
      }),
      event({
        type: 'account-ended',
        ...one,
        outcomes: [{ call: 'c1', region: 'us-east-1', outcome: 'denied', rows: 0 }],
        millis: 5,
      }),
      ENDED,
    );
    const seen: unknown[] = [];

    await client.callTool({ name: 'ask_accounts', arguments: { question: 'how many?' } }, undefined, {
      onprogress: (progress) => seen.push(progress),
    });

    const step = 1 / 1024;
    expect(seen).toEqual([
      { progress: 0, message: 'Understood: EC2 instances' },
      { progress: step, total: 2, message: 'Asking One (111111111111)' },
      { progress: 2 * step, total: 2, message: 'Asking Two (222222222222)' },
      { progress: 1, total: 2, message: 'Two (222222222222): 3 rows' },
      { progress: 2, total: 2, message: 'One (111111111111): denied; 0 rows' },
    ]);
  });

  it('says how to read the rows that are not in its result', async () => {
    const table = { title: 'Instances', columns: ['Account'], rows: [['One']], total: 900, truncated: true };
    const { client } = await connected(event({ type: 'run-ended', answer: { ...ANSWER, tables: [table] } }));

    const { content } = await client.callTool({ name: 'ask_accounts', arguments: { question: 'which?' } });

    expect(content).toEqual([
      {
        type: 'text',
        text:
          `${ANSWER.response}\n\nThe structured content holds 1 of 900 rows; ` +
          `\`get_rows\` with runId ${ANSWER.runId} and table 1 reads the others.`,
      },
    ]);
  });

  it.each([
    ['refused', true],
    ['failed', true],
    ['cancelled', true],
    ['partial', undefined],
    ['needs-clarification', undefined],
  ] as const)('marks an answer that is %s as failed: %s', async (status, isError) => {
    const { client } = await connected(event({ type: 'run-ended', answer: { ...ANSWER, status } }));

    const result = await client.callTool({ name: 'ask_accounts', arguments: { question: 'how many?' } });

    expect({ isError: result.isError, structured: result.structuredContent }).toEqual({
      isError,
      structured: { ...ANSWER, status },
    });
  });

  it('reports a run that broke', async () => {
    const { client } = await connected(
      STARTED,
      event({ type: 'run-failed', error: { code: 'internal', message: 'the graph ended without an answer' } }),
    );

    expect(await client.callTool({ name: 'ask_accounts', arguments: { question: 'how many?' } })).toEqual({
      content: [{ type: 'text', text: 'the graph ended without an answer' }],
      isError: true,
    });
  });
});

describe('query_accounts', () => {
  it('makes the call that it was given', async () => {
    const { client, started } = await connected(STARTED, ENDED);
    const params = { Filters: [{ Name: 'state', Values: ['running'] }] };

    await client.callTool({
      name: 'query_accounts',
      arguments: { service: 'ec2', operation: 'DescribeInstances', params, regions: ['eu-west-1'] },
    });

    expect(started).toEqual([
      [
        { kind: 'query', service: 'ec2', operation: 'DescribeInstances', params, regions: ['eu-west-1'] },
        { caller: CALLER, rowLimit: 200, signal: expect.any(AbortSignal) },
      ],
    ]);
  });

  it('asks for an amount in the words of the other doors', async () => {
    const { client, started } = await connected(STARTED, ENDED);
    const view = { measure: { of: 'sum', column: 'Size GiB' }, by: 'Region', sort: { column: 'Region' }, limit: 3 };

    await client.callTool({
      name: 'query_accounts',
      arguments: { service: 'ec2', operation: 'DescribeVolumes', ...view },
    });

    expect(started[0]?.[0]).toEqual({
      kind: 'query',
      service: 'ec2',
      operation: 'DescribeVolumes',
      params: {},
      view: { ...view, sort: { column: 'Region', descending: false } },
    });
  });

  it('is not overcome by parameters that nest ten thousand deep', async () => {
    const { client, started } = await connected(STARTED, ENDED);
    const deep: unknown = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);

    const { isError } = await client.callTool({
      name: 'query_accounts',
      arguments: { service: 'ec2', operation: 'DescribeInstances', params: { Deep: deep } },
    });

    expect(isError).toBe(true);
    expect(started).toEqual([]);
  });
});
