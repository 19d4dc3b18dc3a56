/**
 * Commands on EC2 instances: the gates before them, the approval, and the way through Systems Manager. What may be run is decided
 * by configuration alone; the same checks stand before the question and again before the command is sent.
 */
import { type DecidedApproval, type Decision, payloadHashOf } from '../approvals/approval.js';
import type { Approvals } from '../approvals/approvals.js';
import type { ApprovalExecutor } from '../approvals/resume.js';
import type { RetryOptions } from '../aws/retry.js';
import type { Account } from '../domain/account.js';
import type { Answer } from '../domain/answer.js';
import { type Caller, callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import type { JsonObject } from '../domain/json.js';
import type { Logger } from '../domain/logger.js';
import type { Sleep } from '../network/sleep.js';
import { type Ec2AllowList, type Ec2AllowRule, tagsMatch } from './allow-list.js';
import { auditComment } from './audit-comment.js';
import { checkCommand, harmlessCommand } from './command-text.js';
import { notFound, notManaged, where } from './errors.js';
import type { CommandPlace, Ec2Gateway } from './gateway.js';
import { type Ec2CommandPayload, readPayload, summaryOf, toJson } from './payload.js';
import { type CommandPermissions } from './permissions.js';
import { rejectedAnswer, resultAnswer, waitingAnswer } from './report.js';
import { runCommand } from './run-command.js';

/** What somebody asks for. */
export interface Ec2CommandRequest {
  readonly instanceId: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly command: string;
  /** The hub's own when absent. */
  readonly region?: string;
}

export interface Ec2CommandOptions {
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

/** A command that waits for a yes: what to show, and what to bind the answer to. */
export interface WaitingCommand {
  readonly approvalId: string;
  readonly summary: string;
  readonly payloadHash: string;
}

export interface Ec2Commands {
  /**
   * Runs a command that is listed as harmless, and answers `needs-approval` for any other, with what waits. Throws when a gate is
   * closed, when the instance cannot be reached, and when it could not be sent.
   */
  request(
    request: Ec2CommandRequest,
    options: Ec2CommandOptions,
  ): Promise<{ readonly answer: Answer; readonly waiting?: WaitingCommand }>;
  /** Takes the decision on what was shown, and carries it out. */
  decide(waiting: WaitingCommand, decision: Decision, options: Ec2CommandOptions): Promise<Answer>;
  /** The same, for the doors that all kinds of approvals share. */
  readonly executor: ApprovalExecutor;
}

export interface Ec2CommandsUses {
  readonly allow: Ec2AllowList;
  /** The account as this caller may see it. Throws `unknown-account`. */
  readonly accountFor: (accountId: string, options: Ec2CommandOptions) => Promise<Account>;
  /** The ids of the accounts that selectors of a rule mean. Throws `unknown-account` for one that means none. */
  readonly membersOf: (selectors: readonly string[], signal: AbortSignal) => Promise<readonly string[]>;
  /** A way in with credentials of the account and role that allow these things alone, never those of another use. */
  readonly open: (
    place: CommandPlace & { readonly account: Account },
    permissions: CommandPermissions,
    options: Ec2CommandOptions,
  ) => Promise<Ec2Gateway>;
  readonly defaultRegion: string;
  readonly approvals: Approvals;
  readonly newId: (prefix: string) => string;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly retry: RetryOptions;
  readonly logger: Logger;
}

interface Run {
  readonly runId: string;
  readonly sessionId: string;
  readonly startedAt: number;
}

export function createEc2Commands(uses: Ec2CommandsUses): Ec2Commands {
  const { allow, approvals, clock, newId, logger } = uses;

  /** The gates that need nothing of the account: who may, where, as whom. */
  async function admitted(
    asked: Pick<CommandPlace, 'accountId' | 'roleName' | 'region' | 'instanceId'>,
    options: Ec2CommandOptions,
  ): Promise<{
    readonly place: CommandPlace & { readonly account: Account };
    readonly rules: readonly Ec2AllowRule[];
  }> {
    checkNames(asked);
    const account = await uses.accountFor(asked.accountId, options);
    const rules: Ec2AllowRule[] = [];
    for (const rule of allow.allow) {
      const members = await membersOfRule(rule, options.signal);
      if (members.includes(account.id) && rule.roles.includes(asked.roleName)) rules.push(rule);
    }
    if (rules.length === 0) {
      throw refusal(
        `no rule of ${allow.origin} allows commands in ${account.name} (${account.id}) with the role ${asked.roleName}`,
        { accountId: account.id, roleName: asked.roleName },
      );
    }
    return { place: { ...asked, accountName: account.name, account }, rules };
  }

  async function membersOfRule(rule: Ec2AllowRule, signal: AbortSignal): Promise<readonly string[]> {
    try {
      return await uses.membersOf(rule.accounts, signal);
    } catch (error) {
      if (!(error instanceof CentralOpsError) || error.code !== 'unknown-account') throw error;
      throw new CentralOpsError('configuration', `a rule of ${allow.origin} cannot be used: ${error.message}`, {
        nextStep: 'Correct its accounts. Until then no command is run.',
        cause: error,
      });
    }
  }

  /** The gates that the instance itself decides: its tags, its state, its agent. */
  async function inspected(
    gateway: Ec2Gateway,
    place: CommandPlace,
    rules: readonly Ec2AllowRule[],
    signal: AbortSignal,
  ): Promise<Pick<Ec2CommandPayload, 'instanceName' | 'platform' | 'tags' | 'document'>> {
    const instance = await gateway.instance(signal);
    if (instance === undefined) throw notFound(place);
    const rule = rules.find((candidate) => tagsMatch(candidate, instance.tags));
    if (rule === undefined) {
      throw refusal(
        `the tags of ${place.instanceId} in ${where(place)} are not those for which ${allow.origin} allows commands there`,
        { instanceId: place.instanceId, wanted: rules.map(({ instanceTags }) => ({ ...instanceTags })) },
      );
    }
    if (instance.state !== 'running') throw notManaged(place, `it is ${instance.state}`);
    const agent = await gateway.agent(signal);
    if (agent === undefined) throw notManaged(place, 'Systems Manager manages no such instance');
    if (agent.ping !== 'Online') throw notManaged(place, `its SSM Agent is ${agent.ping}`);
    const platform = agent.platform === 'Windows' ? 'windows' : 'linux';
    const tags = Object.fromEntries(
      Object.keys(rule.instanceTags).map((key): [string, string] => [key, instance.tags[key] ?? '']),
    );
    return { instanceName: instance.name, platform, tags, document: allow.documents[platform] };
  }

  async function prepared(
    request: Ec2CommandRequest,
    options: Ec2CommandOptions,
  ): Promise<{ readonly payload: Ec2CommandPayload; readonly harmless: boolean }> {
    const command = checkCommand(request.command);
    const region = request.region ?? uses.defaultRegion;
    const { place, rules } = await admitted({ ...request, region }, options);
    const gateway = await uses.open(place, { kind: 'look' }, options);
    const seen = await inspected(gateway, place, rules, options.signal);
    const plain = harmlessCommand(command, allow.harmless);
    const { accountId, accountName, roleName, instanceId } = place;
    return {
      harmless: plain !== undefined,
      payload: {
        accountId,
        accountName,
        roleName,
        region,
        instanceId,
        ...seen,
        command: plain ?? command,
        executionSeconds: allow.timeoutSeconds,
      },
    };
  }

  /** All gates once more, then the command. */
  async function carriedOut(
    payload: Ec2CommandPayload,
    run: Run,
    options: Ec2CommandOptions,
    onSent: (commandId: string) => Promise<void>,
  ): Promise<Answer> {
    const { caller, signal } = options;
    checkCommand(payload.command);
    const { place, rules } = await admitted(payload, options);
    const { document } = payload;
    const gateway = await uses.open(place, { kind: 'run', document }, options);
    const now = await inspected(gateway, place, rules, signal);
    refuseChanges(payload, now);
    const result = await runCommand(
      {
        document,
        command: payload.command,
        executionSeconds: payload.executionSeconds,
        deliverySeconds: Math.max(LEAST_DELIVERY_SECONDS, payload.executionSeconds),
        comment: auditComment(caller, run.runId),
      },
      { gateway, clock, sleep: uses.sleep, retry: uses.retry, onSent },
      signal,
    );
    return resultAnswer(payload, result, { ...run, clock });
  }

  /** Whatever happens leaves a line in the log, and in the record of the approval where there is one. */
  async function audited(
    payload: Ec2CommandPayload,
    run: Run,
    options: Ec2CommandOptions,
    approvalId: string | null,
  ): Promise<Answer> {
    const facts = auditFacts(payload, run, options.caller, approvalId);
    let sent: JsonObject = {};
    const note = async (message: string, outcome: JsonObject): Promise<void> => {
      logger.warn(message, { ...facts, ...sent, ...outcome });
      if (approvalId === null) return;
      await approvals.conclude(approvalId, { ...sent, ...outcome, at: clock() }).catch((error: unknown) => {
        logger.error('outcome of an approval not kept', { approvalId, error: messageOf(error) });
      });
    };
    try {
      const answer = await carriedOut(payload, run, options, (commandId) => {
        sent = { commandId };
        // Now, so that a process that dies while the command runs leaves its id.
        return note('ec2 command sent', { status: 'sent' });
      });
      const { status = '', exitCode = null } = answer.command ?? {};
      await note('ec2 command', { status, exitCode });
      return answer;
    } catch (error) {
      const code = error instanceof CentralOpsError ? error.code : 'internal';
      await note('ec2 command', { status: code === 'command-unknown' ? 'not known' : 'not sent', code });
      throw error;
    }
  }

  async function decided(approval: DecidedApproval, options: Ec2CommandOptions): Promise<Answer> {
    const run = {
      runId: approval.runId ?? newId('run'),
      sessionId: approval.sessionId ?? newId('session'),
      startedAt: clock(),
    };
    if (payloadHashOf(approval.payload) !== approval.payloadHash || approval.kind !== 'ec2-command') {
      throw new CentralOpsError('approval-tampered', 'the approval is for something else. Nothing was run');
    }
    const payload = readPayload(approval.payload);
    if (approval.decided.decision === 'reject') {
      logger.warn('ec2 command rejected', auditFacts(payload, run, options.caller, approval.approvalId));
      return rejectedAnswer(payload, run);
    }
    return audited(payload, run, options, approval.approvalId);
  }

  return {
    async request(request, options) {
      const run = { runId: newId('run'), sessionId: newId('session'), startedAt: clock() };
      const { payload, harmless } = await prepared(request, options);
      if (harmless) return { answer: await audited(payload, run, options, null) };
      const approval = await approvals.request({
        kind: 'ec2-command',
        caller: options.caller,
        payload: toJson(payload),
        summary: summaryOf(payload),
        runId: run.runId,
        sessionId: run.sessionId,
        expiresInMillis: allow.approvalMinutes * 60_000,
      });
      return { answer: waitingAnswer(approval, run), waiting: approval };
    },
    async decide({ approvalId, payloadHash }, decision, options) {
      const { caller } = options;
      return decided(await approvals.decide({ approvalId, caller, decision, expectedHash: payloadHash }), options);
    },
    async *executor(approval, { caller, signal = new AbortController().signal }) {
      const answer = await decided(approval, { caller, signal });
      yield { type: 'run-ended', runId: answer.runId, at: new Date(clock()).toISOString(), answer };
    },
  };
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html, TimeoutSeconds */
const LEAST_DELIVERY_SECONDS = 30;

function checkNames({
  instanceId,
  accountId,
  roleName,
  region,
}: Record<'instanceId' | 'accountId' | 'roleName' | 'region', string>): void {
  const checks: readonly (readonly [string, string, RegExp, string])[] = [
    ['the account', accountId, /^\d{12}$/, '12 digits'],
    ['the role', roleName, /^[\w+=,.@-]{1,64}$/, 'the name of a role or permission set, not an ARN'],
    ['the instance', instanceId, /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, 'i- and 8 or 17 hexadecimal digits'],
    ['the Region', region, /^[a-z]{2}(?:-[a-z]+)+-\d$/, 'such as us-east-1'],
  ];
  for (const [what, value, pattern, wanted] of checks) {
    if (pattern.test(value)) continue;
    throw new CentralOpsError('usage', `${what} "${value.slice(0, 100)}" is not one`, {
      nextStep: `It must be ${wanted}.`,
    });
  }
}

/** What a person said yes to must be what is there. */
function refuseChanges(shown: Ec2CommandPayload, now: Pick<Ec2CommandPayload, 'platform' | 'tags' | 'document'>): void {
  const changed = [
    ...(shown.platform === now.platform ? [] : ['its platform']),
    ...(shown.document === now.document ? [] : ['the document']),
    ...Object.keys({ ...shown.tags, ...now.tags })
      .filter((key) => shown.tags[key] !== now.tags[key])
      .map((key) => `its tag ${key}`),
  ];
  if (changed.length === 0) return;
  throw refusal(`${shown.instanceId} is not what was approved any more: ${changed.join(', ')} changed`, {
    instanceId: shown.instanceId,
    changed,
  });
}

function refusal(message: string, facts: JsonObject): CentralOpsError {
  return new CentralOpsError('refused', `${message}. Nothing was run`, {
    facts,
    nextStep: 'Whoever runs this decides what is allowed there; nothing else is tried in its place.',
  });
}

function auditFacts(
  { accountId, roleName, region, instanceId, document, command }: Ec2CommandPayload,
  { runId }: Run,
  caller: Caller,
  approvalId: string | null,
): JsonObject {
  const who = callerKey(caller);
  return { caller: who, accountId, roleName, region, instanceId, document, command, runId, approvalId };
}
