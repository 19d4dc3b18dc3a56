import type { z } from 'zod';
import { nearest } from '../../domain/nearest.js';
import { inertLine } from '../../results/inert.js';

/** Problems named one by one; a call with more of them is not a slip. */
const SHOWN = 10;

/** What is wrong with the arguments of a call, each with its place, so that whoever wrote them can correct it. */
export function argumentProblems(tool: string, error: z.ZodError, known: readonly string[]): string {
  const problems = error.issues.flatMap((issue) => problemsOf(issue, known));
  const lines = problems.slice(0, SHOWN).map((problem) => `- ${inertLine(problem)}`);
  if (problems.length > SHOWN) lines.push(`- … and ${problems.length - SHOWN} more.`);
  return `The arguments of ${tool} are not right:\n${lines.join('\n')}\nNothing was done. Correct them and call it again.`;
}

function problemsOf(issue: z.core.$ZodIssue, known: readonly string[]): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const [near] = issue.path.length === 0 ? nearest(key, known, 1) : [];
      const hint =
        near === undefined ? `it takes ${known.length === 0 ? 'none' : known.join(', ')}` : `the nearest is ${near}`;
      return `${placeOf([...issue.path, key])}: there is no such argument; ${hint}`;
    });
  }
  return [`${placeOf(issue.path)}: ${issue.message}`];
}

/** "accounts[0]" */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).slice(0, 100)}`))
    .join('')
    .replace(/^\./, '');
  return place === '' ? 'the arguments' : place;
}
