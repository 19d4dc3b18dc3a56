import { readFile } from 'node:fs/promises';
import { createFileWriter } from '../agents/import/file-writer.js';
import { type ImportPlan, planImport } from '../agents/import/import-plan.js';
import type { RegistryWriter } from '../agents/import/registry-writer.js';
import { createTableWriter } from '../agents/import/table-writer.js';
import type { RowDefaults } from '../agents/registry/agent-row.js';
import type { AgentSource } from '../agents/registry/agent-source.js';
import { createAgentFile } from '../agents/registry/file-source.js';
import type { AskTable } from '../agents/registry/table-client.js';
import type { Configuration } from '../config.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';

/** Reads a file of rows, works out what would change in the configured registry, and writes it unless it is a dry run. */
export type ImportAgents = (
  path: string,
  options: { readonly dryRun: boolean; readonly signal: AbortSignal },
) => Promise<{ readonly plan: ImportPlan; readonly origin: string }>;

export interface AgentImportParts {
  readonly configuration: Configuration;
  readonly defaults: RowDefaults;
  readonly source: AgentSource | undefined;
  /** For a table. */
  readonly ask: AskTable | undefined;
  readonly clock: Clock;
}

export function agentImporter(parts: AgentImportParts): ImportAgents {
  return async (path, { dryRun, signal }) => {
    const { source, defaults } = parts;
    const writer = writerOf(parts);
    const file = createAgentFile(path, (from, reading) => readFile(from, { encoding: 'utf8', signal: reading }));
    const rows = await file.rows(signal);
    const present = await presentRows(source, parts.configuration, signal);
    const plan = planImport(rows, present, defaults, path);
    if (!dryRun && plan.writes.length > 0) await writer.write(plan.writes, signal);
    return { plan, origin: writer.origin };
  };
}

/** A registry file that is not there yet is made by the import. */
async function presentRows(source: AgentSource | undefined, { agents }: Configuration, signal: AbortSignal) {
  try {
    return (await source?.rows(signal)) ?? [];
  } catch (error) {
    if (agents.registry?.kind === 'file' && error instanceof CentralOpsError && error.facts['code'] === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

function writerOf({ configuration, defaults, ask, clock }: AgentImportParts): RegistryWriter {
  const { registry } = configuration.agents;
  if (registry?.kind === 'file') return createFileWriter(registry.path, defaults, clock);
  if (registry?.kind === 'table' && ask !== undefined) {
    return createTableWriter({ table: registry.table, region: configuration.hubRegion, ask });
  }
  throw new CentralOpsError('configuration', 'there is no agent registry to import into', {
    nextStep: 'Set CENTRAL_OPS_AGENT_REGISTRY to the path of a JSON file, or to dynamodb: and the name of a table.',
  });
}
