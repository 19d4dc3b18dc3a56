import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataSet, type AnswerCase } from '../../../../bench/eval/data-set.js';
import { expectedAccounts } from '../../../../bench/eval/expected-accounts.js';
import { isForbidden } from '../../../../bench/eval/forbidden.js';
import { sandboxRegistry } from '../../../../bench/eval/planners.js';
import { isKnownRegion } from '../../../../src/domain/region.js';
import { reasonNeverToRead } from '../../../../src/planning/never-read.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
const QUESTIONS = fixture('questions');
const everything = [...(await readDataSet(QUESTIONS)), ...(await readDataSet(fixture('held-out-questions.json')))];

describe('the data sets in test/fixtures', () => {
  it('ask no question twice', () => {
    const questions = everything.map(({ question }) => question.toLowerCase());

    const repeated = questions.filter((question, index) => questions.indexOf(question) !== index);

    expect(repeated).toEqual([]);
  });

  it('expect nothing that is never asked', () => {
    const answers = everything.filter((one): one is AnswerCase => one.expect === 'answer');

    const never = answers
      .flatMap(({ operations }) => operations)
      .filter(
        ([service, operation]) =>
          isForbidden({ service, operation }) || reasonNeverToRead(service, operation) !== undefined,
      );

    expect(never).toEqual([]);
  });

  it('speak of accounts and Regions that exist', () => {
    const answers = everything.filter((one): one is AnswerCase => one.expect === 'answer');
    const accounts = sandboxRegistry().accounts();

    const unknownRegions = answers.flatMap(({ regions = [] }) =>
      regions === 'all' ? [] : regions.filter((region) => !isKnownRegion(region)),
    );
    const counts = answers.map(({ accounts: said }) => expectedAccounts(said, accounts).length);

    expect(unknownRegions).toEqual([]);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('are as large and as wide as they claim', async () => {
    const cases = await readDataSet(QUESTIONS);

    const answers = cases.filter((one): one is AnswerCase => one.expect === 'answer');
    const services = new Set(answers.flatMap(({ operations }) => operations.map(([service]) => service)));

    expect(answers.filter(({ style }) => style === 'people').length).toBeGreaterThan(500);
    expect(answers.filter(({ style }) => style === 'api').length).toBeGreaterThan(100);
    expect(answers.filter(({ subject }) => subject === 'changing-words').length).toBeGreaterThan(40);
    expect(cases.filter(({ expect: expected }) => expected === 'refuse').length).toBeGreaterThan(60);
    expect(cases.filter(({ expect: expected }) => expected === 'clarify').length).toBeGreaterThan(20);
    expect(services.size).toBeGreaterThan(150);
  });
});

describe('readDataSet', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'questions-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('reads every file of a folder by name, and puts the subject on each question', async () => {
    const refusal = { question: 'delete it', style: 'people', expect: 'refuse', because: 'change' };
    const clarification = { question: 'list them', style: 'people', expect: 'clarify', about: 'target' };
    await writeFile(join(folder, 'b.json'), JSON.stringify({ subject: 'second', questions: [clarification] }));
    await writeFile(join(folder, 'a.json'), JSON.stringify({ subject: 'first', questions: [refusal] }));
    await writeFile(join(folder, 'notes.txt'), 'not a data set');

    const cases = await readDataSet(folder);

    expect(cases).toEqual([
      { ...refusal, subject: 'first' },
      { ...clarification, subject: 'second' },
    ]);
  });

  it.each([
    ['an answer without operations', { question: 'buckets', style: 'people', expect: 'answer', operations: [] }],
    ['a field that nobody knows', { question: 'x', style: 'people', expect: 'clarify', about: 'target', region: 'x' }],
    ['a style that nobody knows', { question: 'x', style: 'poem', expect: 'clarify', about: 'target' }],
  ])('names the file that has %s', async (_what, question) => {
    const file = join(folder, 'a.json');
    await writeFile(file, JSON.stringify({ subject: 'first', questions: [question] }));

    await expect(readDataSet(file)).rejects.toThrow(`${file} is not a data set of questions`);
  });
});
