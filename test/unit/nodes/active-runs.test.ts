import { describe, expect, it } from 'vitest';
import { createActiveRuns } from '../../../src/nodes/active-runs.js';

describe('active runs', () => {
  it('are found from their beginning to their end', () => {
    const runs = createActiveRuns();
    const run = { signal: new AbortController().signal };

    runs.begin('run-1', run);
    const during = [runs.find('run-1'), runs.find('run-2')];
    runs.end('run-1');

    expect([during, runs.find('run-1')]).toEqual([[run, undefined], undefined]);
  });

  it('may have one listener per account on their signal without a warning', async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): number => warnings.push(name);
    process.on('warning', onWarning);
    const { signal } = new AbortController();

    createActiveRuns().begin('run-1', { signal });
    for (let account = 0; account < 50; account += 1) signal.addEventListener('abort', () => account);
    await new Promise((resolve) => setImmediate(resolve));

    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
});
