import type { z } from 'zod';
import { type Agent, agentKey } from '../../domain/agent.js';
import type { QuarantinedRow } from '../../domain/agent-registry.js';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { partitionOfRegion } from '../../domain/region.js';
import {
  AgentCoreRow,
  AGENT_TYPES,
  BedrockRow,
  type Fault,
  faultOf,
  RowOfAnyType,
  RUNTIME_ARN,
  strayField,
} from './row-fields.js';
import { plain, shown } from './shown.js';

/** What stands in for the fields that a row may leave out. */
export interface RowDefaults {
  /** Seed 2's rows name no Region: they mean the hub's. */
  readonly region: string;
  readonly roleName: string;
}

export type ParsedRow =
  | { readonly agent: Agent; readonly faults?: undefined }
  | { readonly agent?: undefined; readonly faults: readonly QuarantinedRow[] };

interface FieldFault extends Fault {
  readonly field: string;
  readonly value: unknown;
}

/** Checks one row of a registry. It is an agent, or everything that is wrong with it. Never throws, whatever it is. */
export function parseAgentRow(input: unknown, place: string, defaults: RowDefaults): ParsedRow {
  if (!isJsonObject(input)) {
    const fault = { field: '', value: input, problem: 'is not an object', suggestion: 'write {"agent_id": "…", …}' };
    return { faults: [quarantined(fault, place, undefined)] };
  }
  const parsed = parsedByType(input, defaults);
  if ('agent' in parsed) return parsed;
  return { faults: parsed.faults.map((fault) => quarantined(fault, place, input['name'])) };
}

function parsedByType(
  row: JsonObject,
  defaults: RowDefaults,
): { readonly agent: Agent } | { readonly faults: readonly FieldFault[] } {
  const type = AGENT_TYPES.find((known) => known === row['agent_type']);
  if (type === 'agentcore') {
    const parsed = AgentCoreRow.safeParse(row);
    if (!parsed.success) return { faults: faultsOf(parsed.error, row, type) };
    return checked(agentCoreAgent(parsed.data, defaults), row);
  }
  if (type === 'bedrock_agent') {
    const parsed = BedrockRow.safeParse(row);
    if (!parsed.success) return { faults: faultsOf(parsed.error, row, type) };
    return checked(bedrockAgent(parsed.data, defaults), row);
  }
  const parsed = RowOfAnyType.safeParse(row);
  return { faults: parsed.success ? [] : faultsOf(parsed.error, row, 'agentcore') };
}

function faultsOf(error: z.ZodError, row: JsonObject, type: (typeof AGENT_TYPES)[number]): readonly FieldFault[] {
  return error.issues.flatMap((issue): FieldFault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => ({ field: name, value: row[name], ...strayField(name, type) }));
    }
    return [{ field: fieldOf(issue.path), value: valueAt(row, issue.path), ...faultOf(issue.message) }];
  });
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (field, step) => (typeof step === 'number' ? `${field}[${step}]` : `${field}${String(step)}`),
    '',
  );
}

function valueAt(row: JsonObject, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    row,
  );
}

function agentCoreAgent(row: z.output<typeof AgentCoreRow>, defaults: RowDefaults): Agent {
  // A runtime's ARN says whose it is: a row with one needs no other account.
  const [, , arnRegion, arnAccount] = RUNTIME_ARN.exec(row.runtime_arn ?? '') ?? [];
  const accountId = row.account_id ?? arnAccount;
  const region = row.region ?? arnRegion ?? defaults.region;
  return {
    type: 'agentcore',
    key: agentKey({ accountId, region, agentId: row.agent_id, alias: row.qualifier }),
    agentId: row.agent_id,
    qualifier: row.qualifier,
    protocol: row.protocol,
    ...commonOf(row, accountId, region, defaults),
  };
}

function bedrockAgent(row: z.output<typeof BedrockRow>, defaults: RowDefaults): Agent {
  const region = row.region ?? defaults.region;
  return {
    type: 'bedrock-agent',
    key: agentKey({ accountId: row.account_id, region, agentId: row.agent_id, alias: row.alias_id }),
    agentId: row.agent_id,
    aliasId: row.alias_id,
    ...commonOf(row, row.account_id, region, defaults),
  };
}

function commonOf(
  row: z.output<typeof RowOfAnyType>,
  accountId: string | undefined,
  region: string,
  defaults: RowDefaults,
) {
  return {
    name: row.name,
    description: row.description,
    ...(accountId === undefined ? {} : { accountId }),
    partition: partitionOfRegion(region),
    region,
    roleName: row.role_name ?? defaults.roleName,
    ...(row.external_id === undefined ? {} : { externalId: row.external_id }),
    auth: row.auth,
    approval: row.approval,
    maxConcurrency: row.max_concurrency,
    timeoutSeconds: row.timeout_seconds,
    enabled: row.enabled,
    capabilities: row.capabilities,
    domains: row.domains,
    exampleQueries: row.example_queries,
  };
}

/** What each field is by itself is right; what they say together must be one thing. */
function checked(
  agent: Agent,
  row: JsonObject,
): { readonly agent: Agent } | { readonly faults: readonly FieldFault[] } {
  const faults = [...arnFaults(agent, row), ...keyFaults(agent, row)];
  return faults.length === 0 ? { agent } : { faults };
}

function arnFaults(agent: Agent, row: JsonObject): readonly FieldFault[] {
  const arn = row['runtime_arn'];
  if (agent.type !== 'agentcore' || typeof arn !== 'string') return [];
  const [, partition = '', region = '', accountId = '', runtimeId = ''] = RUNTIME_ARN.exec(arn) ?? [];
  const disagreements: readonly (readonly [what: string, inArn: string, inRow: string, field: string])[] = [
    ['account', accountId, agent.accountId ?? accountId, 'account_id'],
    ['Region', region, agent.region, 'region'],
    ['id', runtimeId, agent.agentId, 'agent_id'],
    ['partition', partition, agent.partition, 'region'],
  ];
  return disagreements
    .filter(([, inArn, inRow]) => inArn !== inRow)
    .map(([what, inArn, inRow, field]) => ({
      field: 'runtime_arn',
      value: arn,
      problem: `has the ${what} ${inArn}, but ${field} says ${inRow}`,
      suggestion:
        what === 'partition'
          ? `write the ARN as "arn:${inRow}:…"`
          : `find out which is right: write ${field} ${JSON.stringify(inArn)}, or the ARN with ${inRow}`,
    }));
}

function keyFaults(agent: Agent, row: JsonObject): readonly FieldFault[] {
  const key = row['agent_key'];
  if (key === undefined || key === agent.key) return [];
  return [
    {
      field: 'agent_key',
      value: key,
      problem: 'is not the key that the other fields make',
      suggestion: `write ${JSON.stringify(agent.key)}, or let \`central-ops agents import\` write the row`,
    },
  ];
}

function quarantined(fault: FieldFault, place: string, name: unknown): QuarantinedRow {
  const { field, value, problem, suggestion } = fault;
  return {
    row: typeof name === 'string' && name !== '' ? `${place} ${plain(name, 40)}` : place,
    field: plain(field, 60),
    value: /^external_?id/i.test(field) ? '(not shown)' : shown(value),
    problem,
    suggestion,
  };
}
