import type { Agent } from '../domain/agent.js';
import type { Table } from '../domain/answer.js';

/** The agents of a registry, as a table: one row each. */
export function agentTable(agents: readonly Agent[]): Table {
  return {
    title: 'Agents',
    columns: [
      'Agent',
      'Agent ID',
      'Account ID',
      'Region',
      'Type',
      'Endpoint',
      'Enabled',
      'Approval',
      'Capabilities',
      'Description',
    ],
    rows: agents.map((agent) => [
      agent.name,
      agent.agentId,
      agent.accountId ?? 'the hub’s own',
      agent.region,
      agent.type === 'agentcore' ? 'AgentCore runtime' : 'Bedrock agent',
      agent.type === 'agentcore' ? agent.qualifier : agent.aliasId,
      agent.enabled,
      agent.approval,
      agent.capabilities.join(', '),
      agent.description,
    ]),
    total: agents.length,
    truncated: false,
  };
}
