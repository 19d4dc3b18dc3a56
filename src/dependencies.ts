import type { Registry } from './accounts/registry.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalExecutors } from './approvals/resume.js';
import type { SessionLocks } from './checkpoints/session-locks.js';
import type { Threads } from './checkpoints/threads.js';
import type { Configuration } from './config.js';
import { createAssumeRoleSource } from './credentials/assume-role-source.js';
import { type CredentialChoice, chooseCredentials } from './credentials/choose-credentials.js';
import { createChosenSource } from './credentials/chosen-source.js';
import { createCredentialBroker } from './credentials/credential-broker.js';
import type { CredentialSource } from './credentials/credential-source.js';
import { sessionDenyPolicy } from './credentials/session-policy.js';
import { createAttribution } from './credentials/session-attribution.js';
import type { Caller } from './domain/caller.js';
import type { Commands } from './command/commands.js';
import { commandsOf } from './dependencies/commands.js';
import { checkpointsOf } from './dependencies/checkpoints.js';
import type { ConfiguredFiles } from './dependencies/configured-files.js';
import type { ImportAgents } from './dependencies/agent-import.js';
import { agentsOf } from './dependencies/agents.js';
import { ec2CommandsOf } from './dependencies/ec2-exec.js';
import { agentInvoker } from './dependencies/agent-invoker.js';
import { type Hub, hubAccess } from './dependencies/hub.js';
import { identityCenterCredentials, identityCenterOf, validSignIn } from './dependencies/identity-center.js';
import { registryReader } from './dependencies/registry.js';
import type { AgentDoctor } from './doctor/agent-doctor.js';
import type { Doctor } from './doctor/doctor.js';
import type { InvokeAgent } from './domain/agent-reply.js';
import type { AgentRegistry } from './domain/agent-registry.js';
import type { SelectAgents } from './domain/agent-selection.js';
import type { Clock } from './domain/clock.js';
import type { CredentialProvider } from './domain/credentials.js';
import type { Logger, LogLevel } from './domain/logger.js';
import { once } from './domain/once.js';
import type { Telemetry } from './domain/telemetry.js';
import { unlessAborted } from './domain/unless-aborted.js';
import type { Ec2Commands } from './ec2-exec/ec2-commands.js';
import { createIdentifiers } from './identifiers.js';
import type { IdentityCenter } from './identity-center/identity-center.js';
import { NO_SESSION_POLICY } from './identity-center/session.js';
import { createBedrockModel } from './models/bedrock-model.js';
import { createMeter } from './models/metered-model.js';
import { createTracedModel } from './models/traced-model.js';
import type { MeterModel } from './models/model.js';
import type { Agents } from './network/agents.js';
import { createNetwork, type Network } from './network/network.js';
import { createCatalogue } from './planning/catalogue/catalogue.js';
import type { Catalogue } from './planning/catalogue/facts.js';
import { createAwsKnowledge } from './planning/knowledge/aws-knowledge.js';
import type { Knowledge } from './planning/knowledge/knowledge.js';
import { requireReadOnly } from './planning/require-read-only.js';
import type { MutationSearch } from './planning/search/mutation-search.js';
import type { OperationSearch } from './planning/search/operation-search.js';
import { createDirectoryRunStore } from './results/directory-run-store.js';
import { createMemoryRunStore } from './results/memory-run-store.js';
import type { RunStore } from './results/run-store.js';
import { createLogger } from './telemetry/logger.js';
import { createTelemetry, currentTrace } from './telemetry/telemetry.js';
import type { AccountTools } from './tools/account-tools.js';
import { createAwsMcpTools } from './tools/aws-mcp/aws-mcp-tools.js';

