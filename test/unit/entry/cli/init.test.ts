import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../../../src/config.js';
import { runProgram } from '../../../../src/entry/cli/program.js';
import { fakeTerminal } from './support/terminal.js';

let folder: string;
let config: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'central-ops-init-'));
  config = join(folder, 'not', 'yet', 'config.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function init(flags: readonly string[], replies?: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const terminal = fakeTerminal(
    replies === undefined
      ? {}
      : {
          ask: (question) => {
            asked.push(question);
            const known = Object.keys(replies).find((start) => question.startsWith(start));
            return Promise.resolve(known === undefined ? '' : (replies[known] ?? ''));
          },
        },
  );
  const exitCode = await runProgram(['init', '--config', config, ...flags], terminal);
  return { exitCode, asked, ...terminal.written() };
}

const written = async (): Promise<unknown> => JSON.parse(await readFile(config, 'utf8'));

describe('init', () => {
  it('writes what flags say, for its owner alone, and what it wrote is what the next start reads', async () => {
    const { exitCode, out, err } = await init([
      '--registry',
      'organizations',
      '--external-id',
      'ours-42',
      '--regions',
      'eu-west-1,us-east-1',
    ]);

    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${config}\n` });
    expect(await written()).toEqual({
      ACCOUNT_REGISTRY: 'organizations',
      CENTRAL_OPS_REGIONS: 'eu-west-1,us-east-1',
      CENTRAL_OPS_EXTERNAL_ID: 'ours-42',
    });
    expect((await stat(config)).mode & 0o777).toBe(0o600);
    expect(out + err).not.toContain('ours-42');
    expect(await loadConfiguration({ door: 'command-line', environment: {}, configFile: config })).toMatchObject({
      registry: 'organizations',
      regions: ['eu-west-1', 'us-east-1'],
      externalId: 'ours-42',
    });
  });

  it('asks where somebody is there, and leaves out what the answers before make pointless', async () => {
    const { exitCode, asked, err } = await init([], { How: 'identity-center', Where: 'identity-center' });

    expect(exitCode).toBe(0);
    expect(await written()).toEqual({
      CENTRAL_OPS_CREDENTIALS: 'identity-center',
      ACCOUNT_REGISTRY: 'identity-center',
      CENTRAL_OPS_REGIONS: 'us-east-1',
      CENTRAL_OPS_SSO_ROLE_NAME: 'CentralOpsReadOnly',
      CENTRAL_OPS_MODEL: 'none',
    });
    expect(asked.some((question) => question.includes('external id'))).toBe(false);
    expect(err).toContain('central-ops login');
  });

  it.each([
    [[], 'there is nobody to ask here, and no flag says what to write'],
    [['--regions', 'mars-1'], '--regions (CENTRAL_OPS_REGIONS) there is no Region "mars-1"'],
    [['--role-name', 'arn:aws:iam::1:role/X'], '--role-name (CENTRAL_OPS_ROLE_NAME) must be the name of an IAM role'],
  ])('writes nothing with %j', async (flags, message) => {
    const { exitCode, err } = await init(flags);

    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    await expect(stat(config)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('replaces a configuration only when told to', async () => {
    config = join(folder, 'config.json');
    await writeFile(config, '{"CENTRAL_OPS_REGIONS": "eu-north-1"}');

    const refused = await init(['--regions', 'eu-west-1']);
    const before = await written();
    const forced = await init(['--regions', 'eu-west-1', '--force']);

    expect([refused.exitCode, before, forced.exitCode]).toEqual([2, { CENTRAL_OPS_REGIONS: 'eu-north-1' }, 0]);
    expect(await written()).toEqual({ CENTRAL_OPS_REGIONS: 'eu-west-1' });
  });
});
