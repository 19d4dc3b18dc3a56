import { type Agent, agentLabel, agentRoleArn, invokePermission, isLocalAgent } from '../domain/agent.js';
import { type AgentLookUp, type LookUpAgent, lookUpPermission } from '../domain/agent-look-up.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import { assumeChecks } from './agent-role-checks.js';
import { type AskedInvocation, checkInvocation } from './agent-invocation-check.js';
import type { CheckName, CheckResult } from './check.js';
import { allowStatement } from './fixes.js';
import { failed, type HubIdentity } from './hub-checks.js';

/** What an agent's role is opened for. */
export type AgentSessionPurpose = 'look-up' | 'invoke';

/** Which external id is presented: the row's own or else the configured one, the configured one alone, or none. */
export type PresentedId = 'effective' | 'configured' | 'none';

export interface AgentCheckUses {
  /** Whose identity this process has. */
  readonly hub: HubIdentity;
  /** The hub's own credentials, for agents of its own account. */
  readonly hubCredentials: (signal: AbortSignal) => Promise<AwsCredentials>;
  /** Opens the agent's role with a session that may do this and nothing else. Throws a `CentralOpsError`. */
  readonly openRole: (
    agent: Agent,
    options: { readonly purpose: AgentSessionPurpose; readonly externalId: PresentedId },
    signal: AbortSignal,
  ) => Promise<AwsCredentials>;
  readonly hasConfiguredExternalId: boolean;
  /** Whom STS takes these credentials for. */
  readonly identityOf: (credentials: AwsCredentials, signal: AbortSignal) => Promise<HubIdentity>;
  readonly lookUp: LookUpAgent;
  /** Where an agent that is not found may be instead: Regions that other rows and the hub use. */
  readonly otherRegions: readonly string[];
  /** Present: the agent is really asked a question, which is not a read. */
  readonly invocation?: AskedInvocation;
}

/**
 * The checks of one agent, in seed 2's order: may the hub assume the role, does the role trust it, does the external id fit,
 * does it open, is it the account that was meant, are agent and alias there in this Region, and does the session that invokes
 * belong to that account. Nothing is invoked unless that was asked for. What builds on a failed check is skipped and says so.
 */
export async function checkAgent(
  agent: Agent,
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const local = isLocalAgent(agent, uses.hub.accountId);
  const accountId = local ? uses.hub.accountId : (agent.accountId ?? uses.hub.accountId);
  const results: CheckResult[] = [rowCheck(agent)];
  const opened = local ? await hubSession(uses, signal) : await assumeChecks(agent, uses, signal);
  results.push(...opened.results);
  if (opened.credentials === undefined) {
    results.push(
      ...skipped(['agent-identity', 'agent-found', 'agent-session', 'agent-invocation'], 'the role was not opened'),
    );
    return named(agent, results);
  }
  const identity = await identityCheck(accountId, opened.credentials, uses, signal);
  results.push(identity);
  if (identity.status === 'fail') {
    results.push(
      ...skipped(['agent-found', 'agent-session', 'agent-invocation'], 'these are not credentials of that account'),
    );
    return named(agent, results);
  }
  results.push(await foundCheck(agent, { accountId, credentials: opened.credentials }, uses, signal));
  results.push(local ? localSession() : await sessionCheck(agent, accountId, uses, signal));
  results.push(await checkInvocation(agent, accountId, uses.invocation, signal));
  return named(agent, results);
}

function named(agent: Agent, results: readonly CheckResult[]): readonly CheckResult[] {
  return results.map((result) => ({ ...result, agent: { id: agent.agentId, name: agent.name, key: agent.key } }));
}

function skipped(checks: readonly CheckName[], why: string): readonly CheckResult[] {
  return checks.map((check) => ({ check, status: 'skip', saw: why }));
}

function rowCheck(agent: Agent): CheckResult {
  const check = 'agent-row';
  const saw = `${agentLabel(agent)} is listed${agent.enabled ? '' : ', and switched off'}`;
  if (!agent.enabled) {
    return { check, status: 'warn', saw, fix: 'It is not invoked until its row says "enabled": true.' };
  }
  if (agent.type === 'bedrock-agent' && agent.aliasId === 'TSTALIASID') {
    return {
      check,
      status: 'warn',
      saw: `${saw}; TSTALIASID is its draft, which changes whenever somebody saves it`,
      fix: 'Make an alias of a version, and write its id in alias_id.',
    };
  }
  return { check, status: 'pass', saw };
}

interface Opened {
  readonly results: readonly CheckResult[];
  readonly credentials?: AwsCredentials;
}

/** An agent of the hub's own account is invoked as the hub. */
async function hubSession(uses: AgentCheckUses, signal: AbortSignal): Promise<Opened> {
  const why = 'the agent is in the hub’s own account, and no role is assumed';
  const results = skipped(['agent-hub-permission', 'agent-trust', 'agent-external-id', 'agent-role'], why);
  try {
    return { results, credentials: await uses.hubCredentials(signal) };
  } catch (error) {
    signal.throwIfAborted();
    return { results: [...results.slice(0, 3), failed('agent-role', error, 'Give this process AWS credentials.')] };
  }
}

