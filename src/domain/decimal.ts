import type { Json } from './json.js';

/** An exact decimal number: `digits` divided by ten to the power of `scale`. Sums of bytes pass 2^53, and 0.1 + 0.2 is 0.3. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** What a double can be written as; a text of more digits is no amount that AWS returns, and would only cost time. */
const NUMERAL = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/;

/**
 * The number that a cell holds, as it is written; undefined when it holds none. Texts count when they are a number and nothing
 * else, because some APIs write numbers so (SQS attributes); "8 GiB" and "" do not.
 */
export function decimalOf(cell: Json | undefined): Decimal | undefined {
  if (typeof cell !== 'number' && typeof cell !== 'string') return undefined;
  // Nearly all of half a million cells are these.
  if (Number.isSafeInteger(cell)) return { digits: BigInt(cell), scale: 0 };
  const [, sign = '', whole = '', fraction = '', power = '0'] = NUMERAL.exec(String(cell)) ?? [];
  if (whole === '') return undefined;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(power);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: digitsAt(left, scale) + digitsAt(right, scale), scale };
}

/** Below zero, zero or above, as `Array.sort` wants it. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = digitsAt(left, scale) - digitsAt(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimals of a quotient; of one below one, which they would round away, more. */
const PLACES = 2;
const PLACES_OF_SMALL = 6;

/** A quotient rounded to two decimals, half away from zero; to six where it is below one. */
export function divide(dividend: Decimal, divisor: number): Decimal {
  const rounded = quotient(dividend, BigInt(divisor), PLACES);
  return rounded.digits > -100n && rounded.digits < 100n
    ? quotient(dividend, BigInt(divisor), PLACES_OF_SMALL)
    : rounded;
}

function quotient({ digits, scale }: Decimal, divisor: bigint, places: number): Decimal {
  const size = digits < 0n ? -digits : digits;
  const whole = 10n ** BigInt(scale) * divisor;
  const rounded = (2n * size * 10n ** BigInt(places) + whole) / (2n * whole);
  return { digits: digits < 0n ? -rounded : rounded, scale: places };
}

/** A number where JSON's readers keep every digit of it, else its digits as text. */
export function decimalCell(value: Decimal): number | string {
  const text = decimalText(value);
  const number = Number(text);
  const kept = Number.isFinite(number) ? decimalOf(number) : undefined;
  // Beyond 2^53 a double may be right by luck: its neighbours would be written alike.
  const exact = kept !== undefined && Math.abs(number) <= Number.MAX_SAFE_INTEGER && compareDecimals(kept, value) === 0;
  return exact ? (Object.is(number, -0) ? 0 : number) : text;
}

function decimalText({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const written = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = written.slice(0, written.length - scale);
  const fraction = written.slice(written.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function digitsAt({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
