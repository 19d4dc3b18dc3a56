import type { Clock } from '../domain/clock.js';

/** What OpenTelemetry's SDKs draw ids from. */
export interface IdGenerator {
  generateTraceId(): string;
  generateSpanId(): string;
}

/**
 * Ids as X-Ray wants them (the first four bytes of a trace's are the time in seconds:
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids), drawn from `newId`, because
 * the generators of the SDKs are Math.random, whose state a cloned process shares.
 */
export function xrayIds(newId: (prefix: string) => string, clock: Clock): IdGenerator {
  const digits = (count: number): string => newId('id').slice('id-'.length).slice(0, count);
  return {
    generateTraceId: () => Math.floor(clock() / 1000).toString(16) + digits(24),
    generateSpanId: () => digits(16),
  };
}
