import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/options.js';
import { readTruth, type TrueAccount } from './support/ground-truth.js';
import { expectTruth, questionsAbout } from './support/questions.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

let product: SandboxRun;
let truth: readonly TrueAccount[];

async function start(options: SandboxOptions): Promise<void> {
  product = await startSandboxRun(options);
  truth = readTruth(JSON.stringify(product.sandbox.truth()));
}

describe.each<readonly [string, SandboxOptions]>([
  ['ten accounts', { accounts: 10 }],
  ['another seed with pages of two', { accounts: 5, seed: 7, pageSize: 2 }],
])('the answers about %s', (_name, options) => {
  beforeAll(() => start(options));
  afterAll(() => product.close());

  it('equal the truth', async () => {
    const questions = questionsAbout(truth);

    for (const question of questions) expectTruth(await product.run(question.request), question);

    expect(questions.length).toBeGreaterThan(50);
  }, 120_000);

  it('change nothing in any account', () => {
    expect(product.sandbox.statistics().mutations).toBe(0);
  });
});

describe('the answers about two hundred accounts', () => {
  beforeAll(() => start({ accounts: 200, seed: 3 }));
  afterAll(() => product.close());

  it('equal the truth', async () => {
    const asked = ['How many EC2 instances are running in each account?', 'Which S3 buckets are public?'];
    const questions = questionsAbout(truth).filter(({ name }) => asked.includes(name));

    for (const question of questions) expectTruth(await product.run(question.request), question);

    expect(questions).toHaveLength(2);
  }, 120_000);
});
