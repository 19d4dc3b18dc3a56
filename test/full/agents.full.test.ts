import { expect, it } from 'vitest';
import { loadOf } from '../unit/agents/support/load.js';

it('signs three hundred invocations at once over three accounts each by its own, once, without growing', async () => {
  const load = await loadOf(300, 6);

  expect(load).toMatchObject({ answered: 1800, notOnce: [], signedByAnother: 0, wrongWords: 0, inUse: 0 });
  expect(Object.values(load.keys)).toEqual([1, 1, 1]);
  // Connections are used again: later rounds need no more of them than the first.
  expect(load.kept[1]).toBeLessThanOrEqual(Math.max(300, load.kept[0]));
  // The sandbox keeps what it saw, about half a kilobyte each; the product keeps nothing.
  expect(load.grown).toBeLessThan(8 * 1024 * 1024);
});
