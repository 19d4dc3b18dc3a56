/**
 * A place in the parameters of a call: `Bucket`, or `Dimensions[0].Value`. The first step is the name of a parameter;
 * further ones are members (text) and positions in lists (numbers).
 */
export type ParameterPlace = readonly [string, ...(string | number)[]];

const LONGEST = 200;
/** Nobody writes long lists by hand, and each position below is filled up. */
const MOST_POSITIONS = 20;

/** Reads a place; undefined for what is none. */
export function parameterPlace(text: string): ParameterPlace | undefined {
  if (text.length > LONGEST) return undefined;
  const [, name, rest = ''] = /^([A-Za-z0-9_-]+)(.*)$/s.exec(text) ?? [];
  if (name === undefined) return undefined;
  const steps: (string | number)[] = [];
  let left = rest;
  while (left !== '') {
    const [whole, position, member] = /^(?:\[(\d{1,3})\]|\.([A-Za-z0-9_-]+))/.exec(left) ?? [];
    if (whole === undefined || Number(position) >= MOST_POSITIONS) return undefined;
    steps.push(member ?? Number(position));
    left = left.slice(whole.length);
  }
  return [name, ...steps];
}
