import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { ClientCapabilities } from '@modelcontextprotocol/sdk/types.js';
import type { Caller } from '../../../../../src/domain/caller.js';
import { createMcpServer, type McpServerUses } from '../../../../../src/entry/mcp/server.js';
import { recordingLogger } from '../../../nodes/support/state.js';

export const CALLER: Caller = { kind: 'operating-system-user', name: 'alice' };

/** A server without resources, for tests of something else. */
export const NOTHING_ELSE: Pick<McpServerUses, 'resources' | 'complete'> = {
  resources: {
    list: () => Promise.resolve({ resources: [] }),
    templates: () => ({ resourceTemplates: [] }),
    read: () => Promise.reject(new Error('not expected')),
    completeRunId: () => Promise.resolve([]),
  },
  complete: () => Promise.resolve({ completion: { values: [] } }),
};

/** The SDK's own client, connected to our server without anything between them. */
export async function connect(
  uses: Pick<McpServerUses, 'tools'> & Partial<McpServerUses>,
  capabilities: ClientCapabilities = {},
): Promise<{ readonly client: Client; readonly lines: readonly unknown[] }> {
  const { logger, lines } = recordingLogger();
  const client = new Client({ name: 'test', version: '1' }, { capabilities });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer({ ...NOTHING_ELSE, version: '1.2.3', logger, ...uses })({ caller: CALLER }).connect(far);
  await client.connect(near);
  return { client, lines };
}
