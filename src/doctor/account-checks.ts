import { type Account, accountReference } from '../domain/account.js';
import type { AccountCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Outcome } from '../domain/outcome.js';
import type { FrozenPlan } from '../domain/plan.js';
import { homeRegion } from '../domain/region.js';
import type { AccountTools } from '../tools/account-tools.js';
import { CHECKS, type CheckName, type CheckResult } from './check.js';
import { hubStatement, readStatement, trustStatement } from './fixes.js';
import { failed, type HubIdentity } from './hub-checks.js';
import { checkRoleWidth, type RoleWidthUses } from './role-width.js';

export interface AccountCheckUses {
  readonly forAccount: (accountId: string) => AccountCredentials;
  readonly kind: 'iam' | 'identity-center';
  readonly hub: HubIdentity | undefined;
  readonly roleNameOf: (account: Account) => string;
  readonly hasExternalId: (account: Account) => boolean;
  /** Assumes the account's role without its external id; rejects when STS refuses, as it should. */
  readonly openWithoutExternalId: (account: Account, signal: AbortSignal) => Promise<void>;
  readonly tools: AccountTools;
  /** One harmless read per core service, and the IAM actions they need. */
  readonly reads: { readonly plan: FrozenPlan; readonly actionOf: (callId: string) => string };
  readonly freeze: RoleWidthUses['freeze'];
  /** Milliseconds since the Unix epoch. */
  readonly deadline: number;
}

/** The checks of one account, in order; what builds on a failed one is skipped and says so. */
export async function checkAccount(
  account: Account,
  uses: AccountCheckUses,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const named = { id: account.id, name: account.name };
  const of = (result: CheckResult): CheckResult => ({ ...result, account: named });
  const opened = await openAccount(account, uses, signal);
  if (opened.some(({ status }) => status === 'fail')) {
    const rest: readonly CheckName[] = ['external-id', 'identity', 'mcp-session', 'reads'];
    const skipped = rest
      .filter((check) => !opened.some((result) => result.check === check))
      .map((check): CheckResult => ({ check, status: 'skip', saw: 'the account was not opened' }));
    return inOrder([...opened, ...skipped]).map(of);
  }
  const externalId = await checkExternalId(account, uses, signal);
  const session = await checkSession(account, uses, signal);
  const reads: CheckResult =
    session.status === 'pass'
      ? await checkReads(account, uses, signal)
      : { check: 'reads', status: 'skip', saw: 'there is no session to read through' };
  const width =
    uses.kind === 'identity-center' && session.status === 'pass' ? [await checkRoleWidth(account, uses, signal)] : [];
  return inOrder([...opened, externalId, session, reads, ...width]).map(of);
}

function inOrder(results: readonly CheckResult[]): readonly CheckResult[] {
  const order = Object.keys(CHECKS);
  return results.toSorted((left, right) => order.indexOf(left.check) - order.indexOf(right.check));
}

/** Opening proves both: a source never hands out what does not belong to the account and role asked for. */
async function openAccount(
  account: Account,
  uses: AccountCheckUses,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const roleName = uses.roleNameOf(account);
  try {
    const credentials = await uses.forAccount(account.id).provide({ signal });
    const until = credentials.expiresAt === undefined ? '' : `, until ${new Date(credentials.expiresAt).toISOString()}`;
    return [
      { check: 'assume-role', status: 'pass', saw: `${roleName} in ${account.id} was opened${until}` },
      { check: 'identity', status: 'pass', saw: `the credentials are those of ${credentials.accountId ?? account.id}` },
    ];
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CentralOpsError && error.code === 'identity-mismatch') {
      return [
        { check: 'assume-role', status: 'pass', saw: `${roleName} was opened` },
        failed('identity', error, 'Check which endpoint answers for STS.'),
      ];
    }
    const result = failed('assume-role', error, 'Check the role and its trust policy.');
    if (uses.kind !== 'iam' || !(error instanceof CentralOpsError) || error.code !== 'credentials-denied')
      return [result];
    const { hub } = uses;
    const trust = trustStatement(hub?.arn ?? 'THE ARN OF THE HUB’S ROLE', uses.hasExternalId(account));
    return [
      {
        ...result,
        fix: `${result.fix ?? ''}\nTrust policy of ${roleName} in ${account.id}: ${trust}\nPolicy of the hub’s identity: ${hubStatement(account, roleName)}`,
      },
    ];
  }
}

async function checkExternalId(account: Account, uses: AccountCheckUses, signal: AbortSignal): Promise<CheckResult> {
  const check = 'external-id';
  if (uses.kind !== 'iam') return { check, status: 'skip', saw: 'Identity Center knows no external ids' };
  if (!uses.hasExternalId(account)) {
    return {
      check,
      status: 'warn',
      saw: 'no external id is configured for this account',
      fix: 'Choose one, put it into the trust policies as sts:ExternalId, and set CENTRAL_OPS_EXTERNAL_ID.',
    };
  }
  try {
    await uses.openWithoutExternalId(account, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CentralOpsError && error.code === 'credentials-denied') {
      return { check, status: 'pass', saw: 'without it STS refuses' };
    }
    return {
      check,
      status: 'skip',
      saw: `STS was not asked without it: ${error instanceof Error ? error.message : ''}`,
    };
  }
  const roleName = uses.roleNameOf(account);
  return {
    check,
    status: 'warn',
    saw: `${roleName} opens without the external id as well: its trust policy does not demand one`,
    fix: `Trust policy of ${roleName} in ${account.id}: ${trustStatement(uses.hub?.arn ?? 'THE ARN OF THE HUB’S ROLE', true)}`,
  };
}

async function checkSession(account: Account, uses: AccountCheckUses, signal: AbortSignal): Promise<CheckResult> {
  const check = 'mcp-session';
  try {
    const tools = await uses.tools.list(accountReference(account), { signal });
    return { check, status: 'pass', saw: `${tools.length} tools` };
  } catch (error) {
    signal.throwIfAborted();
    return failed(check, error, 'Check CENTRAL_OPS_AWS_MCP_URL, and that no policy denies aws:ViaAWSMCPService.');
  }
}

async function checkReads(account: Account, uses: AccountCheckUses, signal: AbortSignal): Promise<CheckResult> {
  const region = account.regions?.[0] ?? homeRegion(account.partition);
  const assignment = { account: accountReference(account), regions: [region], plan: uses.reads.plan };
  const { outcomes } = await uses.tools.run(assignment, {
    caller: { kind: 'operating-system-user', name: 'doctor' },
    signal,
    deadline: uses.deadline,
  });
  signal.throwIfAborted();
  const bad = outcomes.filter(
    ({ kind }) => kind !== 'answered' && kind !== 'not-offered' && kind !== 'region-disabled',
  );
  if (bad.length === 0) {
    return { check: 'reads', status: 'pass', saw: `${outcomes.length} reads in ${region} were answered` };
  }
  const denied = bad.filter(({ kind }) => kind === 'denied').map(({ call }) => uses.reads.actionOf(call));
  const roleName = uses.roleNameOf(account);
  return {
    check: 'reads',
    status: 'fail',
    saw: bad.map(shownOutcome).join('; '),
    fix:
      denied.length > 0
        ? `Attach ReadOnlyAccess to ${roleName} in ${account.id}, or add: ${readStatement(denied)}`
        : (bad[0]?.nextStep ?? 'Ask again; if it stays, look at the account in CloudTrail.'),
  };
}

function shownOutcome({ label, kind, message }: Outcome): string {
  return `${label} ${kind}${message === undefined ? '' : ` (${message.slice(0, 200)})`}`;
}
