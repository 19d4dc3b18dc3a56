import { AIMessage, AIMessageChunk } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messagesOf, readReply } from '../../../src/models/bedrock-messages.js';

const asked = { name: 'city', shape: z.object({ city: z.string(), people: z.number().optional() }) };

/** A stream, put together: the library mends JSON that was cut. */
function streamed(args: string, stopReason?: string): AIMessageChunk {
  return new AIMessageChunk({
    content: '',
    tool_call_chunks: [{ id: 'call-1', name: 'city', args, index: 0, type: 'tool_call_chunk' }],
    response_metadata: stopReason === undefined ? {} : { messageStop: { stopReason } },
  });
}

describe('reading a reply', () => {
  it('believes a stream that ended well', () => {
    expect(readReply(streamed('{"city": "Rome"}', 'tool_use'), asked)).toMatchObject({
      kind: 'answered',
      outcome: { city: 'Rome' },
    });
  });

  it('believes no stream that just ended', () => {
    expect(readReply(streamed('{"city": "Rome"}'), asked)).toMatchObject({
      kind: 'unusable',
      problem: 'its answer was cut off',
    });
  });

  it('believes no arguments that the library has mended', () => {
    const cut = streamed('{"city": "Rome", "people": 2', 'tool_use');

    expect(cut.tool_calls).toMatchObject([{ args: { city: 'Rome', people: 2 } }]);
    expect(readReply(cut, asked)).toMatchObject({ kind: 'unusable', calls: [] });
  });

  it('takes the answer among several calls', () => {
    const message = new AIMessage({
      content: '',
      tool_calls: [
        { id: 'call-1', name: 'look_up', args: {} },
        { id: 'call-2', name: 'city', args: { city: 'Rome' } },
      ],
      response_metadata: { stopReason: 'tool_use' },
    });

    expect(readReply(message, asked)).toMatchObject({
      kind: 'answered',
      calls: [{ name: 'look_up' }, { name: 'city' }],
    });
  });
});

describe('an exchange', () => {
  it('answers every call, also one that nobody looked at, and has words where nothing was called', () => {
    const calls = ['a', 'b'].map((id) => ({ id, name: 'look_up', arguments: {} }));
    const messages = messagesOf({
      ...asked,
      system: 'S',
      prompt: 'P',
      maxOutputTokens: 1,
      exchanges: [
        { calls, told: ['found'] },
        { calls: [], told: ['Call city.'] },
      ],
    });

    expect(messages.map((message) => [message.getType(), message.text])).toEqual([
      ['system', 'S'],
      ['human', 'P'],
      ['ai', ''],
      ['tool', 'found'],
      ['tool', 'This was not looked at.'],
      ['ai', '(no tool was called)'],
      ['human', 'Call city.'],
    ]);
  });
});
