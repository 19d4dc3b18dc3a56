import { expect, it } from 'vitest';
import { loadOf } from '../support/load.js';

it('signs thirty invocations at once over three accounts each by its own, once', async () => {
  const load = await loadOf(30, 2);

  expect(load).toMatchObject({ answered: 60, notOnce: [], signedByAnother: 0, wrongWords: 0, inUse: 0 });
  expect(Object.values(load.keys)).toEqual([1, 1, 1]);
});
