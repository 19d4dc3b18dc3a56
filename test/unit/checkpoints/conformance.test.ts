import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deltaChannelHistoryTests, validate } from '@langchain/langgraph-checkpoint-validation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDirectoryThreads } from '../../../src/checkpoints/directory-threads.js';
import { createMemoryThreads } from '../../../src/checkpoints/memory-threads.js';
import { ThreadSaver } from '../../../src/checkpoints/thread-saver.js';
import { sleep } from '../../../src/network/sleep.js';

/** LangGraph's own suite for checkpointers, over both places that threads are kept in. */
let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-threads-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

let made = 0;

const PLACES = [
  { checkpointerName: 'threads in memory', createCheckpointer: () => new ThreadSaver(createMemoryThreads(Date.now)) },
  {
    checkpointerName: 'threads in files',
    createCheckpointer: () => {
      made += 1;
      return new ThreadSaver(createDirectoryThreads(join(directory, String(made)), { clock: Date.now, sleep }));
    },
  },
];

// The suite was written for a runner whose words are global.
Object.assign(globalThis, { describe, it, expect, beforeAll, beforeEach, afterAll, afterEach });

for (const place of PLACES) {
  validate(place);
  deltaChannelHistoryTests(place);
}
