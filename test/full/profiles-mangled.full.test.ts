import { expect, it } from 'vitest';
import { syncMangledFiles } from '../contract/support/mangled-config.js';

it('edits ten thousand mangled configuration files exactly, or refuses them with the line', async () => {
  const { edited, refused } = await syncMangledFiles(10_000, 2026);

  expect(edited).toBeGreaterThan(3000);
  expect(refused).toBeGreaterThan(300);
});
