import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryThreads } from '../../../src/checkpoints/memory-threads.js';
import type { Thread } from '../../../src/checkpoints/thread.js';

const HOUR = 60 * 60 * 1000;

function saying(text: string): (thread: Thread) => Thread {
  return (thread) => ({
    ...thread,
    values: [{ namespace: '', channel: 'c', version: 1, value: { json: text } }],
  });
}

/** 128 characters that cannot be packed below 64 bytes. */
function noise(of: string): string {
  return createHash('sha512').update(of).digest('hex');
}

describe('threads in memory', () => {
  it('forget what has not been used for longer than the limit', async () => {
    let now = 0;
    const threads = createMemoryThreads(() => now, { bytes: 1_000_000, ageMillis: HOUR });
    await threads.update('old', saying('x'));
    now = HOUR;
    const forgotten = await threads.read('old');
    await threads.update('new', saying('x'));

    expect([forgotten, (await threads.all()).map(({ threadId }) => threadId)]).toEqual([undefined, ['new']]);
  });

  it('forget the least recently written beyond the size, and never the newest', async () => {
    const threads = createMemoryThreads(() => 0, { bytes: 400, ageMillis: HOUR });
    for (const threadId of ['one', 'two', 'one', 'three']) await threads.update(threadId, saying(noise(threadId)));
    const kept = (await threads.all()).map(({ threadId }) => threadId);
    await threads.update('huge', saying('x'.repeat(10_000_000)));

    expect([kept, (await threads.all()).map(({ threadId }) => threadId)]).toEqual([['one', 'three'], ['huge']]);
  });
});
