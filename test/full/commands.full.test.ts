import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createCommands } from '../../src/command/commands.js';
import { createSpill } from '../../src/command/spill.js';
import { CentralOpsError } from '../../src/domain/errors.js';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import { checkCommand } from '../../src/planning/command/check-command.js';
import { cliName, serviceCommand } from '../../src/planning/command/cli-names.js';
import { createLogger } from '../../src/telemetry/logger.js';
import { fakeAws } from '../unit/command/support/fake-aws.js';
import { hostileCommand, ORDINARY, whyHarmful } from '../unit/planning/command/support/attacks.js';

const fake = fakeAws('echo "{}"');
const state = mkdtempSync(join(tmpdir(), 'commands-full-'));
afterAll(() => {
  fake.remove();
  rmSync(state, { recursive: true });
});

const catalogue = createCatalogue();
const commands = createCommands({
  check: (command) => checkCommand(catalogue, command, { sensitiveReads: [], allowMutations: false }),
  accountsOf: () => Promise.resolve([{ id: '111111111111', name: 'One', tags: {}, partition: 'aws' }]),
  identityOf: () =>
    Promise.resolve({ roleName: 'R', provide: () => Promise.resolve({ accessKeyId: 'a', secretAccessKey: 'b' }) }),
  regionOf: () => 'us-east-1',
  offeredIn: () => undefined,
  cli: () => Promise.resolve({ program: fake.program, variables: {}, endpointUrl: undefined }),
  spill: createSpill(state, Date.now, () => 'x'),
  concurrency: 4,
  clock: Date.now,
  logger: createLogger({ level: 'error', write: () => undefined, clock: Date.now }),
});

/** False for a command that is refused before anything starts. */
async function runs(command: string): Promise<boolean> {
  try {
    await commands.run(
      { command, accounts: { id: '111111111111' } },
      { caller: { kind: 'anonymous', name: 'test' }, signal: new AbortController().signal },
    );
    return true;
  } catch (error) {
    if (error instanceof CentralOpsError) return false;
    throw error;
  }
}

describe('commands of the AWS CLI, at length', () => {
  it('start nothing but harmless calls of the AWS CLI, for 10,000 hostile commands', async () => {
    const hostile = fc.sample(hostileCommand, 10_000);
    let ran = 0;

    for (const command of hostile) if (await runs(command)) ran += 1;

    const calls = fake.calls();
    expect(calls).toHaveLength(ran);
    expect(ran).toBeGreaterThan(100);
    expect(calls.flatMap((argv) => (whyHarmful(argv) === undefined ? [] : [{ argv, why: whyHarmful(argv) }]))).toEqual(
      [],
    );
  }, 600_000);

  it('run in all 374 everyday forms', async () => {
    const before = fake.calls().length;

    const refused: string[] = [];
    for (const command of ORDINARY) if (!(await runs(command))) refused.push(command);

    expect(refused).toEqual([]);
    expect(fake.calls().length - before).toBe(374);
  }, 120_000);
});

const hasBotocore = spawnSync('python3', ['-c', 'import botocore.session']).status === 0;

/** Command, subcommand, service, operation and HTTP method of every operation that botocore knows. */
function everything(): readonly (readonly string[])[] {
  const script = fileURLToPath(new URL('../contract/support/cli-commands.py', import.meta.url));
  const { stdout } = spawnSync('python3', [script], { encoding: 'utf8', maxBuffer: 100_000_000 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

describe.skipIf(!hasBotocore)('all commands of the AWS CLI (needs python3 with botocore)', () => {
  it('have the names that botocore gives them, and are refused where they do not sound like reading', () => {
    const theirs = everything();
    const reading = /^(?:describe|list|get|head|batch-get|batch-describe|search|lookup|select|filter)(?:-|$)/;

    const named = theirs.filter(
      ([command, subcommand, service = '', operation = '']) =>
        serviceCommand(service) !== command || cliName(operation) !== subcommand,
    );
    const mutating = theirs.filter(
      ([, subcommand = '', , , method = '']) =>
        !reading.test(subcommand) || ['PUT', 'DELETE', 'PATCH'].includes(method),
    );
    const accepted = mutating.filter(([command = '', subcommand = '']) => {
      try {
        checkCommand(catalogue, `aws ${command} ${subcommand}`, { sensitiveReads: [], allowMutations: false });
        return true;
      } catch (error) {
        if (!(error instanceof CentralOpsError)) throw error;
        // Refused by its kind, not because an option is missing.
        return / needs --/.test(error.message);
      }
    });

    expect(theirs.length).toBeGreaterThan(18_000);
    expect(named).toEqual([]);
    expect(mutating.length).toBeGreaterThan(9_000);
    expect(accepted.map(([command, subcommand]) => `${command ?? ''} ${subcommand ?? ''}`)).toEqual([]);
  }, 120_000);
});
