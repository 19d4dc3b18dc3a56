import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** A span as a collector gets it (OTLP over HTTP in JSON), flattened. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A collector of OpenTelemetry on loopback. */
export interface Collector {
  readonly url: string;
  spans(): readonly ReceivedSpan[];
  metricNames(): readonly string[];
  /** Every body as it came. */
  text(): string;
  close(): void;
}

const attributes = z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })).default([]);

const tracesShape = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().default(''),
              attributes,
              status: z.object({ code: z.number().default(0) }).default({ code: 0 }),
            }),
          ),
        }),
      ),
    }),
  ),
});

const metricsShape = z.object({
  resourceMetrics: z.array(
    z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(z.object({ name: z.string() })) })) }),
  ),
});

export async function startCollector(): Promise<Collector> {
  const traces: unknown[] = [];
  const metrics: unknown[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    (request.url === '/v1/traces' ? traces : metrics).push(await json(request));
    response.setHeader('content-type', 'application/json').end('{}');
  };
  const server = createServer((request, response) => {
    void receive(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    spans: () =>
      traces
        .flatMap((body) => tracesShape.parse(body).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .map(({ attributes: given, status, ...span }) => ({
          ...span,
          failed: status.code === 2,
          attributes: Object.fromEntries(given.map(({ key, value }) => [key, Object.values(value)[0]])),
        })),
    metricNames: () =>
      metrics
        .flatMap((body) => metricsShape.parse(body).resourceMetrics)
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics.map(({ name }) => name))),
    text: () => JSON.stringify([traces, metrics]),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
