import { readFile } from 'node:fs/promises';
import { createAgentRegistry, NO_AGENTS } from '../agents/registry/agent-registry.js';
import type { RowDefaults } from '../agents/registry/agent-row.js';
import type { AgentSource } from '../agents/registry/agent-source.js';
import { createAgentFile } from '../agents/registry/file-source.js';
import { type RawRow, rowsOfText } from '../agents/registry/parse-agents.js';
import { type AskTable, createTableClient } from '../agents/registry/table-client.js';
import { createAgentTable } from '../agents/registry/table-source.js';
import type { AccessRules } from '../accounts/access.js';
import type { Configuration } from '../config.js';
import type { AgentDoctor } from '../doctor/agent-doctor.js';
import type { AgentRegistry } from '../domain/agent-registry.js';
import type { InvokeAgent } from '../domain/agent-reply.js';
import type { SelectAgents } from '../domain/agent-selection.js';
import type { Clock } from '../domain/clock.js';
import type { Logger } from '../domain/logger.js';
import { once } from '../domain/once.js';
import type { MeterModel } from '../models/model.js';
import type { ImportAgents } from './agent-import.js';
import type { Hub } from './hub.js';

interface AgentUses {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly access: AccessRules;
  /** Absent: no model is configured. */
  readonly meter: MeterModel | undefined;
  readonly auditName: string;
  readonly logger: Logger;
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
  readonly importAgents: ImportAgents;
} {
  const { meter, clock, invokeAgent: invoke } = uses;
  const { source, ask } = agentSource(configuration, uses.hub, clock);
  const defaults = rowDefaults(configuration);
  const agentRegistry = source === undefined ? NO_AGENTS : agentRegistryOf(source, defaults, uses.access);
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
    importAgents: async (path, options) => {
      const { agentImporter } = await import('./agent-import.js');
      return agentImporter({ configuration, defaults, source, ask, clock })(path, options);
    },
  };
}

function agentRegistryOf(source: AgentSource, defaults: RowDefaults, access: AccessRules): AgentRegistry {
  return createAgentRegistry({
    source,
    defaults,
    mayInvoke: (agentId, caller) => access.mayInvoke(agentId, caller),
  });
}

/** What rows that leave a field out mean. */
function rowDefaults({ hubRegion, agents }: Configuration): RowDefaults {
  return { region: hubRegion, roleName: agents.roleName };
}

function agentSource(
  configuration: Configuration,
  hub: Hub,
  clock: Clock,
): { readonly source: AgentSource | undefined; readonly ask: AskTable | undefined } {
  const { hubRegion: region, agents } = configuration;
  const { registry } = agents;
  switch (registry?.kind) {
    case undefined:
      return { source: undefined, ask: undefined };
    case 'file':
      return {
        source: createAgentFile(registry.path, (path, signal) => readFile(path, { encoding: 'utf8', signal })),
        ask: undefined,
      };
    case 'written': {
      const rows = (): Promise<readonly RawRow[]> => Promise.resolve(rowsOfText(registry.json, 'of the sandbox'));
      return { source: { origin: 'the sandbox', rows }, ask: undefined };
    }
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
      return { source: createAgentTable({ table, region, ask, clock }), ask };
    }
    default:
      return registry satisfies never;
  }
}
