import { CentralOpsError } from '../../../domain/errors.js';
import type { RunEvent } from '../../../domain/event.js';
import type { LogLevel } from '../../../domain/logger.js';
import type { Operations } from '../../../operations.js';
import { fitAnswer, fitTable } from '../fit-answer.js';
import { ANSWER_LIMIT } from '../limits.js';
import { fromPlainError, toPlainError, type FromWorker, type ToWorker } from './messages.js';

/** The end of a message channel, as far as it is used. */
export interface Port {
  postMessage(message: FromWorker): void;
  on(event: 'message', listener: (message: ToWorker) => void): unknown;
  close(): void;
}

interface ActiveStream {
  readonly events: AsyncGenerator<RunEvent, void, undefined>;
  readonly cancel: AbortController;
}

export interface ThreadUses {
  setLogLevel(level: LogLevel): void;
  close(): Promise<void>;
}

/** Answers messages with what the operations say, and does what else the other end asks for. */
export function serveThread(port: Port, operations: Operations, uses: ThreadUses): void {
  const streams = new Map<number, ActiveStream>();

  /** The next event, cut here to what a door sends, so that copying it keeps no door busy for long. */
  async function next(id: number): Promise<void> {
    const stream = streams.get(id);
    if (stream === undefined) return;
    const { value, done } = await stream.events.next();
    if (done === true) {
      streams.delete(id);
      port.postMessage({ kind: 'over', id });
    } else if (value.type === 'run-ended') {
      port.postMessage({ kind: 'event', id, event: { ...value, answer: await fitAnswer(value.answer, ANSWER_LIMIT) } });
    } else {
      port.postMessage({ kind: 'event', id, event: value });
    }
  }

  async function leave(id: number): Promise<void> {
    const stream = streams.get(id);
    streams.delete(id);
    stream?.cancel.abort(new CentralOpsError('cancelled', 'nobody is waiting for the answer any more'));
    await stream?.events.return();
    port.postMessage({ kind: 'over', id });
  }

  async function answer(message: ToWorker): Promise<void> {
    switch (message.kind) {
      case 'start': {
        const cancel = new AbortController();
        const events = operations.start(message.request, { ...message.options, signal: cancel.signal });
        streams.set(message.id, { events, cancel });
        return;
      }
      case 'next':
        return next(message.id);
      case 'leave':
        return leave(message.id);
      case 'cancel':
        streams.get(message.id)?.cancel.abort(fromPlainError(message.reason));
        return;
      case 'rows': {
        const table = await fitTable(await operations.rows(message.query, message.caller), ANSWER_LIMIT);
        port.postMessage({ kind: 'table', id: message.id, table });
        return;
      }
      case 'log-level':
        return uses.setLogLevel(message.level);
      case 'close':
        return uses.close();
      default:
        message satisfies never;
    }
  }

  port.on('message', (message) => {
    answer(message).catch((error: unknown) => {
      if (!('id' in message)) return;
      streams.delete(message.id);
      port.postMessage({ kind: 'failed', id: message.id, error: toPlainError(error) });
    });
  });
}
