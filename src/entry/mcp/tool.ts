/**
 * What a tool of our MCP server is. A tool file says what it takes, what it gives and how it works; what the protocol asks of every
 * tool (schemas as JSON Schema, arguments checked at the door, failures as results that an assistant can act on) is done here, once.
 */
import { type CallToolResult, type Tool, ToolSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Caller } from '../../domain/caller.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import { inertStructure } from '../../results/inert.js';
import { redact } from '../../telemetry/redact.js';
import { checkShape } from '../http/json-shape.js';
import { argumentProblems } from './argument-problems.js';
import { errorText } from './error-text.js';

/** One tool, as its file writes it. */
export interface McpTool<Input extends z.ZodObject, Output extends z.ZodObject> {
  /** As assistants call it: `ask_accounts`. */
  readonly name: string;
  /** As people see it. */
  readonly title: string;
  /** For the assistant: when to use it, what it must know first, what to do with the answer. */
  readonly description: string;
  /** All four, said out loud: what is left out reads as the worst. */
  readonly annotations: ToolAnnotations;
  /** A `z.strictObject`; `.describe()` each field. */
  readonly inputSchema: Input;
  /** `.describe()` what its name does not say. */
  readonly outputSchema: Output;
  /**
   * Does the work. What it throws becomes a result with `isError`, the message and the next step; a failure that has an answer to show
   * is returned with `isError` instead.
   */
  run(input: z.output<Input>, context: ToolContext): Promise<ToolResult<z.output<Output>>>;
}

/** https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations */
export interface ToolAnnotations {
  /** It changes nothing anywhere. */
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  /** Calling it again with the same arguments changes nothing more. */
  readonly idempotentHint: boolean;
  /** It reaches beyond this machine. */
  readonly openWorldHint: boolean;
}

/** Who calls, and what a tool may do with the connection while it works. */
export interface ToolContext {
  readonly caller: Caller;
  /** Aborted when the client cancels the call, or is gone. */
  readonly signal: AbortSignal;
  /** Tells the client how far the work is; nothing happens where it did not ask. */
  readonly progress: (progress: ToolProgress) => void;
  readonly elicit: Elicit;
}

export interface ToolProgress {
  /** Grows with each report of a call. */
  readonly done: number;
  readonly total?: number;
  readonly message: string;
  /** True for what did not work: sent as a log message too, to who does not follow the progress. */
  readonly isProblem?: boolean;
}

/** Asking the person behind the client. Each is undefined where this connection or client cannot carry the question. */
export interface Elicit {
  /** Shows a text that is taken or not. It must hold everything that is decided about. */
  readonly confirm: ((message: string) => Promise<Elicited>) | undefined;
  /** Offers a page to open in the person's browser. `accept` says that it was opened, not what happened there. */
  readonly openPage: ((page: { readonly url: string; readonly message: string }) => Promise<Elicited>) | undefined;
}

/** `decline` is a no; `cancel` is no answer. */
export type Elicited = 'accept' | 'decline' | 'cancel';

export interface ToolResult<Structured> {
  /** Markdown for people and assistants, with everything that `structured` says. What came from accounts is inert in it. */
  readonly text: string;
  readonly structured: Immutable<Structured>;
  /** True when it has an answer, and the answer is that it failed. */
  readonly isError?: boolean;
}

/** What zod reads may be read-only where it is written. */
export type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
    : Value;

/** A tool as the server lists and calls it, whatever its types are. */
export interface DefinedTool {
  readonly listing: Tool;
  /** Never throws. */
  call(argumentsGiven: unknown, context: ToolContext, logger: Logger): Promise<CallToolResult>;
}

/** Makes a tool ready to be served. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: McpTool<Input, Output>,
): DefinedTool {
  const { name, title, description, annotations, inputSchema, outputSchema } = tool;
  return {
    listing: ToolSchema.parse({
      name,
      title,
      description,
      annotations: { title, ...annotations },
      inputSchema: jsonSchema(inputSchema, 'input'),
      outputSchema: jsonSchema(outputSchema, 'output'),
    }),
    async call(argumentsGiven, context, logger) {
      try {
        checkShape(argumentsGiven, 'what it was given');
        const input = inputSchema.safeParse(argumentsGiven ?? {});
        // Not a protocol error: an assistant reads a result and corrects itself (specification, "Error Handling" of tools).
        if (!input.success) return failure(argumentProblems(name, input.error, Object.keys(inputSchema.shape)));
        const result = await tool.run(input.data, context);
        return {
          content: [{ type: 'text', text: result.text }],
          structuredContent: z
            .record(z.string(), z.unknown())
            .parse(inertStructure(outputSchema.parse(result.structured))),
          ...(result.isError === true ? { isError: true } : {}),
        };
      } catch (error) {
        if (!(error instanceof CentralOpsError)) logger.error('tool failed', { tool: name, error: messageOf(error) });
        return failure(errorText(error));
      }
    },
  };
}

function failure(text: string): CallToolResult {
  return { content: [{ type: 'text', text: redact(text) }], isError: true };
}

/** Draft 7, as the SDK's own servers write it: every client's validator reads it. */
function jsonSchema(schema: z.ZodObject, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(schema, { io, target: 'draft-7' });
}
