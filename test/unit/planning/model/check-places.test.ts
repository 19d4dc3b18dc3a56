import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../../src/domain/conversation.js';
import { NO_CONVERSATION } from '../../../../src/domain/conversation.js';
import type { TableView } from '../../../../src/domain/plan.js';
import { placeProblem, type ChosenPlaces } from '../../../../src/planning/model/check-places.js';
import { view } from '../../results/support/builders.js';
import { conversation, REGISTRY, select } from './support.js';

interface Chosen {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly regions?: readonly string[];
  readonly tables?: readonly TableView[];
}

function problem(question: string, chosen: Chosen, before: Conversation = NO_CONVERSATION): string | undefined {
  const { include = [], exclude = [], regions = [], tables = [view('instances')] } = chosen;
  const places: ChosenPlaces = { accounts: { include, exclude }, regions, tables };
  return placeProblem(places, { question, conversation: before, accounts: REGISTRY, select });
}

describe('the accounts that a model chose', () => {
  it.each<[string, Chosen]>([
    ['list the buckets', {}],
    ['list the buckets in all accounts', {}],
    ['list the buckets in production', { include: ['production'] }],
    ['list the buckets in prod', { include: ['environment:production'] }],
    ['list the buckets in production', { include: ['111111111111', '333333333333'] }],
    ['buckets of the payments team', { include: ['tag:team=payments'] }],
    ['payments accounts in production: which buckets?', { include: ['111111111111'] }],
    ['buckets in production and staging', { include: ['production', 'staging'] }],
    ['buckets in all accounts except staging', { exclude: ['staging'] }],
    ['which buckets does the central operations account have', { include: ['000000000001'] }],
    ['list buckets in the web unit', { include: ['ou:Web'] }],
  ])('may be those of "%s": %j', (question, chosen) => {
    expect(problem(question, chosen)).toBeUndefined();
  });

  it.each<[string, Chosen, string]>([
    [
      'list the buckets in staging',
      {},
      'The question names staging. You chose also Payments Production (111111111111), Data Platform Production (333333333333), Website (044444444444): choose no others.',
    ],
    [
      'list the buckets of 222222222222',
      { include: ['222222222222', 'production'] },
      'The question names 222222222222. You chose also Payments Production (111111111111), Data Platform Production (333333333333): choose no others.',
    ],
    [
      'buckets in production and staging',
      { include: ['production'] },
      'The question also names staging: choose it as well, or clarify.',
    ],
    [
      'buckets in all accounts except staging',
      {},
      'The question leaves out Payments Staging (222222222222): put that into exclude.',
    ],
    [
      'list the buckets',
      { include: ['production'] },
      'Nobody spoke of Payments Production (111111111111), Data Platform Production (333333333333): leave include empty to ask all accounts, or clarify.',
    ],
    [
      'list the buckets',
      { exclude: ['Website'] },
      'The question does not leave out Website (044444444444): do not exclude that.',
    ],
    [
      'list the buckets in all accounts',
      { include: ['Website'] },
      'The question says all accounts: leave include empty.',
    ],
    [
      'buckets in prodution',
      { include: ['prodution'] },
      'No account of the registry ACCOUNT_REGISTRY is, or is in, "prodution". Did you mean "production"?',
    ],
    [
      'buckets of the payments accounts',
      { include: ['Payments'] },
      '"Payments" is the beginning of 2 account names: Payments Production (111111111111), Payments Staging (222222222222). Write one of them in full, or its id.',
    ],
  ])('are not those of "%s": %j', (question, chosen, expected) => {
    expect(problem(question, chosen)).toBe(expected);
  });

  it('may go on with those of the question before, when this one names none', () => {
    const before = conversation('instances in staging', { accounts: { include: ['staging'], exclude: [] } });

    expect(problem('only the stopped ones', { include: ['staging'] }, before)).toBeUndefined();
    expect(problem('only the stopped ones', { include: ['development'] }, before)).toMatch(/^Nobody spoke of Website/);
    expect(problem('and in production?', { include: ['staging'] }, before)).toMatch(/^The question names production/);
  });

  it('may be those that were chosen for the session', () => {
    const chosen = { turns: [], defaultAccounts: { include: ['development'], exclude: [] } };

    expect(problem('list the buckets', { include: ['development'] }, chosen)).toBeUndefined();
  });
});

describe('the Regions that a model chose', () => {
  const without: TableView = view('instances', {
    filters: [{ column: 'Region', is: 'not-equal', value: 'us-east-1' }],
  });

  it.each<[string, Chosen]>([
    ['instances in eu-west-1', { regions: ['eu-west-1'] }],
    ['instances in Frankfurt and Paris', { regions: ['eu-west-3', 'eu-central-1'] }],
    ['instances in all regions', { regions: ['all'] }],
    ['instances in european regions', { regions: ['eu-west-1', 'eu-central-1'] }],
    ['instances in every region except us-east-1', { regions: ['all'], tables: [without] }],
    ['instances', {}],
  ])('may be those of "%s": %j', (question, chosen) => {
    expect(problem(question, chosen)).toBeUndefined();
  });

  it.each<[string, Chosen, string]>([
    ['instances in eu-west-1', {}, 'The question names eu-west-1: ask exactly these Regions.'],
    ['instances in eu-west-1', { regions: ['all'] }, 'The question names eu-west-1: ask exactly these Regions.'],
    [
      'instances in eu-west-1',
      { regions: ['eu-west-1', 'us-east-1'] },
      'The question names eu-west-1: ask exactly these Regions.',
    ],
    ['instances', { regions: ['all'] }, 'The question names no Region: leave regions empty instead of asking all.'],
    [
      'instances',
      { regions: ['ap-south-1'] },
      'The question names no Region: leave regions empty instead of asking ap-south-1.',
    ],
    ['instances in all regions', {}, 'The question asks about all Regions: set regions to ["all"].'],
    ['instances in all regions', { regions: ['all', 'eu-west-1'] }, 'Regions are either ["all"] or codes.'],
    [
      'instances in eu-west-9',
      { regions: ['eu-west-9'] },
      'There is no Region "eu-west-9". The nearest names are eu-west-1, eu-west-2, eu-west-3.',
    ],
    [
      'instances in every region except us-east-1',
      { regions: ['all'] },
      'The question leaves out the Region us-east-1: filter every table by Region not-equal us-east-1.',
    ],
  ])('are not those of "%s": %j', (question, chosen, expected) => {
    expect(problem(question, chosen)).toBe(expected);
  });

  it('may go on with those of the question before', () => {
    const before = conversation('instances in eu-west-1', { regions: ['eu-west-1'] });

    expect(problem('only the stopped ones', { regions: ['eu-west-1'] }, before)).toBeUndefined();
  });
});
