import type { Registry } from '../accounts/registry.js';
import type { Configuration } from '../config.js';
import type { CredentialChoice } from '../credentials/choose-credentials.js';
import type { CredentialSource } from '../credentials/credential-source.js';
import { type Doctor, createDoctor } from '../doctor/doctor.js';
import type { Account } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import type { CredentialBroker } from '../domain/credentials.js';
import type { Call, FrozenPlan } from '../domain/plan.js';
import { authorizePlan } from '../planning/authorize.js';
import type { Catalogue } from '../planning/catalogue/facts.js';
import type { AccountTools } from '../tools/account-tools.js';
import type { Hub } from './hub.js';

export interface DoctorParts {
  readonly configuration: Configuration;
  readonly hub: Hub;
  readonly choice: (signal: AbortSignal) => Promise<CredentialChoice>;
  readonly registry: (signal: AbortSignal) => Promise<Registry>;
  readonly broker: CredentialBroker;
  /** The same role without any external id. */
  readonly sourceWithoutExternalId: CredentialSource;
  readonly tools: AccountTools;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

/** One list of each of seed 1's six core services: free, quick, and without anybody's data. */
const CORE_READS: readonly (readonly [service: string, operation: string])[] = [
  ['ec2', 'DescribeVpcs'],
  ['s3', 'ListBuckets'],
  ['rds', 'DescribeDBInstances'],
  ['lambda', 'ListFunctions'],
  ['ecs', 'ListClusters'],
  ['eks', 'ListClusters'],
];

/** A thousand accounts at once would hit the limits that the doctor is there to find. */
const CONCURRENCY = 50;

export async function assembleDoctor(parts: DoctorParts): Promise<Doctor> {
  const { configuration, hub, catalogue, registry } = parts;
  const { hubRegion, stsEndpoint } = configuration;
  const { callerIdentity } = await import('../aws/caller-identity.js');
  const freeze = freezing(configuration, catalogue);
  return createDoctor({
    configuration: { summary: summaryOf(configuration), problems: [] },
    credentials: parts.choice,
    hubIdentity: (signal) =>
      callerIdentity(
        {
          region: hubRegion,
          agents: hub.network,
          ...(hub.hubCredentials === undefined ? {} : { credentials: hub.hubCredentials }),
          ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
        },
        signal,
      ),
    accounts: async (signal) => {
      const loaded = await registry(signal);
      return { origin: loaded.origin, accounts: loaded.accounts() };
    },
    // What the SDK would ask: https://docs.aws.amazon.com/general/latest/gr/sts.html
    stsUrl: new URL(
      stsEndpoint ?? `https://sts.${hubRegion}.${hubRegion.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}/`,
    ),
    fetch: hub.network.fetch,
    clock: parts.clock,
    concurrency: Math.min(CONCURRENCY, configuration.concurrency),
    forAccount: (accountId) => parts.broker.forAccount(accountId),
    roleNameOf: (account) => account.roleName ?? configuration.roleName,
    hasExternalId: (account) => (account.externalId ?? configuration.externalId) !== undefined,
    openWithoutExternalId: async (account, signal) => {
      await parts.sourceWithoutExternalId.fetch({ account: withoutExternalId(account), signal });
    },
    tools: parts.tools,
    freeze,
    reads: coreReads(catalogue, freeze),
  });
}

function withoutExternalId({ externalId: _externalId, ...account }: Account): Account {
  return account;
}

function coreReads(catalogue: Catalogue, freeze: (calls: readonly Call[]) => FrozenPlan) {
  const calls = CORE_READS.map(([service, operation]) => ({
    id: service,
    service,
    operation,
    params: {},
    columns: [],
  }));
  const actions = new Map(
    CORE_READS.map(([service, operation]) => [service, catalogue.find(service, operation)?.iamAction]),
  );
  return { plan: freeze(calls), actionOf: (callId: string) => actions.get(callId) ?? callId };
}

/** The doctor's own calls pass the same policy as everybody's. */
function freezing({ budgets }: Configuration, catalogue: Catalogue): (calls: readonly Call[]) => FrozenPlan {
  return (calls) => {
    const tables = calls.map(({ id, operation }) => ({
      call: id,
      filters: [],
      kind: 'count' as const,
      noun: operation,
    }));
    const decision = authorizePlan({
      plan: { calls, show: { title: 'Checks', tables } },
      regions: [],
      accounts: [],
      catalogue,
      budgets: { ...budgets, calls: Math.max(budgets.calls, calls.length) },
    });
    if (decision.authorized) return decision.frozen;
    throw new Error(`the doctor's own reads were refused: ${decision.reason}`);
  };
}

function summaryOf({ credentials, registry, hubRegion, regions, awsMcpUrl, sandbox }: Configuration): string {
  const from =
    registry === undefined
      ? 'ACCOUNT_REGISTRY not set'
      : /^\s*[[{]/.test(registry)
        ? 'accounts from ACCOUNT_REGISTRY itself'
        : `accounts from ${registry}`;
  return [
    `credentials ${credentials}`,
    from,
    `hub in ${hubRegion}`,
    `Regions ${regions.join(', ')}`,
    `tools of ${awsMcpUrl.host}`,
    ...(sandbox === undefined ? [] : ['all of it in the sandbox']),
  ].join(', ');
}
