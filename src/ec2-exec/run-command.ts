/** One command from SendCommand to its end: sent once, watched, and cancelled when nobody waits for it any longer. */
import { type RetryOptions, withRetries } from '../aws/retry.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Sleep } from '../network/sleep.js';
import { isPassing } from './aws-gateway.js';
import type { CommandToSend, Ec2Gateway, Invocation } from './gateway.js';

/** What became of a command that was sent. */
export interface CommandRun extends Invocation {
  readonly commandId: string;
  readonly end: CommandEnd;
}

export type CommandEnd =
  /** It reached an end of its own: `status` says which. */
  | { readonly kind: 'ended' }
  /** CancelCommand was sent; `confirmed` says that Systems Manager showed it as ended afterwards. */
  | { readonly kind: 'cancelled'; readonly why: 'timed-out' | 'interrupted'; readonly confirmed: boolean }
  /** CancelCommand failed as well: it may go on until its own limit. */
  | {
      readonly kind: 'left-running';
      readonly why: 'timed-out' | 'interrupted' | 'unreadable';
      readonly problem: string;
    };

export interface RunCommandUses {
  readonly gateway: Ec2Gateway;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly retry: RetryOptions;
  /** Told once, as soon as the command is out of our hands. Does not throw. */
  readonly onSent: (commandId: string) => Promise<void>;
}

const LIVING: readonly string[] = ['Pending', 'InProgress', 'Delayed', 'Cancelling'];

const FIRST_PAUSE_MILLIS = 250;
const LONGEST_PAUSE_MILLIS = 3000;
/** Delivery and the agent's reports come on top of what the command takes. */
const GRACE_MILLIS = 15_000;
/** How long a cancellation may take to show. */
const CANCELLING_MILLIS = 10_000;

/** Throws only when nothing was sent, or when it is not known whether anything was; then the message says so. */
export async function runCommand(
  command: CommandToSend,
  uses: RunCommandUses,
  signal: AbortSignal,
): Promise<CommandRun> {
  const { gateway, clock } = uses;
  const commandId = await send(command, uses, signal);
  await uses.onSent(commandId);
  const deadline = clock() + command.executionSeconds * 1000 + GRACE_MILLIS;
  const state: { last: Invocation } = {
    last: { status: 'Pending', details: '', responseCode: -1, stdout: '', stderr: '' },
  };
  try {
    const ended = await watch(commandId, state, deadline, uses, signal);
    if (ended) return { ...state.last, commandId, end: { kind: 'ended' } };
  } catch (error) {
    if (!signal.aborted) {
      // It runs, and its result cannot be read: that must not hide its id.
      const problem = error instanceof Error ? error.message : String(error);
      return { ...state.last, commandId, end: { kind: 'left-running', why: 'unreadable', problem } };
    }
  }
  const why = signal.aborted ? 'interrupted' : 'timed-out';
  try {
    await gateway.cancel(commandId, AbortSignal.timeout(CANCELLING_MILLIS));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...state.last, commandId, end: { kind: 'left-running', why, problem } };
  }
  const confirmed = await watch(
    commandId,
    state,
    clock() + CANCELLING_MILLIS,
    uses,
    new AbortController().signal,
  ).catch(() => false);
  // It may have come to its end just before: then nothing was cancelled.
  if (confirmed && state.last.status !== 'Cancelled') return { ...state.last, commandId, end: { kind: 'ended' } };
  return { ...state.last, commandId, end: { kind: 'cancelled', why, confirmed } };
}

/** Repeated where AWS refused it for its rate, and nowhere else: a second SendCommand would run it twice. */
async function send(command: CommandToSend, { gateway, retry }: RunCommandUses, signal: AbortSignal): Promise<string> {
  try {
    return await withRetries(
      () => gateway.send(command),
      (error) => error instanceof CentralOpsError && error.code === 'throttled',
      { ...retry, attempts: 4 },
      signal,
    );
  } catch (error) {
    if (!(error instanceof CentralOpsError) || error.code !== 'credentials-unavailable') throw error;
    throw new CentralOpsError('command-unknown', `${error.message}. It is not known whether the command was taken`, {
      facts: { ...error.facts, comment: command.comment },
      nextStep: `It was not sent again. Look for the comment "${command.comment}" in the command history of Systems Manager before you repeat it.`,
      cause: error,
    });
  }
}

/** Whether it ended before the deadline; `state` holds what was seen last. Failures that pass are waited out. */
async function watch(
  commandId: string,
  state: { last: Invocation },
  deadline: number,
  { gateway, clock, sleep }: RunCommandUses,
  signal: AbortSignal,
): Promise<boolean> {
  for (let pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLIS)) {
    await sleep(Math.min(pause, Math.max(deadline - clock(), 0)), signal);
    try {
      state.last = (await gateway.invocation(commandId, signal)) ?? state.last;
    } catch (error) {
      if (signal.aborted || !isPassing(error)) throw error;
    }
    if (!LIVING.includes(state.last.status)) return true;
    if (clock() >= deadline) return false;
  }
}
