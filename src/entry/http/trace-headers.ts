import { context, propagation, trace } from '@opentelemetry/api';

/** The headers that say what a request is a part of: https://www.w3.org/TR/trace-context/ and https://www.w3.org/TR/baggage/ */
const NAMES = ['traceparent', 'tracestate', 'baggage'] as const;

/**
 * What a run is a part of: of the request's own span where something watches HTTP here (the AWS distribution does), else of
 * what its headers name; AgentCore passes on those that the runtime's allow-list names.
 */
export function traceHeaders(header: (name: string) => string | undefined): Readonly<Record<string, string>> {
  const carrier: Record<string, string> = {};
  for (const name of NAMES) {
    const value = header(name);
    if (value !== undefined) carrier[name] = value;
  }
  if (trace.getActiveSpan() !== undefined) propagation.inject(context.active(), carrier);
  return carrier;
}
