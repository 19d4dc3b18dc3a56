import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../../../scripts/bundle/bundle.js';

const MAIN = 'dist/src/entry/cli/main.js';
const OTHERS = [
  'dist/src/entry/http/worker/run-thread.js',
  'dist/src/sandbox/interpreter-process.js',
  'dist/src/entry/observability/aws.js',
];

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'central-ops-bundle-'));
  await write('package.json', '{"type": "module"}');
  for (const file of OTHERS) await write(file, '');
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(root, dirname(file)), { recursive: true });
  await writeFile(join(root, file), text);
}

async function writePackage(name: string, license: string | undefined, files: Readonly<Record<string, string>>) {
  await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', license }));
  for (const [file, text] of Object.entries(files)) await write(`node_modules/${name}/${file}`, text);
}

describe('bundleProgram', () => {
  it('puts what is used into one folder, with the licences of its packages', async () => {
    await writePackage('one', 'MIT', { 'index.js': 'exports.one = 1;', LICENSE: 'Do as you like.\r\n' });
    await writePackage('@scope/two', 'ISC', { 'index.js': 'exports.two = 2;', 'license.md': 'Do as you like.\n' });
    await writePackage('unused', 'AGPL-3.0', { 'index.js': '' });
    await write(MAIN, `import { one } from 'one'; import { two } from '@scope/two'; globalThis.sum = one + two;`);

    await bundleProgram(root);

    await import(join(root, 'dist/bundle/main.js'));
    expect(globalThis).toHaveProperty('sum', 3);
    expect(await readFile(join(root, 'dist/bundle/THIRD-PARTY-NOTICES.txt'), 'utf8')).toBe(
      `These packages are part of this program.\n\n${'-'.repeat(80)}\n\n@scope/two 1.2.3 (ISC)\none 1.2.3 (MIT)\n\nDo as you like.\n`,
    );
  });

  it.each(['AGPL-3.0', undefined])('refuses a package that is licensed %s', async (license) => {
    await writePackage('one', license, { 'index.js': 'exports.one = 1;' });
    await write(MAIN, `import { one } from 'one'; console.log(one);`);

    await expect(bundleProgram(root)).rejects.toThrow(
      `one 1.2.3 is licensed ${license ?? 'without saying how'}: it may not be bundled`,
    );
  });

  it('refuses CommonJS that is imported on first use, which has no names in a bundle', async () => {
    await writePackage('one', 'MIT', { 'index.js': 'exports.one = 1;' });
    await write(MAIN, `const { one } = await import('one'); console.log(one);`);

    await expect(bundleProgram(root)).rejects.toThrow(`${MAIN} imports node_modules/one/index.js`);
  });

  it('leaves nothing of an earlier bundle', async () => {
    await write('dist/bundle/old.js', '');
    await write(MAIN, '');

    await bundleProgram(root);

    await expect(readFile(join(root, 'dist/bundle/old.js'))).rejects.toThrow('ENOENT');
  });
});
