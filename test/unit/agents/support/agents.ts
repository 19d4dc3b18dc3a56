import { type AgentCoreAgent, agentKey, type BedrockAgent } from '../../../../src/domain/agent.js';

const common = {
  description: 'Handles vessel information.',
  partition: 'aws',
  region: 'us-east-1',
  roleName: 'CentralOpsAgentRole',
  auth: 'sigv4',
  approval: 'never',
  maxConcurrency: 4,
  timeoutSeconds: 30,
  enabled: true,
  capabilities: ['Vessel info'],
  domains: ['Shipping'],
  exampleQueries: ['What vessels do we have?'],
} as const;

export function bedrockAgent(changes: Partial<BedrockAgent> = {}): BedrockAgent {
  const agent = {
    ...common,
    type: 'bedrock-agent',
    name: 'VesselOperations',
    accountId: '222222222222',
    agentId: 'PEGHWIVI5Y',
    aliasId: 'IO1GTTHP0M',
    ...changes,
  } as const;
  return { ...agent, key: changes.key ?? agentKey({ ...agent, alias: agent.aliasId }) };
}

export function agentCoreAgent(changes: Partial<AgentCoreAgent> = {}): AgentCoreAgent {
  const agent = {
    ...common,
    type: 'agentcore',
    name: 'Invoices',
    accountId: '333333333333',
    agentId: 'invoices-AbCdEf1234',
    qualifier: 'DEFAULT',
    protocol: 'http',
    ...changes,
  } as const;
  return { ...agent, key: changes.key ?? agentKey({ ...agent, alias: agent.qualifier }) };
}
