import { readFile } from 'node:fs/promises';
import { createAgentRegistry, NO_AGENTS } from '../agents/registry/agent-registry.js';
import type { RowDefaults } from '../agents/registry/agent-row.js';
import type { AgentSource } from '../agents/registry/agent-source.js';
import { createAgentFile } from '../agents/registry/file-source.js';
import { rowsOfText } from '../agents/registry/parse-agents.js';
import { createTableClient } from '../agents/registry/table-client.js';
import { createAgentTable } from '../agents/registry/table-source.js';
import type { AccessRules } from '../accounts/access.js';
import type { Configuration } from '../config.js';
import type { AgentDoctor } from '../doctor/agent-doctor.js';
import type { AgentRegistry } from '../domain/agent-registry.js';
import type { InvokeAgent } from '../domain/agent-reply.js';
import type { SelectAgents } from '../domain/agent-selection.js';
import type { Clock } from '../domain/clock.js';
import { once } from '../domain/once.js';
import type { MeterModel } from '../models/model.js';
import type { Hub } from './hub.js';

interface AgentUses {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly access: AccessRules;
  /** Absent: no model is configured. */
  readonly meter: MeterModel | undefined;
  readonly auditName: string;
  /** Absent: no agent can be invoked. */
  readonly invokeAgent?: InvokeAgent;
}

/** The agents of other accounts: listing, choosing and checking them. Nothing is read before it is asked. */
export function agentsOf(
  configuration: Configuration,
  uses: AgentUses,
): {
  readonly agentRegistry: AgentRegistry;
  readonly selectAgents: SelectAgents;
  readonly agentDoctor: () => Promise<AgentDoctor>;
} {
  const { meter, clock, invokeAgent: invoke } = uses;
  const agentRegistry = agentRegistryOf(configuration, uses);
  const loaded = once(async () => {
    const { createSelectAgents } = await import('../agents/selection/select-agents.js');
    return createSelectAgents({ registry: agentRegistry, meter, clock });
  });
  return {
    agentRegistry,
    selectAgents: async (asked, text, options) => (await loaded())(asked, text, options),
    agentDoctor: async () => {
      const { assembleAgentDoctor } = await import('./agent-doctor.js');
      return assembleAgentDoctor({ ...uses, configuration, registry: agentRegistry, invoke });
    },
  };
}

function agentRegistryOf(configuration: Configuration, uses: AgentUses): AgentRegistry {
  const source = agentSource(configuration, uses.hub, uses.clock);
  if (source === undefined) return NO_AGENTS;
  return createAgentRegistry({
    source,
    defaults: rowDefaults(configuration),
    mayInvoke: (agentId, caller) => uses.access.mayInvoke(agentId, caller),
  });
}

/** What rows that leave a field out mean. */
export function rowDefaults({ hubRegion, agents }: Configuration): RowDefaults {
  return { region: hubRegion, roleName: agents.roleName };
}

function agentSource(configuration: Configuration, hub: Hub, clock: Clock): AgentSource | undefined {
  const { hubRegion: region, agents } = configuration;
  const { registry } = agents;
  switch (registry?.kind) {
    case undefined:
      return undefined;
    case 'file':
      return createAgentFile(registry.path, (path, signal) => readFile(path, { encoding: 'utf8', signal }));
    case 'written':
      return {
        origin: 'the sandbox',
        rows: () => Promise.resolve(rowsOfText(registry.json, 'of the sandbox')),
      };
    case 'table': {
      const { table } = registry;
      const ask = createTableClient({
        table,
        region,
        agents: hub.network,
        retry: hub.retry,
        ...(hub.hubCredentials === undefined ? {} : { hubCredentials: hub.hubCredentials }),
        ...(agents.dynamoDbEndpoint === undefined ? {} : { endpoint: agents.dynamoDbEndpoint }),
      });
      return createAgentTable({ table, region, ask, clock });
    }
    default:
      return registry satisfies never;
  }
}
