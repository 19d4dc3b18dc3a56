import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsDistributionFiles } from '../../../../scripts/package/aws-distribution.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'central-ops-package-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A package with a file of code, its types and a map. */
async function install(folder: string, manifest: object = {}): Promise<void> {
  const files = { 'package.json': JSON.stringify(manifest), 'lib/index.js': '', 'index.d.ts': '', 'index.js.map': '' };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, folder, file)), { recursive: true });
    await writeFile(join(root, folder, file), text);
  }
}

describe('awsDistributionFiles', () => {
  it('are those of the package and of all that it needs, as Node finds them', async () => {
    await install('node_modules/@scope/one', { dependencies: { two: '1' }, optionalDependencies: { absent: '1' } });
    await install('node_modules/@scope/one/node_modules/two', { dependencies: { three: '1', '@scope/one': '1' } });
    await install('node_modules/two', { dependencies: { four: '1' } });
    await install('node_modules/three', { devDependencies: { four: '1' } });
    await install('node_modules/four');

    expect(await awsDistributionFiles(root, '@scope/one')).toEqual([
      'node_modules/@scope/one/lib/index.js',
      'node_modules/@scope/one/node_modules/two/lib/index.js',
      'node_modules/@scope/one/node_modules/two/package.json',
      'node_modules/@scope/one/package.json',
      'node_modules/three/lib/index.js',
      'node_modules/three/package.json',
    ]);
  });

  it('are not had when something is missing', async () => {
    await install('node_modules/one', { dependencies: { two: '1' } });

    await expect(awsDistributionFiles(root, 'one')).rejects.toThrow(
      'two is not installed, and node_modules/one needs it: run npm ci',
    );
  });
});
