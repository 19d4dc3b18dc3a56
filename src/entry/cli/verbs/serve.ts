import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { compose } from '../../../compose.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { isLoopbackHost } from '../../../domain/loopback.js';
import { createService, type Service } from '../../http/service.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';

/** `central-ops serve`: the HTTP server of the AgentCore contract, until SIGTERM or Ctrl-C; the second one ends it at once. */
export const serve: Verb = (program, run) => {
  const command = program
    .command('serve')
    .description('answer over HTTP: POST /invocations, GET /ping, GET /ws')
    .option('--port <number>', 'the port to listen on')
    .option('--host <address>', 'the address to listen on');
  withCommonOptions(command).action((options: { readonly port?: string; readonly host?: string }) =>
    run(async (terminal) => {
      const configuration = await configurationFor(
        parseCommonOptions(options),
        {
          ...(options.port === undefined ? {} : { PORT: options.port }),
          ...(options.host === undefined ? {} : { CENTRAL_OPS_HOST: options.host }),
        },
        'server',
      );
      const { host, port, callerHeader, server: settings } = configuration;
      const composition = await compose(configuration, { log: terminal.err, auditName: 'server' });
      try {
        const { operations, clock, newId, logger } = composition;
        // Who connects is served: a ping that is answered says that the code is there.
        if (settings.preload) await composition.graph();
        const service = createService({
          operations,
          clock,
          newId,
          logger,
          callerHeader,
          loopbackOnly: isLoopbackHost(host),
          concurrentRuns: settings.concurrentRuns,
        });
        logger.info('listening', { host, port: await listen(service, port, host) });
        await untilAborted(terminal.signal);
        logger.info('draining', { seconds: settings.drainSeconds });
        await service.drain(settings.drainSeconds * 1000);
      } finally {
        await composition.close();
      }
      return EXIT.complete;
    }),
  );
};

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
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
