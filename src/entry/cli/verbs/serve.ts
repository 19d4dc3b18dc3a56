import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { loadConfiguration } from '../../../config.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { isLoopbackHost } from '../../../domain/loopback.js';
import { createIdentifiers } from '../../../identifiers.js';
import type { SettingName } from '../../../settings.js';
import { createLogger } from '../../../telemetry/logger.js';
import type { Service } from '../../http/service.js';
import { startRunThread, type RunThread } from '../../http/worker/start-run-thread.js';
import { withCommonOptions } from '../common-options.js';
import { EXIT } from '../exit-code.js';
import type { Verb } from '../program.js';
import { systemCodeOf } from '../../../domain/system-error.js';

interface ServeFlags {
  readonly port?: string;
  readonly host?: string;
  readonly sandbox?: boolean;
  readonly config?: string;
  readonly preload?: boolean;
}

/**
 * `central-ops serve`: the HTTP server of the AgentCore contract, until SIGTERM or Ctrl-C; the second one ends it at once.
 * This thread answers `/ping` and passes on what the other one, which is the product, finds out.
 */
export const serve: Verb = (program, run) => {
  const command = program
    .command('serve')
    .description('answer over HTTP: POST /invocations, GET /ping, GET /ws')
    .option('--port <number>', 'the port to listen on')
    .option('--host <address>', 'the address to listen on')
    .option('--preload', 'load everything before listening, as in a container');
  withCommonOptions(command).action((given: ServeFlags) =>
    run(async (terminal) => {
      const flags = settingsOf(given);
      const configFile = given.config;
      const { host, port, callerHeader, logLevel, server } = await loadConfiguration({
        door: 'server',
        flags,
        ...(configFile === undefined ? {} : { configFile }),
      });
      let level = logLevel;
      const logger = createLogger({ level: () => level, write: terminal.err, clock: Date.now });
      const { concurrentRuns, drainSeconds } = server;
      const preload = given.preload ?? server.preload;
      let started: RunThread | undefined;
      const thread = (): RunThread => (started ??= startRunThread({ flags, configFile, preload }, terminal.err));
      // For a server that may not be restarted: `debug`, and back with the next one.
      process.on('SIGUSR2', () => {
        level = level === logLevel ? 'debug' : logLevel;
        thread().setLogLevel(level);
      });
      // First, so that both load at the same time.
      if (preload) thread();
      try {
        const { createService } = await import('../../http/service.js');
        const service = createService({
          operations: {
            start: (request, options) => thread().operations.start(request, options),
            rows: (query, caller) => thread().operations.rows(query, caller),
          },
          clock: Date.now,
          newId: createIdentifiers(),
          logger,
          callerHeader,
          loopbackOnly: isLoopbackHost(host),
          concurrentRuns,
        });
        // A ping that is answered says that the code is there, where somebody waits for that.
        if (preload) await Promise.all([thread().ready, service.preload()]);
        logger.info('listening', { host, port: await listen(service, port, host) });
        await Promise.race([untilAborted(terminal.signal), unlessUsable(thread().ready), thread().broken]);
        logger.info('draining', { seconds: drainSeconds });
        await Promise.race([service.drain(drainSeconds * 1000), thread().broken]);
      } finally {
        await started?.close();
      }
      return EXIT.complete;
    }),
  );
};

function settingsOf({ port, host, sandbox }: ServeFlags): Readonly<Partial<Record<SettingName, string>>> {
  return {
    ...(sandbox === true ? { CENTRAL_OPS_SANDBOX: '1' } : {}),
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { CENTRAL_OPS_HOST: host }),
  };
}

/** Never resolves; rejects when the configuration turns out to be unusable. */
async function unlessUsable(ready: Promise<void>): Promise<never> {
  await ready;
  return new Promise(() => undefined);
}

/** Resolves to the port when the server listens; throws `configuration` when the address cannot be had. */
export async function listen({ server }: Service, port: number, host: string): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new CentralOpsError('configuration', `cannot listen on ${host} port ${port} (${codeOf(cause)})`, {
      nextStep: 'Another program may have the port: give another with --port or PORT, or 0 for a free one.',
      cause,
    });
  }
  const address: string | AddressInfo | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

function codeOf(error: unknown): string {
  return systemCodeOf(error) ?? String(error);
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
