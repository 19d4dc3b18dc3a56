import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNarrative, type NarrativeFacts } from '../../../src/results/check-narrative.js';
import { coverage } from './support/builders.js';

const facts: NarrativeFacts = {
  headline: '1234 EC2 instances in 2 accounts.',
  coverage: coverage({
    line: '9 of 10 accounts in 3 Regions; 1 denied',
    regions: ['eu-west-1', 'us-east-1'],
  }),
  tables: [
    {
      title: 'EC2 instances',
      columns: ['Account', 'Account ID', 'Type', 'Name', 'Count', 'Free'],
      rows: [
        ['Production', '222222222222', 'db.r6g.large', 'web server 77 of 88', 42, -5],
        ['Team 7', '333333333333', 't3.medium', ['16.4', 'snake_case_9', { nested: 31 }], 12.5, '50%'],
      ],
      total: 60,
      truncated: true,
    },
  ],
  names: ['Production', 'Team 7', '5', 'R&D 6'],
};

describe('checkNarrative', () => {
  it.each([
    'Most of them are in Production.',
    'Production has 42 of the 60 rows, Team 7 has 12.5.',
    'Of 1,234 instances (1234), 9 of 10 accounts in 3 Regions answered; 1 was denied; see Team 7!',
    'db.r6g.large and T3.Medium are the types in Production; the version is 16.4.',
    'In us-east-1 and eu-west-1, account 222222222222 leads.',
    'The one with snake_case_9 & EC2 has 31, -5 or −5 free, 50% of it.',
    'Two accounts answered, three did; One was denied; all in eu-west-1.',
    'Much of what is written here of 222222222222 is prose – or so it seems.',
  ])('lets pass %j', (text) => {
    expect(checkNarrative(text, facts)).toEqual({ ok: true, text });
  });

  it('makes one paragraph of what passes', () => {
    expect(checkNarrative('  All is well.\n\nIn Production.\t', facts)).toEqual({
      ok: true,
      text: 'All is well. In Production.',
    });
  });

  it.each(['All is well.', 'The Productions differ.', 'Everything is in us-east.'])(
    'drops %j, which says nowhere',
    (text) => {
      expect(checkNarrative(text, facts)).toEqual({ ok: false, reason: 'it names no account and no Region' });
    },
  );

  it.each([
    ['There are 43 instances.', '43'],
    ['There are 1,235 instances.', '1,235'],
    ['Free: 5.', '5'],
    ['Free: -42.', '-42'],
    ['It is 42%.', '42%'],
    ['It is 50 now.', '50'],
    ['A ratio of 9/10.', '9/10'],
    ['Between 9-10.', '9-10'],
    ['Names count 77.', '77'],
    ['There are 42k.', '42k'],
    ['There are ４２.', '４２'],
    ['There are 42² of them.', '42²'],
    ['There are ½.', '½'],
    ['There are ٤٢.', '٤٢'],
    ['Seven of them differ.', 'Seven'],
    ['Twenty-five of them differ.', 'Twenty-five'],
    ['A dozen of them differ.', 'dozen'],
    ['Half of them differ.', 'Half'],
    ['The ninth at 9th.', '9th'],
    ['Look at us-east-2.', 'us-east-2'],
    ['Look at i-0abc.', 'i-0abc'],
    ['Team 8 has most.', '8'],
    ['Team 77 has most.', '77'],
  ])('drops %j, which nobody computed', (text, word) => {
    expect(checkNarrative(text, facts)).toEqual({
      ok: false,
      reason: `"${word}" is nowhere in what was computed`,
    });
  });

  it.each([
    'See https://evil.example for more.',
    'See www.evil.example for more.',
    'See x_www.evil.example for more.',
    'See evil.example/path for more.',
    'Write to ops@evil.example now.',
    'Run javascript:alert now.',
    'See [this](evil) now.',
    'See ![this](evil) now.',
    'It is **bold** or *italic*.',
    'It is _italic_ now.',
    'It is `code` now.',
    'It is ~~gone~~ now.',
    '<b>It</b> is &lt; now.',
    'It is &lt; now.',
    '# Heading',
    '- a list',
    '+ a list',
    '9. a list',
    '> a quotation',
    '| a | table |',
    'A backslash \\ here.',
    'Math $x$ here.',
  ])('drops %j: a link or markup', (text) => {
    expect(checkNarrative(text, facts)).toEqual({ ok: false, reason: 'it holds a link or markup' });
  });

  it.each(['\u001b[31mRed', 'a\u202eb', 'zero\u200bwidth', 'soft\u00adhyphen', 'hidden\u{e0041}'])(
    'drops %j, which holds something unseen',
    (text) => {
      expect(checkNarrative(text, facts)).toEqual({ ok: false, reason: 'it holds invisible characters' });
    },
  );

  it('drops nothing at all', () => {
    expect(checkNarrative(' \n ', facts)).toEqual({ ok: false, reason: 'it is empty' });
  });

  const word = fc.oneof(
    fc.constantFrom(
      'Production',
      'Team 7',
      'most',
      'in',
      'EC2',
      'us-east-1',
      '16.4',
      '42',
      '-5',
      '50%',
      'seven',
      '.',
      ',',
    ),
    fc.constantFrom('*', '_', '[', '](', '<', '://', 'www.', '@', '#', '- ', '|', '`', '!', '&', '\\', '\n', '\u200b'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.integer().map(String),
    fc.double({ noNaN: true }).map(String),
  );
  const narrative = fc
    .array(word, { maxLength: 12 })
    .chain((words) => fc.constantFrom(' ', '').map((separator) => words.join(separator)));

  it('lets no digits pass that are not written somewhere in the facts', () => {
    const written = new Set(JSON.stringify(facts).match(/\p{N}+/gu));

    fc.assert(
      fc.property(narrative, (text) => {
        const verdict = checkNarrative(text, facts);
        const digits = verdict.ok ? (verdict.text.replaceAll(/(?<=\d),(?=\d{3})/gu, '').match(/\p{N}+/gu) ?? []) : [];
        expect(digits.filter((run) => !written.has(run))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets no invented whole number pass, however it is wrapped', () => {
    const computed = new Set([1, 2, 3, 9, 10, 12, 42, 60, 1234, 222222222222, 333333333333, 31, -5]);

    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 2_000_000 }).filter((number) => !computed.has(number)),
        fc.constantFrom(
          '{} of them.',
          'About {}!',
          '({})',
          'Production: {}; that is all.',
          'They have {}x more.',
          'It is "{}".',
        ),
        fc.boolean(),
        (number, sentence, grouped) => {
          const text = sentence.replace('{}', grouped ? number.toLocaleString('en-US') : String(number));
          expect(checkNarrative(text, facts).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('lets nothing pass that a renderer could act on', () => {
    fc.assert(
      fc.property(narrative, (text) => {
        const verdict = checkNarrative(text, facts);
        if (!verdict.ok) return;
        expect(verdict.text).not.toMatch(
          /[\\`*[\]<>|#~$\p{C}]|:\/\/|(?<![\p{L}\p{N}])www\.|@|&\S|^[-+=]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
        );
      }),
      { numRuns: 3000 },
    );
  });
});
