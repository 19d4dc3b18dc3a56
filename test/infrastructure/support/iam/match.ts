const KNOWN = new Map<string, RegExp>();

/** `*` for any characters, `?` for one; the case counts, as in ARNs and strings. */
export function matchesText(pattern: string, text: string): boolean {
  return expression(pattern, '').test(text);
}

const BY_SERVICE = new WeakMap<readonly string[], ReadonlyMap<string, readonly RegExp[]>>();

/**
 * Whether one of the patterns matches an action, in any letter case. Sorted by service once per list: a proof asks twenty
 * thousand actions of three thousand patterns.
 */
export function matchesAction(patterns: readonly string[], action: string): boolean {
  let sorted = BY_SERVICE.get(patterns);
  if (sorted === undefined) {
    const groups = new Map<string, RegExp[]>();
    for (const pattern of patterns) {
      const group = groups.get(serviceOf(pattern));
      if (group === undefined) groups.set(serviceOf(pattern), [expression(pattern, 'i')]);
      else group.push(expression(pattern, 'i'));
    }
    sorted = groups;
    BY_SERVICE.set(patterns, groups);
  }
  return sorted.has('*') || (sorted.get(serviceOf(action))?.some((pattern) => pattern.test(action)) ?? false);
}

/** `*` alone is an action as well; a service with a wildcard is not a service to IAM, and matches nothing here either. */
function serviceOf(pattern: string): string {
  const colon = pattern.indexOf(':');
  return (colon < 0 ? pattern : pattern.slice(0, colon)).toLowerCase();
}

function expression(pattern: string, flags: string): RegExp {
  const key = `${flags}${pattern}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const source = Array.from(pattern, (letter) => {
    if (letter === '*') return '[\\s\\S]*';
    return letter === '?' ? '[\\s\\S]' : letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  });
  const made = new RegExp(`^${source.join('')}$`, flags);
  KNOWN.set(key, made);
  return made;
}
