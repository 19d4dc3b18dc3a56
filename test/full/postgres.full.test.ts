import { deltaChannelHistoryTests, validate } from '@langchain/langgraph-checkpoint-validation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresThreads } from '../../src/checkpoints/postgres-threads.js';
import { ThreadSaver } from '../../src/checkpoints/thread-saver.js';
import { startPostgres, type PostgresServer } from '../contract/support/postgres.js';

let server: PostgresServer;
let made = 0;
beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server.close());

/** LangGraph's own suite for checkpointers, each in tables of its own; it was written for a runner whose words are global. */
Object.assign(globalThis, { describe, it, expect, beforeAll, beforeEach, afterAll, afterEach });
const place = {
  checkpointerName: 'threads in PostgreSQL',
  createCheckpointer: (): ThreadSaver => {
    made += 1;
    const tables = { threads: `threads_${made}`, busySessions: `busy_${made}`, approvals: `approvals_${made}` };
    return new ThreadSaver(createPostgresThreads(server.connect(tables), Date.now));
  },
};
validate(place);
deltaChannelHistoryTests(place);
