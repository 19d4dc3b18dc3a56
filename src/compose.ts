import type { OperationsGraph } from '../graphs/operations.js';
import { oneAccount } from './accounts/one-account.js';
import type { Registry } from './accounts/registry.js';
import { selectAccounts } from './accounts/select-accounts.js';
import type { Approvals } from './approvals/approvals.js';
import type { Commands } from './command/commands.js';
import { resumeApproval } from './approvals/resume.js';
import type { Configuration } from './config.js';
import type { ImportAgents } from './dependencies/agent-import.js';
import { readConfiguredFiles } from './dependencies/configured-files.js';
import { sandboxTarget, type Target } from './sandbox-target.js';
import { createDependencies, type Dependencies, type DependencyOverrides } from './dependencies.js';
import type { AgentDoctor } from './doctor/agent-doctor.js';
import type { Doctor } from './doctor/doctor.js';
import { type AccountReference, accountReference } from './domain/account.js';
import type { AgentRegistry } from './domain/agent-registry.js';
import type { Caller } from './domain/caller.js';
import type { Clock } from './domain/clock.js';
import { CentralOpsError } from './domain/errors.js';
import type { Logger, LogLevel } from './domain/logger.js';
import type { Ec2Commands } from './ec2-exec/ec2-commands.js';
import type { IdentityCenter } from './identity-center/identity-center.js';
import { createActiveRuns, type ActiveRuns } from './nodes/active-runs.js';
import { watchedOperations } from './watched-operations.js';
import { createOperations, type Operations, type RunContext } from './operations.js';
import type { ToolDescription } from './tools/account-tools.js';

/** The assembled product, as the doors use it. */
export interface Composition {
  readonly operations: Operations;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly logger: Logger;
  /** The accounts that a caller may ask. */
  readonly listAccounts: (
    caller: Caller,
    signal: AbortSignal,
    options?: { readonly refresh?: boolean },
  ) => Promise<Registry>;
  /** The one account that is meant by an id, a name or its beginning. Throws `unknown-account` and `ambiguous-account`. */
  readonly findAccount: (written: string, caller: Caller, signal: AbortSignal) => Promise<AccountReference>;
  /** The agents of other accounts. */
  readonly agentRegistry: AgentRegistry;
  /** Runs that have ended, read back by whoever asked them. */
  readonly runs: Pick<Dependencies['runs'], 'load' | 'latest'>;
  /** Whether any may be invoked here. */
  readonly invokesAgents: boolean;
  /** What the tool server offers, asked with the first target account's identity. */
  readonly listTools: (signal: AbortSignal) => Promise<readonly ToolDescription[]>;
  /** The checklist of this deployment. */
  doctor(): Promise<Doctor>;
  /** The checklist of an agent. */
  agentDoctor(): Promise<AgentDoctor>;
  /** Writes rows of a file into the agent registry. */
  readonly importAgents: ImportAgents;
  /** Signing in and out, and what the portal lists. */
  readonly identityCenter: IdentityCenter;
  /** Commands of the AWS CLI, in one account or in many. */
  readonly commands: Commands;
  /** Whether commands may change something, because whoever started the program said so. */
  readonly allowsMutations: boolean;
  /** What waits for a person's yes. */
  readonly approvals: Approvals;
  /** Commands on EC2 instances; undefined while they are switched off. */
  readonly ec2Commands: Ec2Commands | undefined;
  /** The compiled graph, built on first use. */
  graph(): Promise<OperationsGraph>;
  /** Ends every session and connection. Safe to call twice. */
  close(): Promise<void>;
}

export interface ComposeOptions {
  /** Takes log lines; stderr. */
  readonly log: (line: string) => void;
  /** Beats the configured level, and may change. */
  readonly logLevel?: () => LogLevel;
  /** Who runs this process, in the role session names that CloudTrail shows. */
  readonly auditName: string;
  /** Lifts the demand that commands of the AWS CLI read. Said by whoever starts the program, never by a question or a tool. */
  readonly allowMutations?: boolean;
  /** The caller of runs that no door began: LangGraph Studio. */
  readonly ownCaller?: Caller;
}

