import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, SESSION } from '../contract/support/service-client.js';
import { programs, type OwnServer, type Programs } from '../contract/support/service-target.js';

/** An hour before a release; minutes in between. */
const MINUTES = Number(process.env['CENTRAL_OPS_SOAK_MINUTES'] ?? '3');
const CLIENTS = 4;
const QUESTIONS = ['List the accounts', 'How many EC2 instances are running in each account?', 'Make me a sandwich'];

let started: Programs | undefined;
let server: OwnServer | undefined;

beforeAll(async () => {
  started = await programs();
  server = await started.serve({ ...(await started.sandbox()), CENTRAL_OPS_LOG_LEVEL: 'info' });
});
afterAll(() => started?.stop());

interface Footprint {
  readonly megabytes: number;
  readonly sockets: number;
}

/** Linux tells both of any process. */
async function footprint(pid: number): Promise<Footprint> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const files = await readdir(`/proc/${pid}/fd`);
  return { megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024, sockets: files.length };
}

describe.skipIf(process.platform !== 'linux')('a server that is asked for a long time', () => {
  it(`keeps its memory and its sockets (${MINUTES} minutes)`, { timeout: MINUTES * 60_000 + 120_000 }, async () => {
    const { url, process: child } = server ?? {};
    if (url === undefined || child?.pid === undefined) throw new Error('no server');
    const client = clientOf(url);
    const end = Date.now() + MINUTES * 60_000;
    let asked = 0;
    let failed = 0;
    /** Streams, answers, and clients that leave in the middle, each in a new session. */
    const ask = async (): Promise<void> => {
      while (Date.now() < end) {
        const number = (asked += 1);
        const headers = { [SESSION]: `soak-${number}` };
        const body = { prompt: QUESTIONS[number % QUESTIONS.length] };
        const cancel = new AbortController();
        const events = client.stream(body, headers, cancel.signal);
        if (number % 5 === 0) {
          await events.next();
          cancel.abort();
          await events.next().catch(() => undefined);
        } else if (number % 2 === 0) {
          await client.answer(body, headers);
        } else {
          for await (const event of events) if (event.type === 'run-failed') failed += 1;
        }
      }
    };

    const work = Promise.all(Array.from({ length: CLIENTS }, ask));
    const seen: Footprint[] = [];
    while (Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, (MINUTES * 60_000) / 20));
      seen.push(await footprint(child.pid));
    }
    await work;

    const half = seen.slice(0, 12);
    const rest = seen.slice(12);
    const most = (list: readonly Footprint[], of: keyof Footprint): number => Math.max(...list.map((one) => one[of]));
    const course = seen.map(({ megabytes, sockets }) => `${megabytes.toFixed(0)}/${sockets}`).join(' ');
    process.stderr.write(`${asked} questions; MB/sockets: ${course}\n`);
    expect(failed).toBe(0);
    expect(asked).toBeGreaterThan(MINUTES * 10);
    expect(most(rest, 'megabytes')).toBeLessThan(most(half, 'megabytes') * 1.25);
    expect(most(rest, 'sockets')).toBeLessThan(most(half, 'sockets') + 20);
  });
});
