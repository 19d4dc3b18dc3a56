import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { bareArguments, portOf, sandboxArguments, serveArguments, sinkArguments, start, stop } from './programs.js';

const QUESTION = 'How many EC2 instances are running in each account?';

export interface Load {
  readonly runs: number;
  readonly complete: number;
  /** Milliseconds of `/ping` at the 99th percentile while all of them stream: the server's, and a bare program's beside it. */
  readonly ping: number;
  readonly barePing: number;
  readonly pings: number;
  readonly seconds: number;
}

/**
 * Streams many runs at once, each in a session of its own, and pings all the while. Sandbox, server, bare program, collector and
 * client are processes of their own, so that none of them waits for another one's event loop, only for its turn on a core.
 */
export async function measureLoad(runs: number, accounts: number, traced: boolean): Promise<Load> {
  const sandbox = await start(sandboxArguments(accounts), {}, /ACCOUNT_REGISTRY='.*'/);
  const variables = Object.fromEntries(
    [...sandbox.text.matchAll(/export (\w+)='([^']*)'/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const inContainer = {
    DOCKER_CONTAINER: '1',
    CENTRAL_OPS_HOST: '127.0.0.1',
    CENTRAL_OPS_LOG_LEVEL: 'info',
    PORT: '0',
  };
  const sink = await start(sinkArguments, {}, /"port":\d+/);
  const collector = traced ? { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${portOf(sink)}` } : {};
  const server = await start(serveArguments, { ...variables, ...inContainer, ...collector }, /"port":\d+/);
  const bare = await start(bareArguments, { PORT: '0' }, /"port":\d+/);
  try {
    const ports = [server, bare].map(portOf);
    const url = `http://127.0.0.1:${ports[0]}/invocations`;
    const pinger = new Worker(new URL('./pinger.js', import.meta.url), { workerData: { ports } });
    const startedAt = performance.now();
    const complete = await Promise.all(Array.from({ length: runs }, (_, index) => streamed(url, `bench-${index}`)));
    const seconds = (performance.now() - startedAt) / 1000;
    const reply = once(pinger, 'message');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    pinger.postMessage('stop');
    const [samples = [], bareSamples = []] = z.array(z.array(z.number())).parse((await reply)[0]);
    return {
      runs,
      complete: complete.filter(Boolean).length,
      ping: percentile(samples, 0.99),
      barePing: percentile(bareSamples, 0.99),
      pings: samples.length,
      seconds,
    };
  } finally {
    for (const { process: child } of [server, bare, sink, sandbox]) await stop(child);
  }
}

/** Whether a run's stream came to a complete answer. */
async function streamed(url: string, session: string): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'x-amzn-bedrock-agentcore-runtime-session-id': session },
    body: JSON.stringify({ prompt: QUESTION }),
  });
  const events = (await response.text()).split('\n\n');
  return events.some((event) => event.includes('"type":"run-ended"') && event.includes('"status":"complete"'));
}

function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
