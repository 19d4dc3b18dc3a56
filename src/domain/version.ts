/** How a version stands to one that is asked for. `apart`: it is of something else, and so neither older nor newer. */
export type VersionStanding = 'older' | 'same' | 'newer' | 'apart';

interface Version {
  /** `nodejs`, `opensearch`; empty where the text is numbers alone. */
  readonly family: string;
  readonly numbers: readonly number[];
}

/**
 * Compares the numbers of two versions, as far as the one that is asked for says: 14.9 is the same as 14, and 13.16 is older.
 * `nodejs18.x` is older than `nodejs20`, and apart from `python3.12`. Undefined where it cannot be told: no number ("nodejs"),
 * fewer numbers than are asked for (6 against 6.2), or a predecessor that counts anew (Elasticsearch against OpenSearch).
 */
export function versionAgainst(found: string, asked: string): VersionStanding | undefined {
  const wanted = versionIn(asked);
  const own = wanted?.family === AURORA_MYSQL ? auroraIn(found) : versionIn(found);
  if (wanted === undefined || own === undefined) return undefined;
  if (wanted.family !== own.family) return areApart(own.family, wanted.family) ? 'apart' : undefined;
  if (wanted.numbers.length === 0) return undefined;
  for (const [index, number] of wanted.numbers.entries()) {
    const other = own.numbers[index];
    if (other === undefined) return undefined;
    if (other !== number) return other < number ? 'older' : 'newer';
  }
  return 'same';
}

/** Whether somebody who asks of one family has no interest in the other. */
function areApart(found: string, wanted: string): boolean {
  return found !== '' && wanted !== '' && !(found === 'elasticsearch' && wanted === 'opensearch');
}

const LONGEST = 120;
const PARTS = /^([a-z]*)[^a-z0-9]*(?:al)?(\d+(?:\.\d+)*)?/;
const LEADING_V = /^v(?=\d)/;

/** Families by the names that they had before. Lambda's `dotnetcore3.1` was followed by `dotnet6`. */
const NAMED_BEFORE: Readonly<Record<string, string>> = { dotnetcore: 'dotnet', node: 'nodejs' };

function versionIn(text: string): Version | undefined {
  const lower = text.trim().toLowerCase();
  if (lower.length > LONGEST) return undefined;
  if (lower.startsWith(`${AURORA_MYSQL}.`)) return auroraIn(lower);
  const [, family = '', digits = ''] = PARTS.exec(lower.replace(LEADING_V, '')) ?? [];
  if (family === '' && digits === '') return undefined;
  const numbers = numbersOf(digits);
  return numbers === undefined
    ? undefined
    : { family: Object.hasOwn(NAMED_BEFORE, family) ? (NAMED_BEFORE[family] ?? family) : family, numbers };
}

/** How Aurora MySQL marks its own numbers: `8.0.mysql_aurora.3.05.2` is 3.05.2, compatible with MySQL 8.0. */
export const AURORA_MYSQL = 'mysql_aurora';
const AURORA_PART = /(?:^|\.)mysql_aurora\.(\d+(?:\.\d+)*)/;

function auroraIn(text: string): Version | undefined {
  const [, digits] = text.length > LONGEST ? [] : (AURORA_PART.exec(text.toLowerCase()) ?? []);
  const numbers = digits === undefined ? undefined : numbersOf(digits);
  return numbers === undefined ? undefined : { family: AURORA_MYSQL, numbers };
}

/** Undefined for a number that cannot be kept exactly. */
function numbersOf(digits: string): readonly number[] | undefined {
  const numbers = digits === '' ? [] : digits.split('.').map(Number);
  return numbers.every((number) => Number.isSafeInteger(number)) ? numbers : undefined;
}
