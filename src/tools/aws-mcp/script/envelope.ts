import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

import { CentralOpsError } from '../../../domain/errors.js';
import { redact } from '../../../telemetry/redact.js';

/** One AWS API call that the tool server says it made for a script. */
export interface ApiCall {
  readonly service: string;
  readonly operation: string;
  readonly failed: boolean;
}

/** What a tool call of `aws___run_script` came to, once its outer form has been checked. */
export type Envelope =
  | { readonly kind: 'done'; readonly returnValue: unknown; readonly apiCalls: readonly ApiCall[] }
  | { readonly kind: 'working'; readonly taskId: string };

/** The part of an MCP tool result that is read here. */
export interface ToolResult {
  readonly isError?: boolean | undefined;
  readonly structuredContent?: unknown;
  readonly content?: readonly { readonly type: string; readonly text?: unknown }[] | undefined;
  readonly task?: unknown;
}

const ApiCallSchema = z.looseObject({
  service: z.string(),
  operation: z.string(),
  status: z.string().optional(),
  error: z.unknown().optional(),
});

const EnvelopeSchema = z.looseObject({
  status: z.string(),
  return_value: z.unknown().optional(),
  error: z.unknown().optional(),
  stderr: z.unknown().optional(),
  api_calls: z.array(ApiCallSchema).nullish(),
  task_id: z.string().optional(),
  taskId: z.string().optional(),
});

const WORKING = new Set(['working', 'pending', 'running', 'submitted', 'in_progress']);

/**
 * Reads the server's envelope: `{status, return_value, stdout, stderr, error?, api_calls}` as structured content,
 * repeated as JSON text. `isError` may be false for a failed script, so `status` is checked as well; two copies that
 * disagree are not believed. Throws `tool-refused` when the tool or the script failed, `tool-reply-invalid` when the
 * reply is not of this form.
 */
export function readEnvelope(result: ToolResult): Envelope {
  const text = textOf(result);
  if (result.isError === true) throw refused(text ?? 'no text');
  const task = taskOf(result.task);
  if (task !== undefined) return task;
  const copy = jsonOf(text);
  const structured = result.structuredContent;
  if (structured !== undefined && copy !== undefined && !isDeepStrictEqual(structured, copy)) {
    throw invalid('its structured content and its text differ');
  }
  const parsed = EnvelopeSchema.safeParse(structured ?? copy);
  if (!parsed.success) throw invalid(`it is not of the documented form (${firstIssue(parsed.error)})`);
  const envelope = parsed.data;
  if (WORKING.has(envelope.status)) {
    const taskId = envelope.task_id ?? envelope.taskId;
    if (taskId === undefined) throw invalid(`its status is "${shorten(envelope.status)}" and it names no task`);
    return { kind: 'working', taskId };
  }
  if (envelope.status !== 'success') {
    throw refused(errorText(envelope.error) ?? errorText(envelope.stderr) ?? `status "${shorten(envelope.status)}"`);
  }
  const apiCalls = (envelope.api_calls ?? []).map((call) => ({
    service: call.service,
    operation: call.operation,
    failed: call.status !== undefined ? call.status !== 'success' : call.error !== undefined && call.error !== null,
  }));
  return { kind: 'done', returnValue: parseReturned(envelope.return_value), apiCalls };
}

const TaskSchema = z.looseObject({ taskId: z.string() });

/** MCP's own form of a task (specification 2025-11-25), should the server use that instead. */
function taskOf(task: unknown): Envelope | undefined {
  if (task === undefined) return undefined;
  const parsed = TaskSchema.safeParse(task);
  return parsed.success ? { kind: 'working', taskId: parsed.data.taskId } : undefined;
}

/** A server may hand the last expression on as text. */
function parseReturned(value: unknown): unknown {
  return typeof value === 'string' ? (jsonOf(value) ?? value) : value;
}

function textOf(result: ToolResult): string | undefined {
  for (const part of result.content ?? []) {
    if (part.type === 'text' && typeof part.text === 'string') return part.text;
  }
  return undefined;
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The last line of a traceback is the one that says what happened. */
function errorText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.trim().split('\n').at(-1);
}

function refused(text: string): CentralOpsError {
  return new CentralOpsError('tool-refused', `aws___run_script failed: ${shorten(redact(text))}`, {
    nextStep:
      'Ask again; if it repeats, ask a narrower question, or check with "central-ops tools" what the server offers.',
  });
}

/** A reply that must not be believed. */
export function invalid(why: string): CentralOpsError {
  return new CentralOpsError(
    'tool-reply-invalid',
    `The reply of aws___run_script is not trusted: ${why}. Nothing of it is shown.`,
    {
      nextStep: 'Ask again; if it repeats, check that CENTRAL_OPS_AWS_MCP_URL is the AWS MCP Server and report it.',
    },
  );
}

export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.join('.') || 'reply'}: ${issue.message}`;
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > 400 ? `${oneLine.slice(0, 400)}…` : oneLine;
}
