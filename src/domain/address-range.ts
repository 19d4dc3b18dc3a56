/** Addresses of one family, both ends included. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6';
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
}

const BITS = { ipv4: 32, ipv6: 128 } as const;

const EVERYBODY: Readonly<Record<AddressRange['family'], AddressRange>> = {
  ipv4: { family: 'ipv4', first: 0n, last: (1n << 32n) - 1n, prefix: 0 },
  ipv6: { family: 'ipv6', first: 0n, last: (1n << 128n) - 1n, prefix: 0 },
};

/** `10.0.0.0/8`, `::/0`, or one address; bits behind the prefix are ignored, as EC2 does. Undefined for anything else. */
export function addressRange(text: string): AddressRange | undefined {
  // Most rules name everybody or few; everybody is known.
  if (text === '0.0.0.0/0') return EVERYBODY.ipv4;
  if (text === '::/0') return EVERYBODY.ipv6;
  const [, address = '', written] = /^([0-9a-fA-F:.]{2,45})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  const value = family === 'ipv6' ? ipv6(address) : ipv4(address);
  const prefix = written === undefined ? BITS[family] : Number(written);
  if (value === undefined || prefix > BITS[family]) return undefined;
  const size = 1n << BigInt(BITS[family] - prefix);
  const first = value - (value % size);
  return { family, first, last: first + size - 1n, prefix };
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before = [], behind = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = halves.length === 2 ? behind : before;
  // `::ffff:10.0.0.1`: the last four bytes may be written as IPv4.
  const mapped = last.at(-1)?.includes('.') === true ? ipv4(last.at(-1) ?? '') : undefined;
  if (mapped !== undefined) {
    last.splice(-1, 1, (mapped >> 16n).toString(16), (mapped & 0xffffn).toString(16));
  }
  const missing = 8 - before.length - (halves.length === 2 ? behind.length : 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...(halves.length === 2 ? behind : [])];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

type Span = Pick<AddressRange, 'first' | 'last'>;

/** What of `whole` lies in none of the ranges; all are of one family. */
export function uncovered(whole: readonly Span[], ranges: readonly Span[]): readonly Span[] {
  return ranges.reduce<readonly Span[]>(
    (left, range) =>
      left.flatMap((span) => {
        if (range.last < span.first || range.first > span.last) return [span];
        return [
          ...(span.first < range.first ? [{ first: span.first, last: range.first - 1n }] : []),
          ...(span.last > range.last ? [{ first: range.last + 1n, last: span.last }] : []),
        ];
      }),
    whole,
  );
}

function rangesIn(texts: string): readonly AddressRange[] {
  return texts.split(' ').flatMap((text) => addressRange(text) ?? []);
}

/**
 * Every address that somebody on the Internet may have: unicast, without what IANA keeps for special purposes. "Anywhere" is
 * all of these, so that rules which leave out private addresses, or name the Internet in two halves, count as well.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry
 */
export const PUBLIC_ADDRESSES: Readonly<Record<AddressRange['family'], readonly Span[]>> = {
  ipv4: uncovered(
    rangesIn('0.0.0.0/0'),
    rangesIn(
      '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
    ),
  ),
  ipv6: uncovered(rangesIn('2000::/3'), rangesIn('2001::/23 2001:db8::/32 2002::/16 3fff::/20')),
};

/** Whether the ranges together hold all of `whole`. Sizes first: most lists are far too small. */
export function covers(ranges: readonly Span[], whole: readonly Span[]): boolean {
  return sizeOf(ranges) >= sizeOf(whole) && uncovered(whole, ranges).length === 0;
}

/** Whether a range and `whole` have an address in common. */
export function overlaps(range: Span, whole: readonly Span[]): boolean {
  return whole.some(({ first, last }) => range.first <= last && range.last >= first);
}

/** How many addresses there are. */
export function sizeOf(spans: readonly Span[]): bigint {
  return spans.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
}
