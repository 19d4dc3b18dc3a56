import { describe, expect, it } from 'vitest';
import { hasBotocore, syncMangledFiles } from './support/mangled-config.js';

describe.skipIf(!hasBotocore)('mangled configuration files, next to botocore (needs python3 with botocore)', () => {
  it('are edited exactly, or refused with the line', async () => {
    const { edited, refused } = await syncMangledFiles(300, 16);

    expect(edited).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });
});
