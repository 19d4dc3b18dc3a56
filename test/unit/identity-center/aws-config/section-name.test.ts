import { describe, expect, it } from 'vitest';
import { sectionWords } from '../../../../src/identity-center/aws-config/section-name.js';

describe('sectionWords', () => {
  it.each([
    ['profile a', ['profile', 'a']],
    ['profile "my profile"', ['profile', 'my profile']],
    ["sso-session 'x y'", ['sso-session', 'x y']],
    ['profile  a\tb', ['profile', 'a', 'b']],
    ['profile a\\ b', ['profile', 'a b']],
    ['profile "a\\"b\\c"', ['profile', 'a"b\\c']],
    ['profile ""', ['profile', '']],
    ['profile a"b"c', ['profile', 'abc']],
    ['profile "a', undefined],
    ['profile a\\', undefined],
    ['', []],
  ])('%s', (name, words) => {
    expect(sectionWords(name)).toEqual(words);
  });
});
