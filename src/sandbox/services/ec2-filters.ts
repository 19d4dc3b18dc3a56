import { isJsonObject, type Json } from '../../domain/json.js';
import { ServiceError } from './aws-fault.js';

/** The values of one item that a filter of this name looks at; `undefined` for a name the operation does not know. */
export type FilterValues<T> = (item: T, name: string) => readonly (string | null)[] | undefined;

/**
 * EC2's `Filters`: any of the values may match, all of the filters must; `*` and `?` are wildcards, `\` takes them
 * literally. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html
 */
export function applyFilters<T>(items: readonly T[], filters: readonly Json[], values: FilterValues<T>): readonly T[] {
  const matchers = filters.map(readFilter);
  return items.filter((item) =>
    matchers.every(({ name, patterns }) => {
      const found = values(item, name);
      if (found === undefined) throw new ServiceError('InvalidParameterValue', `The filter '${name}' is invalid`);
      return found.some((value) => value !== null && patterns.some((pattern) => pattern.test(value)));
    }),
  );
}

/** Known by name even when there is no item to look at: a wrong filter is an error over an empty list too. */
export function checkFilterNames(filters: readonly Json[], known: readonly string[]): void {
  for (const { name } of filters.map(readFilter)) {
    const family = name.startsWith('tag:') ? 'tag:' : name;
    if (!known.includes(family)) throw new ServiceError('InvalidParameterValue', `The filter '${name}' is invalid`);
  }
}

/** `tag:KEY`, `tag-key`: the filters that every taggable resource has. */
export function tagFilterValues(
  tags: Readonly<Record<string, string>>,
  name: string,
): readonly (string | null)[] | undefined {
  if (name === 'tag-key') return Object.keys(tags);
  return name.startsWith('tag:') ? [tags[name.slice('tag:'.length)] ?? null] : undefined;
}

function readFilter(filter: Json): { name: string; patterns: readonly RegExp[] } {
  const name = isJsonObject(filter) && typeof filter['Name'] === 'string' ? filter['Name'] : '';
  const values = isJsonObject(filter) && Array.isArray(filter['Values']) ? filter['Values'] : [];
  if (name === '') throw new ServiceError('InvalidParameterValue', "The filter '' is invalid");
  if (values.length === 0) {
    throw new ServiceError('InvalidParameterValue', `The filter '${name}' has no values`);
  }
  return { name, patterns: values.map((value) => wildcard(String(value))) };
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\?[\s\S]/gu, (piece) => {
    if (piece === '*') return '[\\s\\S]*';
    if (piece === '?') return '[\\s\\S]';
    return (piece.length > 1 ? piece.slice(-1) : piece).replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}