/** Puts the product together. Nothing connects before the first question, except that the sandbox starts to listen. */
export async function compose(
  configuration: Configuration,
  options: ComposeOptions,
  overrides: DependencyOverrides = {},
): Promise<Composition> {
  const target = await sandboxTarget(configuration, overrides);
  const dependencies = await orClose(target, async () => {
    const files = await readConfiguredFiles(target.configuration);
    return createDependencies(target.configuration, { ...options, ...files }, target.overrides);
  });
  const { clock, newId, logger, registry, registryFor, runs, sessions, tools } = dependencies;
  const activeRuns = createActiveRuns();

  let built: Promise<OperationsGraph> | undefined;
  const graph = (): Promise<OperationsGraph> =>
    (built ??= buildGraph(target.configuration, dependencies, activeRuns, options.ownCaller));

  const { approvals, approvalExecutors } = dependencies;
  const invokesAgents = target.configuration.agents.invoke === 'listed';
  const stopTelemetry = configuration.telemetry.exports ? await startTelemetry(dependencies) : undefined;
  const operations = createOperations({
    graph,
    resume: (request, decider, resumeRun) =>
      resumeApproval(
        { approvals, executors: { ...approvalExecutors, ...(invokesAgents ? { 'agent-invocation': resumeRun } : {}) } },
        request,
        decider,
      ),
    activeRuns,
    runs,
    sessions,
    forget: (threadId) => dependencies.threads.delete(threadId),
    clock,
    newId,
    logger,
    timeBudgetSeconds: configuration.budgets.seconds,
  });

  return {
    operations: watchedOperations(operations, dependencies.telemetry),
    clock,
    newId,
    logger,
    graph,
    runs,
    listAccounts: async (caller, signal, listing) => {
      await registry(signal, listing);
      return registryFor(caller, signal);
    },
    async findAccount(written, caller, signal) {
      await registry(signal);
      return oneAccount(await registryFor(caller, signal), written);
    },
    async listTools(signal) {
      const [first] = selectAccounts(await registry(signal), { include: [], exclude: [] });
      if (first === undefined) throw new CentralOpsError('registry-invalid', 'the registry has no target account');
      return tools.list(accountReference(first), { signal });
    },
    agentRegistry: dependencies.agentRegistry,
    invokesAgents,
    doctor: dependencies.doctor,
    agentDoctor: dependencies.agentDoctor,
    importAgents: dependencies.importAgents,
    identityCenter: dependencies.identityCenter,
    commands: dependencies.commands,
    allowsMutations: options.allowMutations ?? false,
    approvals: dependencies.approvals,
    ec2Commands: dependencies.ec2Commands,
    async close() {
      await stopTelemetry?.();
      await dependencies.close();
      await target.close();
    },
  };
}

/** Loaded only where a collector is named: the SDK costs a fifth of a second. */
async function startTelemetry({ agents, newId }: Dependencies): Promise<() => Promise<void>> {
  const { startOpenTelemetry } = await import('./telemetry/open-telemetry.js');
  return startOpenTelemetry({ ...agents, newId });
}

/** A mistake in the configuration must not leave the sandbox running. */
async function orClose(target: Target, create: () => Promise<Dependencies>): Promise<Dependencies> {
  try {
    return await create();
  } catch (error) {
    await target.close();
    throw error;
  }
}

/** Loads LangGraph and wires the nodes. Apart from `compose`, so that verbs which ask no question start without it. */
async function buildGraph(
  configuration: Configuration,
  dependencies: Dependencies,
  activeRuns: ActiveRuns,
  ownCaller: Caller | undefined,
): Promise<OperationsGraph> {
  const { createGraph } = await import('./graph-assembly.js');
  const beginRun = (context: unknown): Pick<RunContext, 'run'> & Partial<RunContext> => {
    if (ownCaller === undefined && isRunContext(context)) return context;
    const startedAt = dependencies.clock();
    return {
      run: {
        runId: dependencies.newId('run'),
        sessionId: dependencies.newId('session'),
        caller: ownCaller ?? { kind: 'anonymous', name: 'graph' },
        startedAt,
        deadline: startedAt + configuration.budgets.seconds * 1000,
      },
    };
  };
  return createGraph({ configuration, dependencies, activeRuns, beginRun, keepsThreads: ownCaller === undefined });
}

/** Contexts of our own doors are made by `operations.ts`; those that Studio's clients send are never read. */
function isRunContext(context: unknown): context is Pick<RunContext, 'run'> & Partial<RunContext> {
  return (
    typeof context === 'object' &&
    context !== null &&
    'run' in context &&
    ('request' in context || 'decided' in context)
  );
}
