import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { temporaryDirectory } from '../../../src/files/temporary-directory.js';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'central-ops-files-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(parent, { recursive: true, force: true });
});

describe('temporaryDirectory', () => {
  it('is a new one each time, that only its owner reads', async () => {
    vi.stubEnv('TMPDIR', parent);

    const made = [await temporaryDirectory('sandbox'), await temporaryDirectory('sandbox')];

    expect((await readdir(parent)).map((name) => join(parent, name)).toSorted()).toEqual(made.toSorted());
    expect((await stat(made[0] ?? '')).mode & 0o777).toBe(0o700);
  });

  it('says where nothing can be written, and what to do', async () => {
    const missing = join(parent, 'missing');
    vi.stubEnv('TMPDIR', missing);

    const failed = await temporaryDirectory('sandbox').catch((error: unknown) => error);

    expect(failed).toBeInstanceOf(CentralOpsError);
    expect(failed).toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/^No temporary directory could be made \(ENOENT: .*\)\.$/),
      facts: { directory: missing },
      nextStep: `Let this user write to ${missing} (a container: --tmpfs /tmp), or name another place in TMPDIR.`,
    });
  });
});
