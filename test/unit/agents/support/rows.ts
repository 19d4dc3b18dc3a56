import type { JsonObject } from '../../../../src/domain/json.js';

/** The hub of seed 2, and what fills the fields that its rows leave out. */
export const HUB_ACCOUNT = '843074507558';
export const SPOKE_ACCOUNT = '152864141302';
export const DEFAULTS = { region: 'us-east-1', roleName: 'CentralOpsAgentInvoker' } as const;

/** Seed 2's "correct entry format", letter for letter. */
export const SEED_ROW: JsonObject = {
  agent_id: 'PEGHWIVI5Y',
  alias_id: 'IO1GTTHP0M',
  name: 'CrowleyVesselOperationsAssistant',
  description: 'Handles vessel information, emergency procedures, and document cataloging for Crowley Maritime fleet.',
  agent_type: 'bedrock_agent',
  account_id: SPOKE_ACCOUNT,
  enabled: true,
  capabilities: ['Vessel info', 'Emergency procedures', 'Document Cataloging'],
  domains: ['Shipping', 'vessels', 'maritime'],
  example_queries: ['What vessels do we have?', 'Tell me about vessel Taino'],
};

/** Every field that a runtime's row may have. */
export const RUNTIME_ROW: JsonObject = {
  agent_key: '222222222222#eu-west-1#invoices-AbCdEf1234#live',
  agent_id: 'invoices-AbCdEf1234',
  agent_type: 'agentcore',
  name: 'Invoices',
  description: 'Answers questions about invoices and payments.',
  account_id: '222222222222',
  region: 'eu-west-1',
  runtime_arn: 'arn:aws:bedrock-agentcore:eu-west-1:222222222222:runtime/invoices-AbCdEf1234',
  qualifier: 'live',
  role_name: 'hub/AgentInvoker',
  external_id: 'env:INVOICES_EXTERNAL_ID',
  protocol: 'http',
  auth: 'sigv4',
  approval: 'never',
  max_concurrency: 2,
  timeout_seconds: 60,
  enabled: false,
  capabilities: ['Invoices'],
  domains: ['Finance'],
  example_queries: ['Which invoices are overdue?'],
};

/** A row without some of its fields. */
export function without(row: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
