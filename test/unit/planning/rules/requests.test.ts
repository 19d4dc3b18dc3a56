import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findOrders } from '../../../../src/planning/rules/orders.js';
import { findSecrets } from '../../../../src/planning/rules/secrets.js';
import { tokenize } from '../../../../src/planning/rules/tokens.js';

/** Sentences of people, one a line: what they order, and what only sounds like it. */
function sentences(name: string): readonly string[] {
  return readFileSync(new URL(`requests/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function refused(question: string): readonly string[] {
  const tokens = tokenize(question);
  return [...findOrders(tokens).map(({ verb }) => verb), ...findSecrets(tokens).map(({ shown }) => shown)];
}

describe('requests', () => {
  it.each(sentences('orders'))('%j is an order', (question) => {
    expect(findOrders(tokenize(question))).not.toEqual([]);
  });

  it.each(sentences('secrets'))('%j asks for a secret', (question) => {
    expect(refused(question)).not.toEqual([]);
  });

  it.each([...sentences('reads'), ...sentences('about-secrets')])('%j only asks', (question) => {
    expect(refused(question)).toEqual([]);
  });

  it('says which word orders, and where', () => {
    expect(findOrders(tokenize('list the idle instances and then stop them'))).toEqual([{ verb: 'stop', at: 6 }]);
  });

  it('takes what is quoted for a name', () => {
    expect(refused('instances named "stop"')).toEqual([]);
  });
});
