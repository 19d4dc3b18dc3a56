import { NO_AGENTS } from '../../../../../src/agents/registry/agent-registry.js';
import type { DefinedTool } from '../../../../../src/entry/mcp/tool.js';
import { createTools, type ToolsUses } from '../../../../../src/entry/mcp/tools/index.js';

const unexpected = (): never => {
  throw new Error('not expected');
};

/** The tools over what a test is about; whatever else is used fails it. */
export function toolsWith(uses: Partial<ToolsUses>): readonly DefinedTool[] {
  return createTools({
    ec2Commands: undefined,
    invokesAgents: false,
    agentRegistry: NO_AGENTS,
    operations: { start: unexpected, rows: unexpected },
    listAccounts: unexpected,
    identityCenter: { session: unexpected, status: unexpected, tokenEnd: unexpected, scan: unexpected },
    commands: { run: unexpected },
    allowsMutations: false,
    clock: Date.now,
    signIns: undefined,
    ...uses,
  });
}
