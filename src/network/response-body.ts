import type { IncomingMessage } from 'node:http';
import { CentralOpsError } from '../domain/errors.js';

export interface BodyLimits {
  readonly maxBytes: number;
  /** For the message of the error. */
  readonly host: string;
  /** Turns what broke the reply into the error to report. */
  readonly failure: (error: unknown) => unknown;
}

/** Reads a reply to its end. */
export function readBody(incoming: IncomingMessage, limits: BodyLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limits.maxBytes) {
        reject(tooLong(limits));
        incoming.destroy();
      }
    });
    incoming.once('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    incoming.on('error', (error) => reject(limits.failure(error)));
    // A reply cut short can close without an error event. (Every reply closes; an error costs a stack trace.)
    incoming.once('close', () => {
      if (!incoming.complete) reject(limits.failure(undefined));
    });
  });
}

/**
 * Hands a reply on as it arrives, no faster than it is read. `onEnd` is called once, when it has ended, failed, was
 * cancelled by its reader, or its signal was aborted.
 */
export function streamBody(
  incoming: IncomingMessage,
  limits: BodyLimits,
  onEnd: () => void,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  let size = 0;
  let open = true;
  const end = (finish: () => void): void => {
    if (!open) return;
    open = false;
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
    onEnd();
    finish();
  };
  // Destroying the request drops what has arrived but was not read yet: without a listener of its own the stream
  // could then seem to have ended well.
  let onAbort: (() => void) | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const fail = (error: unknown): void => end(() => controller.error(error));
      onAbort = () => fail(limits.failure(undefined));
      signal?.addEventListener('abort', onAbort, { once: true });
      incoming.on('data', (chunk: Buffer) => {
        if (!open) return;
        size += chunk.length;
        if (size > limits.maxBytes) {
          fail(tooLong(limits));
          incoming.destroy();
          return;
        }
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once('end', () => end(() => controller.close()));
      incoming.on('error', (error) => fail(limits.failure(error)));
      incoming.once('close', () => fail(limits.failure(undefined)));
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      end(() => incoming.destroy());
    },
  });
}

function tooLong({ host, maxBytes }: BodyLimits): CentralOpsError {
  return new CentralOpsError(
    'over-budget',
    `The reply of ${host} was longer than ${maxBytes} bytes and was dropped. Ask for fewer Regions, columns or pages.`,
    { facts: { host, maxBytes } },
  );
}
