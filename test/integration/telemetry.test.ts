import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine, type CommandLine } from './support/command-line.js';
import { startCollector, type Collector, type ReceivedSpan } from './support/collector.js';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER_SPAN = '00f067aa0ba902b7';
const QUESTION = 'How many EC2 instances are running in each account?';
const AWS = fileURLToPath(new URL('../../dist/bundle/aws-distribution.js', import.meta.url));

let commandLine: CommandLine;
let collector: Collector;
beforeAll(async () => {
  commandLine = await createCommandLine();
  collector = await startCollector();
});
afterAll(async () => {
  collector.close();
  await commandLine.close();
});

/** Asks a server one question as a part of somebody's trace, and ends it, which sends what it has collected. */
async function serveOne(variables: Readonly<Record<string, string>>): Promise<readonly ReceivedSpan[]> {
  const server = commandLine.start(['serve', '--sandbox', '--port', '0'], {
    CENTRAL_OPS_SANDBOX_ACCOUNTS: '3',
    CENTRAL_OPS_SANDBOX_FAULTS: 'payments-staging:ec2:denied',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    ...variables,
  });
  const [, port = ''] = await server.until(/"listening".*?"port":(\d+)/u);
  const response = await fetch(`http://127.0.0.1:${port}/invocations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${TRACE_ID}-${CALLER_SPAN}-01`,
      baggage: 'session.id=session-of-the-caller',
      'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id': 'a-session-of-ours',
    },
    body: JSON.stringify({ prompt: QUESTION }),
  });
  await response.text();
  server.child.kill('SIGTERM');
  const ended = await server.ended;
  expect(ended.code).toBe(0);
  return collector.spans().filter(({ traceId }) => traceId === TRACE_ID);
}

function named(spans: readonly ReceivedSpan[], name: string): readonly ReceivedSpan[] {
  return spans.filter((span) => span.name === name);
}

describe('a collector of OpenTelemetry', () => {
  it('receives a trace of each run, its nodes, accounts and calls, and nothing of what was said or found', async () => {
    const spans = await serveOne({});

    const [run, ...others] = named(spans, 'invoke_agent central-ops');
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      parentSpanId: CALLER_SPAN,
      failed: false,
      attributes: {
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.conversation.id': 'a-session-of-ours',
        'session.id': 'session-of-the-caller',
        'central_ops.status': 'partial',
        'central_ops.accounts.asked': 3,
        'central_ops.accounts.answered': 2,
      },
    });
    for (const node of ['parseIntent', 'resolveAccounts', 'authorize', 'collect', 'summarize', 'remember']) {
      expect(named(spans, node).map(({ parentSpanId }) => parentSpanId)).toEqual([run?.spanId]);
    }
    const accounts = named(spans, 'queryAccount');
    expect(accounts.map(({ parentSpanId }) => parentSpanId)).toEqual([run?.spanId, run?.spanId, run?.spanId]);
    const calls = named(spans, 'ec2 DescribeInstances');
    expect(calls.map(({ parentSpanId }) => parentSpanId).toSorted()).toEqual(
      accounts.map(({ spanId }) => spanId).toSorted(),
    );
    expect(calls.map(({ failed, attributes }) => `${String(attributes['outcome'])} ${failed}`).toSorted()).toEqual([
      'answered false',
      'answered false',
      'denied true',
    ]);
    expect(collector.metricNames()).toEqual(
      expect.arrayContaining(['central_ops.runs', 'central_ops.run.duration', 'central_ops.calls']),
    );
    expect(collector.text()).not.toMatch(/How many|running|i-[0-9a-f]{17}|ASIA|AKIA/u);
  }, 60_000);

  it('receives questions and answers only when that is switched on', async () => {
    const spans = await serveOne({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' });

    const contents = named(spans, 'invoke_agent central-ops').map(({ attributes }) => [
      attributes['gen_ai.input.messages'],
      attributes['gen_ai.output.messages'],
    ]);
    expect(contents.at(-1)).toEqual([
      JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: QUESTION }] }]),
      expect.stringContaining('running EC2 instances'),
    ]);
  }, 60_000);

  it("receives the same through AWS's distribution, which watches the program's own modules", async () => {
    const before = collector.spans().length;
    const spans = await serveOne({
      NODE_OPTIONS: `--import ${AWS}`,
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_AWS_APPLICATION_SIGNALS_ENABLED: 'false',
      AWS_REGION: 'us-east-1',
    });

    const fresh = spans.slice(-(collector.spans().length - before));
    const [run] = named(fresh, 'invoke_agent central-ops');
    const server = fresh.find(({ spanId }) => spanId === run?.parentSpanId);
    expect(server).toMatchObject({ parentSpanId: CALLER_SPAN, attributes: { 'http.method': 'POST' } });
    expect(named(fresh, 'ec2 DescribeInstances')).toHaveLength(3);
  }, 90_000);
});
