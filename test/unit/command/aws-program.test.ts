import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findAwsProgram } from '../../../src/command/aws-program.js';

const root = mkdtempSync(join(tmpdir(), 'aws-program-'));
afterAll(() => rmSync(root, { recursive: true }));

function program(path: string, text = '#!/usr/bin/python3\n', mode = 0o755): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), mode);
  return join(root, path);
}

const shim = (pyenv: string): string =>
  `#!/usr/bin/env bash\nset -e\nprogram="\${0##*/}"\nexport PYENV_ROOT="${pyenv}"\nexec "${pyenv}/libexec/pyenv" exec "$program" "$@"\n`;

const find = (searchPath: string, configured?: string): Promise<string> =>
  findAwsProgram({ program: configured, searchPath });

describe('the AWS CLI of this machine', () => {
  it('is the first one of PATH that can be run, by its real name', async () => {
    program('a/aws', 'no program', 0o644);
    mkdirSync(join(root, 'b/aws'), { recursive: true });
    const real = program('real/aws-cli');
    mkdirSync(join(root, 'c'));
    symlinkSync(real, join(root, 'c/aws'));
    program('d/aws');

    expect(await find(['a', 'b', 'c', 'd'].map((folder) => join(root, folder)).join(':'))).toBe(real);
  });

  it('is never one of the working directory', async () => {
    const before = process.cwd();
    process.chdir(dirname(program('here/aws')));
    try {
      await expect(find(`:.:here:${join(root, 'nothing')}`)).rejects.toThrow('The AWS CLI is not installed');
    } finally {
      process.chdir(before);
    }
  });

  it('is what a shim of pyenv stands for, without asking pyenv', async () => {
    const real = program('pyenv/versions/3.12.1/bin/aws');
    writeFileSync(join(root, 'pyenv/version'), '3.8.18\n3.12.1\n');
    const path = program('pyenv/shims/aws', shim(join(root, 'pyenv')));

    expect(await find(dirname(path))).toBe(real);
    expect(await find('', path)).toBe(real);
  });

  it('is looked for further on when a shim leads nowhere', async () => {
    const path = program('other/shims/aws', shim(join(root, 'other')));
    const asdf = program('asdf/shims/aws', '#!/usr/bin/env bash\nexec /opt/asdf/bin/asdf exec "aws" "$@"\n');
    const next = program('usr/aws');

    expect(await find([path, asdf, next].map((one) => dirname(one)).join(':'))).toBe(next);
  });

  it.each(['aws', '/nothing/aws'])('that is configured as %s cannot be run', async (configured) => {
    await expect(find(root, configured)).rejects.toThrow(`CENTRAL_OPS_AWS_CLI is ${configured}`);
  });
});
