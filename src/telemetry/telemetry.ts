import {
  context,
  type Context,
  type Meter,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import type { Answer } from '../domain/answer.js';
import type { Clock } from '../domain/clock.js';
import type { JsonObject } from '../domain/json.js';
import { requestText } from '../domain/run.js';
import type { Telemetry } from '../domain/telemetry.js';

const SCOPE = 'central-ops';
const AGENT = 'central-ops';

export interface TelemetryOptions {
  readonly clock: Clock;
  /** Put what was asked and answered into the span of a run (`OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`). */
  readonly captureContent: boolean;
}

/**
 * Watches runs through OpenTelemetry's API: whichever SDK is registered receives them, and without one nothing happens.
 * Names and attributes follow the GenAI conventions (https://opentelemetry.io/docs/specs/semconv/gen-ai/): a run is
 * `invoke_agent`, a question to a model `chat`.
 */
export function createTelemetry({ clock, captureContent }: TelemetryOptions): Telemetry {
  return {
    run({ request, sessionId, trace: carrier = {} }) {
      const startedAt = clock();
      const parent = parentOf(carrier);
      const session = propagation.getBaggage(parent)?.getEntry('session.id')?.value ?? sessionId;
      const span = tracer().startSpan(
        `invoke_agent ${AGENT}`,
        {
          kind: SpanKind.SERVER,
          startTime: startedAt,
          attributes: {
            'gen_ai.operation.name': 'invoke_agent',
            'gen_ai.agent.name': AGENT,
            'central_ops.request.kind': request.kind,
            ...(captureContent
              ? {
                  'gen_ai.input.messages': message('user', requestText(request)),
                }
              : {}),
          },
        },
        parent,
      );
      const inside = trace.setSpan(session === undefined ? parent : withSession(parent, session), span);
      const end = (status: string, facts: Readonly<Record<string, string | number>>): void => {
        const endedAt = clock();
        span.setAttributes({ 'central_ops.status': status, ...facts });
        if (status === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(endedAt);
        meter().createCounter('central_ops.runs', { description: 'Runs that ended' }).add(1, { status });
        meter()
          .createHistogram('central_ops.run.duration', { unit: 's', description: 'From the request to its answer' })
          .record((endedAt - startedAt) / 1000, { status });
      };
      return {
        began: (run) =>
          span.setAttributes({
            'central_ops.run.id': run.runId,
            'gen_ai.conversation.id': run.sessionId,
            'session.id': session ?? run.sessionId,
          }),
        within: (work) => context.with(inside, work),
        failed: (code) => end('failed', { 'error.type': code }),
        ended: (answer) => end(answer.status, factsOf(answer, captureContent)),
      };
    },

    step: (name, facts, work) =>
      tracer().startActiveSpan(name, { startTime: clock(), attributes: facts }, async (span) => {
        const inside = trace.setSpan(context.active(), span);
        try {
          return await work({
            add: (more) => span.setAttributes(more),
            failed: (code) => fail(span, code),
            part(partName, partFacts, startedAt, failed) {
              const part = tracer().startSpan(partName, { startTime: startedAt, attributes: partFacts }, inside);
              if (failed) part.setStatus({ code: SpanStatusCode.ERROR });
              part.end(clock());
            },
          });
        } catch (error) {
          fail(span, error instanceof Error && 'code' in error ? String(error.code) : 'internal');
          throw error;
        } finally {
          span.end(clock());
        }
      }),

    modelUsed(modelId, { inputTokens, outputTokens }) {
      const usage = meter().createHistogram('gen_ai.client.token.usage', { unit: '{token}' });
      const facts = {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'aws.bedrock',
        'gen_ai.request.model': modelId,
      };
      usage.record(inputTokens, { ...facts, 'gen_ai.token.type': 'input' });
      usage.record(outputTokens, { ...facts, 'gen_ai.token.type': 'output' });
    },

    callEnded(facts) {
      meter().createCounter('central_ops.calls', { description: 'Calls of accounts by outcome' }).add(1, facts);
    },
  };
}

/** Asked for each time: an SDK may be registered later. */
function tracer(): Tracer {
  return trace.getTracer(SCOPE);
}

function meter(): Meter {
  return metrics.getMeter(SCOPE);
}

/** The trace and the span that run now, for log lines. */
export function currentTrace(): JsonObject {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId };
}

/** A span that is there already (the AWS distribution watches HTTP itself) is nearer than what the headers say. */
function parentOf(carrier: Readonly<Record<string, string>>): Context {
  const active = context.active();
  return trace.getSpan(active) === undefined ? propagation.extract(active, carrier) : active;
}

function withSession(parent: Context, session: string): Context {
  const baggage = propagation.getBaggage(parent) ?? propagation.createBaggage();
  return propagation.setBaggage(parent, baggage.setEntry('session.id', { value: session }));
}

function factsOf(answer: Answer, captureContent: boolean): Readonly<Record<string, string | number>> {
  const { coverage, usage, error } = answer;
  return {
    'gen_ai.usage.input_tokens': usage.inputTokens,
    'gen_ai.usage.output_tokens': usage.outputTokens,
    'central_ops.model_calls': usage.modelCalls,
    'central_ops.api_calls': usage.apiCalls,
    ...(coverage === undefined
      ? {}
      : {
          'central_ops.accounts.asked': coverage.accounts.asked,
          'central_ops.accounts.answered': coverage.accounts.answered,
        }),
    ...(error === undefined ? {} : { 'error.type': error.code }),
    ...(captureContent ? { 'gen_ai.output.messages': message('assistant', answer.response) } : {}),
  };
}

function message(role: string, content: string): string {
  return JSON.stringify([{ role, parts: [{ type: 'text', content }] }]);
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