async function identityCheck(
  accountId: string,
  credentials: AwsCredentials,
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<CheckResult> {
  const check = 'agent-identity';
  try {
    const identity = await uses.identityOf(credentials, signal);
    if (identity.accountId === accountId) {
      return { check, status: 'pass', saw: `STS says that they are those of ${identity.arn}` };
    }
    const own = identity.accountId === uses.hub.accountId ? ' (the hub: the assumed credentials were not used)' : '';
    return {
      check,
      status: 'fail',
      saw: `wrong account: STS says that they are those of ${identity.arn}, not of ${accountId}${own}`,
      fix: `Check account_id in the row (${accountId}), and which endpoint answers for STS.`,
    };
  } catch (error) {
    signal.throwIfAborted();
    return failed(check, error, 'Check that this machine reaches STS.');
  }
}

async function foundCheck(
  agent: Agent,
  { accountId, credentials }: { readonly accountId: string; readonly credentials: AwsCredentials },
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<CheckResult> {
  const check = 'agent-found';
  const found = await uses.lookUp(agent, { accountId, region: agent.region, credentials }, signal);
  switch (found.kind) {
    case 'ready':
      return { check, status: 'pass', saw: `${agent.agentId} is in ${accountId}, ${agent.region}, and ${found.saw}` };
    case 'not-ready':
      return { check, status: 'fail', saw: found.saw, fix: notReadyFix(agent) };
    case 'denied': {
      const { actions, resources } = lookUpPermission(agent, accountId);
      return {
        check,
        status: 'skip',
        saw: `the role may not look it up, which invoking does not need (${found.message})`,
        fix: `To have it checked, add to ${agentRoleArn(agent) ?? 'the hub’s role'}: ${allowStatement(actions, resources)}`,
      };
    }
    case 'failed':
      return { check, status: 'skip', saw: `it could not be looked up: ${found.message}`, fix: 'Ask again.' };
    case 'alias-missing':
      return {
        check,
        status: 'fail',
        saw: `the agent ${agent.agentId} is in ${accountId}, ${agent.region}; ${aliasOf(agent)} is not`,
        fix: `Correct it in the row; see ${listCommand(agent, true)}.`,
      };
    case 'missing':
      return notFound(agent, { accountId, credentials, sure: found.sure }, uses, signal);
    default:
      return found satisfies never;
  }
}

/** AWS says the same of a wrong Region, account and id; where else it is found tells which. */
async function notFound(
  agent: Agent,
  place: { readonly accountId: string; readonly credentials: AwsCredentials; readonly sure: boolean },
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<CheckResult> {
  const check = 'agent-found';
  const { accountId, credentials, sure } = place;
  const elsewhere = uses.otherRegions.filter((region) => region !== agent.region);
  const looked = await Promise.all(
    elsewhere.map(async (region): Promise<readonly [string, AgentLookUp]> => [
      region,
      await uses.lookUp(agent, { accountId, region, credentials }, signal),
    ]),
  );
  const there = looked.find(([, { kind }]) => kind === 'ready' || kind === 'not-ready' || kind === 'alias-missing');
  if (there !== undefined) {
    const [region] = there;
    return {
      check,
      status: 'fail',
      saw: `wrong Region: ${agent.agentId} is not in ${agent.region} of ${accountId}, but in ${region}`,
      fix: `Write "region": "${region}" in the row.`,
    };
  }
  const asked = looked.filter(([, { kind }]) => kind === 'missing').map(([region]) => region);
  const also = asked.length === 0 ? '' : `, nor in ${asked.join(', ')}`;
  return {
    check,
    status: 'fail',
    saw: sure
      ? `agent not found: there is no ${agent.agentId} in ${accountId}, ${agent.region}${also}`
      : `not found: ${agent.agentId} with ${aliasOf(agent)} is not in ${accountId}, ${agent.region}${also}`,
    fix: `Check the Region, the account and the id in the row; in that account, ${listCommand(agent, false)} lists what there is.`,
  };
}

function aliasOf(agent: Agent): string {
  return agent.type === 'agentcore' ? `its endpoint ${agent.qualifier}` : `its alias ${agent.aliasId}`;
}

function listCommand(agent: Agent, aliases: boolean): string {
  const { region, agentId } = agent;
  if (agent.type === 'agentcore') {
    return aliases
      ? `\`aws bedrock-agentcore-control list-agent-runtime-endpoints --agent-runtime-id ${agentId} --region ${region}\``
      : `\`aws bedrock-agentcore-control list-agent-runtimes --region ${region}\``;
  }
  return aliases
    ? `\`aws bedrock-agent list-agent-aliases --agent-id ${agentId} --region ${region}\``
    : `\`aws bedrock-agent list-agents --region ${region}\``;
}

function notReadyFix(agent: Agent): string {
  return agent.type === 'agentcore'
    ? `Its owners look at it: \`aws bedrock-agentcore-control get-agent-runtime-endpoint --agent-runtime-id ${agent.agentId} --endpoint-name ${agent.qualifier} --region ${agent.region}\`.`
    : `Its owners prepare it: \`aws bedrock-agent prepare-agent --agent-id ${agent.agentId} --region ${agent.region}\`, then point the alias at the version.`;
}

function localSession(): CheckResult {
  return { check: 'agent-session', status: 'skip', saw: 'it is invoked as the hub' };
}

/** Seed 2's last line: the client that invokes must be the one of the assumed role. Opened as an invocation opens it. */
async function sessionCheck(
  agent: Agent,
  accountId: string,
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<CheckResult> {
  const check = 'agent-session';
  try {
    const credentials = await uses.openRole(agent, { purpose: 'invoke', externalId: 'effective' }, signal);
    const identity = await uses.identityOf(credentials, signal);
    const { action, resources } = invokePermission(agent, accountId);
    return identity.accountId === accountId
      ? { check, status: 'pass', saw: `cut down to ${action} on ${resources.join(' and ')}` }
      : {
          check,
          status: 'fail',
          saw: `wrong account: the session that would invoke is that of ${identity.arn}`,
          fix: 'Check which endpoint answers for STS.',
        };
  } catch (error) {
    signal.throwIfAborted();
    const nextStep = error instanceof CentralOpsError ? error.nextStep : undefined;
    return { check, status: 'fail', saw: messageOf(error), fix: nextStep ?? 'Check the role.' };
  }
}
