import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/domain/event.js';
import type { StartOptions } from '../../../../src/operations.js';
import { answer } from '../../results/support/builders.js';
import { ask, ENDED, event, json, send, serve, STARTED, stopServing } from './support/serve.js';
import { connectTo } from './support/web-socket.js';

afterEach(stopServing);

const CANCELLED = event({ type: 'run-ended', answer: answer({ status: 'cancelled' }) });

/** A run that ends when it is told to, or is cancelled. */
function controlled(): {
  readonly play: (request: unknown, options: StartOptions) => AsyncGenerator<RunEvent, void, undefined>;
  readonly begun: Promise<unknown>;
  readonly end: () => void;
} {
  const events = new EventTarget();
  return {
    begun: once(events, 'begun'),
    end: () => events.dispatchEvent(new Event('end')),
    async *play(_, { signal }) {
      yield STARTED;
      events.dispatchEvent(new Event('begun'));
      const aborted = signal === undefined ? [] : [once(signal, 'abort')];
      await Promise.race([once(events, 'end'), ...aborted]);
      yield signal?.aborted === true ? CANCELLED : ENDED;
    },
  };
}

describe('draining', () => {
  it.each(['application/json', 'text/event-stream'])('lets a run end, and then is done (%s)', async (accept) => {
    const { play, begun, end } = controlled();
    const { port, service } = await serve(play);
    const reply = send(port, { body: ask, headers: { accept } });
    await begun;

    const drained = service.drain(10_000);
    await expect(send(port, { body: ask })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    end();

    expect((await reply).text).toContain('"status":"complete"');
    await drained;
  });

  it('cancels at its deadline what has not ended, which still answers', async () => {
    const { play, begun } = controlled();
    const { port, service, lines } = await serve(play);
    const reply = send(port, { body: ask });
    await begun;

    await service.drain(20);

    expect([json(await reply), lines]).toEqual([
      answer({ status: 'cancelled' }),
      [['warn runs cancelled at the deadline', {}]],
    ]);
  });

  it('answers a run that comes over an open connection with why it is not begun', async () => {
    const { play, begun, end } = controlled();
    const { port, service } = await serve(play);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = get({ host: '127.0.0.1', port, path: '/ping', agent });
    const [response]: unknown[] = await once(first, 'response');
    expect(response).toMatchObject({ statusCode: 200 });
    const client = await connectTo(`ws://127.0.0.1:${port}/ws`);
    client.send({ prompt: 'how many?' });
    await begun;

    const drained = service.drain(10_000);
    client.send({ prompt: 'one more?' });
    const messages = [await client.next(), await client.next()];
    end();
    const last = await client.next();
    await drained;
    agent.destroy();

    expect([messages.map(({ type }) => type), messages[1]?.['answer'], last]).toEqual([
      ['run-started', 'run-ended'],
      expect.objectContaining({ status: 'failed', error: { code: 'shutting-down', message: expect.any(String) } }),
      ENDED,
    ]);
    expect(await client.closed()).toBe(1001);
  });

  it('closes what is idle at once', async () => {
    const { port, service } = await serve(controlled().play);
    const client = await connectTo(`ws://127.0.0.1:${port}/ws`);

    await service.drain(10_000);

    expect(await client.closed()).toBe(1001);
  });
});
