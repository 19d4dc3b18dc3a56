import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../../../../src/agents/invoke/capped-text.js';
import { createEventAnswer } from '../../../../src/agents/invoke/event-answer.js';

function read(...texts: readonly string[]) {
  const heard: string[] = [];
  const answer = createEventAnswer((text) => heard.push(text));
  for (const text of texts) answer.push(text);
  return { answer: answer.end(), heard: heard.join('') };
}

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;

const ours = [
  { type: 'run-started', runId: 'r', at: 't', sessionId: 's' },
  { type: 'intent-parsed', runId: 'r', at: 't', summary: 'EC2 DescribeInstances', planner: 'rules' },
  {
    type: 'run-ended',
    runId: 'r',
    at: 't',
    answer: { response: 'Three run.', status: 'complete', runId: 'r', sessionId: 's', tables: [], warnings: [] },
  },
];

/** A piece as Strands sends it. */
const both = (text: string) => event({ event: { contentBlockDelta: { delta: { text } } } }) + event({ data: text });

describe('createEventAnswer', () => {
  it.each([
    ['strings', ['Hel', 'lo'].map(event)],
    ['plain text', ['data: Hel\n\n', 'data: lo\n\n']],
    ['Converse events', [event({ contentBlockDelta: { delta: { text: 'Hello' } } })]],
    [
      'deltas of the Messages API',
      [event({ type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hello' } })],
    ],
    ['OpenAI chunks', [event({ choices: [{ delta: { content: 'Hello' } }] }), 'data: [DONE]\n\n']],
    ['tokens, and what is no word', [event({ type: 'status', message: 'thinking' }), event({ token: 'Hello' })]],
    ['a result after its pieces', [event({ data: 'Hel' }), event({ data: 'lo' }), event({ result: 'Hello' })]],
    ['an event that ends without an empty line', [`data: ${JSON.stringify('Hello')}`]],
    ['carriage returns', [`data: ${JSON.stringify('Hello')}\r\n\r\n`]],
  ])('reads %s', (_, texts) => {
    expect(read(...texts).answer).toEqual({ kind: 'text', text: 'Hello' });
  });

  it('takes each piece once when it comes in two forms', () => {
    expect(read(both('Hel'), both('lo'))).toEqual({ answer: { kind: 'text', text: 'Hello' }, heard: 'Hello' });
  });

  it('reads the stream of another hub of ours', () => {
    expect(read(ours.map(event).join('')).answer).toEqual({ kind: 'text', text: 'Three run.' });
  });

  it('does not take the stream of a hub for an answer when its last event is missing', () => {
    expect(read(ours.slice(0, 2).map(event).join('')).answer).toMatchObject({ unfinished: expect.any(String) });
  });

  it('does not take a message that was begun and never ended for an answer', () => {
    const begun = event({ event: { messageStart: { role: 'assistant' } } }) + event({ data: 'Hel' });

    expect(read(begun).answer).toEqual({
      kind: 'text',
      text: 'Hel',
      unfinished: 'its stream ended before the event that ends an answer',
    });
    expect(read(begun + event({ event: { messageStop: {} } })).answer).toEqual({ kind: 'text', text: 'Hel' });
  });

  it('does not take half an event for an answer', () => {
    expect(read(event({ data: 'Hel' }), 'data: {"data": "l').answer).toMatchObject({
      unfinished: 'its stream ended in the middle of an event',
    });
  });

  it('finds errors of the agent', () => {
    expect(read(event({ data: 'Hel' }), event({ error: 'boom' })).answer).toEqual({ kind: 'failed', message: 'boom' });
    expect(read('event: error\ndata: boom\n\n').answer).toEqual({ kind: 'failed', message: 'boom' });
  });

  it('says so when there were no words at all', () => {
    expect(read(': ping\n\n').answer).toEqual({
      kind: 'text',
      text: '',
      unfinished: 'its stream had no words in it',
    });
  });

  it('stops where an answer is too long, and keeps no more of it', () => {
    const answer = createEventAnswer(() => undefined);
    answer.push(event({ data: 'a'.repeat(MOST_CHARACTERS - 1) }));
    expect(answer.tooLong).toBe(false);

    answer.push(event({ data: 'bc' }));

    expect(answer.tooLong).toBe(true);
    expect(answer.textSoFar).toHaveLength(MOST_CHARACTERS);
  });

  it('reads the same however the stream is cut into pieces', () => {
    const stream = ['Grüße, ', 'Taíno ', '🚢'].map((data) => event({ data })).join('');
    assert(
      property(array(integer({ min: 1, max: stream.length - 1 }), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((left, right) => left - right), stream.length];
        const pieces = places.slice(1).map((end, index) => stream.slice(places[index], end));

        expect(read(...pieces)).toEqual({
          answer: { kind: 'text', text: 'Grüße, Taíno 🚢' },
          heard: 'Grüße, Taíno 🚢',
        });
      }),
    );
  });
});
