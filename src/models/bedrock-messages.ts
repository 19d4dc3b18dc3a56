import { AIMessage, HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';
import type { ModelExchange, ModelQuestion, ModelReply, ModelToolCall } from './model.js';

/** A question as the Converse API takes it: roles in turn, every call of a tool followed by its result. */
export function messagesOf({ system, prompt, exchanges = [] }: ModelQuestion<z.ZodType>): BaseMessage[] {
  return [new SystemMessage(system), new HumanMessage(prompt), ...exchanges.flatMap(exchangeMessages)];
}

function exchangeMessages({ calls, told }: ModelExchange): BaseMessage[] {
  if (calls.length === 0) return [new AIMessage(NOTHING_CALLED), new HumanMessage(told.join('\n'))];
  const called = calls.map(({ id, name, arguments: args }) => ({ id, name, args, type: 'tool_call' as const }));
  return [
    new AIMessage({ content: '', tool_calls: called }),
    ...calls.map(
      ({ id }, index) => new ToolMessage({ tool_call_id: id, content: told[index] ?? 'This was not looked at.' }),
    ),
  ];
}

/** Stands for what the model said instead of calling: Converse takes no message without content. */
const NOTHING_CALLED = '(no tool was called)';

/** What came back, checked: the library hands on whatever the model sent as arguments, and mends what was cut off. */
export function readReply<Shape extends z.ZodType>(
  message: BaseMessage,
  { name, shape }: Pick<ModelQuestion<Shape>, 'name' | 'shape'>,
): ModelReply<z.output<Shape>> {
  const calls = callsOf(message);
  const rest = { calls: calls ?? [], ...tokensOf(message) };
  const stopped = stopReason(message);
  if (stopped === undefined) return { kind: 'unusable', problem: 'its answer was cut off', ...rest };
  const reason = Object.hasOwn(STOPPED, stopped) ? STOPPED[stopped] : undefined;
  if (reason !== undefined) return { kind: 'stopped', problem: reason, ...rest };
  if (stopped === 'max_tokens') return { kind: 'unusable', problem: 'it was longer than allowed', ...rest };
  if (calls === undefined) return { kind: 'unusable', problem: 'what it called has no readable arguments', ...rest };
  const answer = calls.find((call) => call.name === name);
  if (answer === undefined && calls.length > 0) return { kind: 'asks', ...rest };
  if (answer === undefined) return { kind: 'unusable', problem: OTHER_FORM, ...rest };
  const outcome = shape.safeParse(answer.arguments);
  if (outcome.success) return { kind: 'answered', outcome: outcome.data, ...rest };
  return { kind: 'unusable', problem: OTHER_FORM, details: issuesOf(outcome.error), ...rest };
}

const OTHER_FORM = 'it did not have the form that was asked for';

const STOPPED: Readonly<Record<string, string>> = {
  guardrail_intervened: 'a guardrail stopped it',
  content_filtered: 'its content filter stopped it',
  refusal: 'the model refused',
  model_context_window_exceeded: 'the model had no room left',
};

const metadataShape = z.object({
  stopReason: z.string().optional(),
  // Of a stream, each event is a piece of metadata.
  messageStop: z.object({ stopReason: z.string() }).optional(),
});

function stopReason(message: BaseMessage): string | undefined {
  const metadata = metadataShape.safeParse(message.response_metadata);
  return metadata.success ? (metadata.data.stopReason ?? metadata.data.messageStop?.stopReason) : undefined;
}

const chunksShape = z.array(z.object({ id: z.string(), name: z.string(), args: z.string().default('') })).min(1);
const callsShape = z.array(z.object({ id: z.string(), name: z.string(), args: z.record(z.string(), z.unknown()) }));

/** Undefined when a call's arguments are no JSON object. Read strictly: half a plan can be a plan of its own. */
function callsOf(message: object): readonly ModelToolCall[] | undefined {
  const chunks = chunksShape.safeParse(Reflect.get(message, 'tool_call_chunks'));
  if (chunks.success) {
    const read = chunks.data.map(({ id, name, args }) => ({ id, name, arguments: objectOf(args) }));
    return read.every(isReadable) ? read : undefined;
  }
  const calls = callsShape.safeParse(Reflect.get(message, 'tool_calls'));
  if (!calls.success) return undefined;
  const read = calls.data.map(({ id, name, args }) => ({ id, name, arguments: isJsonObject(args) ? args : undefined }));
  return read.every(isReadable) ? read : undefined;
}

function isReadable(
  call: { readonly arguments: JsonObject | undefined } & Omit<ModelToolCall, 'arguments'>,
): call is ModelToolCall {
  return call.arguments !== undefined;
}

function objectOf(text: string): JsonObject | undefined {
  if (text.trim() === '') return {};
  const json = parseJsonText(text);
  return json.ok && isJsonObject(json.value) ? json.value : undefined;
}

/** Where an answer differs from what was asked for: for the model, which may try again. */
function issuesOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ')
    .slice(0, 600);
}

const usageShape = z.object({ input_tokens: z.number(), output_tokens: z.number() });

function tokensOf(message: object): { readonly inputTokens: number; readonly outputTokens: number } {
  const usage = usageShape.safeParse(Reflect.get(message, 'usage_metadata'));
  return usage.success
    ? { inputTokens: usage.data.input_tokens, outputTokens: usage.data.output_tokens }
    : { inputTokens: 0, outputTokens: 0 };
}
