import { z } from 'zod';

import { CentralOpsError } from '../../domain/errors.js';
import { isJsonObject } from '../../domain/json.js';
import type { JsonObject } from '../../domain/json.js';
import type { ToolDescription } from '../account-tools.js';
import type { CallLimits, Session } from './session.js';

/** The one tool that reaches AWS APIs. */
export const RUN_SCRIPT = 'aws___run_script';

/** The tool that says how a task in progress stands. */
export const GET_TASKS = 'aws___get_tasks';

/**
 * What the endpoint offers, asked at most once: the list is the server's, whichever account asks. It is fetched only
 * when somebody needs it (a listing, a tool that was refused as unknown, a task to be polled). The way of a question
 * calls `aws___run_script` without looking first, because a list per account would be a fourth request against a burst
 * of three.
 */
export interface ToolCatalogue {
  list(session: Session, limits: CallLimits): Promise<readonly ToolDescription[]>;
  /** The list when it has been fetched already. */
  readonly known: readonly ToolDescription[] | undefined;
}

export function createToolCatalogue(): ToolCatalogue {
  let known: readonly ToolDescription[] | undefined;
  return {
    get known() {
      return known;
    },
    async list(session, limits) {
      known ??= await session.withClient(limits, async (client) => {
        // Loaded here and not at the top: they take half a second, and most runs never list tools.
        const [{ loadMcpTools }, { toJsonSchema }] = await Promise.all([
          import('@langchain/mcp-adapters'),
          import('@langchain/core/utils/json_schema'),
        ]);
        // Not MultiServerMCPClient: it cannot sign, and shares base headers over accounts.
        const tools = await loadMcpTools('aws', client, {
          prefixToolNameWithServerName: false,
          throwOnLoadError: false,
        });
        return tools.map((tool) => describe(tool.name, tool.description, toJsonSchema(tool.schema), tool.metadata));
      });
      return known;
    },
  };
}

/** The error for a server without the tool: says what there is instead. */
export function toolMissing(endpoint: URL, offered: readonly ToolDescription[]): CentralOpsError {
  const names = offered.map((tool) => tool.name);
  const list = names.length === 0 ? 'It offers no tools' : `It offers ${names.slice(0, 30).join(', ')}`;
  return new CentralOpsError('tool-missing', `The MCP server at ${endpoint.host} has no tool ${RUN_SCRIPT}. ${list}.`, {
    facts: { endpoint: endpoint.origin, offered: names },
    nextStep: 'Point CENTRAL_OPS_AWS_MCP_URL at an AWS MCP Server, such as https://aws-mcp.us-east-1.api.aws/mcp.',
  });
}

const MetadataSchema = z.object({ annotations: z.object({ readOnlyHint: z.boolean() }) });

function describe(name: string, description: string, schema: unknown, metadata: unknown): ToolDescription {
  const hint = MetadataSchema.safeParse(metadata);
  return {
    name,
    description,
    inputSchema: schemaOf(schema),
    ...(hint.success ? { readOnlyHint: hint.data.annotations.readOnlyHint } : {}),
  };
}

function schemaOf(schema: unknown): JsonObject {
  return isJsonObject(schema) ? schema : {};
}
