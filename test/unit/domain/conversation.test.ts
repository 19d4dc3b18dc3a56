import { describe, expect, it } from 'vitest';
import { NO_CONVERSATION, withTurn, type Conversation, type Turn } from '../../../src/domain/conversation.js';

function turn(number: number, question = `question ${number}`): Turn {
  return { runId: `run-${number}`, at: number, question, intent: { kind: 'refuse', reason: 'No.' } };
}

function after(turns: readonly Turn[], before: Conversation = NO_CONVERSATION): Conversation {
  return turns.reduce((conversation, next) => withTurn(conversation, next), before);
}

describe('withTurn', () => {
  it('keeps the newest twenty turns, oldest first, and the default accounts', () => {
    const defaultAccounts = { include: ['production'], exclude: [] };

    const conversation = after(
      Array.from({ length: 25 }, (_, index) => turn(index)),
      { turns: [], defaultAccounts },
    );

    expect(conversation).toEqual({
      turns: Array.from({ length: 20 }, (_, index) => turn(index + 5)),
      defaultAccounts,
    });
  });

  it('caps a question', () => {
    expect(after([turn(1, 'x'.repeat(5000))]).turns[0]?.question).toBe('x'.repeat(2000));
  });

  it('drops old turns when all of them together are too large', () => {
    const large = (number: number): Turn => ({
      ...turn(number),
      intent: { kind: 'refuse', reason: 'x'.repeat(20_000) },
    });

    const conversation = after([large(1), large(2), large(3), large(4), turn(5)]);

    expect(conversation.turns.map(({ runId }) => runId)).toEqual(['run-2', 'run-3', 'run-4', 'run-5']);
  });

  it('forgets everything before a turn that is too large by itself, so that nothing older passes for it', () => {
    const huge: Turn = { ...turn(2), intent: { kind: 'refuse', reason: 'x'.repeat(100_000) } };

    expect(after([turn(1), huge])).toEqual(NO_CONVERSATION);
  });
});
