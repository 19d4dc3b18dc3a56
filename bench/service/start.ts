import { bareArguments, serveArguments, start, stop } from './programs.js';

const ROUNDS = 7;
const REGISTRY = { ACCOUNT_REGISTRY: '[{"id": "222222222222", "name": "Production"}]' };
const KINDS = {
  bare: { args: bareArguments, environment: {} },
  'on first use': { args: serveArguments, environment: REGISTRY },
  preloaded: {
    args: serveArguments,
    environment: { ...REGISTRY, DOCKER_CONTAINER: '1', CENTRAL_OPS_HOST: '127.0.0.1' },
  },
} as const;

export type StartKind = keyof typeof KINDS;

/** Milliseconds from the start of the process to its first answered `/ping`: the least of several rounds, taken in turns. */
export async function startMillis(): Promise<Readonly<Record<StartKind, number>>> {
  const least = { bare: Infinity, 'on first use': Infinity, preloaded: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of ['bare', 'on first use', 'preloaded'] as const) {
      const { args, environment } = KINDS[kind];
      const startedAt = performance.now();
      const { process: child, text } = await start(
        args,
        { ...environment, PORT: '0', CENTRAL_OPS_LOG_LEVEL: 'info' },
        /"port":\d+/,
      );
      const port = /"port":(\d+)/.exec(text)?.[1];
      await (await fetch(`http://127.0.0.1:${port}/ping`)).text();
      least[kind] = Math.min(least[kind], performance.now() - startedAt);
      await stop(child);
    }
  }
  return least;
}
