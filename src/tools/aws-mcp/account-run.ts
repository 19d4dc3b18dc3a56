import { accountLabel, type AccountReference } from '../../domain/account.js';
import type { Clock } from '../../domain/clock.js';
import type { AccountCredentials } from '../../domain/credentials.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { classifyAccountError, rpcCodeOf } from '../../domain/failure.js';
import type { Verdict } from '../../domain/failure.js';
import type { AccountReply } from '../../domain/outcome.js';
import type { Assignment } from '../../domain/plan.js';
import type { Sleep } from '../../network/sleep.js';
import { readEnvelope } from './script/envelope.js';
import type { Envelope } from './script/envelope.js';
import { firstProgress, renderScript } from './script/render.js';
import type { ProveReadOnly, ScriptLimits } from './script/render.js';
import { readScriptReply } from './script/reply.js';
import type { ScriptReply } from './script/reply.js';
import { rowSetsOf, settle } from './script/settle.js';
import type { SessionPool } from './session-pool.js';
import type { CallLimits, Session } from './session.js';
import { pollTask } from './task-polling.js';
import { RUN_SCRIPT, toolMissing } from './tool-catalogue.js';
import type { ToolCatalogue } from './tool-catalogue.js';

export interface AccountRunUses {
  readonly endpoint: URL;
  readonly pool: SessionPool;
  readonly catalogue: ToolCatalogue;
  readonly proveReadOnly: ProveReadOnly;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly limits: ScriptLimits;
}

/** Scripts of one account in one run; each does at least one page, so this is reached only by a server that does not. */
const MOST_SCRIPTS = 200;

/**
 * Kept back from the run's time, so that a script's own deadline comes first and its rows get home. Clients of the real
 * server saw 13 to 15 s for a script with a single call (awslabs/mcp pull request 4584).
 */
const TRAVEL_MILLIS = 15_000;

/**
 * Runs one assignment to its end: a script, then another with what the first had no time for, until nothing is left or
 * the deadline has come. Whatever goes wrong ends as outcomes, and what earlier scripts found is kept.
 */
export async function runAccount(
  assignment: Assignment,
  credentials: () => AccountCredentials,
  limits: CallLimits,
  uses: AccountRunUses,
): Promise<AccountReply> {
  const replies: ScriptReply[] = [];
  let progress = firstProgress(assignment);
  let apiCalls = 0;
  let ending: Verdict | undefined;
  try {
    const identity = credentials();
    requireOwnIdentity(identity, assignment.account);
    for (let script = 0; progress.units.length > 0; script += 1) {
      limits.signal.throwIfAborted();
      const seconds = scriptSeconds(assignment, limits, uses);
      const code = renderScript(assignment, progress, { ...uses.limits, seconds }, uses.proveReadOnly);
      const envelope = await uses.pool.use(identity, limits, (session) => runScript(session, code, limits, uses));
      apiCalls += envelope.apiCalls.length;
      const reply = readScriptReply(envelope.returnValue, envelope.apiCalls, assignment, progress);
      replies.push(reply);
      progress = reply.next;
      if (script >= MOST_SCRIPTS) throw timedOut(assignment);
    }
  } catch (error) {
    ending = classifyAccountError(error, assignment.account);
  }
  return {
    outcomes: settle(assignment, { replies, left: progress.units, ...(ending === undefined ? {} : { ending }) }),
    rowSets: rowSetsOf(
      assignment,
      replies.flatMap((reply) => reply.rows),
    ),
    apiCalls,
  };
}

/** A broker that hands out another account's identity would put one account's rows under the name of another. */
export function requireOwnIdentity(identity: AccountCredentials, account: AccountReference): void {
  if (identity.accountId === account.id) return;
  throw new CentralOpsError(
    'identity-mismatch',
    `${accountLabel(account)} was to be asked with the identity of account ${identity.accountId}; nothing was sent.`,
    { facts: { accountId: account.id, answered: identity.accountId } },
  );
}

function scriptSeconds(assignment: Assignment, limits: CallLimits, uses: AccountRunUses): number {
  const left = limits.deadline - uses.clock();
  if (left <= 0) throw timedOut(assignment);
  const usable = Math.max(left - TRAVEL_MILLIS, left / 2) / 1000;
  return Math.min(uses.limits.seconds, usable);
}

function timedOut(assignment: Assignment): CentralOpsError {
  return new CentralOpsError(
    'timed-out',
    `The time for this run was over before ${accountLabel(assignment.account)} had answered everything.`,
  );
}

async function runScript(
  session: Session,
  code: string,
  limits: CallLimits,
  uses: AccountRunUses,
): Promise<Extract<Envelope, { kind: 'done' }>> {
  const result = await session.callTool(RUN_SCRIPT, { code }, limits).catch(async (error: unknown) => {
    if (rpcCodeOf(error) !== undefined && saysUnknownTool(messageOf(error)))
      await explainMissing(session, limits, uses);
    throw error;
  });
  if (result.isError === true && saysUnknownTool(JSON.stringify(result.content)))
    await explainMissing(session, limits, uses);
  const envelope = readEnvelope(result);
  if (envelope.kind === 'done') return envelope;
  return pollTask(envelope.taskId, {
    call: (name, args) => session.callTool(name, args, limits),
    tools: () => uses.catalogue.list(session, limits),
    clock: uses.clock,
    sleep: uses.sleep,
    signal: limits.signal,
    deadline: limits.deadline,
  });
}

function saysUnknownTool(text: string): boolean {
  return /unknown tool|tool .{0,80}(not found|not exist|removed)|no such tool|method not found/i.test(text);
}

/** Throws `tool-missing` when the list agrees that the tool is not there; otherwise the refusal stands as it is. */
async function explainMissing(session: Session, limits: CallLimits, uses: AccountRunUses): Promise<void> {
  const offered = await uses.catalogue.list(session, limits).catch(() => undefined);
  if (offered !== undefined && !offered.some((tool) => tool.name === RUN_SCRIPT))
    throw toolMissing(uses.endpoint, offered);
}
