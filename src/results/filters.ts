import type { Json } from '../domain/json.js';
import type { Filter } from '../domain/plan.js';
import { tellTraffic, tellVersion, type Told } from './telling.js';

/** Reads a column of a row by name: null for nothing, undefined where the call that would say failed. */
export type ReadCell = (column: string) => Json | undefined;

/**
 * Whether a row passes every filter. Of what is unknown nothing holds, not even `empty`: a bucket whose encryption
 * could not be read is not an unencrypted bucket. Of what is known it may be that a filter cannot tell; then this says why,
 * unless another filter leaves the row out anyway.
 */
export function judge(filters: readonly Filter[], cell: ReadCell): Told {
  return both(filters.map((filter) => holds(filter, cell)));
}

export function passes(filters: readonly Filter[], cell: ReadCell): boolean {
  return judge(filters, cell) === true;
}

function both(told: readonly Told[]): Told {
  return told.includes(false) ? false : (told.find((one) => one !== true) ?? true);
}

function either(told: readonly Told[]): Told {
  return told.includes(true) ? true : (told.find((one) => one !== false) ?? false);
}

function holds(filter: Filter, cell: ReadCell): Told {
  if ('any' in filter) return either(filter.any.map((inner) => holds(inner, cell)));
  const value = cell(filter.column);
  if (value === undefined) return false;
  switch (filter.is) {
    case 'older':
    case 'newer':
    case 'not-older':
    case 'not-newer':
    case 'same-version':
    case 'other-version':
      return tellVersion(value, filter.is, filter.value);
    case 'allows':
    case 'not-allows':
      return tellTraffic(value, filter.is, filter.value);
    case 'empty':
      return isEmpty(value);
    case 'present':
      return !isEmpty(value);
    case 'equal':
      return sameValue(value, filter.value);
    case 'not-equal':
      return !sameValue(value, filter.value);
    case 'contains':
      return contains(value, filter.value);
    case 'not-contains':
      return !contains(value, filter.value);
    case 'above':
      return compare(value, filter.value) > 0;
    case 'below':
      return compare(value, filter.value) < 0;
    case 'below-column':
      return compare(value, cell(filter.other) ?? null) < 0;
    case 'reaches-column':
      return compare(value, cell(filter.other) ?? null) >= 0;
    default:
      return filter satisfies never;
  }
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Text compares without case: people write `Postgres`, AWS writes `postgres`. */
function sameValue(left: Json, right: Json): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function contains(value: Json, wanted: Json): boolean {
  if (typeof value === 'string') {
    const text = typeof wanted === 'string' ? wanted : JSON.stringify(wanted);
    return value.toLowerCase().includes(text.toLowerCase());
  }
  if (Array.isArray(value))
    return value.some((element: Json) => sameValue(element, wanted) || contains(element, wanted));
  return false;
}

/** Numbers by size, times by when they are, other text as text; NaN, so neither, when not comparable. */
function compare(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [earlier, later] = [instantOf(left), instantOf(right)];
  if (earlier !== undefined && later !== undefined) return earlier - later;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return Number.NaN;
}

const WRITTEN_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** Seconds since 1970 of this size are in the year 5138; milliseconds in 1973. */
const MILLISECONDS_FROM = 100_000_000_000;

/** When a cell is: ISO 8601 with any offset (none means UTC), or what APIs write as a number of seconds or milliseconds. */
export function instantOf(cell: Json): number | undefined {
  if (typeof cell === 'number') return cell >= MILLISECONDS_FROM ? cell : cell * 1000;
  if (typeof cell !== 'string' || !WRITTEN_TIME.test(cell)) return undefined;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(cell) || cell.length === 10 ? cell : `${cell}Z`;
  const instant = Date.parse(zoned.replace(' ', 'T'));
  return Number.isNaN(instant) ? undefined : instant;
}
