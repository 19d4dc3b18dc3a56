import { describe, expect, it } from 'vitest';
import {
  type AgentCoreAgent,
  agentKey,
  agentLabel,
  agentReference,
  agentRoleArn,
  type BedrockAgent,
  invokePermission,
  isLocalAgent,
  runtimeArn,
} from '../../../src/domain/agent.js';

const HUB = '843074507558';

const common = {
  name: 'VesselOperations',
  description: 'Handles vessel information.',
  accountId: '152864141302',
  partition: 'aws',
  region: 'us-east-1',
  roleName: 'CentralOpsAgentRole',
  externalId: 'env:SPOKE_EXTERNAL_ID',
  auth: 'sigv4',
  approval: 'always',
  maxConcurrency: 4,
  timeoutSeconds: 120,
  enabled: true,
  capabilities: ['Vessel info'],
  domains: ['Shipping'],
  exampleQueries: ['What vessels do we have?'],
} as const;

const vessels: BedrockAgent = {
  ...common,
  type: 'bedrock-agent',
  key: '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M',
  agentId: 'PEGHWIVI5Y',
  aliasId: 'IO1GTTHP0M',
};

const invoices: AgentCoreAgent = {
  ...common,
  type: 'agentcore',
  key: '152864141302#us-east-1#invoices-AbCdEf1234#DEFAULT',
  agentId: 'invoices-AbCdEf1234',
  qualifier: 'DEFAULT',
  protocol: 'http',
};

describe('an agent', () => {
  it('is invoked as the hub when its account is the hub’s or is not named, as in seed 2', () => {
    expect([
      isLocalAgent({}, HUB),
      isLocalAgent({ accountId: HUB }, HUB),
      isLocalAgent({ accountId: '152864141302' }, HUB),
    ]).toEqual([true, true, false]);
  });

  it('has its role’s ARN made of its account and a name', () => {
    expect(agentRoleArn(vessels)).toBe('arn:aws:iam::152864141302:role/CentralOpsAgentRole');
    expect(agentRoleArn({ partition: 'aws', roleName: 'CentralOpsAgentRole' })).toBeUndefined();
    expect(agentRoleArn({ ...vessels, partition: 'aws-us-gov', roleName: 'hub/Invoker' })).toBe(
      'arn:aws-us-gov:iam::152864141302:role/hub/Invoker',
    );
  });

  it('needs permission on the alias, where it is a Bedrock agent', () => {
    expect(invokePermission(vessels, HUB)).toEqual({
      action: 'bedrock:InvokeAgent',
      resources: ['arn:aws:bedrock:us-east-1:152864141302:agent-alias/PEGHWIVI5Y/IO1GTTHP0M'],
    });
  });

  it('needs permission on the runtime and on its endpoint, where it runs in AgentCore', () => {
    expect(invokePermission(invoices, HUB)).toEqual({
      action: 'bedrock-agentcore:InvokeAgentRuntime',
      resources: [
        'arn:aws:bedrock-agentcore:us-east-1:152864141302:runtime/invoices-AbCdEf1234',
        'arn:aws:bedrock-agentcore:us-east-1:152864141302:runtime/invoices-AbCdEf1234/runtime-endpoint/DEFAULT',
      ],
    });
  });

  it('is in the hub’s account when none is named', () => {
    const { accountId: _named, ...local } = invoices;

    expect(runtimeArn(local, HUB)).toBe('arn:aws:bedrock-agentcore:us-east-1:843074507558:runtime/invoices-AbCdEf1234');
    expect(agentLabel(local)).toBe('VesselOperations (invoices-AbCdEf1234 in the hub’s account, us-east-1)');
    expect(agentKey({ region: 'us-east-1', agentId: 'invoices-AbCdEf1234', alias: 'DEFAULT' })).toBe(
      'hub#us-east-1#invoices-AbCdEf1234#DEFAULT',
    );
  });

  it('is referred to without anything that decides whose identity is used', () => {
    expect(agentReference(vessels)).toEqual({
      key: '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M',
      agentId: 'PEGHWIVI5Y',
      name: 'VesselOperations',
      accountId: '152864141302',
      region: 'us-east-1',
    });
  });
});
