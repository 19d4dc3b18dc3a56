import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

/** Pings two servers at the same moments, from a thread of its own, until it is told to stop; then says how long each took. */
const PAUSE_MILLIS = 20;
const { ports } = z.object({ ports: z.array(z.int()) }).parse(workerData);
const agent = new Agent({ keepAlive: true });
const samples: number[][] = ports.map(() => []);
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
while (!stop.signal.aborted) {
  const taken = await Promise.all(ports.map((port) => ping(port)));
  for (const [index, millis] of taken.entries()) samples[index]?.push(millis);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
}
agent.destroy();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(samples);

function ping(port: number): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/ping', agent }, (response) => {
      response.resume().once('end', () => resolve(performance.now() - startedAt));
    }).once('error', reject);
  });
}
