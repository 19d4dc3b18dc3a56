import { compose, type Composition } from '../../../compose.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { assembleMcp } from '../../mcp/assemble.js';
import { httpAccessOf } from '../../mcp/http-access.js';
import { createMcpService } from '../../mcp/http-service.js';
import { serveStdio } from '../../mcp/stdio.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions, type CommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import type { Terminal } from '../terminal.js';
import { operatingSystemUser, withComposition } from './run.js';
import { listen, untilAborted } from './serve.js';

interface McpOptions {
  readonly http?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly allowMutations?: boolean;
}

/** `central-ops mcp`: our MCP server, for an assistant on this machine (stdio), or over HTTP. */
export const mcp: Verb = (program, run) => {
  const command = program
    .command('mcp')
    .description('serve the Model Context Protocol: on standard input and output, or over HTTP')
    .option('--http', 'serve streamable HTTP at /mcp instead')
    .option('--port <number>', 'the port to listen on, with --http (8000)')
    .option('--host <address>', 'the address to listen on, with --http (127.0.0.1)')
    .option('--allow-mutations', 'let aws_sso_exec_command run commands that change something, too; not with --http');
  withCommonOptions(command).action((options: McpOptions) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      if (options.http === true) {
        if (options.allowMutations === true) {
          throw new CentralOpsError('usage', '--allow-mutations is not for --http, where others may call');
        }
        return overHttp(common, options, terminal);
      }
      if (options.port !== undefined || options.host !== undefined) {
        throw new CentralOpsError('usage', '--port and --host are for --http');
      }
      return overStdio(common, options, terminal);
    }),
  );
};

/** One client, which started this process: what it may do is what the person at this machine may do. */
function overStdio(common: CommonOptions, { allowMutations = false }: McpOptions, terminal: Terminal): Promise<number> {
  const streams = terminal.protocol();
  const serve = async (composition: Composition): Promise<number> => {
    const assembled = assembleMcp(composition, { forOnePerson: true });
    try {
      await serveStdio({
        ...streams,
        connect: assembled.connect,
        caller: operatingSystemUser(),
        clock: composition.clock,
        signal: terminal.signal,
      });
    } finally {
      assembled.close();
    }
    return EXIT.complete;
  };
  return withComposition(common, terminal, serve, { allowMutations });
}

async function overHttp(common: CommonOptions, { port, host }: McpOptions, terminal: Terminal): Promise<number> {
  const flags = {
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { CENTRAL_OPS_HOST: host }),
  };
  const configuration = await configurationFor(common, flags, 'server');
  const access = httpAccessOf(configuration);
  const composition = await compose(configuration, { log: terminal.err, auditName: 'server' });
  try {
    const { callerHeader, server: settings } = configuration;
    const { logger } = composition;
    if (settings.preload) await composition.graph();
    const service = createMcpService(composition, { access, callerHeader, concurrentRuns: settings.concurrentRuns });
    const listening = await listen(service, configuration.mcp.port, configuration.host);
    logger.info('listening', { host: configuration.host, port: listening, path: '/mcp' });
    await untilAborted(terminal.signal);
    logger.info('draining', { seconds: settings.drainSeconds });
    await service.drain(settings.drainSeconds * 1000);
  } finally {
    await composition.close();
  }
  return EXIT.complete;
}
