import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Caller } from '../../../../../src/domain/caller.js';
import { createPing, type Ping } from '../../../../../src/entry/http/ping.js';
import { createMcpApp, type McpAppUses } from '../../../../../src/entry/mcp/http-app.js';
import { createMcpServer } from '../../../../../src/entry/mcp/server.js';
import type { DefinedTool } from '../../../../../src/entry/mcp/tool.js';
import { NOTHING_ELSE } from './connect.js';
import { recordingLogger } from '../../../nodes/support/state.js';

const servers: Server[] = [];
const clients: Client[] = [];

/** Ends what {@link serveHttp} began. For `afterEach`. */
export async function stopServingHttp(): Promise<void> {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

export interface ServedHttp {
  readonly port: number;
  readonly ping: Ping;
  readonly callers: readonly Caller[];
  /** The SDK's own client, connected. */
  client(headers?: Readonly<Record<string, string>>): Promise<{
    readonly client: Client;
    readonly transport: StreamableHTTPClientTransport;
  }>;
}

/** The HTTP door on a loopback port. */
export async function serveHttp(tools: readonly DefinedTool[], more: Partial<McpAppUses> = {}): Promise<ServedHttp> {
  const { logger } = recordingLogger();
  const ping = createPing(() => 1_700_000_000_000);
  const callers: Caller[] = [];
  const connect = createMcpServer({ ...NOTHING_ELSE, version: '1', tools, logger });
  let made = 0;
  const app = createMcpApp({
    connect: (connection) => {
      callers.push(connection.caller);
      return connect(connection);
    },
    access: { loopbackOnly: true, token: undefined },
    ping,
    newId: (prefix) => `${prefix}-${String((made += 1))}`,
    callerHeader: undefined,
    logger,
    ...more,
  });
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  const { port } = address;
  return {
    port,
    ping,
    callers,
    async client(headers = {}) {
      const client = new Client({ name: 'test', version: '1' });
      const transport = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${String(port)}/mcp`), {
        requestInit: { headers },
      });
      await client.connect(transport);
      clients.push(client);
      return { client, transport };
    },
  };
}
