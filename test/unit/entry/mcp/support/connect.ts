import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { ClientCapabilities } from '@modelcontextprotocol/sdk/types.js';
import type { Caller } from '../../../../../src/domain/caller.js';
import { createMcpServer, type McpServerUses } from '../../../../../src/entry/mcp/server.js';
import { recordingLogger } from '../../../nodes/support/state.js';

export const CALLER: Caller = { kind: 'operating-system-user', name: 'alice' };

/** The SDK's own client, connected to our server without anything between them. */
export async function connect(
  uses: Pick<McpServerUses, 'tools'> & Partial<McpServerUses>,
  capabilities: ClientCapabilities = {},
): Promise<{ readonly client: Client; readonly lines: readonly unknown[] }> {
  const { logger, lines } = recordingLogger();
  const client = new Client({ name: 'test', version: '1' }, { capabilities });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer({ version: '1.2.3', logger, ...uses })({ caller: CALLER }).connect(far);
  await client.connect(near);
  return { client, lines };
}
