import { afterEach, describe, expect, it } from 'vitest';
import type { EvaluationCase } from '../../bench/eval/data-set.js';
import { evaluate } from '../../bench/eval/evaluate.js';
import { openPlanner } from '../../bench/eval/planners.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';

const BOXES: EvaluationCase = {
  subject: 'compute',
  style: 'people',
  expect: 'answer',
  question: 'which boxes could somebody still reach over the old metadata protocol?',
  operations: [['ec2', 'DescribeInstances']],
};

const ORDER: EvaluationCase = {
  subject: 'refusals',
  style: 'people',
  expect: 'refuse',
  because: 'change',
  question: 'terminate all EC2 instances',
};

const PLAN = {
  decision: 'plan',
  question: 'Which EC2 instances accept IMDSv1?',
  summary: 'EC2 instances that accept IMDSv1',
  calls: [
    {
      id: 'instances',
      service: 'ec2',
      operation: 'DescribeInstances',
      columns: [{ name: 'Instance ID', path: 'InstanceId' }],
    },
  ],
  tables: [{ call: 'instances', filters: [], kind: 'rows', noun: 'EC2 instances' }],
};

function openModel(started: Sandbox): ReturnType<typeof openPlanner> {
  const environment = {
    ...started.variables(),
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: started.url,
    CENTRAL_OPS_MODEL: 'bedrock:us.example.model-1:0',
    XDG_CONFIG_HOME: '/nowhere',
  };
  return openPlanner('model', environment, { hubCredentials: () => Promise.resolve(started.hub) });
}

describe('the evaluation of a model', { timeout: 120_000 }, () => {
  let sandbox: Sandbox | undefined;

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it('scores what the model plans and what is refused without it', async () => {
    sandbox = await startSandbox({ model: [{ kind: 'calls', calls: [{ name: 'plan', input: PLAN }] }] });
    const evaluated = await openModel(sandbox);

    const { verdicts, usage, warnings } = await evaluate([BOXES, ORDER], evaluated, { signal: AbortSignal.any([]) });
    await evaluated.close();

    expect(verdicts.map(({ choice, scores }) => [choice.kind, scores.first, scores.refused])).toEqual([
      ['planned', true, undefined],
      ['refused', undefined, true],
    ]);
    expect(usage.modelCalls).toBe(1);
    expect([...warnings.keys()]).toEqual([]);
  });

  it('says how often the model could not be asked', async () => {
    sandbox = await startSandbox({});
    const evaluated = await openModel(sandbox);

    const { verdicts, warnings } = await evaluate([BOXES], evaluated, { signal: AbortSignal.any([]) });
    await evaluated.close();

    expect(verdicts.map(({ choice }) => choice.kind)).toEqual(['asked-back']);
    expect([...warnings.values()]).toEqual([1]);
  });

  it('does not begin without one', async () => {
    await expect(openPlanner('model', { XDG_CONFIG_HOME: '/nowhere' })).rejects.toThrow('CENTRAL_OPS_MODEL');
  });
});
