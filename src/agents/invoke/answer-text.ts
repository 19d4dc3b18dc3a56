import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';

/** What an agent answered, whatever form it gave it. */
export type AgentAnswer =
  /** `unfinished`: the agent itself says that something is missing. */
  | { readonly kind: 'text'; readonly text: string; readonly unfinished?: string }
  /** An error of the agent's, in a body that arrived well. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Where agents put their words; the first that holds any wins. The form of a body is the agent's own business
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-http-protocol-contract.html), so this knows what
 * Strands, LangGraph, Converse and OpenAI-like agents and the AgentCore examples answer.
 */
const WORDS = [
  'response',
  'result',
  'output',
  'completion',
  'answer',
  'text',
  'content',
  'message',
  'outputText',
  'output_text',
  'generated_text',
  'reply',
  'value',
  'parts',
  'artifacts',
  'choices',
  'body',
  'data',
];
const DEEPEST = 6;

/** The words in a body; undefined where there are none that it knows. */
export function readAnswer(value: unknown): AgentAnswer | undefined {
  if (isCentralOpsAnswer(value)) return ofCentralOps(value);
  if (typeof value === 'string') return ofString(value);
  const text = wordsIn(value, 0);
  if (isJsonObject(value) && (text === undefined || text === '' || saysFailed(value))) {
    const message = errorIn(value);
    if (message !== undefined) return { kind: 'failed', message };
  }
  return text === undefined ? undefined : { kind: 'text', text };
}

/** Some frameworks put JSON into the string that they answer. */
function ofString(value: string): AgentAnswer {
  if (value.trimStart().startsWith('{')) {
    const inner = parsed(value);
    const read = isJsonObject(inner) ? readAnswer(inner) : undefined;
    if (read !== undefined) return read;
  }
  return { kind: 'text', text: value };
}

/** JSON, or undefined for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface CentralOpsAnswer {
  readonly response: string;
  readonly status: string;
  readonly coverage?: unknown;
  readonly error?: unknown;
}

/** Another hub of ours, by its answer object (contracts, "The answer object"). */
function isCentralOpsAnswer(value: unknown): value is CentralOpsAnswer {
  return (
    isJsonObject(value) &&
    typeof value['response'] === 'string' &&
    typeof value['status'] === 'string' &&
    typeof value['runId'] === 'string' &&
    Array.isArray(value['tables'])
  );
}

function ofCentralOps({ response, status, coverage, error }: CentralOpsAnswer): AgentAnswer {
  if (status === 'failed') {
    const message = isJsonObject(error) && typeof error['message'] === 'string' ? error['message'] : response;
    return { kind: 'failed', message };
  }
  if (status === 'complete' || status === 'refused' || status === 'needs-clarification') {
    return { kind: 'text', text: response };
  }
  const line = isJsonObject(coverage) && typeof coverage['line'] === 'string' ? ` (${coverage['line']})` : '';
  return { kind: 'text', text: response, unfinished: `its own answer is ${status}${line}` };
}

function wordsIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const pieces = value.flatMap((piece) => wordsIn(piece, depth + 1) ?? []);
    return pieces.length === 0 ? undefined : pieces.join('');
  }
  if (!isJsonObject(value)) return undefined;
  for (const name of WORDS) {
    const words = wordsIn(value[name], depth + 1);
    if (words !== undefined && words.trim() !== '') return words;
  }
  const conversation = value['messages'];
  return Array.isArray(conversation) ? wordsIn(lastOfAgent(conversation), depth + 1) : undefined;
}

/** A conversation holds the question too, and what tools said; the last word is the agent's. */
function lastOfAgent(messages: readonly unknown[]): unknown {
  const own = messages.filter((message) => {
    const speaker = isJsonObject(message) ? (message['role'] ?? message['type']) : undefined;
    return typeof speaker === 'string' && ['assistant', 'ai', 'agent'].includes(speaker);
  });
  return own.at(-1);
}

function saysFailed(body: JsonObject): boolean {
  const status = body['status'];
  return (
    body['success'] === false ||
    (typeof status === 'string' && /^(?:error|failed|failure)$/iu.test(status)) ||
    (typeof status === 'number' && status >= 400) ||
    (typeof body['statusCode'] === 'number' && body['statusCode'] >= 400) ||
    body['isError'] === true
  );
}

/** `{"error": "…"}`, `{"error": {"message"}}`, Lambda's `errorMessage`, FastAPI's `detail`. */
export function errorIn(body: JsonObject): string | undefined {
  for (const name of ['error', 'errorMessage', 'errors', 'exception', 'detail']) {
    const found = body[name];
    if (found === undefined || found === null || found === false || found === '') continue;
    return errorText(found);
  }
  return saysFailed(body) ? errorText(body['message'] ?? body['response'] ?? body['result'] ?? body) : undefined;
}

function errorText(value: Json): string {
  if (typeof value === 'string') return value;
  if (isJsonObject(value)) {
    const message = value['message'] ?? value['msg'] ?? value['detail'];
    const code = value['code'] ?? value['type'];
    if (typeof message === 'string') return typeof code === 'string' ? `${code}: ${message}` : message;
  }
  return JSON.stringify(value);
}
