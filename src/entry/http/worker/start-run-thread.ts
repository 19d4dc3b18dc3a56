import { Worker } from 'node:worker_threads';
import { CentralOpsError } from '../../../domain/errors.js';
import type { LogLevel } from '../../../domain/logger.js';
import type { Operations } from '../../../operations.js';
import { fromPlainError, type FromWorker, type ToWorker, type WorkerData } from './messages.js';
import { createThreadedOperations } from './threaded-operations.js';

/** How long sessions may take to be ended in order. */
const CLOSE_MILLIS = 5000;
/** Short-lived objects of a wide fan-out die young instead of being promoted; Node's default is 48. */
const YOUNG_GENERATION_MB = 96;

export interface RunThread {
  /** May be asked before the thread is ready: it answers then. */
  readonly operations: Operations;
  /** Resolves when the thread is ready; rejects when its configuration is unusable. */
  readonly ready: Promise<void>;
  /** Rejects when the thread ends without having been closed; never resolves. */
  readonly broken: Promise<never>;
  setLogLevel(level: LogLevel): void;
  close(): Promise<void>;
}

/**
 * Starts the thread that answers questions. What it computes, however long, keeps the door's thread from nothing: a
 * `/ping` is answered while half a million rows are being counted.
 */
export function startRunThread(data: WorkerData, log: (line: string) => void): RunThread {
  const worker = new Worker(new URL('./run-thread.js', import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const post = (message: ToWorker): void => worker.postMessage(message);
  const threaded = createThreadedOperations({ postMessage: post });
  let closing = false;

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'log') log(message.line);
      else if (message.kind === 'ready') resolve();
      else if (message.kind === 'unusable') reject(fromPlainError(message.error));
      else threaded.receive(message);
    });
  });
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const broken = new Promise<never>((_, reject) => {
    const fail = (cause: unknown): void => {
      const error = new CentralOpsError('internal', 'the thread that answers questions has ended', { cause });
      threaded.fail(error);
      if (!closing) reject(error);
    };
    worker.once('error', fail);
    worker.once('exit', () => fail(undefined));
  });
  // Both are for whoever waits; nobody has to.
  ready.catch(() => undefined);
  broken.catch(() => undefined);

  return {
    operations: threaded.operations,
    ready,
    broken,
    setLogLevel: (level) => post({ kind: 'log-level', level }),
    async close() {
      closing = true;
      post({ kind: 'close' });
      const late = setTimeout(() => void worker.terminate(), CLOSE_MILLIS);
      await exited;
      clearTimeout(late);
    },
  };
}
