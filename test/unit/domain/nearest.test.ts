import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/domain/nearest.js';

describe('nearest', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['prodution', ['staging', 'production', 'products'], ['production']],
    ['PRODUCTION', ['production'], ['production']],
    ['us-esat-1', ['us-west-1', 'us-east-1', 'eu-west-1'], ['us-east-1', 'us-west-1']],
    ['pay', ['payments', 'pam', 'staging'], ['pam', 'payments']],
    ['mars', ['us-east-1', 'eu-west-1'], []],
    ['x', [], []],
    ['dev', ['dev', 'dev', 'Dev'], ['dev']],
    ['ab', ['ba', 'abcd', 'zzzzz'], ['ba', 'abcd']],
  ])('of %s in %j are %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });

  it('are as many as asked for', () => {
    expect(nearest('a1', ['a2', 'a3', 'a4', 'a5'], 2)).toEqual(['a2', 'a3']);
  });

  it('are found fast in whatever somebody wrote, and are always candidates', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 5000, size: 'max' }),
        fc.array(fc.string(), { maxLength: 50 }),
        (word, candidates) => {
          const found = nearest(word, candidates);

          expect(found.length).toBeLessThanOrEqual(3);
          expect(candidates).toEqual(expect.arrayContaining([...found]));
        },
      ),
      { numRuns: 50 },
    );
  });
});
