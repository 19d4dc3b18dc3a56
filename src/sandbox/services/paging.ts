import { createHmac } from 'node:crypto';

/** How an operation hands out a long list. */
export interface PageRequest {
  /** The token that the caller brought, if any. */
  readonly token: string | undefined;
  /** How many the caller asked for, if it did. */
  readonly size: number | undefined;
  /** How many at once when it did not; also the most it can have. Absent: all of them. */
  readonly standardSize?: number;
  /** This service's error for a token that is not one of its own. */
  readonly invalid: () => Error;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next: string | undefined;
}

export type Pager = <T>(scope: string, items: readonly T[], request: PageRequest) => Page<T>;

/**
 * Cuts lists into pages. A token carries its offset and a seal over the scope (account, Region, operation), so that a
 * token of one operation or account is refused by another, as with AWS. `forcedSize` makes every page small.
 */
export function createPager(secret: string, forcedSize: number | undefined): Pager {
  const seal = (scope: string, offset: number): string =>
    createHmac('sha256', secret)
      .update(`${scope}/${String(offset)}`)
      .digest('base64url')
      .slice(0, 22);
  const tokenFor = (scope: string, offset: number): string =>
    Buffer.from(`${seal(scope, offset)}:${String(offset)}`).toString('base64');

  const offsetOf = (scope: string, request: PageRequest): number => {
    if (request.token === undefined) return 0;
    const [, digits = ''] = Buffer.from(request.token, 'base64').toString('utf8').split(':');
    const offset = Number(digits);
    if (!Number.isInteger(offset) || offset <= 0 || tokenFor(scope, offset) !== request.token) throw request.invalid();
    return offset;
  };

  return (scope, items, request) => {
    const offset = offsetOf(scope, request);
    const most = Math.min(request.standardSize ?? Infinity, forcedSize ?? Infinity);
    const end = offset + Math.min(request.size ?? Infinity, most);
    return {
      items: items.slice(offset, end),
      next: end < items.length ? tokenFor(scope, end) : undefined,
    };
  };
}

/** `{name: token}` when there is a next page, nothing otherwise: an absent token is how the last page says so. */
export function nextPage(name: string, next: string | undefined): Readonly<Record<string, string>> {
  return next === undefined ? {} : { [name]: next };
}
