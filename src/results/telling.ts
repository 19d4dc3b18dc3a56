import { allowance } from '../domain/firewall.js';
import type { Json } from '../domain/json.js';
import type { CannotTell, Filter } from '../domain/plan.js';
import { readTraffic } from '../domain/traffic.js';
import { versionAgainst } from '../domain/version.js';

/** Whether something holds, or why that cannot be told. */
export type Told = boolean | { readonly why: string };

type TrafficFilter = Extract<CannotTell, 'allows' | 'not-allows'>;
type VersionFilter = Exclude<CannotTell, TrafficFilter>;

/** A version of something else is neither older nor newer nor other: nobody asked about that. */
export function tellVersion(cell: Json, is: VersionFilter, asked: Json): Told {
  const found = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  const standing = versionAgainst(found, textOf(asked));
  if (standing === undefined) {
    return {
      why: found === '' ? 'it says no version' : `"${found.slice(0, 60)}" does not compare with "${textOf(asked)}"`,
    };
  }
  if (standing === 'apart') return false;
  switch (is) {
    case 'older':
      return standing === 'older';
    case 'newer':
      return standing === 'newer';
    case 'not-older':
      return standing !== 'older';
    case 'not-newer':
      return standing !== 'newer';
    case 'same-version':
      return standing === 'same';
    case 'other-version':
      return standing !== 'same';
    default:
      return is satisfies never;
  }
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function tellTraffic(cell: Json, is: TrafficFilter, asked: Json): Told {
  const traffic = readTraffic(textOf(asked));
  if (traffic === undefined) return { why: `"${textOf(asked).slice(0, 60)}" is no traffic` };
  const found = allowance(cell, traffic);
  return found.kind === 'unclear' ? { why: found.why } : (found.kind === 'allowed') === (is === 'allows');
}

/**
 * How a table shows the cells of a column whose rules were looked through: those that let the traffic in; all of them where that was to
 * be none. Undefined for columns that no filter looks through.
 */
export function shownRules(filters: readonly Filter[], column: string): ((cell: Json) => Json) | undefined {
  const asked = filters
    .flatMap((filter) => ('any' in filter ? filter.any : [filter]))
    .flatMap((filter) => {
      if ('any' in filter || filter.column !== column || (filter.is !== 'allows' && filter.is !== 'not-allows'))
        return [];
      const traffic = readTraffic(textOf(filter.value));
      return traffic === undefined ? [] : [{ traffic, all: filter.is === 'not-allows' }];
    });
  if (asked.length === 0) return undefined;
  return (cell) => {
    const rules = asked.flatMap(({ traffic, all }) => {
      const found = all ? everyRule(cell, traffic.direction) : allowance(cell, traffic);
      return found.kind === 'allowed' ? found.rules : [];
    });
    return [...new Set(rules)];
  };
}

function everyRule(cell: Json, direction: 'in' | 'out'): ReturnType<typeof allowance> {
  return allowance(cell, { direction, services: [{ kind: 'any' }], peer: 'any' });
}
