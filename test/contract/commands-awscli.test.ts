import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textFormat } from '../../src/command/text-format.js';
import type { CheckedCommand } from '../../src/domain/command.js';
import { CentralOpsError } from '../../src/domain/errors.js';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import { checkCommand } from '../../src/planning/command/check-command.js';
import { hostileCommand, ORDINARY } from '../unit/planning/command/support/attacks.js';

const hasCli = spawnSync('python3', ['-c', 'import awscli, botocore.session']).status === 0;
const catalogue = createCatalogue();

function python(script: string, input: string): string {
  const path = fileURLToPath(new URL(`support/${script}`, import.meta.url));
  const run = spawnSync('python3', [path], { input, encoding: 'utf8', maxBuffer: 100_000_000 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

function accepted(command: string): CheckedCommand | undefined {
  try {
    return checkCommand(catalogue, command, { sensitiveReads: [], allowMutations: false });
  } catch (error) {
    if (error instanceof CentralOpsError) return undefined;
    throw error;
  }
}

describe.skipIf(!hasCli)('commands next to the AWS CLI (needs python3 with awscli 1)', () => {
  it('are what its own parsers make of them: the everyday ones, and the hostile ones that are accepted', () => {
    const hostile = fc
      .sample(hostileCommand, 400)
      .filter((command) => accepted(command) !== undefined)
      .slice(0, 20);
    const ordinary = ORDINARY.filter((_, index) => index % 16 === 0);
    const everyday = ordinary.length;
    const commands = [...ordinary, ...hostile].flatMap((command) => accepted(command) ?? []);

    const theirs = z
      .array(z.object({ calls: z.array(z.string()) }))
      .parse(JSON.parse(python('cli-parses.py', JSON.stringify(commands.map(({ argv }) => argv)))));

    const found = theirs.map((result, index) => {
      const ours = commands[index]?.operations.map(({ service, operation }) => `${service} ${operation}`) ?? [];
      // A value that a hostile command has may be no value of its kind; then it makes no call.
      return (result.calls.length > 0 || index >= everyday) && result.calls.every((call) => ours.includes(call));
    });
    expect(found.length).toBe(commands.length);
    expect(commands.filter((_, index) => found[index] === false).map(({ argv }) => argv)).toEqual([]);
  }, 120_000);

  it('have their replies formatted as text as it does that', () => {
    const leaf = fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,4}$/), tie('value'), { maxKeys: 4 }),
      ),
    }));
    const replies = fc.sample(value, 300);
    const theirs = z.array(z.string().nullable()).parse(JSON.parse(python('cli-text.py', JSON.stringify(replies))));

    const compared = replies.flatMap((reply, index) => {
      const text = theirs[index] ?? null;
      const ours: unknown = JSON.parse(JSON.stringify(reply));
      return text === null ? [] : [{ ours: textFormat(ours), theirs: text }];
    });
    expect(compared.length).toBeGreaterThan(100);
    expect(compared.filter((one) => one.ours !== one.theirs)).toEqual([]);
  });
});
