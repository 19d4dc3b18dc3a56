import {
  bareArguments,
  compiledArguments,
  DISTRIBUTION,
  portOf,
  serveArguments,
  sinkArguments,
  start,
  stop,
} from './programs.js';

const ROUNDS = 7;
const REGISTRY = { ACCOUNT_REGISTRY: '[{"id": "222222222222", "name": "Production"}]' };
const IN_CONTAINER = { ...REGISTRY, DOCKER_CONTAINER: '1', CENTRAL_OPS_HOST: '127.0.0.1' };
const BY_DISTRIBUTION = {
  AGENT_OBSERVABILITY_ENABLED: 'true',
  NODE_OPTIONS: `--import ${DISTRIBUTION}`,
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
  AWS_REGION: 'us-east-1',
};

interface Kind {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly traced?: true;
}

const KINDS: Readonly<Record<string, Kind>> = {
  bare: { args: bareArguments, environment: {} },
  'on first use': { args: serveArguments, environment: REGISTRY },
  preloaded: { args: serveArguments, environment: IN_CONTAINER },
  'preloaded, not bundled': { args: compiledArguments, environment: IN_CONTAINER },
  'preloaded, traced': { args: serveArguments, environment: IN_CONTAINER, traced: true },
  "preloaded, traced by AWS's distribution": {
    args: serveArguments,
    environment: { ...IN_CONTAINER, ...BY_DISTRIBUTION },
    traced: true,
  },
};

/** Milliseconds from the start of the process to its first answered `/ping`: the least of several rounds, taken in turns. */
export async function startMillis(): Promise<ReadonlyMap<string, number>> {
  const least = new Map<string, number>();
  const sink = await start(sinkArguments, {}, /"port":\d+/);
  const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${portOf(sink)}` };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [kind, { args, environment, traced }] of Object.entries(KINDS)) {
        const startedAt = performance.now();
        const server = await start(
          args,
          { ...environment, ...(traced ? collector : {}), PORT: '0', CENTRAL_OPS_LOG_LEVEL: 'info' },
          /"port":\d+/,
        );
        await (await fetch(`http://127.0.0.1:${portOf(server)}/ping`)).text();
        least.set(kind, Math.min(least.get(kind) ?? Infinity, performance.now() - startedAt));
        await stop(server.process);
      }
    }
  } finally {
    await stop(sink.process);
  }
  return least;
}
