import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../../../src/entry/cli/program.js';
import { fakeTerminal } from '../support/terminal.js';

const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'central-ops-completion-'));
  writeFileSync(
    join(home, 'config'),
    '[default]\nregion = x\n[sso-session corp]\nsso_region = x\n[sso-session "lab"]\n[sso-session two words]\n',
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function script(shell: string): Promise<string> {
  const terminal = fakeTerminal();
  const code = await runProgram(['completion', shell], terminal);
  expect([code, terminal.written().err]).toEqual([0, '']);
  return terminal.written().out;
}

function runIn(shell: string, text: string): string {
  const { stdout, stderr } = spawnSync(
    shell,
    shell === 'fish' ? ['--no-config', '-c', text] : shell === 'zsh' ? ['-f', '-c', text] : ['--norc', '-c', text],
    {
      encoding: 'utf8',
      cwd: home,
      env: { PATH: process.env['PATH'] ?? '', HOME: home, AWS_CONFIG_FILE: join(home, 'config'), TERM: 'dumb' },
    },
  );
  expect(stderr).toBe('');
  return stdout;
}

/** What a person has typed, the word that Tab is pressed on last, and what has to be offered. */
const CASES: readonly (readonly [typed: readonly string[], offered: readonly string[]])[] = [
  [['prof'], ['profiles']],
  [['profiles', ''], ['sync']],
  [['profiles', 'sync', '--pr'], ['--prune']],
  [
    ['profiles', 'sync', 'ReadOnly', ''],
    ['corp', 'lab'],
  ],
  [['login', '--sso-session', 'c'], ['corp']],
  [['ask', '--output', 'j'], ['json']],
  [['--version', 'comp'], ['completion']],
  [['ask', '--config', 'profiles', '--regions', 'eu-north'], ['eu-north-1']],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
  [
    ['agent', 'install', '--target', ''],
    ['kiro', 'q'],
  ],
  [['ask', '--config', 'conf'], ['config']],
  [['ask', 'any wor'], []],
];

describe('completion bash', () => {
  it.each(CASES)('offers for %j exactly %j', async (typed, offered) => {
    const words = ['central-ops', ...typed].map((word) => `'${word}'`).join(' ');

    const stdout = runIn(
      'bash',
      `${await script('bash')}\nCOMP_WORDS=(${words}); COMP_CWORD=${String(typed.length)}; _central_ops; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

    expect(
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).toEqual(offered);
  });

  it('knows every verb and every option of its help', async () => {
    const text = await script('bash');
    const terminal = fakeTerminal();
    await runProgram(['--help'], terminal);
    const verbs = [...terminal.written().out.matchAll(/^ {2}([a-z][a-z0-9-]+)/gmu)].map(([, verb]) => verb);

    expect(verbs.length).toBeGreaterThan(15);
    expect(verbs.filter((verb) => verb !== 'help' && !text.includes(`"${String(verb)}"`))).toEqual([]);
  });
});

describe.skipIf(!isInstalled('zsh'))('completion zsh (needs zsh)', () => {
  it.each(CASES.filter(([, offered]) => offered.length > 0 && !offered.includes('config')))(
    'offers for %j exactly %j',
    async (typed, offered) => {
      const words = ['central-ops', ...typed].map((word) => `'${word}'`).join(' ');
      // Outside of a line editor zsh completes nothing; what would be offered is written down instead.
      const stand = `compdef() { : }
compadd() { shift; print -l -- "$@" }
_describe() { local -a found; found=("\${(@P)2}"); print -l -- "\${(@)found%%:*}" }
`;

      const stdout = runIn(
        'zsh',
        `${stand}${await script('zsh')}\nwords=(${words}); CURRENT=${String(typed.length + 1)}; _central_ops`,
      );

      const prefix = typed.at(-1) ?? '';
      expect(
        stdout
          .split('\n')
          .filter((line) => line !== '' && line.startsWith(prefix))
          .sort(),
      ).toEqual(offered);
    },
  );
});

describe.skipIf(!isInstalled('fish'))('completion fish (needs fish)', () => {
  it.each(CASES)('offers for %j exactly %j', async (typed, offered) => {
    const line = ['central-ops', ...typed].map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ');

    const stdout = runIn('fish', `${await script('fish')}\ncomplete -C "${line}"`);

    const found = stdout.split('\n').flatMap((one) => (one === '' ? [] : [one.split('\t')[0] ?? '']));
    expect(found.sort()).toEqual(offered);
  });
});
