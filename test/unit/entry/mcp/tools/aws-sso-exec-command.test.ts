import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandReport, CommandResult } from '../../../../../src/domain/command.js';
import { createAwsSsoExecCommand } from '../../../../../src/entry/mcp/tools/aws-sso-exec-command.js';
import { connect } from '../support/connect.js';

const RESULT: CommandResult = {
  accountId: '111111111111',
  accountName: 'One',
  roleName: 'ReadOnly',
  region: 'us-east-1',
  outcome: 'answered',
  exitCode: 0,
  stdout: '2026-01-01 00:00:00 bucket\n',
  stderr: '',
  millis: 5,
};

function report(...results: readonly CommandResult[]): CommandReport {
  return { command: 'aws s3 ls', operations: ['s3 ListBuckets'], results, coverage: '1 of 1 account', startedAt: 0 };
}

async function call(answer: CommandReport, given: Record<string, unknown>, allowsMutations = false) {
  const asked: unknown[] = [];
  const tool = createAwsSsoExecCommand({
    commands: {
      run: (request) => {
        asked.push(request);
        return Promise.resolve(answer);
      },
    },
    allowsMutations,
  });
  const { client } = await connect({ tools: [tool] });
  const { tools } = await client.listTools();
  const result = await client.callTool({ name: 'aws_sso_exec_command', arguments: given });
  const [content] = z.array(z.object({ text: z.string() })).parse(result.content);
  return {
    asked,
    text: content?.text ?? '',
    structured: result.structuredContent,
    isError: result.isError,
    listing: tools[0],
  };
}

describe('aws_sso_exec_command', () => {
  it('answers in sections, and as data', async () => {
    const answer = report(RESULT);

    const { asked, text, structured, isError } = await call(answer, {
      accountId: '111111111111',
      roleName: 'ReadOnly',
      command: 'aws s3 ls',
      region: 'us-east-1',
    });

    expect(asked).toEqual([
      {
        command: 'aws s3 ls',
        accounts: { id: '111111111111' },
        roleName: 'ReadOnly',
        region: 'us-east-1',
        mostCharacters: 40_000,
      },
    ]);
    expect(text).toBe(
      [
        '# AWS SSO: Command Result',
        '**Account/Role:** 111111111111/ReadOnly (One)  \n**Region:** us-east-1  \n**Exit code:** 0',
        '## Command\n\n```bash\naws s3 ls\n```',
        '## Output\n\n```\n2026-01-01 00:00:00 bucket\n```',
        '*Executed: 1970-01-01 00:00:00 UTC*',
      ].join('\n\n'),
    );
    expect(structured).toEqual(answer);
    expect(isError).toBeUndefined();
  });

  it('says what went wrong, and to nobody to take a stronger role', async () => {
    const { text, isError, listing } = await call(
      report({
        ...RESULT,
        outcome: 'denied',
        exitCode: 254,
        stdout: '',
        stderr: 'An error occurred (AccessDenied)\n```\n# not a heading',
        message: 's3 ListBuckets in us-east-1: AccessDenied',
        nextStep: 'Allow s3:ListAllMyBuckets.',
      }),
      { accountId: '111111111111', command: 'aws s3 ls' },
    );

    expect(isError).toBe(true);
    expect(text).toContain('# ❌ AWS SSO: Command Error');
    expect(text).toContain('````\nAn error occurred (AccessDenied)\n```\n# not a heading\n````');
    expect(text).toContain('- Allow s3:ListAllMyBuckets.');
    expect(listing?.description).toContain('do not try another role on your own');
  });

  it('makes a table of many accounts', async () => {
    const { asked, text } = await call(
      report(
        { ...RESULT, stdout: '["a","b|c"]' },
        { ...RESULT, accountId: '222222222222', accountName: 'Two', stdout: '[]' },
      ),
      { accounts: ['production'], command: 'aws s3 ls' },
    );

    expect(asked).toEqual([{ command: 'aws s3 ls', accounts: { selectors: ['production'] }, mostCharacters: 10_000 }]);
    expect(text).toContain('| One | 111111111111 | us-east-1 | b\\|c |');
    expect(text).toContain('| Two | 222222222222 | us-east-1 | ReadOnly | answered | 0 | 0 rows |');
    expect(text).toContain('Coverage: 1 of 1 account.');
  });

  it.each([
    [{ command: 'aws s3 ls' }, 'Give accountId for one account, or accounts for several.'],
    [{ command: 'aws s3 ls', accountId: '1' }, 'twelve digits'],
    [{ command: 'aws s3 ls', accountId: '111111111111', allowMutations: true }, 'allowMutations'],
  ])('does not take %j', async (given, reason) => {
    const { asked, text, isError } = await call(report(RESULT), given);

    expect(isError).toBe(true);
    expect(text).toContain(reason);
    expect(asked).toEqual([]);
  });

  it('says that it may change things only where that was allowed at the start', async () => {
    const given = { accountId: '111111111111', command: 'aws s3 ls' };

    const reads = await call(report(RESULT), given);
    const writes = await call(report(RESULT), given, true);

    expect(reads.listing?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(writes.listing?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  });
});
