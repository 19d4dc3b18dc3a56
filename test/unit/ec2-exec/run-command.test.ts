import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import type { CommandToSend } from '../../../src/ec2-exec/gateway.js';
import { type CommandRun, runCommand } from '../../../src/ec2-exec/run-command.js';
import {
  CANCELLED,
  type FakeGateway,
  fakeGateway,
  PENDING,
  RUNNING,
  SUCCESS,
  throttled,
  unreachable,
} from './support/fake-gateway.js';

const COMMAND: CommandToSend = {
  document: 'AWS-RunShellScript',
  command: 'uptime',
  deliverySeconds: 30,
  executionSeconds: 20,
  comment: 'central-ops alice run-1',
};

/** A clock that goes only while somebody sleeps. */
function time() {
  let now = 0;
  const pauses: number[] = [];
  return {
    pauses,
    clock: () => now,
    sleep: (millis: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      pauses.push(millis);
      now += millis;
      return Promise.resolve();
    },
  };
}

async function run(
  gateway: FakeGateway,
  { signal = new AbortController().signal, onSent = (): Promise<void> => Promise.resolve() } = {},
): Promise<CommandRun & { readonly pauses: readonly number[] }> {
  const { clock, sleep, pauses } = time();
  const uses = { gateway, clock, sleep, retry: { sleep, random: () => 0 }, onSent };
  return { ...(await runCommand(COMMAND, uses, signal)), pauses };
}

function looks(gateway: FakeGateway): number {
  return gateway.log.filter((entry) => entry === 'look').length;
}

describe('runCommand', () => {
  it('sends once and looks with growing pauses, through what is not shown yet and every state that is no end', async () => {
    const gateway = fakeGateway();
    const living = ['Pending', 'Delayed', 'InProgress', 'Cancelling'].map((status) => ({ ...PENDING, status }));
    gateway.invocations = [undefined, undefined, ...living, SUCCESS];

    const result = await run(gateway);

    expect(result).toEqual({
      ...SUCCESS,
      commandId: 'command-1',
      end: { kind: 'ended' },
      pauses: [250, 375, 562.5, 843.75, 1265.625, 1898.4375, 2847.65625],
    });
    expect(gateway.sent).toEqual([COMMAND]);
  });

  it.each(['Failed', 'TimedOut', 'Cancelled'])('ends with %s', async (status) => {
    const gateway = fakeGateway();
    gateway.invocations = [{ ...PENDING, status }];

    expect(await run(gateway)).toMatchObject({ status, end: { kind: 'ended' } });
    expect(gateway.log).toEqual(['send', 'look']);
  });

  it('waits out throttles and a broken network while it looks', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [throttled(), unreachable(), RUNNING, throttled(), SUCCESS];

    expect(await run(gateway)).toMatchObject({ status: 'Success', end: { kind: 'ended' } });
  });

  it('sends again what AWS refused for its rate, and gives up after four tries', async () => {
    const [patient, hopeless] = [fakeGateway(), fakeGateway()];
    patient.sendFails = [throttled(), throttled(), throttled()];
    hopeless.sendFails = [throttled(), throttled(), throttled(), throttled(), throttled()];

    expect(await run(patient)).toMatchObject({ status: 'Success' });
    await expect(run(hopeless)).rejects.toMatchObject({ code: 'throttled' });
    expect([patient.sent.length, hopeless.sent.length, hopeless.log]).toEqual([1, 0, ['send', 'send', 'send', 'send']]);
  });

  it('does not send again what may have begun, and says how to find out', async () => {
    const gateway = fakeGateway();
    gateway.sendFails = [unreachable()];

    await expect(run(gateway)).rejects.toMatchObject({
      code: 'command-unknown',
      message: 'socket hang up. It is not known whether the command was taken',
      nextStep: expect.stringContaining('"central-ops alice run-1"'),
    });
    expect(gateway.log).toEqual(['send']);
  });

  it('cancels a command that has not ended in time, and sees that it is', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [RUNNING];

    const { pauses, ...result } = await run(gateway);

    expect(result).toEqual({
      ...CANCELLED,
      commandId: 'command-1',
      end: { kind: 'cancelled', why: 'timed-out', confirmed: true },
    });
    // 20 s, 15 s of grace, and the first pause after the cancellation.
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(35_250);
    expect(gateway.log.filter((entry) => entry === 'cancel')).toEqual(['cancel']);
  });

  it('says so when the cancellation does not show', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [RUNNING];
    gateway.afterCancel = { ...RUNNING, status: 'Cancelling' };

    expect(await run(gateway)).toMatchObject({
      status: 'Cancelling',
      end: { kind: 'cancelled', why: 'timed-out', confirmed: false },
    });
  });

  it('keeps the result of a command that ended before it could be cancelled', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [RUNNING];
    gateway.afterCancel = SUCCESS;

    expect(await run(gateway)).toMatchObject({ ...SUCCESS, end: { kind: 'ended' } });
  });

  it('says that it was left running when it cannot be cancelled', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [RUNNING];
    gateway.cancelFails = new CentralOpsError('credentials-denied', 'no CancelCommand');

    expect(await run(gateway)).toMatchObject({
      commandId: 'command-1',
      end: { kind: 'left-running', why: 'timed-out', problem: 'no CancelCommand' },
    });
  });

  it('says that it was left running when its result may not be read', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [new CentralOpsError('credentials-denied', 'no GetCommandInvocation')];

    expect(await run(gateway)).toMatchObject({
      commandId: 'command-1',
      end: { kind: 'left-running', why: 'unreadable', problem: 'no GetCommandInvocation' },
    });
    expect(looks(gateway)).toBe(1);
  });

  it('cancels on the instance when it is interrupted', async () => {
    const gateway = fakeGateway();
    gateway.invocations = [RUNNING];
    const cancel = new AbortController();
    const onSent = (): Promise<void> => {
      cancel.abort(new Error('interrupted'));
      return Promise.resolve();
    };

    const result = await run(gateway, { signal: cancel.signal, onSent });

    expect(result.end).toEqual({ kind: 'cancelled', why: 'interrupted', confirmed: true });
    expect(gateway.log).toContain('cancel');
  });

  it('sends nothing when it is interrupted before', async () => {
    const gateway = fakeGateway();

    await expect(run(gateway, { signal: AbortSignal.abort(new Error('interrupted')) })).rejects.toThrow('interrupted');
    expect(gateway.log).toEqual([]);
  });
});
