import { describe, expect, it } from 'vitest';
import { type AgentCheckUses, checkAgent } from '../../../src/doctor/agent-checks.js';
import type { CheckResult } from '../../../src/doctor/check.js';
import type { Agent } from '../../../src/domain/agent.js';
import type { AgentLookUp } from '../../../src/domain/agent-look-up.js';
import { agentReference } from '../../../src/domain/agent.js';
import type { AgentProblem } from '../../../src/domain/agent-reply.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { agentCoreAgent, bedrockAgent } from '../agents/support/agents.js';

const HUB = { arn: 'arn:aws:sts::843074507558:assumed-role/Hub/central-ops', accountId: '843074507558' };
const { signal } = new AbortController();

const credentialsOf = (accountId: string) => ({ accessKeyId: accountId, secretAccessKey: 'secret', accountId });

function uses(more: Partial<AgentCheckUses> = {}): AgentCheckUses {
  return {
    hub: HUB,
    hubCredentials: () => Promise.resolve(credentialsOf(HUB.accountId)),
    openRole: (agent, { externalId }) =>
      externalId === 'none' ? Promise.reject(denied('')) : Promise.resolve(credentialsOf(agent.accountId ?? '')),
    hasConfiguredExternalId: true,
    identityOf: ({ accessKeyId }) =>
      Promise.resolve({ arn: `arn:aws:sts::${accessKeyId}:assumed-role/Invoker/x`, accountId: accessKeyId }),
    lookUp: () => Promise.resolve({ kind: 'ready', saw: 'the alias IO1GTTHP0M is PREPARED' }),
    otherRegions: ['us-east-1', 'eu-west-1'],
    ...more,
  };
}

/** STS's refusal, as the credential source explains it. */
function denied(why: string): CentralOpsError {
  return new CentralOpsError('credentials-denied', 'the account refused', {
    cause: new Error(
      `User: ${HUB.arn} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/CentralOpsAgentRole${why}`,
    ),
  });
}

const check = (agent: Agent, more: Partial<AgentCheckUses> = {}): Promise<readonly CheckResult[]> =>
  checkAgent(agent, uses(more), signal);

const shortly = (results: readonly CheckResult[]): readonly string[] =>
  results.map((result) => `${result.check.replace('agent-', '')} ${result.status}`);

const of = (results: readonly CheckResult[], name: string): CheckResult | undefined =>
  results.find((result) => result.check === `agent-${name}`);

const vessels = bedrockAgent();
const invoices = agentCoreAgent();

const found = async (lookUp: AgentCheckUses['lookUp'], agent: Agent = vessels): Promise<string> => {
  const result = of(await check(agent, { lookUp }), 'found');
  return `${result?.status}: ${result?.saw} → ${result?.fix}`;
};

const answering =
  (answer: AgentLookUp): AgentCheckUses['lookUp'] =>
  () =>
    Promise.resolve(answer);

const asked = (problem?: AgentProblem): NonNullable<AgentCheckUses['invocation']> => ({
  text: 'Hello',
  caller: { kind: 'operating-system-user', name: 'alice' },
  deadline: 1000,
  invoke: ({ agent }) =>
    Promise.resolve({
      agent: agentReference(agent),
      accountId: agent.accountId ?? '',
      text: problem === undefined ? 'Good morning' : '',
      complete: problem === undefined,
      ...(problem === undefined ? {} : { problem }),
      notes: [],
      millis: 1,
    }),
});

const invoked = async (invocation: NonNullable<AgentCheckUses['invocation']>, agent: Agent = invoices) =>
  of(await check(agent, { invocation }), 'invocation');

describe('the checks of an agent', () => {
  it('pass in seed 2’s order, and send nothing', async () => {
    expect(shortly(await check(vessels))).toEqual([
      'row pass',
      'hub-permission pass',
      'trust pass',
      'external-id pass',
      'role pass',
      'identity pass',
      'found pass',
      'session pass',
      'invocation skip',
    ]);
  });

  it('open no role for an agent of the hub’s own account', async () => {
    const { accountId: _own, ...local } = bedrockAgent();
    const results = await check(local, { openRole: () => Promise.reject(new Error('not expected')) });

    expect(shortly(results)).toEqual([
      'row pass',
      'hub-permission skip',
      'trust skip',
      'external-id skip',
      'role skip',
      'identity pass',
      'found pass',
      'session skip',
      'invocation skip',
    ]);
  });

  it('warn of an agent that is switched off, and of a draft', async () => {
    expect(of(await check(bedrockAgent({ enabled: false })), 'row')?.status).toBe('warn');
    expect(of(await check(bedrockAgent({ aliasId: 'TSTALIASID' })), 'row')?.saw).toContain('its draft');
  });
});

