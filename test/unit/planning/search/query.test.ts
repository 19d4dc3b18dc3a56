import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../../src/planning/search/query.js';

describe('what a question says to the search', () => {
  it.each([
    ['which load balancers have no targets', 'load* balancers* targets', 0],
    ['pending change sets of stack network-core', 'pending* change* sets* stack', 1],
    ['who may invoke the function send-invoice?', 'invoke* function*', 1],
    ['is i-0ab12cd34ef56789a healthy', 'instance* healthy*', 1],
    ['buckets in all accounts', 'buckets*', 0],
    ['keys in eu-west-1 of account 111111111111', 'keys*', 0],
    ['k8s versions per region', 'kubernetes* versions*', 0],
    ['tables named "orders"', 'tables* named*', 1],
    [
      'what failed in arn:aws:states:us-east-1:111111111111:stateMachine:nightly',
      'failed* step functions state machine',
      1,
    ],
  ])('%j', (question, words, literals) => {
    const query = readQuery(question);

    expect(query.slots.map((slot) => `${slot.word}${slot.subject ? '*' : ''}`).join(' ')).toBe(words);
    expect(query.literals).toBe(literals);
  });
});
