import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/files/replace-file.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('replaceFile', () => {
  it('leaves one whole file that only its owner reads, whoever wrote last', async () => {
    const path = join(directory, 'file.json');
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));

    await Promise.all(texts.map((text) => replaceFile(path, text)));

    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(directory)).toEqual(['file.json']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('narrows the mode of a file that others could read', async () => {
    const path = join(directory, 'file.json');
    await replaceFile(path, 'old');
    await chmod(path, 0o644);

    await replaceFile(path, 'new');

    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual(['new', 0o600]);
  });

  it('leaves nothing behind when it fails', async () => {
    await expect(replaceFile(join(directory, 'none', 'file.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(directory)).toEqual([]);
  });
});
