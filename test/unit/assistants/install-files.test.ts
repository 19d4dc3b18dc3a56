import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentFile } from '../../../src/assistants/agent-files.js';
import { type InstallOptions, installFiles } from '../../../src/assistants/install-files.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-agent-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const fileOf = (name: string, text: string): AgentFile => ({ path: join(directory, 'agents', name), text, note: name });

async function install(files: readonly AgentFile[], options: Partial<InstallOptions> = {}): Promise<readonly string[]> {
  const stateDirectory = join(directory, 'state');
  const installed = await installFiles(files, {
    dryRun: false,
    force: false,
    uninstall: false,
    stateDirectory,
    ...options,
  });
  return installed.map(({ result }) => result);
}

const textOf = (name: string): Promise<string> => readFile(join(directory, 'agents', name), 'utf8');

describe('installFiles', () => {
  it('writes files, changes nothing the second time, and brings a later version', async () => {
    const first = await install([fileOf('a', '1'), fileOf('b', '1')]);
    const second = await install([fileOf('a', '1'), fileOf('b', '1')]);
    const later = await install([fileOf('a', '2'), fileOf('b', '1')]);

    expect([first, second, later]).toEqual([
      ['written', 'written'],
      ['unchanged', 'unchanged'],
      ['written', 'unchanged'],
    ]);
    expect(await textOf('a')).toBe('2');
  });

  it.each([
    ['wrote', async () => undefined],
    ['changed', async () => void (await install([fileOf('a', '1')]))],
  ])('touches nothing when somebody else %s a file, unless it is told to', async (_, before) => {
    await before();
    await install([fileOf('other', '1')]);
    await writeFile(join(directory, 'agents', 'a'), 'theirs');

    await expect(install([fileOf('b', '2'), fileOf('a', '2')])).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('was not written by central-ops, or changed since'),
    });
    expect(await readdir(join(directory, 'agents'))).toEqual(['a', 'other']);
    expect(await install([fileOf('b', '2'), fileOf('a', '2')], { force: true })).toEqual(['written', 'written']);
    expect([await textOf('a'), await textOf('a.backup')]).toEqual(['2', 'theirs']);
  });

  it('shows and writes nothing in a dry run', async () => {
    expect(await install([fileOf('a', '1')], { dryRun: true })).toEqual(['written']);
    expect(await readdir(directory)).toEqual([]);
  });

  it('takes away what it wrote, and nothing that was changed since', async () => {
    await install([fileOf('a', '1'), fileOf('b', '1')]);
    await writeFile(join(directory, 'agents', 'b'), 'theirs');

    await expect(install([fileOf('a', '1'), fileOf('b', '1')], { uninstall: true })).rejects.toThrow('changed since');
    expect(await install([fileOf('a', '2')], { uninstall: true })).toEqual(['removed']);
    expect(await install([fileOf('a', '2')], { uninstall: true })).toEqual(['absent']);
    expect(await readdir(join(directory, 'agents'))).toEqual(['b']);
  });
});
