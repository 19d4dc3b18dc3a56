import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/entry/cli/program.js';
import type { Terminal } from '../../src/entry/cli/terminal.js';
import { generateOrganization } from '../../src/sandbox/organization/organization.js';
import { fakeTerminal } from '../unit/entry/cli/support/terminal.js';

const account = generateOrganization({ seed: 1, accounts: 10 }).accounts.find(
  ({ name }) => name === 'Payments Production',
);
const instance = account
  ?.regional('us-east-1')
  .ec2Instances.find(({ state, instanceProfile }) => state === 'running' && instanceProfile !== null);
const ON = [
  'ec2-exec-command',
  '--sandbox',
  `--account-id=${account?.id ?? ''}`,
  `--instance-id=${instance?.id ?? ''}`,
  '--role-name=CentralOpsCommandRole',
  '--region=us-east-1',
];

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'central-ops-ec2-verb-'));
  const rule = {
    accounts: ['payments production'],
    roles: ['CentralOpsCommandRole'],
    instanceTags: { Environment: 'production' },
  };
  await writeFile(join(home, 'allow.json'), JSON.stringify({ allow: [rule], harmless: ['uptime'] }));
});
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

/** The verb as it runs at a terminal where somebody answers `answers` (nobody when undefined). */
async function run(command: string, answers?: boolean, more: readonly string[] = [], mode = 'approved') {
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_STATE_HOME', home);
  vi.stubEnv('CENTRAL_OPS_EC2_EXEC', mode);
  vi.stubEnv('CENTRAL_OPS_EC2_EXEC_ALLOW', join(home, 'allow.json'));
  const questions: string[] = [];
  const confirm: Terminal['confirm'] = (question) => {
    questions.push(question);
    return Promise.resolve(answers ?? false);
  };
  const terminal = fakeTerminal({ confirm: answers === undefined ? undefined : confirm });
  const code = await runProgram([...ON, '--command', command, ...more], terminal);
  return { code, questions, ...terminal.written() };
}

describe('central-ops ec2-exec-command', () => {
  it('asks at the terminal, runs after a yes, and ends with the code of the command', async () => {
    const { code, questions, out, err } = await run('echo hello && exit 7', true);

    expect([code, questions]).toEqual([7, ['Run it?']]);
    expect(err).toContain('  | echo hello && exit 7\n');
    expect(out).toContain(
      '## Error: Command Failed\nThe command ended with exit code 7 (Failed).\n\n## Output\n```\nhello\n```',
    );
  });

  it('runs nothing after a no', async () => {
    const { code, out } = await run('echo hello', false);

    expect([code, out]).toEqual([4, `The command on ${instance?.id ?? ''} was rejected. Nothing was run.\n`]);
  });

  it('waits for an approval where nobody can be asked', async () => {
    const { code, out } = await run('echo hello', undefined, ['--output', 'json']);

    expect(code).toBe(6);
    expect(JSON.parse(out)).toMatchObject({
      status: 'needs-approval',
      approval: {
        approvalId: expect.stringMatching(/^approval-[0-9a-f]{32}-[0-9a-f]{16}$/),
        expiresAt: expect.any(String),
      },
    });
  });

  it('runs a harmless command without a question', async () => {
    const { code, questions, out } = await run('uptime', true, ['--output', 'json']);

    expect([code, questions]).toEqual([0, []]);
    expect(JSON.parse(out)).toMatchObject({
      status: 'complete',
      command: { command: 'uptime', exitCode: 0, stdout: expect.stringContaining('load average') },
    });
  });

  it('says exactly how to switch it on while it is off', async () => {
    const { code, err } = await run('uptime', true, [], 'off');

    expect(code).toBe(4);
    expect(err).toContain(
      'Whoever runs this sets CENTRAL_OPS_EC2_EXEC=approved, and CENTRAL_OPS_EC2_EXEC_ALLOW to the path of a file such as {"allow": [{"accounts": ["222222222222"], "roles": ["CentralOpsCommandRole"], "instanceTags": {"Environment": "staging"}}], "harmless": ["uptime", "df -h"]}.',
    );
  });
});
