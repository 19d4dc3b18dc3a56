import { CentralOpsError } from './errors.js';
import { parameterPlace, type ParameterPlace } from './parameter-place.js';

/** One step of a {@link Column} or {@link Reference} path. */
export type PathStep =
  /** `Name`: the member of an object. */
  | { readonly kind: 'field'; readonly name: string }
  /** `[]`: every element of a list. */
  | { readonly kind: 'each' }
  /** `[-1]`: the last element of a list. */
  | { readonly kind: 'last' }
  /** `[Key=Name]`: the first element whose member `key` has the text `value`. */
  | { readonly kind: 'first-where'; readonly key: string; readonly value: string }
  /** `@cluster`: a parameter that the call was made with, or a place in one. Always the only step. */
  | { readonly kind: 'parameter'; readonly place: ParameterPlace };

const LONGEST_PATH = 500;
const NAME = /[A-Za-z0-9_-]+/y;
const FIRST_WHERE = /\[([A-Za-z0-9_-]+)=([^\]]*)\]/y;

/**
 * Reads a path as `Column` (plan.ts) describes it; the empty path is no steps: the item itself. It checks the syntax
 * alone: whether a reply has such a member only the reply can tell. Paths are evaluated inside the script.
 *
 * @throws CentralOpsError `usage`, naming the path and the place where it stops making sense.
 */
export function parsePath(text: string): readonly PathStep[] {
  if (text === '') return [];
  if (text.length > LONGEST_PATH) throw broken(text.slice(0, 60), LONGEST_PATH, 'it is longer than 500 characters');
  if (text.startsWith('@')) {
    const place = parameterPlace(text.slice(1));
    if (place === undefined) {
      throw broken(text, 1, 'a parameter is "@" and its name or a place in it, such as @Dimensions[0].Value');
    }
    return [{ kind: 'parameter', place }];
  }

  const steps: PathStep[] = [];
  let at = 0;
  while (at < text.length) {
    const name = match(NAME, text, at)?.[0];
    if (name === undefined) throw broken(text, at, 'a name of letters, digits, "_" or "-" belongs here');
    steps.push({ kind: 'field', name });
    at += name.length;
    while (text[at] === '[') {
      const [step, length] = bracket(text, at);
      steps.push(step);
      at += length;
    }
    if (at === text.length) break;
    if (text[at] !== '.') throw broken(text, at, 'only "." or "[" may follow a name');
    at += 1;
    if (at === text.length) throw broken(text, at, 'it ends in "."');
  }
  return steps;
}

function bracket(text: string, at: number): readonly [PathStep, number] {
  if (text.startsWith('[]', at)) return [{ kind: 'each' }, 2];
  if (text.startsWith('[-1]', at)) return [{ kind: 'last' }, 4];
  const found = match(FIRST_WHERE, text, at);
  const [whole, key, value] = found ?? [];
  if (whole === undefined || key === undefined || value === undefined) {
    throw broken(text, at, 'a bracket is "[]", "[-1]" or "[Key=value]"');
  }
  return [{ kind: 'first-where', key, value }, whole.length];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  // A copy per use: a sticky expression remembers its place, and a shared one would remember a stranger's.
  const fresh = new RegExp(pattern.source, 'y');
  fresh.lastIndex = at;
  return fresh.exec(text);
}

function broken(path: string, at: number, why: string): CentralOpsError {
  return new CentralOpsError('usage', `The path "${path}" cannot be read at character ${at + 1}: ${why}.`, {
    facts: { path, at },
    nextStep: 'Write it like Reservations[].Instances[].InstanceId, Tags[Key=Name].Value or @cluster.',
  });
}
