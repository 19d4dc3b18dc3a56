import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SWEEP_MILLIS = 5000;
/** How long a reader may take for each megabyte: 17 KB a second. */
const PATIENCE_MILLIS = 60_000;
const PORTION = 1024 * 1024;

export interface ReaderLimits {
  readonly sweepMillis: number;
  readonly patienceMillis: number;
}

/**
 * Ends connections whose client does not read what it asked for, answers and WebSocket frames alike: what waits for it is bounded (the
 * writers wait for their readers), but would hold a run, and its session, for ever.
 *
 * A client is given up when something has been waiting for it all the time for a minute in which it took less than a megabyte.
 */
export function giveUpSlowReaders(
  server: Server,
  limits: ReaderLimits = { sweepMillis: SWEEP_MILLIS, patienceMillis: PATIENCE_MILLIS },
): void {
  /** How many sweeps ago, and where, the present megabyte began. */
  const readers = new Map<Socket, { taken: number; sweeps: number }>();
  const patience = limits.patienceMillis / limits.sweepMillis;

  const sweep = (): void => {
    for (const [socket, reader] of readers) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken - reader.taken >= PORTION) {
        reader.taken = taken;
        reader.sweeps = 0;
      } else if ((reader.sweeps += 1) >= patience) socket.destroy();
    }
  };

  let timer: NodeJS.Timeout | undefined;
  server.on('connection', (socket) => {
    timer ??= setInterval(sweep, limits.sweepMillis).unref();
    readers.set(socket, { taken: 0, sweeps: 0 });
    socket.once('close', () => readers.delete(socket));
  });
  server.once('close', () => clearInterval(timer));
}
