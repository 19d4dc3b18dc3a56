import { type Agent, agentRoleArn } from '../domain/agent.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import type { AgentCheckUses, PresentedId } from './agent-checks.js';
import type { CheckResult } from './check.js';
import { hubStatement, trustStatement } from './fixes.js';
import { failed } from './hub-checks.js';

/** Whose policy STS blames, where it says so. */
type Blamed = 'hub' | 'trust' | 'organization' | 'unsaid';

/**
 * The ends of AWS's messages on denied access: "because no identity-based policy allows …", "with an explicit deny in a
 * service control policy", "because no role trust policy allows …"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html). Between accounts of different
 * organizations, and for a missing role, there is none.
 */
function blamedIn(message: string): Blamed {
  if (/\b(?:service|resource) control policy\b/iu.test(message)) return 'organization';
  if (/\b(?:role trust|resource-based) policy\b/iu.test(message)) return 'trust';
  return /\b(?:identity-based policy|permissions boundary|session policy)\b/iu.test(message) ? 'hub' : 'unsaid';
}

interface Opened {
  readonly results: readonly CheckResult[];
  readonly credentials?: AwsCredentials;
}

/** Opens the agent's role, and finds out what keeps it shut: the hub, the trust policy or the external id. */
export async function assumeChecks(agent: Agent, uses: AgentCheckUses, signal: AbortSignal): Promise<Opened> {
  try {
    const credentials = await uses.openRole(agent, { purpose: 'look-up', externalId: 'effective' }, signal);
    return { credentials, results: await opened(agent, uses, signal) };
  } catch (error) {
    signal.throwIfAborted();
    return { results: await shut(agent, error, uses, signal) };
  }
}

async function opened(agent: Agent, uses: AgentCheckUses, signal: AbortSignal): Promise<readonly CheckResult[]> {
  return [
    { check: 'agent-hub-permission', status: 'pass', saw: `${uses.hub.arn} may assume it` },
    { check: 'agent-trust', status: 'pass', saw: 'its trust policy lets the hub in' },
    await externalIdOfOpened(agent, uses, signal),
    { check: 'agent-role', status: 'pass', saw: `${agentRoleArn(agent) ?? ''} was opened` },
  ];
}

async function externalIdOfOpened(agent: Agent, uses: AgentCheckUses, signal: AbortSignal): Promise<CheckResult> {
  const check = 'agent-external-id';
  if (agent.externalId === undefined && !uses.hasConfiguredExternalId) {
    return {
      check,
      status: 'warn',
      saw: 'no external id is presented, and none is demanded',
      fix: 'Choose one, put it into the trust policy as sts:ExternalId, and into the row as "external_id": "env:NAME".',
    };
  }
  const without = await opensWith('none', agent, uses, signal);
  if (without === 'refused') return { check, status: 'pass', saw: 'it fits, and without it STS refuses' };
  if (without === 'unknown') return { check, status: 'pass', saw: 'it fits' };
  return {
    check,
    status: 'warn',
    saw: 'the role opens without the external id as well: its trust policy does not demand one',
    fix: `Trust policy of ${agentRoleArn(agent) ?? ''}: ${trustStatement(uses.hub.arn, true)}`,
  };
}

