import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '../../../compose.js';
import { isLoopbackHost } from '../../../domain/loopback.js';
import { createApp } from '../../http/app.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';

/** `central-ops serve`: the HTTP server of the AgentCore contract. */
export const serve: Verb = (program, run) => {
  const command = program
    .command('serve')
    .description('answer over HTTP: POST /invocations, GET /ping')
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
      const { host, port, callerHeader } = configuration;
      const composition = await compose(configuration, { log: terminal.err, auditName: 'server' });
      try {
        const { operations, clock, newId, logger } = composition;
        const loopbackOnly = isLoopbackHost(host);
        const app = createApp({ operations, clock, newId, logger, callerHeader, loopbackOnly });
        const server = app.listen(port, host);
        await listening(server);
        logger.info('listening', { host, port: portOf(server) });
        await untilAborted(terminal.signal);
        await closed(server);
      } finally {
        await composition.close();
      }
      return EXIT.complete;
    }),
  );
};

/** Resolves when the server listens; rejects when the address cannot be had. */
export function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Takes no new requests, and ends those under way: their clients see the connection close and their runs are cancelled. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
