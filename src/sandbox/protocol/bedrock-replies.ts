import { randomUUID } from 'node:crypto';
import type { ModelRequest, ModelTurn, ScriptedCall } from './bedrock-script.js';
import { eventFrame } from './event-stream.js';
import { jsonReply, piecesReply, type HttpReply } from './http-reply.js';

type ErrorTurn = Extract<ModelTurn, { kind: 'error' }>;
type ContentTurn = Exclude<ModelTurn, ErrorTurn>;

/** Converse: one JSON body. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
export function converseReply(turn: ModelTurn, asked: ModelRequest): HttpReply {
  if (turn.kind === 'error') return errorReply(turn);
  const { text, calls, stopReason } = contentOf(turn);
  const body = {
    output: {
      message: {
        role: 'assistant',
        content: [
          ...(text === '' ? [] : [{ text }]),
          ...calls.map(({ name, input, malformed }) => ({
            toolUse: { toolUseId: toolUseId(), name, input: malformed ?? input },
          })),
        ],
      },
    },
    stopReason,
    usage: usageOf(turn, asked),
    metrics: { latencyMs: 1 },
  };
  const headers = { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() };
  if (turn.ending === undefined) return jsonReply(200, body, headers);
  const bytes = Buffer.from(JSON.stringify(body));
  return piecesReply(200, headers, [bytes.subarray(0, bytes.length / 2)], turn.ending);
}

/** ConverseStream: an event stream. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
export function streamReply(turn: ModelTurn, asked: ModelRequest): HttpReply {
  if (turn.kind === 'error' && turn.midway !== true) return errorReply(turn);
  const frames = turn.kind === 'error' ? failingFrames(turn) : contentFrames(turn, asked);
  const ending = turn.kind === 'error' ? undefined : turn.ending;
  const headers = { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': randomUUID() };
  if (ending === undefined) return piecesReply(200, headers, frames, 'end');
  return piecesReply(200, headers, frames.slice(0, Math.ceil(frames.length / 2)), ending);
}

function errorReply({ status, type, message }: ErrorTurn): HttpReply {
  return jsonReply(status, { message }, { 'x-amzn-errortype': type });
}

function contentOf(turn: ContentTurn): { text: string; calls: readonly ScriptedCall[]; stopReason: string } {
  if (turn.kind === 'text') return { text: turn.text, calls: [], stopReason: 'end_turn' };
  if (turn.kind === 'calls') return { text: turn.text ?? '', calls: turn.calls, stopReason: 'tool_use' };
  return { text: turn.text ?? '', calls: turn.call === undefined ? [] : [turn.call], stopReason: turn.reason };
}

function contentFrames(turn: ContentTurn, asked: ModelRequest): readonly Buffer[] {
  const { text, calls, stopReason } = contentOf(turn);
  const frames = [event('messageStart', { role: 'assistant' })];
  const blocks = [...(text === '' ? [] : [{ text }]), ...calls];
  for (const [contentBlockIndex, block] of blocks.entries()) {
    if ('text' in block) {
      for (const piece of pieces(block.text)) {
        frames.push(event('contentBlockDelta', { contentBlockIndex, delta: { text: piece } }));
      }
    } else {
      const toolUse = { toolUseId: toolUseId(), name: block.name };
      frames.push(event('contentBlockStart', { contentBlockIndex, start: { toolUse } }));
      for (const input of pieces(block.malformed ?? JSON.stringify(block.input))) {
        frames.push(event('contentBlockDelta', { contentBlockIndex, delta: { toolUse: { input } } }));
      }
    }
    frames.push(event('contentBlockStop', { contentBlockIndex }));
  }
  frames.push(event('messageStop', { stopReason }));
  frames.push(event('metadata', { usage: usageOf(turn, asked), metrics: { latencyMs: 1 } }));
  return frames;
}

function failingFrames({ type, message }: ErrorTurn): readonly Buffer[] {
  const name = `${type.slice(0, 1).toLowerCase()}${type.slice(1)}`;
  return [
    event('messageStart', { role: 'assistant' }),
    eventFrame(
      { ':message-type': 'exception', ':exception-type': name, ':content-type': 'application/json' },
      { message },
    ),
  ];
}

function event(type: string, payload: unknown): Buffer {
  return eventFrame({ ':message-type': 'event', ':event-type': type, ':content-type': 'application/json' }, payload);
}

/** In several pieces, as a model writes: never in the middle of a character. */
function pieces(text: string): readonly string[] {
  return text.match(/.{1,40}/gsu) ?? [''];
}

/** Where a script does not say: about four bytes a token, as English has. */
function usageOf(turn: ContentTurn, asked: ModelRequest): object {
  const { text, calls } = contentOf(turn);
  const inputTokens = turn.inputTokens ?? Math.ceil(asked.bytes / 4);
  const outputTokens = turn.outputTokens ?? Math.ceil((text.length + JSON.stringify(calls).length) / 4);
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

function toolUseId(): string {
  return `tooluse_${randomUUID().replaceAll('-', '').slice(0, 22)}`;
}
