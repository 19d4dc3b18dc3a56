/** Commands of the AWS CLI in one account or in many: checked once, run side by side, each as its own account. */
import { setMaxListeners } from 'node:events';
import type { Account } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import type { CheckedCommand, CommandReport, CommandResult } from '../domain/command.js';
import type { CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { classifyAccountError } from '../domain/failure.js';
import type { Logger } from '../domain/logger.js';
import { isKnownRegion } from '../domain/region.js';
import { redact } from '../telemetry/redact.js';
import { blankSecrets } from './blank-secrets.js';
import { isExpired, verdictOf } from './command-result.js';
import { commandText } from './command-text.js';
import { commandCoverage } from './coverage-line.js';
import { type AwsCli, runAws } from './run-aws.js';
import type { ChildResult } from './run-child.js';
import type { Spill } from './spill.js';

export interface CommandRequest {
  /** "aws s3 ls": words as a shell would split them. */
  readonly command: string;
  /** One account by its id, or selectors of several. */
  readonly accounts: { readonly id: string } | { readonly selectors: readonly string[] };
  /** The role or permission set; the configured one when absent. Another one is never picked. */
  readonly roleName?: string;
  readonly region?: string;
  /** Seconds for each account (120). */
  readonly timeoutSeconds?: number;
  /** Characters of output that are returned of each account; the rest goes to a file (1,000,000). */
  readonly mostCharacters?: number;
}

export interface CommandContext {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Told of each account that has ended. */
  readonly onResult?: (result: CommandResult, done: number, total: number) => void;
}

export interface Commands {
  /**
   * Checks the command and runs it. One account's failure is a result; throws `refused` for a command that is not run at all,
   * `unknown-account`, `unknown-region`, `usage` or `configuration`.
   */
  run(request: CommandRequest, context: CommandContext): Promise<CommandReport>;
}

export interface CommandsUses {
  readonly check: (command: string) => CheckedCommand;
  /** The accounts meant, of those that the caller may use. */
  readonly accountsOf: (accounts: CommandRequest['accounts'], context: CommandContext) => Promise<readonly Account[]>;
  /** How an account is opened with a role. */
  readonly identityOf: (
    account: Account,
    roleName: string | undefined,
    context: CommandContext,
  ) => Promise<CommandIdentity>;
  /** The Region of a command that names none. */
  readonly regionOf: (account: Account) => string;
  /** The Regions that offer what a command calls, when not all do. */
  readonly offeredIn: (command: CheckedCommand) => readonly string[] | undefined;
  readonly cli: () => Promise<AwsCli>;
  readonly spill: Spill;
  /** Processes at once. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface CommandIdentity {
  readonly roleName: string;
  readonly provide: CredentialProvider;
}

const DEFAULT_SECONDS = 120;
const DEFAULT_CHARACTERS = 1_000_000;

/** What IAM takes as the name of a role: nothing else may become part of an ARN. */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;

export function createCommands(uses: CommandsUses): Commands {
  const { clock, logger } = uses;
  return {
    async run(request, context) {
      const startedAt = clock();
      checkRoleName(request.roleName);
      const command = uses.check(request.command);
      const region = regionAsked(request.region, command.region);
      const accounts = await uses.accountsOf(request.accounts, context);
      const cli = await uses.cli();
      setMaxListeners(0, context.signal);
      let done = 0;
      const results = await inTurns(accounts, uses.concurrency, async (account) => {
        const result = await runInAccount(uses, { account, command, region, request, context, cli });
        done += 1;
        logger.info('aws command ended', auditFields(command, result, context.caller));
        context.onResult?.(result, done, accounts.length);
        return result;
      });
      return {
        command: commandText(command.argv),
        operations: command.operations.map(({ service, operation }) => `${service} ${operation}`),
        results,
        coverage: commandCoverage(results),
        startedAt,
      };
    },
  };
}

function checkRoleName(roleName: string | undefined): void {
  if (roleName === undefined || ROLE_NAME.test(roleName)) return;
  throw new CentralOpsError('usage', `"${roleName.slice(0, 80)}" is not the name of a role or permission set.`, {
    nextStep: 'Give the name alone, not an ARN; `central-ops ls-accounts` lists your permission sets.',
  });
}

function regionAsked(flag: string | undefined, written: string | undefined): string | undefined {
  if (flag !== undefined && written !== undefined && flag !== written) {
    throw new CentralOpsError('usage', `The command says --region ${written}, and ${flag} was given besides.`, {
      nextStep: 'Name one Region.',
    });
  }
  if (flag !== undefined && !isKnownRegion(flag)) {
    throw new CentralOpsError('unknown-region', `There is no Region "${flag.slice(0, 40)}".`, {
      nextStep: 'Write it as eu-west-1.',
    });
  }
  return flag ?? written;
}

interface AccountRun {
  readonly account: Account;
  readonly command: CheckedCommand;
  readonly region: string | undefined;
  readonly request: CommandRequest;
  readonly context: CommandContext;
  readonly cli: AwsCli;
}

async function runInAccount(uses: CommandsUses, run: AccountRun): Promise<CommandResult> {
  const { account, command, request, context } = run;
  const startedAt = uses.clock();
  const region = run.region ?? uses.regionOf(account);
  const place = { accountId: account.id, accountName: account.name, region };
  let roleName = request.roleName ?? '';
  try {
    context.signal.throwIfAborted();
    const identity = await uses.identityOf(account, request.roleName, context);
    roleName = identity.roleName;
    const timeoutSeconds = request.timeoutSeconds ?? DEFAULT_SECONDS;
    const ended = await runWithFreshKeys(run, identity, region, timeoutSeconds);
    const verdict = verdictOf(ended, { account, region, command, timeoutSeconds, offeredIn: uses.offeredIn(command) });
    // What is cut off in the middle is no JSON, and cannot be blanked.
    const complete = ended.ended === 'by-itself';
    const stdout =
      command.output.kind === 'plain' ? ended.stdout : complete ? await blankSecrets(ended.stdout, command.output) : '';
    return {
      ...place,
      roleName,
      ...verdict,
      ...(ended.exitCode === undefined ? {} : { exitCode: ended.exitCode }),
      ...(await cut(uses.spill, account.id, stdout, request.mostCharacters ?? DEFAULT_CHARACTERS)),
      stderr: redact(ended.stderr).slice(0, 20_000),
      millis: uses.clock() - startedAt,
    };
  } catch (error) {
    const cancelled = new CentralOpsError('cancelled', 'was not asked any more');
    const { kind, code, message, nextStep } = classifyAccountError(context.signal.aborted ? cancelled : error, account);
    const millis = uses.clock() - startedAt;
    const why = { outcome: kind, code, message: redact(message), nextStep };
    return { ...place, roleName, ...why, stdout: '', stderr: '', millis };
  }
}

/** Credentials that AWS calls expired are replaced once, and the command is run once more. */
async function runWithFreshKeys(
  { command, context, cli }: AccountRun,
  { provide }: CommandIdentity,
  region: string,
  timeoutSeconds: number,
): Promise<ChildResult> {
  const { signal } = context;
  const { argv } = command;
  const limits = { argv, region, timeoutMillis: timeoutSeconds * 1000, signal };
  const first = await runAws(cli, { ...limits, credentials: await provide({ signal }) });
  if (first.exitCode === 0 || !isExpired(first.stderr)) return first;
  return runAws(cli, { ...limits, credentials: await provide({ signal, forceRefresh: true }) });
}

async function cut(
  spill: Spill,
  accountId: string,
  text: string,
  most: number,
): Promise<Pick<CommandResult, 'stdout' | 'rest'>> {
  if (text.length <= most) return { stdout: text };
  const end = text.lastIndexOf('\n', most - 1) + 1;
  const path = await spill.keep(accountId, text);
  return { stdout: text.slice(0, end > most / 2 ? end : most), rest: { path, characters: text.length } };
}

/** Names of options without their values: those can be anything. */
function auditFields(
  command: CheckedCommand,
  result: CommandResult,
  caller: Caller,
): Readonly<Record<string, string | number>> {
  return {
    caller: caller.name,
    account: result.accountId,
    role: result.roleName,
    region: result.region,
    command: command.argv.filter((word, index) => index < 2 || word.startsWith('--')).join(' '),
    operations: command.operations.map(({ service, operation }) => `${service}:${operation}`).join(' '),
    outcome: result.outcome,
    ...(result.exitCode === undefined ? {} : { exitCode: result.exitCode }),
    millis: result.millis,
  };
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return items.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
