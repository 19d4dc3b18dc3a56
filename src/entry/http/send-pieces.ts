import type { Writable } from 'node:stream';
import { turn } from '../../network/turn.js';

/** Longest wait for a reader to take one piece of about 32 KB. A connection slower than that is given up. */
export const STALLED_MILLIS = 60_000;

/**
 * Writes piece after piece, each when the one before was taken: what a slow reader has not read is not piled up here, and
 * between two pieces everybody else has a turn. Returns early when the reader is gone, and ends the connection of one who
 * takes nothing for {@link STALLED_MILLIS}: a reader of one byte a second would hold a run, and its session, for ever.
 */
export async function sendPieces(
  to: Writable,
  pieces: Iterable<string>,
  stalledMillis: number = STALLED_MILLIS,
): Promise<void> {
  for (const piece of pieces) {
    if (to.destroyed) return;
    if (!to.write(piece)) await drained(to, stalledMillis);
    await turn();
  }
}

function drained(to: Writable, stalledMillis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(stalled);
      to.off('drain', done);
      to.off('close', done);
      resolve();
    };
    const stalled = setTimeout(() => {
      to.destroy();
      done();
    }, stalledMillis);
    to.once('drain', done);
    to.once('close', done);
    if (to.destroyed) done();
  });
}
