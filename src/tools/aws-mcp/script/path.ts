import type { ParameterPlace } from '../../../domain/parameter-place.js';
import { parsePath } from '../../../domain/path.js';

/**
 * One step of a data path in the script's own short form: `k` a member by name, `e` every element of a list, `l` the last one, `w` the
 * first element whose member has a value, `p` a parameter that the call was made with, or a place in it (always alone).
 */
export type ScriptStep =
  | readonly ['k', string]
  | readonly ['e']
  | readonly ['l']
  | readonly ['w', string, string]
  | readonly ['p', ...ParameterPlace];

/** Reads a path here, so that the script need not parse anything. Throws `usage` for what is not a path. */
export function scriptPath(path: string): readonly ScriptStep[] {
  return parsePath(path).map((step): ScriptStep => {
    if (step.kind === 'field') return ['k', step.name];
    if (step.kind === 'each') return ['e'];
    if (step.kind === 'last') return ['l'];
    if (step.kind === 'first-where') return ['w', step.key, step.value];
    // The Region of the call is written like a parameter; the mark keeps it apart from one of that name.
    const [name, ...within] = step.place;
    return ['p', name === 'region' ? '@region' : name, ...within];
  });
}
