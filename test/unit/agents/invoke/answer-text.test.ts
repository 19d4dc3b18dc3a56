import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/agents/invoke/answer-text.js';

/** An answer object of our own, as `POST /invocations` writes it. */
const ours = {
  response: 'Two accounts have one.\n\n**Coverage:** 2 of 3 accounts in 1 Region; 1 denied.',
  status: 'complete',
  sessionId: 's',
  runId: 'run-1',
  coverage: { line: '2 of 3 accounts in 1 Region; 1 denied' },
  tables: [],
  warnings: [],
};

describe('readAnswer', () => {
  it.each([
    ['a string', 'Hello', 'Hello'],
    ['an AgentCore example', { response: 'Hello' }, 'Hello'],
    ['a result', { result: 'Hello' }, 'Hello'],
    ['an output', { output: 'Hello' }, 'Hello'],
    ['a completion', { completion: 'Hello' }, 'Hello'],
    ['a Strands result', { result: { role: 'assistant', content: [{ text: 'Hel' }, { text: 'lo' }] } }, 'Hello'],
    ['Converse', { output: { message: { role: 'assistant', content: [{ text: 'Hello' }] } } }, 'Hello'],
    ['OpenAI', { choices: [{ message: { role: 'assistant', content: 'Hello' } }] }, 'Hello'],
    [
      'LangGraph',
      {
        messages: [
          { type: 'human', content: 'Hi' },
          { type: 'tool', content: 'secret' },
          { type: 'ai', content: 'Hello' },
        ],
      },
      'Hello',
    ],
    ['JSON in a string', '{"response": "Hello"}', 'Hello'],
    ['a string that only looks like JSON', '{not json}', '{not json}'],
    ['an error that is none', { response: 'Hello', error: null }, 'Hello'],
    ['words about an error', { response: 'There is one error.', error: '' }, 'There is one error.'],
  ])('reads %s', (_, body, text) => {
    expect(readAnswer(body)).toEqual({ kind: 'text', text });
  });

  it.each([
    ['an error', { error: 'boom' }, 'boom'],
    ['an error object', { error: { code: 'bad', message: 'boom' } }, 'bad: boom'],
    ['Lambda', { errorMessage: 'boom', errorType: 'KeyError' }, 'boom'],
    ['FastAPI', { detail: 'boom' }, 'boom'],
    ['a status', { status: 'error', message: 'boom' }, 'boom'],
    ['an empty answer beside an error', { response: '', error: 'boom' }, 'boom'],
    ['a status code', { statusCode: 500, body: 'boom' }, '{"statusCode":500,"body":"boom"}'],
  ])('finds that it failed in %s', (_, body, message) => {
    expect(readAnswer(body)).toEqual({ kind: 'failed', message });
  });

  it('reads the answer of another hub of ours', () => {
    expect(readAnswer(ours)).toEqual({ kind: 'text', text: ours.response });
    expect(readAnswer({ ...ours, status: 'partial' })).toEqual({
      kind: 'text',
      text: ours.response,
      unfinished: 'its own answer is partial (2 of 3 accounts in 1 Region; 1 denied)',
    });
    expect(readAnswer({ ...ours, status: 'failed', error: { code: 'x', message: 'nothing answered' } })).toEqual({
      kind: 'failed',
      message: 'nothing answered',
    });
  });

  it('has nothing to say about a form that it does not know', () => {
    expect(readAnswer({ count: 3 })).toBeUndefined();
    expect(readAnswer(null)).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    assert(
      property(jsonValue(), (value) => {
        expect([undefined, 'text', 'failed']).toContain(readAnswer(value)?.kind);
      }),
    );
  });
});