/** The concrete things that the product runs on. Made in one place, closed in one place. */
export interface Dependencies {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** How a collector is reached. */
  readonly agents: Agents;
  readonly newId: (prefix: string) => string;
  readonly catalogue: Catalogue;
  /** The whole registry: a file is read once, a source asked again after a while. A failure is not remembered. */
  readonly registry: (signal: AbortSignal | undefined, options?: { readonly refresh?: boolean }) => Promise<Registry>;
  /** The registry as a caller sees it, by the access file. */
  readonly registryFor: (caller: Caller, signal: AbortSignal | undefined) => Promise<Registry>;
  /** What every answer has to say about how its accounts were opened. */
  readonly notices: (signal: AbortSignal | undefined) => Promise<readonly string[]>;
  readonly identityCenter: IdentityCenter;
  readonly tools: AccountTools;
  /** The model within the budget of a run, when one is configured. Loaded when first asked. */
  readonly meter: MeterModel | undefined;
  /** Finds operations by how people speak of them. Loaded when first asked, about a second. */
  readonly search: () => Promise<OperationSearch>;
  /** Finds what a refused order would have called. Loaded when first asked. */
  readonly mutations: () => Promise<MutationSearch>;
  /** Looks up what is public, for a model that plans. */
  readonly knowledge: Knowledge;
  readonly runs: RunStore;
  /** What sessions remember. */
  readonly threads: Threads;
  readonly sessions: SessionLocks;
  /** What waits for a person's yes. */
  readonly approvals: Approvals;
  /** The agents of other accounts. */
  readonly agentRegistry: AgentRegistry;
  readonly selectAgents: SelectAgents;
  /** Commands of the AWS CLI. */
  readonly commands: Commands;
  /** What an approved thing is done with, by its kind; a kind that is switched off has none. */
  readonly approvalExecutors: ApprovalExecutors;
  /** Commands on EC2 instances; undefined while they are switched off. */
  readonly ec2Commands: Ec2Commands | undefined;
  /** Invokes one agent; whether it may be is decided before. */
  readonly invokeAgent: InvokeAgent;
  /** The checklist of this deployment. Loaded when first asked for. */
  readonly doctor: () => Promise<Doctor>;
  /** The checklist of an agent. Loaded when first asked for. */
  readonly agentDoctor: () => Promise<AgentDoctor>;
  readonly importAgents: ImportAgents;
  close(): Promise<void>;
}

/** Where the hub's identity and the registry come from, when not from the machine and the configuration (sandbox, tests). */
export interface DependencyOverrides {
  readonly hubCredentials?: CredentialProvider;
  readonly clock?: Clock;
}

export function createDependencies(
  configuration: Configuration,
  uses: ConfiguredFiles & {
    readonly log: (line: string) => void;
    /** Beats the configured one, and may change. */
    readonly logLevel?: () => LogLevel;
    readonly auditName: string;
    readonly allowMutations?: boolean;
  },
  overrides: DependencyOverrides = {},
): Dependencies {
  const clock = overrides.clock ?? Date.now;
  const logger = createLogger({
    level: uses.logLevel ?? configuration.logLevel,
    write: uses.log,
    clock,
    trace: currentTrace,
  });
  const telemetry = createTelemetry({ clock, captureContent: configuration.telemetry.captureContent });
  const { proxy } = configuration.network;
  const network = createNetwork({
    loopbackOnly: configuration.sandbox !== undefined,
    ...(proxy === undefined ? {} : { proxy }),
    ...(uses.certificates === undefined ? {} : { certificates: uses.certificates }),
  });
  const catalogue = createCatalogue();
  const newId = createIdentifiers();

  const hub = hubAccess(configuration, network, clock, overrides.hubCredentials);
  let loaded: Registry | undefined;
  const identityCenter = identityCenterOf(configuration, network, clock, logger);
  const choice = credentialChoice(configuration, identityCenter);
  const readRegistry = registryReader(configuration, { hub, clock, identityCenter, choice });
  const registry: Dependencies['registry'] = async (signal, options) =>
    (loaded = await readRegistry(signal ?? new AbortController().signal, options));

  const source = createChosenSource(choice, {
    iam: assumeRoleSource(configuration, hub, uses.auditName, configuration.externalId),
    'identity-center': identityCenterCredentials(configuration, hub, identityCenter),
  });
  const broker = createCredentialBroker({ find: (id) => loaded?.find(id), source, clock });
  const registryFor: Dependencies['registryFor'] = async (caller, signal) =>
    uses.access.registryFor(await registry(signal), caller);
  const { threads, sessions, approvals, ...kept } = checkpointsOf(configuration, { clock, newId, logger });
  const ec2Commands = ec2CommandsOf(configuration, {
    allow: uses.ec2Allow,
    auditName: uses.auditName,
    hub,
    identityCenter,
    choice,
    registry,
    registryFor,
    approvals,
    newId,
    clock,
    logger,
  });
  const { auditName } = uses;
  const invoker = agentInvoker(configuration, { hub, auditName, clock });
  const knowledge = createAwsKnowledge({ endpoint: configuration.awsMcpUrl, fetch: network.fetch, clock, logger });
  const tools = createAwsMcpTools({
    endpoint: configuration.awsMcpUrl,
    broker,
    fetch: network.fetch,
    proveReadOnly: (call) => requireReadOnly(catalogue, call, configuration.sensitiveReads),
    clock,
    logger,
  });
  const meter = meterOf(configuration, network, logger, telemetry, overrides.hubCredentials);
  return {
    clock,
    logger,
    telemetry,
    agents: network,
    newId,
    catalogue,
    registry,
    registryFor,
    notices: async (signal) =>
      (await choice(signal ?? new AbortController().signal)).kind === 'identity-center' ? [NO_SESSION_POLICY] : [],
    identityCenter,
    tools,
    meter,
    runs:
      configuration.rows.kind === 'memory'
        ? createMemoryRunStore(clock)
        : createDirectoryRunStore(configuration.rows.path, clock),
    threads,
    sessions,
    approvals,
    commands: commandsOf(configuration, {
      catalogue,
      registryFor,
      source,
      choice,
      newId,
      clock,
      logger,
      allowMutations: uses.allowMutations ?? false,
    }),
    approvalExecutors: ec2Commands === undefined ? {} : { 'ec2-command': ec2Commands.executor },
    ec2Commands,
    search: once(async () => {
      const { createOperationSearch } = await import('./planning/search/create-operation-search.js');
      return createOperationSearch({ catalogue });
    }),
    mutations: once(async () => {
      const { createMutationSearch } = await import('./planning/search/mutation-search.js');
      return createMutationSearch(catalogue);
    }),
    knowledge,
    invokeAgent: invoker.invokeAgent,
    ...agentsOf(configuration, {
      hub,
      clock,
      access: uses.access,
      meter,
      auditName,
      logger,
      ...(configuration.agents.invoke === 'listed' ? { invokeAgent: invoker.invokeAgent } : {}),
    }),
    doctor: async () => {
      const { assembleDoctor } = await import('./dependencies/doctor.js');
      return assembleDoctor({
        configuration,
        hub,
        choice,
        registry,
        broker,
        sourceWithoutExternalId: assumeRoleSource(configuration, hub, uses.auditName, undefined),
        tools,
        catalogue,
        clock,
      });
    },
    async close() {
      await Promise.all([tools.close(), knowledge.close(), identityCenter.close(), kept.close()]);
      broker.close();
      invoker.close();
      network.close();
    },
  };
}

