import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { createService, type Service } from '../../src/entry/http/service.js';
import { generateOrganization } from '../../src/sandbox/organization/organization.js';
import type { SpokeAgent } from '../../src/sandbox/agents/spoke-agents.js';
import { type SandboxRun, startSandboxRun } from './support/sandbox-run.js';

let directory: string;
let product: SandboxRun;
let service: Service;
let url: string;
/** What the spoke that is Central Ops itself answers. */
let spokeAnswer: Answer;

const [, first] = generateOrganization({ seed: 1, accounts: 2 }).accounts;

/** A runtime with our own container in it. */
const SPOKE: SpokeAgent = {
  kind: 'agentcore',
  accountId: first?.id ?? '',
  region: 'us-east-1',
  agentId: 'central_ops-AbCdEf1234',
  alias: 'DEFAULT',
  name: 'CentralOpsElsewhere',
  description: 'Answers questions about the accounts of another organization.',
  capabilities: ['AWS accounts'],
  domains: ['AWS'],
  exampleQueries: [],
  approval: 'never',
  answer: () => '',
  container: () => ({ contentType: 'application/json; charset=utf-8', body: JSON.stringify(spokeAnswer) }),
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-doors-'));
  product = await startSandboxRun(
    { accounts: 2, agents: [SPOKE] },
    { CENTRAL_OPS_AGENT_REGISTRY: join(directory, 'agents.json'), CENTRAL_OPS_INVOKE_AGENTS: 'listed' },
  );
  await writeFile(join(directory, 'agents.json'), JSON.stringify(product.sandbox.agents.registry()));
  const { operations, clock, newId, logger } = product.composition;
  const door = { callerHeader: 'x-caller', loopbackOnly: true, concurrentRuns: 10 };
  service = createService({ operations, clock, newId, logger, ...door });
  service.server.listen(0, '127.0.0.1');
  await once(service.server, 'listening');
  const address: AddressInfo | string | null = service.server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/invocations`;
});

afterAll(async () => {
  await service.drain(0);
  await product.close();
  await rm(directory, { recursive: true, force: true });
});

async function post(body: unknown, caller: string, accept = 'application/json'): Promise<string> {
  const headers = {
    accept,
    'content-type': 'application/json',
    'x-caller': caller,
    'x-amzn-bedrock-agentcore-runtime-session-id': 'one-session-of-this-test',
  };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return reply.text();
}

describe('an approval over HTTP', () => {
  it('is asked for in the answer, and given in another request of the same caller', async () => {
    const waiting: Answer = JSON.parse(await post({ prompt: 'ask agent Invoices: Which are overdue?' }, 'alice'));
    const resume = { approvalId: waiting.approval?.approvalId, decision: 'approve' };

    const stranger: Answer = JSON.parse(await post({ resume }, 'mallory'));
    const done: Answer = JSON.parse(await post({ resume }, 'alice'));
    const again: Answer = JSON.parse(await post({ resume }, 'alice'));

    expect(waiting.status).toBe('needs-approval');
    expect(stranger).toMatchObject({ status: 'failed', error: { code: 'unknown-approval' } });
    expect(done).toMatchObject({ status: 'complete', agents: [{ name: 'Invoices', complete: true }] });
    expect(again).toMatchObject({ status: 'failed', error: { code: 'approval-decided' } });
    expect(product.sandbox.agents.invocations()).toHaveLength(1);
  });

  it('is an event of the stream, and so are the words of the agent', async () => {
    const asked = await post({ prompt: 'ask agent Invoices: And now?' }, 'alice', 'text/event-stream');
    const approvalId = /"approvalId":"([\w-]+)"/u.exec(asked)?.[1];
    const told = await post({ resume: { approvalId, decision: 'approve' } }, 'alice', 'text/event-stream');

    expect(asked).toContain('"type":"approval-requested"');
    expect(told).toMatch(/"type":"text-delta","text":"Two invoices are ov[^"]*","agentId":"invoices-AbCdEf1234"/u);
  });
});

describe('an agent that is Central Ops itself', () => {
  it('answers with its answer’s words', async () => {
    spokeAnswer = await product.ask('list accounts');

    const answer = await product.run({ kind: 'invoke-agent', agentId: SPOKE.agentId, text: 'list accounts' });

    expect(answer.status).toBe('complete');
    expect(answer.agents).toMatchObject([{ text: spokeAnswer.response, complete: true }]);
  });

  it('is not whole where its own answer is not', async () => {
    spokeAnswer = { ...spokeAnswer, status: 'partial' };

    const answer = await product.run({ kind: 'invoke-agent', agentId: SPOKE.agentId, text: 'list accounts' });

    expect(answer).toMatchObject({
      status: 'partial',
      agents: [{ complete: false, problem: { message: expect.stringContaining('its own answer is partial') } }],
    });
  });
});
