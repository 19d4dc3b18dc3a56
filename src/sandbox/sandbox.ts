import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { createAgentHall, type SeenInvocation } from './agents/agent-hall.js';
import { AGENT_ROLE, agentRows, spokeAgents } from './agents/spoke-agents.js';
import { createCommands, type SentCommand } from './commands/commands.js';
import { createFaultTable } from './faults.js';
import { createIdentityCenter, SANDBOX_START_URL } from './identity-center/identity-center.js';
import type { PortalStatistics } from './identity-center/portal-limits.js';
import type { IssuedTokens } from './identity-center/sessions.js';
import { createKeyRing } from './identity/issued-credentials.js';
import { hubPolicy } from './identity/managed-policies.js';
import { createPrincipal } from './identity/principal.js';
import { createSignatureVerifier } from './identity/signature.js';
import { createScriptRunner } from './interpreter/script-runner.js';
import { type AgentFault, NO_LATENCY, type SandboxOptions } from './options.js';
import { generateOrganization } from './organization/organization.js';
import { organizationRegistry, organizationTruth, type RegistryEntry, type Truth } from './organization/truth.js';
import { createAgentCoreDoor } from './protocol/agentcore.js';
import { createAssumeRole } from './protocol/assume-role.js';
import { createAgentLookUps } from './protocol/agent-look-ups.js';
import { createBedrockAgentsDoor } from './protocol/bedrock-agents.js';
import { createBedrock } from './protocol/bedrock.js';
import { createScriptedModel, type ModelRequest } from './protocol/bedrock-script.js';
import { createDelays } from './protocol/delays.js';
import { createEc2Query } from './protocol/ec2-query.js';
import { createJsonTargets } from './protocol/json-target.js';
import { createMcp } from './protocol/mcp.js';
import { createMcpSessions } from './protocol/mcp-sessions.js';
import { organizationsService } from './protocol/organizations.js';
import { systemsManager } from './protocol/systems-manager.js';
import { createQuotas } from './protocol/quotas.js';
import { createSts } from './protocol/sts.js';
import { createTasks } from './protocol/tasks.js';
import { createToolBox } from './protocol/tool-box.js';
import { createRequestListener } from './request-listener.js';
import { createScriptHost } from './script-host.js';
import { createServiceDoors } from './service-doors/service-doors.js';
import { createPager } from './services/paging.js';
import { createStatistics, type SandboxStatistics } from './statistics.js';

/** An AWS organization that answers on loopback until it is closed. */
export interface Sandbox {
  readonly url: string;
  readonly stsUrl: string;
  readonly mcpUrl: string;
  /** Identity Center: where its portal and token service answer, and the start URL of its one session. */
  readonly identityCenter: {
    readonly url: string;
    readonly startUrl: string;
    readonly region: string;
    /** Signs somebody in without a browser. */
    signIn(user: string): IssuedTokens;
    statistics(): PortalStatistics;
  };
  /** The hub's own identity: a user that may assume the member roles and ask models, and nothing else. */
  readonly hub: AwsCredentials;
  /** What member roles demand; empty when they demand none. */
  readonly externalId: string;
  /** The account registry that a platform team would keep. */
  registry(): { readonly accounts: readonly RegistryEntry[] };
  /** What there is to find. Generates every account: not for the middle of a benchmark. */
  truth(): Truth;
  /** What to export so that a program talks to this sandbox. The registry is the caller's to add. */
  variables(): Readonly<Record<string, string>>;
  statistics(): SandboxStatistics;
  /** What the scripted model was asked, in its order. */
  modelRequests(): readonly ModelRequest[];
  /** What was sent to instances through Systems Manager, in its order. */
  commands(): readonly SentCommand[];
  /** Gives an instance other tags, as EC2's own door shows them from now on. */
  retag(instanceId: string, tags: Readonly<Record<string, string>>): void;
  /** The agents that its accounts host. */
  readonly agents: {
    /** The agent registry that a platform team would keep. */
    registry(): { readonly agents: readonly Readonly<Record<string, unknown>>[] };
    /** What they were asked, in its order. */
    invocations(): readonly SeenInvocation[];
    /** Injects a fault into one agent, for its next request or the next so many. */
    fail(agentId: string, outcome: AgentFault, times?: number): void;
  };
  /** Forgets the MCP sessions of one account, or all. */
  expireSessions(accountId?: string): void;
  /** Ends everything within a second. Safe to call twice. */
  close(): Promise<void>;
}

