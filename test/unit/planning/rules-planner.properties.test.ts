import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorizePlan } from '../../../src/planning/authorize.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../src/planning/rules-planner.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from './fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

const NOUNS = [
  'EC2 instances',
  'S3 buckets',
  'RDS databases',
  'lambda functions',
  'ECS services',
  'EKS clusters',
  'volumes',
  'log groups',
  'IAM users',
];
const ORDERS = [
  'stop',
  'start',
  'delete',
  'terminate',
  'rotate',
  'create',
  'modify',
  'reboot',
  'scale',
  'attach',
  'enable',
  'disable',
  'update',
  'invoke',
  'encrypt',
  'remove',
  'Stop',
  'DELETE',
];
const PLACES = [
  '',
  'in production',
  'in Payments Production',
  'in eu-west-1',
  'in all accounts',
  'in all Regions',
  'in every account except Website',
];
const LEADS = [
  '',
  'please',
  'list them and then',
  'can you',
  'show me everything and',
  'which of them are idle?',
  'in production',
];

/** Sentences of words that the rules know, in any order: the soup in which accidents happen. */
const knownWords = fc
  .array(
    fc.constantFrom(
      ...`list show count how many which instances buckets ec2 s3 rds lambda functions ecs services clusters eks volumes users
      running stopped public private encrypted not no without except in and or , by per each account accounts region regions
      all every production staging Payments Production Website eu-west-1 everywhere tagged tag team=payments named web-1 "web 2"
      first 5 type state engine postgres python3.9 t3.micro with that are the of 111111111111 stop delete password tags enabled`.split(
        /\s+/,
      ),
    ),
    { maxLength: 14 },
  )
  .map((words) => words.join(' '));

describe('the rules planner, whatever it is asked', () => {
  it('never throws, and plans only what authorize accepts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), knownWords), (question) => {
        const intent = planner.plan(question, CONTEXT);
        if (intent.kind !== 'query') return;
        const { regions } = intent;
        const decision = authorizePlan({ plan: intent.plan, regions, accounts: ACCOUNTS, catalogue, budgets: BUDGETS });
        expect(decision).toMatchObject({ authorized: true });
      }),
      { numRuns: 3000 },
    );
  });

  it('passes over no word that it does not know', () => {
    const strange = fc.string({ unit: fc.constantFrom('q', 'x', 'z', 'j'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(knownWords, strange, knownWords, (before, word, behind) => {
        // Behind these words anything is a name.
        if (/(named|called|tag|tagged|tags|account|team=payments)( (the|a|with|and|,))*$/i.test(before)) return;
        if (behind.startsWith('tag')) return;
        // And between quotes, which one of the words opens and another closes.
        if (before.split('"').length % 2 === 0) return;
        expect(planner.plan(`${before} ${word} ${behind}`, CONTEXT).kind).not.toBe('query');
      }),
      { numRuns: 2000 },
    );
  });

  it('never answers an order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEADS),
        fc.constantFrom(...ORDERS),
        fc.constantFrom('', 'the', 'all', 'running', 'my'),
        fc.constantFrom(...NOUNS),
        fc.constantFrom(...PLACES),
        (lead, verb, article, noun, place) => {
          const question = [lead, verb, article, noun, place].filter((part) => part !== '').join(' ');
          expect(planner.plan(question, CONTEXT).kind).toBe('refuse');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is not slowed down by a long or hostile question', () => {
    const hostile = [
      'not '.repeat(16_000),
      '"'.repeat(32_000),
      'a='.repeat(16_000),
      "'".repeat(32_000),
      ' '.repeat(32_000),
      'x'.repeat(32_000),
    ];
    // What this process computes, not what it waits for others to compute.
    const started = process.cpuUsage();

    const kinds = hostile.map((question) => planner.plan(question, CONTEXT).kind);

    expect(new Set(kinds)).toEqual(new Set(['clarify']));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  it('says the same of the same question', () => {
    fc.assert(
      fc.property(knownWords, (question) => {
        expect(planner.plan(question, CONTEXT)).toEqual(planner.plan(question, CONTEXT));
      }),
    );
  });
});
