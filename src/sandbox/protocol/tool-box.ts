import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import type { Principal } from '../identity/principal.js';
import type { ScriptEnvelope, ScriptRequest } from '../script-host.js';
import { INVALID_PARAMS, INVALID_REQUEST } from './mcp-message.js';
import { TOOLS, type ToolListing } from './mcp-tools.js';
import type { Tasks } from './tasks.js';
import { knowledge, structured, toolError, type ToolResult } from './tool-results.js';

export type ToolCall =
  | { readonly kind: 'result'; readonly result: ToolResult }
  | { readonly kind: 'invalid'; readonly code: number; readonly message: string }
  /** The tool acts in an account, and nobody signed. */
  | { readonly kind: 'unsigned'; readonly message: string };

/** The tools behind the MCP server, apart from how they are asked for. */
export interface ToolBox {
  list(): readonly JsonObject[];
  call(params: JsonObject, principal: Principal | undefined, signal: () => AbortSignal): Promise<ToolCall>;
}

export interface ToolBoxOptions {
  readonly withoutTools: readonly string[];
  /** Absent: a script's request waits for its end, however long that takes. */
  readonly tasks: Tasks | undefined;
  readonly runScript: (request: ScriptRequest) => Promise<ScriptEnvelope>;
}

export function createToolBox(options: ToolBoxOptions): ToolBox {
  const offered = TOOLS.filter((tool) => !options.withoutTools.includes(tool.name));
  return {
    list: () =>
      offered.map(({ name, description, inputSchema, annotations }) => ({
        name,
        description,
        inputSchema,
        annotations,
      })),
    call: async (params, principal, signal) => {
      const name = text(params['name']);
      if (name === 'aws___call_aws' || name === 'call_aws') {
        return {
          kind: 'invalid',
          code: INVALID_REQUEST,
          message: 'The call_aws tool has been removed, use another one.',
        };
      }
      const tool = offered.find((candidate) => candidate.name === name);
      if (tool === undefined) return { kind: 'invalid', code: INVALID_PARAMS, message: `Unknown tool: ${name}` };
      const given = params['arguments'] ?? {};
      if (!isJsonObject(given)) return invalidArguments(name, 'they must be an object');
      const missing = missingArguments(tool, given);
      if (missing.length > 0) return invalidArguments(name, `${missing.join(', ')} must be given as text`);
      if (!tool.signed) return { kind: 'result', result: knowledge(name, given) };
      if (principal === undefined) return { kind: 'unsigned', message: `${name} needs a request signed with SigV4.` };
      return {
        kind: 'result',
        result: await callSigned(options, name, given, { principal, signal, region: region(params) }),
      };
    },
  };
}

function invalidArguments(tool: string, why: string): ToolCall {
  return { kind: 'invalid', code: INVALID_PARAMS, message: `Invalid arguments for tool ${tool}: ${why}.` };
}

function missingArguments(tool: ToolListing, given: JsonObject): readonly string[] {
  const required = tool.inputSchema['required'];
  return Array.isArray(required) ? required.map(text).filter((name) => typeof given[name] !== 'string') : [];
}

async function callSigned(
  { tasks, runScript }: ToolBoxOptions,
  tool: string,
  given: JsonObject,
  by: { readonly principal: Principal; readonly signal: () => AbortSignal; readonly region: string },
): Promise<ToolResult> {
  const owner = by.principal.identityKey;
  if (tool === 'aws___get_presigned_url') return toolError('The sandbox has no objects to link to.');
  if (tool === 'aws___get_tasks') {
    const taskId = text(given['task_id']);
    const state = tasks?.read(taskId, owner);
    return state === undefined ? toolError(`No task has the id ${taskId}.`) : structured(state);
  }
  const script = { principal: by.principal, region: by.region, code: text(given['code']) };
  if (tasks === undefined) return structured(await runScript({ ...script, signal: by.signal() }));
  // A task goes on after its request has been answered, so that the end of the request must not end it.
  return structured(await tasks.start(owner, (signal) => runScript({ ...script, signal })));
}

/** Where calls go that name no Region: `_meta.AWS_REGION`, else us-east-1. */
function region(params: JsonObject): string {
  const meta = params['_meta'];
  const named = isJsonObject(meta) ? text(meta['AWS_REGION']) : '';
  return named === '' ? 'us-east-1' : named;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
