import { isSpanContextValid, metrics, trace, type TracerProvider } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { xrayIds } from './xray-ids.js';
import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';

export interface OpenTelemetryUses {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  /** 16 bytes of hexadecimal digits: a clone of this process must draw others. */
  readonly newId: (prefix: string) => string;
}

/**
 * Sends traces and metrics to the collector that OpenTelemetry's own variables name (`OTEL_EXPORTER_OTLP_ENDPOINT`, …; the
 * exporters read them). Where another SDK has been registered, such as AWS's distribution, it is left to that one.
 *
 * @returns sends what is left, and stops what was started.
 */
export function startOpenTelemetry(uses: OpenTelemetryUses): () => Promise<void> {
  if (isRegistered()) return flushRegistered;
  const { httpAgent, httpsAgent, newId } = uses;
  const agents = (protocol: string): HttpAgent | HttpsAgent => (protocol === 'https:' ? httpsAgent : httpAgent);
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'central-ops' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const tracing = new NodeTracerProvider({
    resource,
    idGenerator: xrayIds(newId, Date.now),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ httpAgentOptions: agents }))],
  });
  const measuring = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ httpAgentOptions: agents }) })],
  });
  tracing.register();
  metrics.setGlobalMeterProvider(measuring);
  return async () => {
    await Promise.allSettled([tracing.shutdown(), measuring.shutdown()]);
  };
}

/** Without an SDK spans have no ids. One that is never ended is never sent. */
function isRegistered(): boolean {
  return isSpanContextValid(trace.getTracer('central-ops').startSpan('probe').spanContext());
}

/**
 * It sends what is left when the process ends, which a thread that ends earlier does not wait for. Asked for by method and not by
 * class: the SDK was registered through a copy of the API that is not ours.
 */
async function flushRegistered(): Promise<void> {
  const provider: Registered = trace.getTracerProvider();
  await (provider.getDelegate?.() ?? provider).forceFlush?.();
}

interface Registered extends TracerProvider {
  forceFlush?(): Promise<void>;
  getDelegate?(): Registered;
}
