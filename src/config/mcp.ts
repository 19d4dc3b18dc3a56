import type { SettingName } from '../settings.js';

/** How our MCP server is reached over HTTP. */
export interface McpConfiguration {
  /** AgentCore expects its MCP servers there: https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-mcp-protocol-contract.html */
  readonly port: number;
  readonly token: string | undefined;
}

const MCP_PORT = 8000;

export function mcpConfiguration(values: ReadonlyMap<SettingName, string>): McpConfiguration {
  return { port: Number(values.get('PORT') ?? MCP_PORT), token: values.get('CENTRAL_OPS_MCP_TOKEN') };
}