async function opensWith(
  externalId: PresentedId,
  agent: Agent,
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<'opens' | 'refused' | 'unknown'> {
  try {
    await uses.openRole(agent, { purpose: 'look-up', externalId }, signal);
    return 'opens';
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof CentralOpsError && error.code === 'credentials-denied' ? 'refused' : 'unknown';
  }
}

async function shut(
  agent: Agent,
  error: unknown,
  uses: AgentCheckUses,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  if (!(error instanceof CentralOpsError) || error.code !== 'credentials-denied') {
    const wrongAccount = error instanceof CentralOpsError && error.code === 'identity-mismatch';
    const role = failed('agent-role', error, 'Check the role and the network.');
    return [
      ...threeSkipped('STS did not get as far as that'),
      wrongAccount ? { ...role, saw: `wrong account: ${role.saw}` } : role,
    ];
  }
  const presents = agent.externalId !== undefined || uses.hasConfiguredExternalId;
  if (agent.externalId !== undefined && uses.hasConfiguredExternalId) {
    const otherwise = await opensWith('configured', agent, uses, signal);
    if (otherwise === 'opens') return wrongExternalId(agent, uses);
  }
  return denied(agent, error, presents, uses);
}

/** The row's own was refused and the configured one was not: that much is certain. */
function wrongExternalId(agent: Agent, uses: AgentCheckUses): readonly CheckResult[] {
  return [
    { check: 'agent-hub-permission', status: 'pass', saw: `${uses.hub.arn} may assume it` },
    { check: 'agent-trust', status: 'pass', saw: 'its trust policy lets the hub in with another external id' },
    {
      check: 'agent-external-id',
      status: 'fail',
      saw: 'the external id of the row is refused, and CENTRAL_OPS_EXTERNAL_ID is taken',
      fix: 'Remove external_id from the row, or correct what it refers to.',
    },
    {
      check: 'agent-role',
      status: 'fail',
      saw: `${agentRoleArn(agent) ?? ''} was not opened`,
      fix: 'See external id.',
    },
  ];
}

function denied(agent: Agent, error: CentralOpsError, presents: boolean, uses: AgentCheckUses): readonly CheckResult[] {
  const arn = agentRoleArn(agent) ?? '';
  const account = { id: agent.accountId ?? '', partition: agent.partition };
  const said = error.cause === undefined ? error.message : messageOf(error.cause);
  const blamed = blamedIn(said);
  const hubFix = `Policy of ${uses.hub.arn}: ${hubStatement(account, agent.roleName)}`;
  const trustFix = `Trust policy of ${arn}: ${trustStatement(uses.hub.arn, presents)}`;
  const role: CheckResult = { check: 'agent-role', status: 'fail', saw: `${arn} was not opened: ${said}` };
  switch (blamed) {
    case 'hub':
      return [
        {
          check: 'agent-hub-permission',
          status: 'fail',
          saw: 'hub may not assume: its own policy stands against it',
          fix: hubFix,
        },
        { check: 'agent-trust', status: 'skip', saw: 'STS did not get as far as that' },
        { check: 'agent-external-id', status: 'skip', saw: 'STS did not get as far as that' },
        role,
      ];
    case 'trust':
      return [
        { check: 'agent-hub-permission', status: 'pass', saw: 'STS blames the trust policy, not the hub' },
        {
          check: 'agent-trust',
          status: 'fail',
          saw: 'spoke trust: the trust policy of the role does not let the hub in',
          fix: trustFix,
        },
        externalIdOfShut(presents),
        role,
      ];
    case 'organization':
      return [
        ...threeSkipped('a policy of the organization stands before all of them'),
        { ...role, fix: `Whoever keeps the SCPs and RCPs allows sts:AssumeRole on ${arn}.` },
      ];
    case 'unsaid':
      return [
        {
          check: 'agent-hub-permission',
          status: 'warn',
          saw: 'STS does not say which of these three it is',
          fix: hubFix,
        },
        { check: 'agent-trust', status: 'warn', saw: 'nor whether the role is there at all', fix: trustFix },
        externalIdOfShut(presents),
        {
          ...role,
          fix: `Look at it there: \`aws iam get-role --role-name ${agent.roleName.split('/').at(-1) ?? ''}\` in ${account.id}.`,
        },
      ];
    default:
      return blamed satisfies never;
  }
}

function externalIdOfShut(presents: boolean): CheckResult {
  const check = 'agent-external-id';
  return presents
    ? {
        check,
        status: 'warn',
        saw: 'one was presented; if the trust policy demands sts:ExternalId, it must be the same to the letter',
        fix: 'Compare it with the trust policy.',
      }
    : {
        check,
        status: 'warn',
        saw: 'none was presented; if the trust policy demands sts:ExternalId, that is why',
        fix: 'Write "external_id": "env:NAME" into the row, or set CENTRAL_OPS_EXTERNAL_ID.',
      };
}

function threeSkipped(saw: string): readonly CheckResult[] {
  return [
    { check: 'agent-hub-permission', status: 'skip', saw },
    { check: 'agent-trust', status: 'skip', saw },
    { check: 'agent-external-id', status: 'skip', saw },
  ];
}
