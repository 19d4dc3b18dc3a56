import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/options.js';
import { readTruth } from '../integration/support/ground-truth.js';
import { expectTruth, questionsAbout } from '../integration/support/questions.js';
import { startSandboxRun } from '../integration/support/sandbox-run.js';

describe('every question', () => {
  it.each<readonly [string, SandboxOptions]>([
    ['at ten accounts with pages of three', { accounts: 10, seed: 11, pageSize: 3 }],
    ['at two hundred accounts', { accounts: 200, seed: 5 }],
    ['at two hundred accounts with pages of two', { accounts: 200, seed: 6, pageSize: 2 }],
    ['of a server that answers with tasks and event streams', { accounts: 10, tasks: true, framing: 'sse' }],
  ])('is answered with the truth %s', async (_name, options) => {
    const product = await startSandboxRun(options);
    try {
      const truth = readTruth(JSON.stringify(product.sandbox.truth()));
      // Two hundred accounts take a while: each question once, but not each of them everywhere.
      const questions = questionsAbout(truth).filter((_question, index) => truth.length < 50 || index % 4 === 0);
      for (const question of questions) expectTruth(await product.run(question.request), question);
      expect(product.sandbox.statistics().mutations).toBe(0);
    } finally {
      await product.close();
    }
  });
});
