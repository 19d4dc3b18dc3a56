import { CentralOpsError } from '../../../../src/domain/errors.js';
import type {
  AgentFacts,
  CommandToSend,
  Ec2Gateway,
  InstanceFacts,
  Invocation,
} from '../../../../src/ec2-exec/gateway.js';

/** An instance that is told what to say; it keeps what was asked of it, in order. */
export interface FakeGateway extends Ec2Gateway {
  readonly log: string[];
  readonly sent: CommandToSend[];
  /** What {@link Ec2Gateway.invocation} says, one after the other, the last one for ever. */
  invocations: (Invocation | undefined | CentralOpsError)[];
  sendFails: CentralOpsError[];
  cancelFails: CentralOpsError | undefined;
  /** What the command shows once it was cancelled. */
  afterCancel: Invocation | undefined;
  instanceFacts: InstanceFacts | undefined;
  agentFacts: AgentFacts | undefined;
}

export const PENDING: Invocation = { status: 'Pending', details: 'Pending', responseCode: -1, stdout: '', stderr: '' };
export const RUNNING: Invocation = { ...PENDING, status: 'InProgress', details: 'InProgress' };
export const SUCCESS: Invocation = {
  status: 'Success',
  details: 'Success',
  responseCode: 0,
  stdout: 'up\n',
  stderr: '',
};
export const CANCELLED: Invocation = { ...PENDING, status: 'Cancelled', details: 'Cancelled' };

export function throttled(): CentralOpsError {
  return new CentralOpsError('throttled', 'Rate exceeded');
}

export function unreachable(): CentralOpsError {
  return new CentralOpsError('credentials-unavailable', 'socket hang up');
}

export function fakeGateway(): FakeGateway {
  const log: string[] = [];
  const sent: CommandToSend[] = [];
  return {
    log,
    sent,
    invocations: [SUCCESS],
    sendFails: [],
    cancelFails: undefined,
    afterCancel: CANCELLED,
    instanceFacts: { name: 'web-1', state: 'running', tags: { Name: 'web-1', Environment: 'staging' } },
    agentFacts: { ping: 'Online', platform: 'Linux' },
    instance() {
      log.push('instance');
      return Promise.resolve(this.instanceFacts);
    },
    agent() {
      log.push('agent');
      return Promise.resolve(this.agentFacts);
    },
    send(command) {
      log.push('send');
      const failure = this.sendFails.shift();
      if (failure !== undefined) return Promise.reject(failure);
      sent.push(command);
      return Promise.resolve(`command-${String(sent.length)}`);
    },
    invocation(_, signal) {
      log.push('look');
      if (signal.aborted) return Promise.reject(new Error('aborted'));
      const said = this.invocations.length > 1 ? this.invocations.shift() : this.invocations[0];
      return said instanceof CentralOpsError ? Promise.reject(said) : Promise.resolve(said);
    },
    cancel() {
      log.push('cancel');
      if (this.cancelFails !== undefined) return Promise.reject(this.cancelFails);
      this.invocations = [this.afterCancel];
      return Promise.resolve();
    },
  };
}
