import { chmod, link, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EditedFile, editTextFile } from '../../../src/files/edit-file.js';
import { sleep } from '../../../src/network/sleep.js';

let directory = '';
let path = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-edit-'));
  path = join(directory, 'config');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

type Edit = (text: string) => string | Promise<string>;

function edit(change: Edit, at = path, signal = AbortSignal.timeout(10_000)): Promise<EditedFile<string>> {
  const edited = async (text: string) => ({ text: await change(text), result: text });
  return editTextFile(at, edited, { clock: Date.now, sleep }, signal);
}

const modeOf = async (at: string): Promise<number> => (await stat(at)).mode & 0o777;

describe('editTextFile', () => {
  it('replaces the text, keeps the old one beside it and the file’s permissions', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o640);

    const { backup, ...edited } = await edit((text) => `${text}+new`);

    expect(edited).toEqual({ result: 'old', changed: true });
    expect([await readFile(path, 'utf8'), await modeOf(path)]).toEqual(['old+new', 0o640]);
    expect([await readFile(backup ?? '', 'utf8'), await modeOf(backup ?? '')]).toEqual(['old', 0o600]);
  });

  it('writes nothing when nothing changes', async () => {
    await writeFile(path, 'old');
    const before = await stat(path);

    expect(await edit((text) => text)).toEqual({ result: 'old', changed: false, backup: undefined });
    expect([(await stat(path)).ino, await readdir(directory)]).toEqual([before.ino, ['config']]);
  });

  it('makes a file that is not there, for its owner alone, with its folder', async () => {
    const fresh = join(directory, '.aws', 'config');

    expect(await edit(() => 'new', fresh)).toEqual({ result: '', changed: true, backup: undefined });
    expect([await modeOf(fresh), await modeOf(join(directory, '.aws'))]).toEqual([0o600, 0o700]);
    expect(await readdir(join(directory, '.aws'))).toEqual(['config']);
  });

  it('keeps the last five texts', async () => {
    await writeFile(path, '0');
    for (let round = 1; round <= 8; round += 1) await edit((text) => String(Number(text) + 1));

    const backups = (await readdir(directory)).filter((name) => name.includes('backup')).sort();
    const texts = await Promise.all(backups.map((name) => readFile(join(directory, name), 'utf8')));

    expect(texts.sort()).toEqual(['3', '4', '5', '6', '7']);
  });

  it.each([
    ['to a file', async () => writeFile(join(directory, 'dotfiles'), 'old')],
    ['to nothing', async () => undefined],
  ])('follows a symbolic link %s and keeps it', async (_, prepare) => {
    await prepare();
    await symlink('dotfiles', path);

    await edit((text) => `${text}+new`);

    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(directory, 'dotfiles'), 'utf8')).toMatch(/\+new$/);
  });

  it('edits anew what another program wrote meanwhile, and loses none of it', async () => {
    await writeFile(path, 'old');
    let interfered = false;

    const { result } = await edit(async (text) => {
      if (!interfered) await writeFile(path, 'theirs');
      interfered = true;
      return `${text}+new`;
    });

    expect([result, await readFile(path, 'utf8')]).toEqual(['theirs', 'theirs+new']);
  });

  it('gives up on a file that another program keeps writing', async () => {
    let round = 0;

    await expect(
      edit(async (text) => {
        await writeFile(path, String((round += 1)));
        return `${text}+new`;
      }),
    ).rejects.toThrow('config was not written: another program keeps writing it');
    expect([await readFile(path, 'utf8'), await readdir(directory)]).toEqual(['5', ['config']]);
  });

  it('lets one at a time do it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => edit((text) => `${text}x`)));

    expect(await readFile(path, 'utf8')).toBe('x'.repeat(20));
  });

  it('removes what a killed process left half-written', async () => {
    await writeFile(path, 'old');
    await writeFile(`${path}.01234567-89ab-4cde-8f01-23456789abcd.partial`, 'ol');
    await writeFile(`${path}.partial`, 'somebody’s own');
    await writeFile(`${path}.central-ops.lock.young.claim`, '');
    await writeFile(`${path}.central-ops.lock.old.claim`, '');
    await utimes(`${path}.central-ops.lock.old.claim`, 1, 1);

    await edit((text) => text);

    expect(await readdir(directory)).toEqual(['config', 'config.central-ops.lock.young.claim', 'config.partial']);
  });

  it.each([
    ['a folder', async () => rm(path, { force: true }).then(() => mkdtemp(`${path}x`)), 'is not a file'],
    ['a hard link', async () => writeFile(path, 'old').then(() => link(path, `${path}2`)), 'has a second name'],
  ])('does not touch %s', async (_, prepare, message) => {
    const made = await prepare();

    await expect(edit(() => 'new', typeof made === 'string' ? made : path)).rejects.toThrow(message);
  });

  it('names the line that is not UTF-8', async () => {
    await writeFile(path, Buffer.from('a\nb\n\xff\n', 'latin1'));

    await expect(edit(() => 'new')).rejects.toThrow('config, line 3: it is not UTF-8 text.');
  });

  it('stops when it is called off', async () => {
    const cancelled = AbortSignal.abort(new Error('called off'));

    await expect(edit((text) => `${text}x`, path, cancelled)).rejects.toThrow('called off');
    expect(await readdir(directory)).toEqual([]);
  });
});
