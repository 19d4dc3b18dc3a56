import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../../src/accounts/load-registry.js';

const json = '{"accounts": [{"id": "222222222222", "name": "Production"}]}';
const cure =
  'Set ACCOUNT_REGISTRY to the path of a JSON file, or to the JSON itself: {"accounts": [{"id": "222222222222", "name": "Production"}]}.';

function load(source: string, readFile = (_path: string): Promise<string> => Promise.reject(new Error('not read'))) {
  return loadRegistry({ source, readFile, signal: AbortSignal.timeout(5000) });
}

function failing(code: string) {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

describe('loadRegistry', () => {
  it('reads the file that a path names', async () => {
    const registry = await load('/etc/accounts.json', (path) =>
      path === '/etc/accounts.json' ? Promise.resolve(json) : Promise.reject(new Error(path)),
    );

    expect(registry.accounts().map(({ name }) => name)).toEqual(['Production']);
    expect(registry.origin).toBe('/etc/accounts.json');
  });

  it.each([json, ` ${json}`, '[{"id": "222222222222", "name": "Production"}]'])(
    'takes %j as the JSON itself',
    async (source) => {
      const registry = await load(source);

      expect(registry.accounts().map(({ name }) => name)).toEqual(['Production']);
      expect(registry.origin).toBe('in ACCOUNT_REGISTRY');
    },
  );

  it.each([
    ['missing.json', failing('ENOENT'), 'The account registry missing.json does not exist.'],
    ['secret.json', failing('EACCES'), 'The account registry secret.json may not be read by this user.'],
    ['folder', failing('EISDIR'), 'The account registry folder is a directory.'],
    ['odd.json', failing('EIO'), 'The account registry odd.json could not be read (EIO).'],
    ['', undefined, 'ACCOUNT_REGISTRY is empty.'],
  ])('explains %j', async (source, readFile, message) => {
    await expect(load(source, readFile)).rejects.toMatchObject({
      code: 'configuration',
      message: `${message} ${cure}`,
    });
  });

  it('passes an abort on', async () => {
    const controller = new AbortController();
    const reading = loadRegistry({
      source: 'slow.json',
      signal: controller.signal,
      readFile: (_path, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('gone')), { once: true });
        }),
    });

    controller.abort(new Error('enough'));

    await expect(reading).rejects.toThrow('enough');
  });
});