describe('a role that does not open', () => {
  it.each([
    [
      'hub may not assume',
      ' because no identity-based policy allows the sts:AssumeRole action',
      ['hub-permission fail', 'trust skip', 'external-id skip', 'role fail'],
      'hub-permission',
      `Policy of ${HUB.arn}: {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/CentralOpsAgentRole"}`,
    ],
    [
      'spoke trust',
      ' because no role trust policy allows the sts:AssumeRole action',
      ['hub-permission pass', 'trust fail', 'external-id warn', 'role fail'],
      'trust',
      'Trust policy of arn:aws:iam::222222222222:role/CentralOpsAgentRole: {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::843074507558:role/Hub"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"THE VALUE OF CENTRAL_OPS_EXTERNAL_ID"}}}',
    ],
    [
      'a policy of the organization',
      ' with an explicit deny in a service control policy',
      ['hub-permission skip', 'trust skip', 'external-id skip', 'role fail'],
      'role',
      'Whoever keeps the SCPs and RCPs allows sts:AssumeRole on arn:aws:iam::222222222222:role/CentralOpsAgentRole.',
    ],
    [
      'whatever STS does not say',
      '',
      ['hub-permission warn', 'trust warn', 'external-id warn', 'role fail'],
      'role',
      'Look at it there: `aws iam get-role --role-name CentralOpsAgentRole` in 222222222222.',
    ],
  ])('has %s blamed', async (_what, why, statuses, blamed, fix) => {
    const results = await check(vessels, { openRole: () => Promise.reject(denied(why)) });

    expect(shortly(results).slice(1, 5)).toEqual(statuses);
    expect(of(results, blamed)?.fix).toBe(fix);
    expect(shortly(results).slice(5)).toEqual(['identity skip', 'found skip', 'session skip', 'invocation skip']);
  });

  it('has the external id of the row blamed when the configured one opens it', async () => {
    const results = await check(bedrockAgent({ externalId: 'env:WRONG' }), {
      openRole: (agent, { externalId }) =>
        externalId === 'configured'
          ? Promise.resolve(credentialsOf(agent.accountId ?? ''))
          : Promise.reject(denied('')),
    });

    expect(of(results, 'external-id')).toMatchObject({
      status: 'fail',
      saw: 'the external id of the row is refused, and CENTRAL_OPS_EXTERNAL_ID is taken',
    });
  });

  it('says that no external id was presented, where none is', async () => {
    const results = await check(vessels, {
      hasConfiguredExternalId: false,
      openRole: () => Promise.reject(denied('')),
    });

    expect(of(results, 'external-id')?.saw).toBe(
      'none was presented; if the trust policy demands sts:ExternalId, that is why',
    );
  });

  it('has STS’s own words where it is something else', async () => {
    const error = new CentralOpsError('throttled', 'STS kept throttling the hub', {
      nextStep: 'Ask again in a minute.',
    });
    const results = await check(vessels, { openRole: () => Promise.reject(error) });

    expect(of(results, 'role')).toMatchObject({ saw: 'STS kept throttling the hub', fix: 'Ask again in a minute.' });
  });

  it('is the wrong account’s when STS answers with another', async () => {
    const error = new CentralOpsError('identity-mismatch', 'STS was asked for A and answered with B');
    const results = await check(vessels, { openRole: () => Promise.reject(error) });

    expect(of(results, 'role')?.saw).toBe('wrong account: STS was asked for A and answered with B');
  });
});

describe('a role that opens', () => {
  it('warns of one that opens without its external id', async () => {
    const results = await check(vessels, { openRole: () => Promise.resolve(credentialsOf('222222222222')) });

    expect(of(results, 'external-id')?.saw).toBe(
      'the role opens without the external id as well: its trust policy does not demand one',
    );
  });

  it('has the hub’s identity found out that was used in its place: seed 2’s wrong variable', async () => {
    const results = await check(vessels, { identityOf: () => Promise.resolve(HUB) });

    expect(of(results, 'identity')?.saw).toBe(
      'wrong account: STS says that they are those of arn:aws:sts::843074507558:assumed-role/Hub/central-ops, not of 222222222222 (the hub: the assumed credentials were not used)',
    );
    expect(shortly(results).slice(6)).toEqual(['found skip', 'session skip', 'invocation skip']);
  });

  it('has it found out when only the session that invokes is another account’s', async () => {
    const results = await check(vessels, {
      openRole: (_agent, { purpose, externalId }) =>
        externalId === 'none'
          ? Promise.reject(denied(''))
          : Promise.resolve(credentialsOf(purpose === 'invoke' ? HUB.accountId : '222222222222')),
    });

    expect([of(results, 'identity')?.status, of(results, 'session')?.status]).toEqual(['pass', 'fail']);
  });
});

