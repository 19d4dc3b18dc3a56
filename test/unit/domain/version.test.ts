import { array, assert, constantFrom, nat, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionAgainst } from '../../../src/domain/version.js';

function sign(from: string, to: string): number {
  return ['older', 'same', 'newer'].indexOf(versionAgainst(from, to) ?? '') - 1;
}

describe('versionAgainst', () => {
  it.each([
    ['13.16', '14', 'older'],
    ['14.9', '14', 'same'],
    ['14.9', '14.10', 'older'],
    ['9.6.24', '14', 'older'],
    ['1.9', '1.29', 'older'],
    ['1.30', '1.29', 'newer'],
    ['v1.30', '1.30', 'same'],
    ['15.00.4415.2.v1', '15', 'same'],
    ['19.0.0.0.ru-2024-01.rur-2024-01.r1', '21', 'older'],
    ['16.4-limitless', '17', 'older'],
    ['5.6.10a', '5.7', 'older'],

    ['nodejs18.x', 'nodejs20', 'older'],
    ['nodejs4.3-edge', 'nodejs20.x', 'older'],
    ['nodejs20.x', 'nodejs20', 'same'],
    ['python3.9', 'python3.10', 'older'],
    ['java8.al2', 'java11', 'older'],
    ['dotnetcore3.1', 'dotnet6', 'older'],
    ['provided.al2', 'provided.al2023', 'older'],
    ['python3.12', 'nodejs20', 'apart'],
    ['go1.x', 'nodejs20', 'apart'],
    ['valkey8.0', 'valkey7', 'newer'],

    ['OpenSearch_2.9', 'OpenSearch_2.11', 'older'],
    ['Elasticsearch_7.10', 'OpenSearch_2.11', undefined],
    ['OpenSearch_1.3', 'Elasticsearch_7.10', 'apart'],

    ['8.0.mysql_aurora.3.05.2', 'mysql_aurora.3', 'same'],
    ['5.7.mysql_aurora.2.11.4', 'mysql_aurora.3', 'older'],
    ['5.7.mysql_aurora.2.11.4', '8.0', 'older'],
    ['8.0.mysql_aurora.3.05.2', '8.0', 'same'],
    ['5.6.10a', 'mysql_aurora.3', undefined],

    ['nodejs', 'nodejs20', undefined],
    ['6.x', '6.2', undefined],
    ['6.x', '7', 'older'],
    ['14.9', 'nodejs20', undefined],
    ['', '14', undefined],
    ['latest', '14', undefined],
    ['99999999999999999999.1', '14', undefined],
    ['14', '', undefined],
  ])('%s against %s is %s', (found, asked, expected) => {
    expect(versionAgainst(found, asked)).toBe(expected);
  });

  const numbers = array(nat({ max: 10_000 }), { minLength: 3, maxLength: 3 });
  const written = tuple(constantFrom('', 'nodejs', 'OpenSearch_'), numbers, numbers, numbers);

  it('is a total order of the versions of one family', () => {
    assert(
      property(written, ([family, ...three]) => {
        const [left = '', middle = '', right = ''] = three.map((parts) => `${family}${parts.join('.')}`);
        expect(sign(left, left)).toBe(0);
        expect(sign(left, right) + sign(right, left)).toBe(0);
        const [first, second, third] = [left, middle, right].toSorted(sign);
        expect(
          [sign(first ?? '', second ?? ''), sign(second ?? '', third ?? ''), sign(first ?? '', third ?? '')].every(
            (one) => one <= 0,
          ),
        ).toBe(true);
        expect(versionAgainst(left, right) === 'same').toBe(left === right);
      }),
    );
  });

  it('knows no more than what is asked for: a longer version stands as its beginning does', () => {
    assert(
      property(numbers, nat({ max: 99 }), (parts, more) => {
        const version = parts.join('.');

        expect(versionAgainst(`${version}.${more}`, version)).toBe('same');
        expect(versionAgainst(version, `${version}.${more}`)).toBeUndefined();
      }),
    );
  });

  it('takes whatever an account returns, quickly', () => {
    const hostile = oneof(
      string({ maxLength: 300 }),
      constantFrom(
        '1.'.repeat(50_000),
        'a'.repeat(100_000),
        '1'.repeat(100_000),
        '\u0000\u202e1.2',
        '__proto__',
        'constructor1',
      ),
    );
    assert(
      property(hostile, hostile, (found, asked) => {
        expect(['older', 'same', 'newer', 'apart', undefined]).toContain(versionAgainst(found, asked));
      }),
    );
  });
});
