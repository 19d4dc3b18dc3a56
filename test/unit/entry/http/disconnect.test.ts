import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { giveUpSlowReaders } from '../../../../src/entry/http/slow-readers.js';
import { answer } from '../../results/support/builders.js';
import { ask, ENDED, event, json, playing, send, serve, STARTED, stopServing } from './support/serve.js';

afterEach(stopServing);

describe('a client that goes away', () => {
  it.each(['application/json', 'text/event-stream'])('cancels its run and is no error (%s)', async (accept) => {
    let ended: (() => void) | undefined;
    const over = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const running = new EventTarget();
    const { port, started, lines } = await serve(async function* (_, { signal }) {
      try {
        yield STARTED;
        running.dispatchEvent(new Event('running'));
        if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
        yield ENDED;
      } finally {
        ended?.();
      }
    });
    const begun = once(running, 'running');
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/invocations', headers: { accept } });
    request.on('error', () => {});
    request.end(ask);
    await begun;

    request.destroy();
    await over;
    await new Promise((resolve) => setTimeout(resolve, 10));
    const ping = await send(port, { method: 'GET', path: '/ping' });

    const signal = started[0]?.[1].signal;
    const reason: unknown = signal?.reason;
    expect([signal?.aborted, reason instanceof CentralOpsError ? reason.code : reason, lines]).toEqual([
      true,
      'cancelled',
      [],
    ]);
    expect(json(ping)).toMatchObject({ status: 'Healthy' });
  });

  it.each(['application/json', 'text/event-stream'])(
    'need not go: it is enough that it stops reading (%s)',
    async (accept) => {
      const text = 'x'.repeat(1_000_000);
      const long = event({ type: 'run-ended', answer: answer({ response: text.repeat(20) }) });
      const events =
        accept === 'application/json' ? [long] : Array.from({ length: 20 }, () => event({ type: 'text-delta', text }));
      let ended: (() => void) | undefined;
      const over = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const { port, service } = await serve(
        async function* () {
          try {
            yield* playing(...events, ENDED);
          } finally {
            ended?.();
          }
        },
        { concurrentRuns: 1 },
      );
      giveUpSlowReaders(service.server, { sweepMillis: 20, patienceMillis: 100 });
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.pause();
      socket.write(
        `POST /invocations HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\nContent-Length: ${ask.length}\r\n\r\n${ask}`,
      );

      await over;
      await expect
        .poll(async () => json(await send(port, { method: 'GET', path: '/ping' })))
        .toMatchObject({ status: 'Healthy' });
      const next = await send(port, { body: ask, headers: { accept } });
      socket.destroy();

      expect(next.text).not.toContain('overloaded');
    },
  );

  it('is not every client that has read its answer', async () => {
    const { port, started } = await serve(() => playing(ENDED));

    await send(port, { body: ask });
    await new Promise((resolve) => setTimeout(resolve, 10));

    expect(started[0]?.[1].signal?.aborted).toBe(false);
  });

  it('may read slowly: what it has not read waits, and arrives whole', async () => {
    const text = 'x'.repeat(1_000_000);
    const many = Array.from({ length: 20 }, () => event({ type: 'text-delta', text }));
    const { port } = await serve(() => playing(...many, ENDED));
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /invocations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/event-stream\r\nContent-Length: ${ask.length}\r\n\r\n${ask}`,
    );
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));

    let bytes = 0;
    let tail = '';
    for await (const chunk of socket) {
      bytes += String(chunk).length;
      tail = (tail + String(chunk)).slice(-400);
    }

    expect(bytes).toBeGreaterThan(20_000_000);
    expect(tail).toContain('"run-ended"');
  });
});
