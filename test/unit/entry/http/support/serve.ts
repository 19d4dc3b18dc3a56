import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunEvent, RunEventBody } from '../../../../../src/domain/event.js';
import { createService, type Service, type ServiceUses } from '../../../../../src/entry/http/service.js';
import type { Operations, StartOptions } from '../../../../../src/operations.js';
import { recordingLogger } from '../../../nodes/support/state.js';
import { answer } from '../../../results/support/builders.js';

let server: Server | undefined;

/** Ends what {@link serve} began. For `afterEach`. */
export async function stopServing(): Promise<void> {
  if (server === undefined) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  server = undefined;
}

const AT = '2026-11-21T00:00:00.000Z';
export const event = (body: RunEventBody): RunEvent => ({ ...body, runId: 'run-1', at: AT });
export const STARTED = event({ type: 'run-started', sessionId: 's' });
export const ENDED = event({ type: 'run-ended', answer: answer() });

type Started = Parameters<Operations['start']>[0];

export interface Fake {
  readonly port: number;
  readonly started: (readonly [Started, StartOptions])[];
  readonly lines: readonly unknown[];
  readonly service: Service;
}

/** The app on a loopback port, over operations that play events. */
export async function serve(
  play: (request: Started, options: StartOptions) => AsyncGenerator<RunEvent, void, undefined>,
  more: Partial<ServiceUses> & { readonly rows?: Operations['rows'] } = {},
): Promise<Fake> {
  const started: (readonly [Started, StartOptions])[] = [];
  const { logger, lines } = recordingLogger();
  const { rows = () => Promise.reject(new Error('not expected')), ...uses } = more;
  const service = createService({
    operations: {
      start: (request, options) => {
        started.push([request, options]);
        return play(request, options);
      },
      rows,
    },
    clock: () => 1_700_000_000_000,
    newId: (prefix) => `${prefix}-made-up`,
    logger,
    callerHeader: undefined,
    loopbackOnly: true,
    concurrentRuns: 100,
    ...uses,
  });
  server = service.server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return { port: address.port, started, lines, service };
}

export async function* playing(...events: readonly RunEvent[]): AsyncGenerator<RunEvent, void, undefined> {
  for (const one of events) {
    await Promise.resolve();
    yield one;
  }
}

export interface Reply {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

export async function send(
  port: number,
  options: { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string },
): Promise<Reply> {
  const { method = 'POST', path = '/invocations', headers = {}, body = '' } = options;
  const request = httpRequest({ host: '127.0.0.1', port, method, path, headers });
  request.end(body);
  const [response]: [IncomingMessage] = await replyTo(request);
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, type: response.headers['content-type'], text };
}

function replyTo(request: ReturnType<typeof httpRequest>): Promise<[IncomingMessage]> {
  return new Promise((resolve, reject) => {
    request.once('response', (response) => resolve([response]));
    request.once('error', reject);
  });
}

export function json({ text }: Reply): unknown {
  return JSON.parse(text);
}

export const SESSION = 'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id';
export const ask = JSON.stringify({ prompt: 'how many?' });
