import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserProgram, createBrowserOpener } from '../../../../src/identity-center/sign-in/open-browser.js';
import { sleep } from '../../../../src/network/sleep.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-browser-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A program that does this with the address in "$1". */
async function script(body: string): Promise<string> {
  const path = join(directory, 'opener');
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

const PAGE = 'https://oidc.us-east-1.amazonaws.com/authorize?state=a%20b&x=$(id)';

describe('createBrowserOpener', () => {
  it('hands the address over as it is, and is content', async () => {
    const program = await script(`printf %s "$1" > "${directory}/asked"`);

    expect(await createBrowserOpener({ program, sleep })(PAGE)).toBeUndefined();
    expect(await readFile(join(directory, 'asked'), 'utf8')).toBe(PAGE);
  });

  it('says why a page did not open', async () => {
    const failing = await script('exit 3');
    const missing = join(directory, 'none');

    expect(await createBrowserOpener({ program: failing, sleep })(PAGE)).toBe(`${failing} ended with 3`);
    expect(await createBrowserOpener({ program: missing, sleep })(PAGE)).toBe(`${missing}: ENOENT`);
  });

  it('does not wait for a browser that stays open', async () => {
    const program = await script('sleep 2');

    expect(await createBrowserOpener({ program, sleep: () => Promise.resolve() })(PAGE)).toBeUndefined();
  });

  it.each(['file:///etc/passwd', 'http://example.com/', 'javascript:alert(1)', '--help', ''])(
    'opens web pages alone, not %j',
    async (url) => {
      const program = await script(`touch "${directory}/opened"`);

      expect(await createBrowserOpener({ program, sleep })(url)).toBe('the address is not one of a web page');
      await expect(readFile(join(directory, 'opened'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});

describe('browserProgram', () => {
  it('is the platform’s', () => {
    expect([browserProgram('darwin'), browserProgram('linux')]).toEqual(['open', 'xdg-open']);
  });
});