/** Settled once: a process that began with one way in does not change to another. A failure is not remembered. */
function credentialChoice(
  { credentials, awsService, timeZone }: Configuration,
  identityCenter: IdentityCenter,
): (signal: AbortSignal) => Promise<CredentialChoice> {
  let settled: Promise<CredentialChoice> | undefined;
  return (signal) => {
    // Without the first asker's signal: others wait for the same choice.
    settled ??= chooseCredentials(
      { configured: credentials, awsService, timeZone, signIn: (asked) => validSignIn(identityCenter, asked) },
      new AbortController().signal,
    );
    settled.catch(() => {
      settled = undefined;
    });
    return unlessAborted(settled, signal);
  };
}

function meterOf(
  { model, hubRegion }: Configuration,
  network: Network,
  logger: Logger,
  telemetry: Telemetry,
  hubCredentials: CredentialProvider | undefined,
): MeterModel | undefined {
  if (model === undefined) return undefined;
  const bedrock = createBedrockModel({
    modelId: model.id,
    region: hubRegion,
    fetch: network.fetch,
    ...(model.endpoint === undefined ? {} : { endpoint: model.endpoint }),
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
  });
  return createMeter({ model: createTracedModel(bedrock, model.id, telemetry), budget: model.budget, logger });
}

function assumeRoleSource(
  configuration: Configuration,
  { network, hubCredentials, retry, readParameter, stsTurn }: Hub,
  auditName: string,
  externalId: string | undefined,
): CredentialSource {
  return createAssumeRoleSource({
    region: configuration.hubRegion,
    agents: network,
    roleName: configuration.roleName,
    resolveVariable: configuration.variable,
    resolveParameter: readParameter,
    takeTurn: stsTurn,
    attribution: createAttribution(auditName, configuration.callerInSession),
    sessionPolicyArn: configuration.sessionPolicyArn,
    inlineDeny: sessionDenyPolicy(configuration.sensitiveReads),
    retry,
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
    ...(configuration.stsEndpoint === undefined ? {} : { endpoint: configuration.stsEndpoint }),
    ...(externalId === undefined ? {} : { externalId }),
  });
}
