import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDataSet } from '../../bench/eval/data-set.js';

const hasBotocore = spawnSync('python3', ['-c', 'import botocore']).status === 0;
const script = fileURLToPath(new URL('support/questions-botocore.py', import.meta.url));
const sets = ['questions', 'held-out-questions.json'].map((name) =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)),
);

function differences(cases: readonly object[]): string {
  const run = spawnSync('python3', [script], { input: JSON.stringify(cases), encoding: 'utf8' });
  return run.status === 0 ? run.stdout : `the comparison failed: ${run.stderr}`;
}

describe.skipIf(!hasBotocore)('the questions of the evaluation next to botocore (needs python3 with botocore)', () => {
  it('expect operations and parameters that exist', async () => {
    const all = (await Promise.all(sets.map(readDataSet))).flat();
    const cases = all.filter(({ expect: expected }) => expected === 'answer');

    const found = differences(cases);

    expect(cases.length).toBeGreaterThan(800);
    expect(found).toBe('');
  }, 60_000);

  it('would be caught when they expect what does not exist', () => {
    const found = differences([
      { question: 'one', operations: [['ec2', 'ListInstances']] },
      { question: 'two', operations: [['computers', 'ListComputers']] },
      { question: 'three', operations: [['s3', 'GetBucketPolicy']], parameters: { BucketName: 'x' } },
    ]);

    expect(found.trim().split('\n')).toEqual([
      'one: there is no ec2 ListInstances',
      'two: there is no computers ListComputers',
      'three: none of its operations takes BucketName',
    ]);
  }, 60_000);
});
