import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { credentialCommand } from '../../../../src/identity-center/profiles/credential-process.js';

const key = { session: 'corp', accountId: '111122223333', roleName: 'ReadOnly' };
const rest = ['credentials', '--account', '111122223333', '--role', 'ReadOnly', '--sso-session'];

const PATHS = [
  '/with space/main.js',
  "/o'brien/main.js",
  '/a$b/main.js',
  '/a`b/main.js',
  '/a"b/c\\d',
  '/ü/é',
  '/a;b&c|d',
  '/a*?/#x',
];
const commandWith = (path: string): string => credentialCommand(['/usr/bin/node', path], { ...key, session: 'my org' });
const wordsWith = (path: string): readonly string[] => ['/usr/bin/node', path, ...rest, 'my org'];

const hasPython = spawnSync('python3', ['-c', 'import shlex']).status === 0;

/** The words that the AWS CLI and boto3 make of commands. */
function pythonWords(commands: readonly string[]): unknown {
  const script =
    'import json, shlex, sys; print(json.dumps([shlex.split(command) for command in json.load(sys.stdin)]))';
  return JSON.parse(spawnSync('python3', ['-c', script], { input: JSON.stringify(commands), encoding: 'utf8' }).stdout);
}

/** The words that the other SDKs make of it, which hand it to a shell. */
function shellWords(command: string): readonly string[] {
  return spawnSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1);
}

describe('credentialCommand', () => {
  it('is a plain line where nothing needs quotes', () => {
    expect(credentialCommand(['/usr/bin/node', '/opt/central-ops/main.js'], key)).toBe(
      '/usr/bin/node /opt/central-ops/main.js credentials --account 111122223333 --role ReadOnly --sso-session corp',
    );
  });

  it.each(PATHS)('is the words that were meant for a shell: %s', (path) => {
    expect(shellWords(commandWith(path))).toEqual(wordsWith(path));
  });

  it.each(['/a\nb', '/a #b/c', '/a ;b/c', `/a'b$c`])('refuses a path that SDKs would read differently: %j', (path) => {
    expect(() => credentialCommand([path], key)).toThrow('cannot be part of a credential_process');
  });
});

describe.skipIf(!hasPython)('credentialCommand for Python (needs python3)', () => {
  it('is the words that were meant', () => {
    expect(pythonWords(PATHS.map(commandWith))).toEqual(PATHS.map(wordsWith));
  });
});
