import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentSessionsUses, createAgentSessions } from '../../../src/credentials/agent-sessions.js';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { agentCoreAgent, bedrockAgent } from '../agents/support/agents.js';
import { assumed, type StsReply, type StsRequest, type StsStub, stsStub } from './sts-stub.js';

let network: Network;
let sts: StsStub | undefined;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  await sts?.close();
  sts = undefined;
});

async function setUp(
  answer: (request: StsRequest, count: number) => StsReply,
  changes: Partial<AgentSessionsUses> = {},
) {
  sts = await stsStub(answer);
  const sessions = createAgentSessions({
    hubCredentials: () => Promise.resolve({ accessKeyId: 'HUBKEY', secretAccessKey: 'hub-secret' }),
    region: 'eu-west-1',
    endpoint: sts.url,
    agents: network,
    externalId: 'shared-42',
    resolveVariable: (name) => ({ SPOKE: 'spoke-7' })[name],
    resolveParameter: (name) => Promise.resolve(`value of ${name}`),
    attribution: (caller) => ({ sessionName: `central-ops-${caller?.name ?? 'hub'}` }),
    takeTurn: () => Promise.resolve(),
    retry: { random: () => 0, sleep: () => Promise.resolve() },
    clock: () => Date.UTC(2026, 0, 1),
    ...changes,
  });
  return { sessions, requests: sts.requests };
}

describe('createAgentSessions', () => {
  it('assumes the role that is derived from the row, cut down to a runtime and its endpoint', async () => {
    const { sessions, requests } = await setUp((request) => assumed(request));

    const credentials = await sessions.forAgent(agentCoreAgent({ externalId: 'env:SPOKE' })).provide();

    expect(credentials.accountId).toBe('333333333333');
    const { Policy, ...others } = requests[0]?.parameters ?? {};
    expect(others).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::333333333333:role/CentralOpsAgentRole',
      RoleSessionName: 'central-ops-hub',
      DurationSeconds: '900',
      ExternalId: 'spoke-7',
    });
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'bedrock-agentcore:InvokeAgentRuntime',
          Resource: [
            'arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234',
            'arn:aws:bedrock-agentcore:us-east-1:333333333333:runtime/invoices-AbCdEf1234/runtime-endpoint/DEFAULT',
          ],
        },
      ],
    });
  });

  it('cuts the session of a Bedrock agent down to its alias, with the configured external id', async () => {
    const { sessions, requests } = await setUp((request) => assumed(request));

    await sessions.forAgent(bedrockAgent()).provide();

    expect(requests[0]?.parameters['ExternalId']).toBe('shared-42');
    expect(JSON.parse(requests[0]?.parameters['Policy'] ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'bedrock:InvokeAgent',
          Resource: ['arn:aws:bedrock:us-east-1:222222222222:agent-alias/PEGHWIVI5Y/IO1GTTHP0M'],
        },
      ],
    });
  });

  it('shares one session among invocations of an agent, and none between two agents of an account', async () => {
    const { sessions, requests } = await setUp((request) => assumed(request));
    const agent = bedrockAgent();

    await Promise.all(Array.from({ length: 20 }, () => sessions.forAgent(agent).provide()));
    expect(requests).toHaveLength(1);

    await sessions.forAgent(bedrockAgent({ aliasId: 'OTHERALIAS' })).provide();
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['another alias', bedrockAgent({ aliasId: 'OTHERALIAS' })],
    ['another Region', bedrockAgent({ region: 'eu-west-1' })],
    ['another role', bedrockAgent({ roleName: 'AnotherRole' })],
    ['another external id', bedrockAgent({ externalId: 'env:SPOKE' })],
    ['another account', bedrockAgent({ accountId: '444444444444' })],
  ])('keys %s apart', async (_, other) => {
    const { sessions } = await setUp((request) => assumed(request));

    expect(sessions.forAgent(other).key).not.toBe(sessions.forAgent(bedrockAgent()).key);
  });

  it('keys callers apart that travel along', async () => {
    const { sessions } = await setUp((request) => assumed(request));
    const key = (name: string) => sessions.forAgent(bedrockAgent(), { kind: 'verified', name }).key;

    expect(key('alice')).not.toBe(key('bob'));
    expect(key('alice')).toBe(key('alice'));
  });

  it('holds no external id in its keys', async () => {
    const { sessions } = await setUp((request) => assumed(request));

    expect(sessions.forAgent(bedrockAgent({ externalId: 'very-secret-1' })).key).not.toContain('very-secret-1');
  });

  it('hands on no credentials of another account than the row says', async () => {
    const { sessions } = await setUp((request) =>
      assumed(request, 'arn:aws:sts::999999999999:assumed-role/CentralOpsAgentRole/x'),
    );

    await expect(sessions.forAgent(bedrockAgent()).provide()).rejects.toMatchObject({
      code: 'identity-mismatch',
      facts: { accountId: '222222222222', answered: 'arn:aws:sts::999999999999:assumed-role/CentralOpsAgentRole/x' },
    });
  });

  it('refuses an agent that names no account: that one is the hub’s own', async () => {
    const { sessions, requests } = await setUp((request) => assumed(request));
    const { accountId: _, ...local } = bedrockAgent();

    expect(() => sessions.forAgent(local)).toThrow('names no account');
    expect(requests).toEqual([]);
  });
});
