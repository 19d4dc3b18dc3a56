import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/clock.js';
import type { Ec2Instance } from '../organization/model.js';
import { pretend, type PretendedRun } from './pretended-shell.js';

/** A command that somebody sent through Systems Manager. */
export interface SentCommand {
  readonly commandId: string;
  readonly accountId: string;
  readonly region: string;
  readonly instanceId: string;
  readonly document: string;
  readonly commands: readonly string[];
  readonly comment: string;
  /** Seconds for the delivery, and for the execution. */
  readonly deliverySeconds: number;
  readonly executionSeconds: number;
  /** ARN of who sent it. */
  readonly sentBy: string;
  /** Milliseconds since the Unix epoch. */
  readonly sentAt: number;
  readonly cancelledAt: number | undefined;
}

export type CommandStatus = 'Pending' | 'InProgress' | 'Cancelling' | 'Success' | 'Cancelled' | 'Failed' | 'TimedOut';

/** How a command stands at one moment. */
export interface CommandState {
  readonly status: CommandStatus;
  readonly details: string;
  /** -1 as long as there is none. */
  readonly responseCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly endedAt: number | undefined;
}

/** Commands of all accounts. No timer runs: how a command stands follows from the clock. */
export interface Commands {
  send(command: Omit<SentCommand, 'commandId' | 'sentAt' | 'cancelledAt'>, instance: Ec2Instance): SentCommand;
  find(accountId: string, region: string, commandId: string): SentCommand | undefined;
  /** Undefined while the invocation is not to be seen yet. */
  stateOf(commandId: string): CommandState | undefined;
  cancel(commandId: string): void;
  all(): readonly SentCommand[];
}

/** Invocations appear a moment after the command was taken, as everybody who polls at once finds out. */
const VISIBLE_MILLIS = 20;
const STARTED_MILLIS = 60;
const CANCELLING_MILLIS = 200;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetCommandInvocation.html */
const STDOUT_CHARACTERS = 24_000;
const STDERR_CHARACTERS = 8000;

export function createCommands(clock: Clock): Commands {
  const kept = new Map<string, { command: SentCommand; readonly run: PretendedRun }>();
  return {
    send(asked, instance) {
      const command = { ...asked, commandId: randomUUID(), sentAt: clock(), cancelledAt: undefined };
      const host = { name: instance.id, privateIp: instance.privateIp };
      kept.set(command.commandId, { command, run: pretend(asked.commands.join('\n'), host) });
      return command;
    },
    find(accountId, region, commandId) {
      const command = kept.get(commandId)?.command;
      return command?.accountId === accountId && command.region === region ? command : undefined;
    },
    stateOf(commandId) {
      const found = kept.get(commandId);
      return found === undefined ? undefined : stateAt(found.command, found.run, clock());
    },
    cancel(commandId) {
      const found = kept.get(commandId);
      const state = found === undefined ? undefined : stateAt(found.command, found.run, clock());
      if (found === undefined || found.command.cancelledAt !== undefined || state?.endedAt !== undefined) return;
      found.command = { ...found.command, cancelledAt: clock() };
    },
    all: () => [...kept.values()].map(({ command }) => command),
  };
}

function stateAt(command: SentCommand, run: PretendedRun, now: number): CommandState | undefined {
  const { sentAt, cancelledAt, executionSeconds } = command;
  const startedAt = sentAt + STARTED_MILLIS;
  const inTime = run.seconds <= executionSeconds;
  const endsAt = startedAt + (run.hangs ? run.seconds : Math.min(run.seconds, executionSeconds)) * 1000;
  const quiet = { responseCode: -1, stdout: '', stderr: '', endedAt: undefined };
  if (cancelledAt !== undefined) {
    const endedAt = cancelledAt + CANCELLING_MILLIS;
    return now < endedAt
      ? { ...quiet, status: 'Cancelling', details: 'Cancelling' }
      : { ...quiet, status: 'Cancelled', details: 'Cancelled', endedAt };
  }
  if (now < sentAt + VISIBLE_MILLIS) return undefined;
  if (now < startedAt) return { ...quiet, status: 'Pending', details: 'Pending' };
  if (now < endsAt) return { ...quiet, status: 'InProgress', details: 'InProgress' };
  if (!inTime) return { ...quiet, status: 'TimedOut', details: 'ExecutionTimedOut', endedAt: endsAt };
  const failed = run.exitCode !== 0;
  return {
    status: failed ? 'Failed' : 'Success',
    details: failed ? 'Failed' : 'Success',
    responseCode: run.exitCode,
    stdout: run.stdout.slice(0, STDOUT_CHARACTERS),
    stderr: (failed ? `${run.stderr}failed to run commands: exit status ${String(run.exitCode)}` : run.stderr).slice(
      0,
      STDERR_CHARACTERS,
    ),
    endedAt: endsAt,
  };
}
