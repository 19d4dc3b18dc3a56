import { CentralOpsError } from '../../../domain/errors.js';
import type { RunEvent } from '../../../domain/event.js';
import type { Operations } from '../../../operations.js';
import { fromPlainError, toPlainError, type FromWorker, type PlainStartOptions, type ToWorker } from './messages.js';

/** The door's end of the channel to a thread. */
export interface ThreadPort {
  postMessage(message: ToWorker): void;
}

export interface ThreadedOperations {
  readonly operations: Operations;
  /** Takes what the thread says. */
  receive(message: FromWorker): void;
  /** Fails everything that waits for the thread, now and later: it is gone. */
  fail(error: Error): void;
}

interface Waiting {
  resolve(message: FromWorker): void;
  reject(error: Error): void;
}

/** The operations of another thread. Everything that is asked of them is a message, and waits for one. */
export function createThreadedOperations(port: ThreadPort): ThreadedOperations {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;

  const ask = (message: Extract<ToWorker, { readonly id: number }>): Promise<FromWorker> => {
    if (gone !== undefined) return Promise.reject(gone);
    return new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject });
      port.postMessage(message);
    });
  };

  return {
    operations: {
      async *start(request, { signal, confirm: _nobodyToAsk, ...options }) {
        const id = (lastId += 1);
        const onAbort = (): void => port.postMessage({ kind: 'cancel', id, reason: toPlainError(signal?.reason) });
        port.postMessage({ kind: 'start', id, request, options: options satisfies PlainStartOptions });
        if (signal?.aborted === true) onAbort();
        signal?.addEventListener('abort', onAbort, { once: true });
        let over = false;
        try {
          for (;;) {
            over = true;
            const reply = await ask({ kind: 'next', id });
            over = reply.kind !== 'event';
            if (reply.kind !== 'event') return;
            yield reply.event satisfies RunEvent;
          }
        } finally {
          signal?.removeEventListener('abort', onAbort);
          // Waits: the run's session is free only when it has ended.
          if (!over) await ask({ kind: 'leave', id });
        }
      },
      async rows(query, caller) {
        const reply = await ask({ kind: 'rows', id: (lastId += 1), query, caller });
        if (reply.kind === 'table') return reply.table;
        throw new CentralOpsError('internal', `rows were answered with ${reply.kind}`);
      },
    },
    receive(message) {
      if (!('id' in message)) return;
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'failed') waiter?.reject(fromPlainError(message.error));
      else waiter?.resolve(message);
    },
    fail(error) {
      gone = error;
      for (const waiter of waiting.values()) waiter.reject(error);
      waiting.clear();
    },
  };
}
