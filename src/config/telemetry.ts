/** What is said about runs to a collector of OpenTelemetry. Its own variables decide; the exporters read the rest of them. */
export interface TelemetryConfiguration {
  /** A collector is named, so our own SDK sends to it (unless another one is registered). */
  readonly exports: boolean;
  /** Questions and answers go into spans as well. */
  readonly captureContent: boolean;
}

const ENDPOINTS = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
] as const;

/** https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export function telemetrySettings(environment: Readonly<Record<string, string | undefined>>): TelemetryConfiguration {
  const isOn = (name: string): boolean => environment[name]?.trim().toLowerCase() === 'true';
  return {
    exports: ENDPOINTS.some((name) => (environment[name] ?? '') !== '') && !isOn('OTEL_SDK_DISABLED'),
    captureContent: isOn('OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'),
  };
}

/**
 * What AWS's distribution is to be told before it is loaded: no content in spans (it would put prompts and answers there),
 * and none of LangChain's own spans, because ours describe the same steps.
 */
export function distributionDefaults(environment: Record<string, string | undefined>): void {
  environment['OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'] ??= 'false';
  environment['OTEL_NODE_ENABLED_INSTRUMENTATIONS'] ??= 'aws-sdk,http,undici';
  environment['OTEL_SERVICE_NAME'] ??= 'central-ops';
}
