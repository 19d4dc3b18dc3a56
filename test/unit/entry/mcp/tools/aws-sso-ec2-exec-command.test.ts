import type { ClientCapabilities } from '@modelcontextprotocol/sdk/types.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../../src/domain/answer.js';
import { CentralOpsError } from '../../../../../src/domain/errors.js';
import type { Ec2Commands } from '../../../../../src/ec2-exec/ec2-commands.js';
import { answer } from '../../../results/support/builders.js';
import { CALLER, connect } from '../support/connect.js';
import { toolsWith } from '../support/tools.js';

const NAME = 'aws_sso_ec2_exec_command';
const ARGUMENTS = {
  instanceId: 'i-0123456789abcdef0',
  accountId: '222222222222',
  roleName: 'Commands',
  command: 'uptime && df -h',
};
const WAITING = { approvalId: 'approval-1', summary: 'Run "uptime && df -h"?', payloadHash: 'hash' };
const PENDING: Answer = {
  ...answer(),
  status: 'needs-approval',
  approval: { approvalId: 'approval-1', summary: WAITING.summary, expiresAt: '2026-11-27T10:10:00.000Z' },
};
const DONE: Answer = answer();
const REJECTED: Answer = { ...answer(), status: 'refused' };

async function connected(
  request: Ec2Commands['request'] = () => Promise.resolve({ answer: PENDING, waiting: WAITING }),
  capabilities: ClientCapabilities = {},
) {
  const asked: unknown[] = [];
  const ec2Commands: Ec2Commands = {
    request(asking, options) {
      asked.push(['request', asking, options.caller]);
      return request(asking, options);
    },
    decide(waiting, decision, options) {
      asked.push(['decide', waiting, decision, options.caller]);
      return Promise.resolve(decision === 'approve' ? DONE : REJECTED);
    },
    executor: () => {
      throw new Error('not expected');
    },
  };
  const { client } = await connect({ tools: toolsWith({ ec2Commands }) }, capabilities);
  return { client, asked, call: (more = {}) => client.callTool({ name: NAME, arguments: { ...ARGUMENTS, ...more } }) };
}

describe('aws_sso_ec2_exec_command', () => {
  it('is not listed, and cannot be called, while commands are switched off', async () => {
    const { client } = await connect({ tools: toolsWith({}) });

    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain(NAME);
    await expect(client.callTool({ name: NAME, arguments: ARGUMENTS })).rejects.toThrow(`there is no tool "${NAME}"`);
  });

  it('is listed as destructive, with the parameters that assistants know', async () => {
    const { client } = await connected();

    const tool = (await client.listTools()).tools.find(({ name }) => name === NAME);

    expect(tool?.annotations).toEqual({
      title: 'AWS SSO EC2 Execute Command',
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    });
    expect([Object.keys(tool?.inputSchema.properties ?? {}), tool?.inputSchema.required]).toEqual([
      ['instanceId', 'accountId', 'roleName', 'region', 'command'],
      ['instanceId', 'accountId', 'roleName', 'command'],
    ]);
  });

  it('runs nothing where nobody can be asked, and says what waits', async () => {
    const { call, asked } = await connected();

    const result = await call({ region: 'eu-west-1' });

    expect(result).toEqual({ content: [{ type: 'text', text: PENDING.response }], structuredContent: PENDING });
    expect(asked).toEqual([['request', { ...ARGUMENTS, region: 'eu-west-1' }, CALLER]]);
  });

  it.each([
    ['accept', 'approve', DONE, undefined],
    ['decline', 'reject', REJECTED, true],
  ] as const)('asks the person, and takes "%s" for %s', async (action, decision, structured, isError) => {
    const { client, call, asked } = await connected(undefined, { elicitation: { form: {} } });
    const shown: unknown[] = [];
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      shown.push(params.message);
      return { action };
    });

    const result = await call();

    expect(shown).toEqual([WAITING.summary]);
    expect(asked).toEqual([
      ['request', ARGUMENTS, CALLER],
      ['decide', WAITING, decision, CALLER],
    ]);
    expect([result.structuredContent, result.isError]).toEqual([structured, isError]);
  });

  it('leaves it waiting when the person gives no answer', async () => {
    const { client, call, asked } = await connected(undefined, { elicitation: { form: {} } });
    client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'cancel' }));

    expect((await call()).structuredContent).toEqual(PENDING);
    expect(asked.length).toBe(1);
  });

  it('runs what needs no question at once', async () => {
    const { call } = await connected(() => Promise.resolve({ answer: DONE }), { elicitation: { form: {} } });

    expect((await call()).structuredContent).toEqual(DONE);
  });

  it('says why a gate is closed', async () => {
    const { call } = await connected(() =>
      Promise.reject(
        new CentralOpsError('refused', 'no rule allows it. Nothing was run', { nextStep: 'Ask the owner.' }),
      ),
    );

    expect(await call()).toEqual({
      content: [{ type: 'text', text: 'no rule allows it. Nothing was run. Ask the owner.' }],
      isError: true,
    });
  });
});
