import type { Composition } from '../../compose.js';
import { packageVersion } from '../package-version.js';
import { createCompleter } from './complete.js';
import { createResources } from './resources.js';
import { createMcpServer, type McpServerFactory } from './server.js';
import { createSignIns } from './sign-ins.js';
import { createTools } from './tools/index.js';

export interface AssembledMcp {
  readonly connect: McpServerFactory;
  /** Ends sign-ins that wait for the person. */
  close(): void;
}

/**
 * Our MCP server over the composed product. What goes through the sign-in of the person who runs this program is offered only where
 * nobody else calls.
 */
export function assembleMcp(
  composition: Composition,
  options: { readonly forOnePerson: boolean; readonly operations?: Composition['operations'] },
): AssembledMcp {
  const { identityCenter, clock, logger } = composition;
  const signIns = options.forOnePerson ? createSignIns(identityCenter, clock) : undefined;
  const tools = createTools({ ...composition, operations: options.operations ?? composition.operations, signIns });
  const resources = createResources(composition);
  return {
    connect: createMcpServer({
      version: packageVersion(),
      tools,
      resources,
      complete: createCompleter(composition, resources),
      logger,
    }),
    close: () => signIns?.close(),
  };
}
