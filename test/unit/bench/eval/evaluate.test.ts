import { describe, expect, it } from 'vitest';
import type { EvaluationCase } from '../../../../bench/eval/data-set.js';
import { evaluate } from '../../../../bench/eval/evaluate.js';
import { parseRegistry } from '../../../../src/accounts/registry.js';
import type { Planner } from '../../../../src/planning/planner.js';

const registry = parseRegistry(
  [
    { id: '111111111111', name: 'Hub', role: 'central' },
    { id: '222222222222', name: 'Shop', environment: 'production' },
  ],
  { origin: 'the test' },
);

const QUESTIONS: readonly EvaluationCase[] = ['list disks', 'list drives'].map((question) => ({
  subject: 'compute',
  style: 'people',
  expect: 'answer',
  question,
  operations: [['ec2', 'DescribeVolumes']],
}));

const DISKS: Planner = {
  plan: (question) =>
    question === 'list disks'
      ? Promise.resolve({
          intent: {
            kind: 'query',
            plan: {
              calls: [{ id: 'disks', service: 'ec2', operation: 'DescribeVolumes', params: {}, columns: [] }],
              show: { title: '', tables: [{ call: 'disks', filters: [], kind: 'rows', noun: 'disks' }] },
            },
            accounts: { include: [], exclude: [] },
            regions: [],
            summary: '',
            planner: 'test',
          },
          warnings: ['the answer was repaired'],
          usage: { modelCalls: 1, inputTokens: 20, outputTokens: 3 },
        })
      : Promise.reject(new Error('the model is away')),
};

describe('evaluate', () => {
  it('scores a plan on the accounts that the product would ask', async () => {
    const { verdicts } = await evaluate(
      QUESTIONS.slice(0, 1),
      { planner: DISKS, registry },
      { signal: AbortSignal.any([]) },
    );

    expect(verdicts.map(({ choice, scores }) => ({ accounts: choice.accounts, scores }))).toEqual([
      {
        accounts: ['222222222222'],
        scores: {
          service: true,
          first: true,
          'among three': true,
          planned: true,
          'accounts unnamed': true,
          'Regions unnamed': true,
          'not refused': true,
        },
      },
    ]);
  });

  it('goes on behind a planner that throws, and counts what the model cost and noted', async () => {
    const { verdicts, usage, warnings } = await evaluate(
      QUESTIONS.toReversed(),
      { planner: DISKS, registry },
      { signal: AbortSignal.any([]) },
    );

    expect(verdicts.map(({ choice }) => [choice.kind, choice.shown])).toEqual([
      ['failed', 'failed: the model is away'],
      ['planned', 'planned ec2 DescribeVolumes'],
    ]);
    expect(usage).toEqual({ modelCalls: 1, inputTokens: 20, outputTokens: 3 });
    expect([...warnings]).toEqual([['the answer was repaired', 1]]);
  });

  it('asks the search the same question for ten operations', async () => {
    const asked: [string, number][] = [];
    const search = {
      find: (question: string, limit: number) => {
        asked.push([question, limit]);
        return [{ service: 'ec2', operation: 'DescribeVolumes', score: 1, summary: '' }];
      },
    };

    const { verdicts } = await evaluate(
      QUESTIONS.slice(1),
      { planner: DISKS, search, registry },
      { signal: AbortSignal.any([]) },
    );

    expect(asked).toEqual([['list drives', 10]]);
    expect(verdicts.map(({ scores }) => scores['search ten'])).toEqual([true]);
  });

  it('ends with the reason of an abort', async () => {
    const signal = AbortSignal.abort(new Error('enough'));

    await expect(evaluate(QUESTIONS.slice(1), { planner: DISKS, registry }, { signal })).rejects.toThrow('enough');
  });
});
