import type { Writable } from 'node:stream';
import { turn } from '../../network/turn.js';

/**
 * Writes piece after piece, each when the one before was taken: what a slow reader has not read is not piled up here, and
 * between two pieces everybody else has a turn. Returns early when the reader is gone; one who is too slow is made to
 * go by the server (`giveUpSlowReaders`).
 */
export async function sendPieces(to: Writable, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (to.destroyed) return;
    if (!to.write(piece)) await drained(to);
    await turn();
  }
}

function drained(to: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      to.off('drain', done);
      to.off('close', done);
      resolve();
    };
    to.once('drain', done);
    to.once('close', done);
    if (to.destroyed) done();
  });
}