describe('an agent that does not take invocations', () => {
  it('is in another Region', async () => {
    const line = await found((_agent, { region }) =>
      Promise.resolve(region === 'eu-west-1' ? { kind: 'ready', saw: '' } : { kind: 'missing', sure: true }),
    );

    expect(line).toBe(
      'fail: wrong Region: PEGHWIVI5Y is not in us-east-1 of 222222222222, but in eu-west-1 → Write "region": "eu-west-1" in the row.',
    );
  });

  it('is not there at all', async () => {
    expect(await found(answering({ kind: 'missing', sure: true }))).toBe(
      'fail: agent not found: there is no PEGHWIVI5Y in 222222222222, us-east-1, nor in eu-west-1 → Check the Region, the account and the id in the row; in that account, `aws bedrock-agent list-agents --region us-east-1` lists what there is.',
    );
  });

  it('is perhaps there without its alias, where the agent may not be looked up', async () => {
    expect(await found(answering({ kind: 'missing', sure: false }))).toContain(
      'fail: not found: PEGHWIVI5Y with its alias IO1GTTHP0M is not in 222222222222, us-east-1',
    );
  });

  it('is there without its alias', async () => {
    expect(await found(answering({ kind: 'alias-missing' }))).toBe(
      'fail: the agent PEGHWIVI5Y is in 222222222222, us-east-1; its alias IO1GTTHP0M is not → Correct it in the row; see `aws bedrock-agent list-agent-aliases --agent-id PEGHWIVI5Y --region us-east-1`.',
    );
  });

  it('has an alias that is not prepared', async () => {
    expect(await found(answering({ kind: 'not-ready', saw: 'the alias IO1GTTHP0M is CREATING, not PREPARED' }))).toBe(
      'fail: the alias IO1GTTHP0M is CREATING, not PREPARED → Its owners prepare it: `aws bedrock-agent prepare-agent --agent-id PEGHWIVI5Y --region us-east-1`, then point the alias at the version.',
    );
  });

  it('may be one that the role must not look up, which proves nothing', async () => {
    expect(await found(answering({ kind: 'denied', message: 'AccessDeniedException: no' }), agentCoreAgent())).toBe(
      'skip: the role may not look it up, which invoking does not need (AccessDeniedException: no) → To have it checked, add to arn:aws:iam::333333333333:role/CentralOpsAgentRole: {"Effect":"Allow","Action":["bedrock-agentcore:GetAgentRuntime","bedrock-agentcore:GetAgentRuntimeEndpoint"],"Resource":["arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234","arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234/runtime-endpoint/DEFAULT"]}',
    );
  });
});

describe('an invocation that was asked for', () => {
  it('passes with its answer', async () => {
    expect(await invoked(asked())).toMatchObject({ status: 'pass', saw: 'it answered with 12 characters' });
  });

  it('has the permission on the endpoint missing, and the statement for both', async () => {
    const problem = {
      outcome: 'denied',
      code: 'endpoint-permission',
      message: 'not the endpoint',
      nextStep: 'Both.',
    } as const;

    expect(await invoked(asked(problem))).toMatchObject({
      status: 'fail',
      saw: 'not the endpoint',
      fix: 'Both.\nIt takes: {"Effect":"Allow","Action":"bedrock-agentcore:InvokeAgentRuntime","Resource":["arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234","arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234/runtime-endpoint/DEFAULT"]}',
    });
  });

  it('has the spoke’s own failure told from one on the way', async () => {
    const problem = {
      outcome: 'failed',
      code: 'spoke-failed',
      message: 'it failed by itself',
      nextStep: 'Its logs.',
    } as const;

    expect(await invoked(asked(problem))).toMatchObject({
      saw: 'the spoke’s own failure: it failed by itself',
      fix: 'Its logs.',
    });
  });

  it('is not made where no agent is invoked, nor of one that is switched off', async () => {
    expect((await invoked({ ...asked(), invoke: undefined }))?.fix).toBe('Set CENTRAL_OPS_INVOKE_AGENTS to listed.');
    expect((await invoked(asked(), agentCoreAgent({ enabled: false })))?.saw).toBe(
      'nothing was sent to it: it is switched off',
    );
  });
});
