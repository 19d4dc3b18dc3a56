import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { SpokeAgent } from './agents/spoke-agents.js';
import type { IdentityCenterOptions } from './identity-center/identity-center.js';
import type { ModelScript } from './protocol/bedrock-script.js';

/** How the sandbox is set up. Everything has a default: ten accounts that all answer, at once. */
export interface SandboxOptions {
  /** Workload accounts besides the hub (10). */
  readonly accounts?: number;
  /** The same seed is the same organization (1). */
  readonly seed?: number;
  /** 0 takes a free port. */
  readonly port?: number;
  readonly latency?: Latency;
  readonly faults?: readonly Fault[];
  /** Cuts every list into pages of this many, whatever was asked for. */
  readonly pageSize?: number;
  readonly clock?: Clock;
  /** `run_script` answers with a task to poll when a script takes longer than a moment. */
  readonly tasks?: boolean;
  /** Names of tools that this server does not have. */
  readonly withoutTools?: readonly string[];
  /** How replies are framed: the AWS MCP Server sends plain JSON, the protocol allows both. */
  readonly framing?: 'json' | 'sse';
  /** The external id that member roles demand; null demands none (`central-ops-sandbox`). */
  readonly externalId?: string | null;
  readonly identityCenter?: IdentityCenterOptions;
  /** Agents besides the usual ones, or instead of those with the same id. */
  readonly agents?: readonly SpokeAgent[];
  /** Milliseconds a script may take (60,000). */
  readonly scriptTimeoutMs?: number;
  /** What the models of Amazon Bedrock say. Absent: there is none. */
  readonly model?: ModelScript;
  /** Told of what an operator would look for in a log: refusals and their reasons. Never holds a secret. */
  readonly log?: (message: string, facts: Readonly<Record<string, string | number>>) => void;
}

/** Least milliseconds that an answer takes; the sandbox's own work counts towards them. */
export interface Latency {
  /** AssumeRole. */
  readonly sts: number;
  /** `initialize` of an MCP session. */
  readonly session: number;
  /** `aws___run_script`. */
  readonly script: number;
  /** Each `call_boto3` inside a script. */
  readonly call: number;
}

export type FaultOutcome = (typeof OUTCOMES)[number];

/** Those of every service, and those that only an agent's answer, or only STS, can have. */
export type AgentFault = FaultOutcome | (typeof AGENT_OUTCOMES)[number];

/** Something that goes wrong for one account (or `*`) at one place, every time it is asked. */
export interface Fault {
  /** An account id, an account name (spaces may be hyphens), or `*`. */
  readonly account: string;
  /**
   * `sts`, `mcp`, `sso` (the portal), `sso-oidc` (its token service, which knows no account), or a boto3 service.
   */
  readonly service: string;
  /** Only in this Region. */
  readonly region?: string;
  readonly outcome: AgentFault;
}

/** Doors of the sandbox, which are not asked in a Region. */
const WITHOUT_REGION = ['sts', 'mcp', 'sso', 'sso-oidc'];

const OUTCOMES = ['denied', 'throttled', 'unreachable', 'timeout', 'error', 'expired-session'] as const;

/** Of `bedrock-agentcore` and `bedrock-agent-runtime`; the first of `sts`: credentials of another account than was asked for. */
const AGENT_OUTCOMES = [
  'wrong-account',
  'endpoint-denied',
  'error-in-body',
  'returns-control',
  'split-characters',
  'fails-midway',
  'throttled-midway',
  'cut-off',
  'stalled',
] as const;

const faultShape = z.tuple([
  z.string().regex(/^(?:\*|\d{12}|[A-Za-z][\w .-]*)$/u, 'ACCOUNT is a 12-digit id, an account name, or *'),
  z
    .string()
    .regex(
      /^[a-z][a-z0-9-]*(?:@[a-z]{2}(?:-[a-z]+)+-\d)?$/u,
      'SERVICE is sts, mcp, sso, sso-oidc, or a boto3 service such as ec2 or ec2@eu-west-1',
    ),
  z.enum([...OUTCOMES, ...AGENT_OUTCOMES], `OUTCOME is one of ${OUTCOMES.join(', ')}`),
]);

/** The services that agents are invoked through. */
const AGENT_SERVICES = ['bedrock-agentcore', 'bedrock-agent-runtime'];
const EXAMPLE_OF_AGENTS = '111122223333:bedrock-agentcore:cut-off';

/** Whether it can go wrong with every service. */
export function isServiceOutcome(outcome: AgentFault): outcome is FaultOutcome {
  return OUTCOMES.some((known) => known === outcome);
}

/** `111122223333:ec2@eu-west-1:throttled,*:s3:denied` → faults. Throws `configuration`, naming the entry. */
export function parseFaults(text: string): readonly Fault[] {
  return entriesOf(text).map(({ entry, place }) => {
    const parsed = faultShape.safeParse(entry.split(':').map((part) => part.trim()));
    if (!parsed.success) {
      const problem = parsed.error.issues[0];
      const why = problem?.path.length === 1 ? problem.message : 'it has three parts, ACCOUNT:SERVICE:OUTCOME';
      throw unreadable('faults', entry, place, why, '111122223333:sts:denied');
    }
    const [account, target, outcome] = parsed.data;
    const [service = '', region] = target.split('@');
    const own = isServiceOutcome(outcome) || (outcome === 'wrong-account' ? ['sts'] : AGENT_SERVICES).includes(service);
    if (!own) throw unreadable('faults', entry, place, `${service} cannot be ${outcome}`, EXAMPLE_OF_AGENTS);
    if (region !== undefined && WITHOUT_REGION.includes(service)) {
      throw unreadable('faults', entry, place, `${service} has no Region here`, '111122223333:ec2@eu-west-1:throttled');
    }
    if (service === 'sso-oidc' && account !== '*') {
      throw unreadable('faults', entry, place, 'the token service knows no account', '*:sso-oidc:denied');
    }
    return { account, service, outcome, ...(region === undefined ? {} : { region }) };
  });
}

const latencyShape = z.tuple([
  z.enum(['sts', 'session', 'script', 'call'], 'the name is one of sts, session, script, call'),
  z
    .string()
    .regex(/^\d{1,6}$/u, 'the value is a whole number of milliseconds')
    .transform(Number),
]);

/** `sts=80,session=100,script=600` → milliseconds. Throws `configuration`, naming the entry. */
export function parseLatency(text: string): Latency {
  const latency = { ...NO_LATENCY };
  for (const { entry, place } of entriesOf(text)) {
    const parsed = latencyShape.safeParse(entry.split('=').map((part) => part.trim()));
    if (!parsed.success) {
      const problem = parsed.error.issues[0];
      const why = problem?.path.length === 1 ? problem.message : 'it is NAME=MILLISECONDS';
      throw unreadable('latency', entry, place, why, 'sts=80,session=100,script=600');
    }
    const [name, milliseconds] = parsed.data;
    latency[name] = milliseconds;
  }
  return latency;
}

export const NO_LATENCY: Latency = { sts: 0, session: 0, script: 0, call: 0 };

function entriesOf(text: string): readonly { entry: string; place: number }[] {
  return text
    .split(',')
    .map((entry, index) => ({ entry: entry.trim(), place: index + 1 }))
    .filter(({ entry }) => entry !== '');
}

function unreadable(what: string, entry: string, place: number, why: string, example: string): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `The sandbox cannot read entry ${String(place)} of its ${what}, "${entry}": ${why}. Write it like ${example}.`,
    { facts: { what, entry, place } },
  );
}
