/** The scripts as a person starts them: processes, with the SDK's own variables pointing at the emulator. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunCommand } from '../../infrastructure/scripts/deploy/commands.js';
import { type Emulator, startEmulator } from './support/emulator/emulator.js';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ units: { 'ou-prod-11111111': ['222222222222'] } });
});
afterEach(() => emulator.close());

/** `env` rather than this process's environment: nothing of the machine's own AWS configuration may reach the scripts. */
async function start(script: string, ...args: readonly string[]) {
  const variables = [
    'AWS_ACCESS_KEY_ID=AKIDEXAMPLE',
    'AWS_SECRET_ACCESS_KEY=secret',
    `AWS_ENDPOINT_URL=${emulator.url}`,
    'AWS_REGION=us-east-1',
    'CENTRAL_OPS_DEPLOY_POLL_MILLIS=1',
    'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true',
    `PATH=/nonexistent`,
  ];
  const run = createRunCommand(new AbortController().signal);
  const path = `dist/infrastructure/scripts/${script}.js`;
  return run('env', ['-i', ...variables, process.execPath, path, ...args]);
}

describe('deploy-infrastructure', () => {
  it('deploys, ends with 1 when an account failed, and removes only when that is confirmed', async () => {
    emulator.stackSets.failIn('222222222222', 'Role already exists');
    const target = ['--organization-id', 'o-exampleorgid', '--ou', 'ou-prod-11111111'];

    const deployed = await start('deploy-infrastructure', ...target);
    const unconfirmed = await start('deploy-infrastructure', '--destroy');
    const destroyed = await start('deploy-infrastructure', '--destroy', '--yes');

    expect(deployed.code).toBe(1);
    expect(deployed.output).toContain('central account 111111111111, us-east-1');
    expect(deployed.output).toContain('0 account(s) have the role, 1 failed\n  222222222222: Role already exists\n');
    expect(unconfirmed).toEqual({
      code: 1,
      output: 'central account 111111111111, us-east-1\nNothing was removed.\nConfirm, or give --yes.\n',
    });
    expect(destroyed).toMatchObject({ code: 0 });
    expect(emulator.stacks.stacks.size).toBe(0);
  });

  it('says in a line what AWS refuses', async () => {
    const { code, output } = await start(
      'deploy-infrastructure',
      '--organization-id',
      'o-exampleorgid',
      '--ou',
      'ou-none-1',
    );

    expect(code).toBe(1);
    expect(output).toContain('AWS refused it: ValidationError: Unit ou-none-1 does not exist\nCorrect what is named');
  });

  it('names mistakes before anything is asked', async () => {
    const { code, output } = await start('deploy-infrastructure', '--organization-id', 'exampleorgid', '--ou', 'prod');

    expect(code).toBe(1);
    expect(output).toContain('--organization-id is the id of an organization, o-…; --ou 0 is the id of a unit or root');
    expect(emulator.asked).toEqual([]);
  });
});

describe('deploy-agent and verify', () => {
  it('say what has to come first', async () => {
    const agent = await start('deploy-agent');
    const verification = await start('verify', '--member', '222222222222');

    expect(agent.output).toContain('Run deploy-infrastructure first, or name the stack with --stack-name.');
    expect(verification.output).toContain('Run deploy-agent first.');
  });
});
