import { expect, it } from 'vitest';
import { forceIsolation } from '../integration/support/isolation.js';

it('keeps fifty accounts apart for a hundred rounds', async () => {
  const forced = await forceIsolation(100, 7);

  expect(forced.lostSessions).toBeGreaterThan(500);
  expect(forced.rows).toBeGreaterThan(10_000);
});
