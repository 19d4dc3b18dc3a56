import { CentralOpsError } from '../domain/errors.js';

/**
 * The stream, read to its end even when its reader leaves early: the graph goes on regardless, so the run is cancelled
 * and waited for. Only then are its session free and its rows not added to any more.
 */
export async function* toTheEnd<Item>(
  stream: AsyncIterable<Item>,
  cancel: AbortController,
): AsyncGenerator<Item, void, undefined> {
  const iterator = stream[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const result = await iterator.next().catch((error: unknown) => {
        ended = true;
        throw error;
      });
      ended = result.done === true;
      if (result.done === true) return;
      yield result.value;
    }
  } finally {
    if (!ended) {
      cancel.abort(nobodyWaits());
      await drain(iterator);
    }
  }
}

async function drain(iterator: AsyncIterator<unknown>): Promise<void> {
  for (;;) {
    const result = await iterator.next().catch(() => undefined);
    if (result?.done !== false) return;
  }
}

/** Why a run is cancelled whose reader has gone. */
export function nobodyWaits(): CentralOpsError {
  return new CentralOpsError('cancelled', 'nobody is waiting for the answer any more');
}
