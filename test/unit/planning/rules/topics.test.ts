import { describe, expect, it } from 'vitest';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { TOPICS } from '../../../../src/planning/rules/topics/index.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

describe('topics', () => {
  it('have keys of their own', () => {
    const keys = TOPICS.map(({ key }) => key);

    expect(keys).toEqual([...new Set(keys)]);
  });

  it('share no phrase', () => {
    const phrases = TOPICS.flatMap((topic) => topic.phrases);

    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
  });

  it.each(TOPICS.map(({ key, example }) => [key, example]))(
    '%s: %j is understood, authorised and shows it',
    (key, example) => {
      const intent = planner.plan(example, CONTEXT);

      expect(intent).toMatchObject({ kind: 'query', basis: { things: [{ topic: key }] } });
      if (intent.kind !== 'query') return;
      const decision = authorizePlan({
        plan: intent.plan,
        regions: ['all'],
        accounts: ACCOUNTS,
        catalogue,
        budgets: BUDGETS,
      });
      expect(decision).toMatchObject({ authorized: true });
    },
  );
});