const HOME_REGION = 'us-east-1';
export const DEFAULT_EXTERNAL_ID = 'central-ops-sandbox';
/** The role that every account, the hub included, has for the hub. */
export const MEMBER_ROLE = 'CentralOpsTargetRole';
/** The role of every account for commands on its instances: what reads the account cannot send them. */
export const COMMAND_ROLE = 'CentralOpsCommandRole';
/** A role of the hub's account that may assume the member roles, as a deployed hub has one. */
export const HUB_ROLE = 'CentralOpsHubRole';

/** Starts a sandbox. Throws `configuration` for options it cannot honour, `unreachable` when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? Date.now;
  const latency = { ...NO_LATENCY, ...options.latency };
  const log = options.log ?? (() => undefined);
  const organization = generateOrganization({
    seed: options.seed ?? 1,
    accounts: options.accounts ?? 10,
    now: clock(),
  });
  const faults = createFaultTable(options.faults ?? [], organization);
  const externalId = options.externalId === undefined ? DEFAULT_EXTERNAL_ID : options.externalId;
  const keys = createKeyRing();
  const hub = keys.issue(hubUser(organization.hub.id), undefined);
  const statistics = createStatistics();
  const sessions = createMcpSessions(clock, statistics.sessions);
  const delays = createDelays();
  const ending = new AbortController();
  // Every running task listens to it; a warning about their number would be noise.
  setMaxListeners(0, ending.signal);
  const runner = createScriptRunner({ timeoutMs: options.scriptTimeoutMs ?? 60_000 });
  const verify = createSignatureVerifier(keys, clock);

  const assumeRole = createAssumeRole({
    organization,
    keys,
    clock,
    faults,
    statistics,
    memberRole: MEMBER_ROLE,
    commandRole: COMMAND_ROLE,
    agentRole: AGENT_ROLE,
    hubRole: HUB_ROLE,
    externalId,
  });
  const sts = createSts({ verify, assumeRole, delayed: (work) => delays.atLeast(latency.sts, work), log });
  const page = createPager(randomBytes(16).toString('hex'), options.pageSize);
  const commands = createCommands(clock);
  const changedTags = new Map<string, Readonly<Record<string, string>>>();
  const runScript = createScriptHost({
    organization,
    runner,
    faults,
    page,
    mutated: statistics.mutation,
    delayed: (work) => delays.atLeast(latency.call, work),
  });
  const mcp = createMcp({
    verify,
    sessions,
    quotas: createQuotas(clock),
    faults,
    statistics,
    tools: createToolBox({
      withoutTools: options.withoutTools ?? [],
      tasks: options.tasks === true ? createTasks(delays, ending.signal) : undefined,
      runScript: (request) => delays.atLeast(latency.script, () => runScript(request)),
    }),
    framing: options.framing ?? 'json',
    delayed: (work) => delays.atLeast(latency.session, work),
    log,
  });

  const usual = spokeAgents(organization).filter(
    ({ agentId }) => options.agents?.every((own) => own.agentId !== agentId) ?? true,
  );
  const agents = [...usual, ...(options.agents ?? [])];
  const hall = createAgentHall({ agents, faults, clock });
  const model = createScriptedModel(options.model);
  const bedrock = createBedrock({ verify, model, log });
  let url = '';
  const identityCenter = createIdentityCenter({
    organization,
    keys,
    clock,
    faults,
    pageSize: options.pageSize,
    url: () => url,
    options: options.identityCenter ?? {},
    log,
  });

  const targets = createJsonTargets({
    services: [
      organizationsService(organization),
      systemsManager({
        parameters: new Map([
          ['/central-ops/accounts', JSON.stringify(organizationRegistry(organization))],
          ...(externalId === null ? [] : [['/central-ops/external-id', externalId] as const]),
        ]),
        organization,
        commands,
      }),
    ],
    verify,
    faults,
    log,
  });

  const server = createServer(
    createRequestListener({
      sts,
      targets,
      services: createServiceDoors({ organization, verify, faults, page, log }),
      ec2: createEc2Query({ organization, verify, faults, page, tagsOf: (id) => changedTags.get(id), log }),
      mcp,
      bedrock,
      agentCore: createAgentCoreDoor({ hall, verify, log }),
      bedrockAgents: createBedrockAgentsDoor({ hall, verify, log }),
      agentLookUps: createAgentLookUps({ hall, faults, verify, log }),
      identityCenter: (request) => identityCenter.answer(request),
      log,
    }),
  );
  // Idle connections stay: a client that comes back after a minute should not find a closed one.
  server.keepAliveTimeout = 120_000;
  try {
    url = `http://127.0.0.1:${String(await listen(server, options.port ?? 0))}`;
  } catch (error) {
    await runner.close();
    throw error;
  }
  let closing: Promise<void> | undefined;

  return {
    url,
    stsUrl: url,
    mcpUrl: `${url}/mcp`,
    identityCenter: {
      url,
      startUrl: SANDBOX_START_URL,
      region: HOME_REGION,
      signIn: (user) => identityCenter.signIn(user),
      statistics: () => identityCenter.statistics(),
    },
    hub: { accessKeyId: hub.accessKeyId, secretAccessKey: hub.secretAccessKey },
    externalId: externalId ?? '',
    registry: () => organizationRegistry(organization),
    truth: () => organizationTruth(organization),
    variables: () => ({
      AWS_ACCESS_KEY_ID: hub.accessKeyId,
      AWS_SECRET_ACCESS_KEY: hub.secretAccessKey,
      AWS_REGION: HOME_REGION,
      AWS_ENDPOINT_URL_STS: url,
      AWS_ENDPOINT_URL_SSO: url,
      AWS_ENDPOINT_URL_SSO_OIDC: url,
      AWS_SSO_START_URL: SANDBOX_START_URL,
      AWS_SSO_REGION: HOME_REGION,
      AWS_ENDPOINT_URL_ORGANIZATIONS: url,
      AWS_ENDPOINT_URL_SSM: url,
      AWS_ENDPOINT_URL_EC2: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENTCORE: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENTCORE_CONTROL: url,
      CENTRAL_OPS_AWS_MCP_URL: `${url}/mcp`,
      CENTRAL_OPS_EXTERNAL_ID: externalId ?? '',
      ...(options.model === undefined ? {} : { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url }),
    }),
    statistics: () => statistics.read(),
    modelRequests: () => model.requests,
    commands: () => commands.all(),
    retag: (instanceId, tags) => void changedTags.set(instanceId, tags),
    agents: {
      registry: () => ({ agents: agentRows(agents, organization.hub.id) }),
      invocations: () => hall.invocations,
      fail: (agentId, outcome, times = 1) => hall.fail(agentId, outcome, times),
    },
    expireSessions: (accountId) => sessions.expire(accountId),
    close: () => {
      closing ??= (async () => {
        ending.abort();
        delays.close();
        server.closeAllConnections();
        const stopped = new Promise<void>((resolve) => void server.close(() => resolve()));
        await Promise.all([stopped, runner.close()]);
      })();
      return closing;
    },
  };
}

function hubUser(accountId: string): ReturnType<typeof createPrincipal> {
  return createPrincipal(
    {
      kind: 'user',
      accountId,
      arn: `arn:aws:iam::${accountId}:user/central-ops`,
      userId: `AIDA${accountId}SANDB`,
      identityKey: `${accountId}/user/central-ops`,
      sourceIdentity: undefined,
    },
    { identity: hubPolicy(), session: undefined },
  );
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portTaken(port, cause)));
    // A thousand accounts connect at once; a shorter queue would make some of them wait for a second try.
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function portTaken(port: number, cause: NodeJS.ErrnoException): CentralOpsError {
  const why = cause.code === 'EADDRINUSE' ? 'another program uses it' : cause.message;
  return new CentralOpsError(
    'unreachable',
    `The sandbox cannot listen on 127.0.0.1:${String(port)}: ${why}. Choose another port, or 0 for a free one.`,
    { facts: { port }, cause },
  );
}
