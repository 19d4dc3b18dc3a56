import type { Organization } from '../organization/organization.js';

/** An agent that an account of the organization hosts. */
export interface SpokeAgent {
  readonly kind: 'agentcore' | 'bedrock-agent';
  readonly accountId: string;
  readonly region: string;
  readonly agentId: string;
  /** A Bedrock agent's alias, or the name of a runtime's endpoint. */
  readonly alias: string;
  readonly name: string;
  readonly description: string;
  readonly capabilities: readonly string[];
  readonly domains: readonly string[];
  readonly exampleQueries: readonly string[];
  readonly approval: 'always' | 'never';
  /** Milliseconds that it thinks before it speaks. */
  readonly thinksMillis?: number;
  /** What a runtime's container answers; a Bedrock agent always answers in chunks. */
  readonly form?: 'json' | 'events';
  /** What the control plane says of its alias or endpoint (`PREPARED`, `READY`). */
  readonly status?: string;
  answer(question: Question): string;
  /** A runtime's whole body in the agent's own form, in place of `form` and `answer`. */
  container?(question: Question): { readonly contentType: string; readonly body: string };
}

export interface Question {
  readonly text: string;
  /** From 1, within the agent's conversation. */
  readonly turn: number;
}

/** The role of each of these accounts that may invoke its agents. */
export const AGENT_ROLE = 'CentralOpsAgentRole';
const REGION = 'us-east-1';

/**
 * Four agents of both kinds in two accounts, and one in the hub's own. What they answer is made of the question, so that it
 * shows who was asked what.
 */
export function spokeAgents(organization: Organization): readonly SpokeAgent[] {
  const [hub, first = hub, second = first] = organization.accounts;
  if (hub === undefined || first === undefined || second === undefined) return [];
  return [
    {
      kind: 'bedrock-agent',
      accountId: first.id,
      region: REGION,
      agentId: 'PEGHWIVI5Y',
      alias: 'IO1GTTHP0M',
      name: 'VesselOperations',
      description: 'Handles vessel information, emergency procedures and document cataloging for the fleet.',
      capabilities: ['Vessel info', 'Emergency procedures', 'Document cataloging'],
      domains: ['Shipping', 'vessels', 'maritime'],
      exampleQueries: ['What vessels do we have?', 'Tell me about vessel Taíno'],
      approval: 'never',
      answer: ({ text, turn }) =>
        `The fleet has three vessels: Taíno (San Juan), El Coquí (Jacksonville) and Isla Bella (Ponce). ${asked(text, turn)}`,
    },
    {
      kind: 'agentcore',
      accountId: first.id,
      region: REGION,
      agentId: 'crew_schedule-Qw7ErTy890',
      alias: 'DEFAULT',
      name: 'CrewSchedule',
      description: 'Knows who is on watch, when crews change and who is on leave.',
      capabilities: ['Crew rosters', 'Leave'],
      domains: ['Crew'],
      exampleQueries: ['Who is on watch tonight?'],
      approval: 'never',
      form: 'json',
      answer: ({ text, turn }) => `Captain Nuñez and Chief Øster have the watch. ${asked(text, turn)}`,
    },
    {
      kind: 'agentcore',
      accountId: second.id,
      region: REGION,
      agentId: 'invoices-AbCdEf1234',
      alias: 'DEFAULT',
      name: 'Invoices',
      description: 'Answers questions about invoices and payments, and can remind whoever owes one.',
      capabilities: ['Invoices', 'Payments'],
      domains: ['Finance'],
      exampleQueries: ['Which invoices are overdue?', 'What do we owe the port of Ponce?'],
      approval: 'always',
      form: 'events',
      answer: ({ text, turn }) => `Two invoices are overdue: №1042 (€9,300) and №1057 (€1,250). ${asked(text, turn)}`,
    },
    {
      kind: 'bedrock-agent',
      accountId: second.id,
      region: REGION,
      agentId: 'CARGO12345',
      alias: 'LIVEALIAS1',
      name: 'CargoTracking',
      description: 'Finds containers, and says where they are and when they arrive.',
      capabilities: ['Container tracking'],
      domains: ['Cargo'],
      exampleQueries: ['Where is container CROW 483920?'],
      approval: 'always',
      answer: ({ text, turn }) => `Container CROW 483920 is on Taíno, due in Jacksonville. ${asked(text, turn)}`,
    },
    {
      kind: 'agentcore',
      accountId: hub.id,
      region: REGION,
      agentId: 'handbook-Zx9CvBn345',
      alias: 'DEFAULT',
      name: 'Handbook',
      description: 'Looks things up in the handbook of the platform team.',
      capabilities: ['Handbook'],
      domains: ['Platform'],
      exampleQueries: ['How do I get a new account?'],
      approval: 'never',
      form: 'json',
      answer: ({ text, turn }) => `The handbook says: ask in the platform channel. ${asked(text, turn)}`,
    },
  ];
}

function asked(text: string, turn: number): string {
  return `(Question ${turn} of this conversation: “${text}”)`;
}

/** The rows that a platform team would keep of these agents, in the fields of seed 2 and the later ones. */
export function agentRows(
  agents: readonly SpokeAgent[],
  hubAccountId: string,
): readonly Readonly<Record<string, unknown>>[] {
  return agents.map((agent) => ({
    agent_id: agent.agentId,
    agent_type: agent.kind === 'agentcore' ? 'agentcore' : 'bedrock_agent',
    ...(agent.kind === 'agentcore' ? { qualifier: agent.alias } : { alias_id: agent.alias }),
    name: agent.name,
    description: agent.description,
    // Without one it means the hub's own account.
    ...(agent.accountId === hubAccountId ? {} : { account_id: agent.accountId }),
    region: agent.region,
    role_name: AGENT_ROLE,
    approval: agent.approval,
    enabled: true,
    capabilities: agent.capabilities,
    domains: agent.domains,
    example_queries: agent.exampleQueries,
  }));
}
