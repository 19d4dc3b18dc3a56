import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../src/domain/event.js';
import type { Operations } from '../../../../../src/operations.js';
import { bedrockAgent } from '../../../agents/support/agents.js';
import { event, playing } from '../../http/support/serve.js';
import { answer } from '../../../results/support/builders.js';
import { connect } from '../support/connect.js';
import { toolsWith } from '../support/tools.js';

type Request = Parameters<Operations['start']>[0];

const APPROVAL = { approvalId: 'approval-1', summary: 'Send to this agent: …', expiresAt: '2026-11-27T12:00:00.000Z' };
const WAITING = event({ type: 'run-ended', answer: answer({ status: 'needs-approval', approval: APPROVAL }) });
const DONE = event({
  type: 'run-ended',
  answer: answer({
    agents: [
      { agentId: 'A', name: 'A', accountId: '222222222222', region: 'us-east-1', text: 'Hello', complete: true },
    ],
  }),
});
const REJECTED = event({ type: 'run-ended', answer: answer({ status: 'refused', response: 'Rejected.' }) });

/** A client that answers elicitations in one way, over operations that wait for a yes and then go on. */
async function connected(said?: 'accept' | 'decline' | 'cancel') {
  const started: Request[] = [];
  const shown: unknown[] = [];
  const replyTo = (request: Request): RunEvent => {
    if (request.kind !== 'resume') return WAITING;
    return request.decision === 'approve' ? DONE : REJECTED;
  };
  const tools = toolsWith({
    invokesAgents: true,
    operations: {
      start: (request) => {
        started.push(request);
        return playing(replyTo(request));
      },
      rows: () => Promise.reject(new Error('not expected')),
    },
  });
  const { client } = await connect({ tools }, said === undefined ? {} : { elicitation: { form: {} } });
  if (said !== undefined) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      shown.push(params.message);
      return { action: said, ...(said === 'accept' ? { content: {} } : {}) };
    });
  }
  return { client, started, shown };
}

const CALL = { name: 'invoke_agent', arguments: { agentId: 'A', text: ' hello ' } };
const ASKED = { kind: 'invoke-agent', agentId: 'A', text: 'hello' };

describe('invoke_agent', () => {
  it('shows the person what would be sent, and goes on with a yes', async () => {
    const { client, started, shown } = await connected('accept');

    const result = await client.callTool(CALL);

    expect(shown).toEqual([APPROVAL.summary]);
    expect(started).toEqual([ASKED, { kind: 'resume', approvalId: 'approval-1', decision: 'approve' }]);
    expect(result.structuredContent).toMatchObject({ status: 'complete', agents: [{ text: 'Hello' }] });
  });

  it('goes on with a no', async () => {
    const { client, started } = await connected('decline');

    const result = await client.callTool(CALL);

    expect(started.at(-1)).toEqual({ kind: 'resume', approvalId: 'approval-1', decision: 'reject' });
    expect(result).toMatchObject({ isError: true, structuredContent: { status: 'refused' } });
  });

  it('decides nothing when the person gives no answer, or cannot be asked', async () => {
    for (const said of ['cancel', undefined] as const) {
      const { client, started } = await connected(said);

      const result = await client.callTool(CALL);

      expect(started).toEqual([ASKED]);
      expect(result.structuredContent).toMatchObject({ status: 'needs-approval', approval: APPROVAL });
      expect(result.isError).not.toBe(true);
    }
  });

  it('is no read, and is offered only where agents may be invoked', async () => {
    const { client } = await connected();
    const { tools } = await client.listTools();
    const off = await connect({ tools: toolsWith({}) });

    expect(tools.find(({ name }) => name === 'invoke_agent')?.annotations).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
    });
    const offered = (await off.client.listTools()).tools.map(({ name }) => name);
    expect(offered).toContain('list_agents');
    expect(offered.filter((name) => name === 'invoke_agent' || name === 'resume_run')).toEqual([]);
  });
});

describe('resume_run', () => {
  it('carries the person’s decision', async () => {
    const { client, started } = await connected();

    await client.callTool({ name: 'resume_run', arguments: { approvalId: 'approval-1', decision: 'reject' } });

    expect(started).toEqual([{ kind: 'resume', approvalId: 'approval-1', decision: 'reject' }]);
  });

  it('takes nothing but yes or no', async () => {
    const { client, started } = await connected();

    const result = await client.callTool({ name: 'resume_run', arguments: { approvalId: 'a', decision: 'maybe' } });

    expect(result.isError).toBe(true);
    expect(started).toEqual([]);
  });
});

describe('list_agents', () => {
  it('lists what the caller may have invoked, and no secret', async () => {
    const agents = [bedrockAgent({ externalId: 'very-secret' })];
    const list = () => Promise.resolve({ agents, quarantined: [] });
    const tools = toolsWith({ agentRegistry: { origin: 'agents.json', load: list, forCaller: list } });
    const { client } = await connect({ tools });

    const result = await client.callTool({ name: 'list_agents', arguments: {} });

    expect(result.structuredContent).toMatchObject({
      origin: 'agents.json',
      agents: [{ agentId: 'PEGHWIVI5Y', name: 'VesselOperations', accountId: '222222222222', approval: 'never' }],
    });
    expect(JSON.stringify(result)).not.toContain('very-secret');
  });
});
