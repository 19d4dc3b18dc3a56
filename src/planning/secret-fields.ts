import { parsePath } from '../domain/path.js';
import type { OperationFacts } from './catalogue/facts.js';

/**
 * Whether projecting `path` (of an item) would carry a secret-bearing field of the operation: the field itself, what
 * is below it, what contains it (the empty path is the whole item), or a bracket that compares it. Letter case does not
 * matter. Throws `usage` for a path that cannot be read.
 */
export function isSecretField(facts: Pick<OperationFacts, 'secretFields'>, path: string): boolean {
  if (facts.secretFields.length === 0) return false;
  const read = namesRead(path);
  return facts.secretFields.some((secret) => {
    const names = fieldNames(secret);
    return read.some((candidate) => overlaps(candidate, names));
  });
}

/** The same for a path from the top of the reply, as references use it. */
export function isSecretInReply(facts: Pick<OperationFacts, 'secretFields' | 'items'>, path: string): boolean {
  const prefix = facts.items === '' ? '' : `${facts.items}.`;
  return isSecretField({ secretFields: facts.secretFields.map((secret) => prefix + secret) }, path);
}

/** Every chain of member names that evaluating the path looks at: its own, and those that its brackets compare. */
function namesRead(path: string): readonly (readonly string[])[] {
  // `*` is no path; read it as what a person means by it.
  if (path === '*') return [[]];
  const chains: string[][] = [];
  const names: string[] = [];
  for (const step of parsePath(path)) {
    if (step.kind === 'parameter') return [];
    if (step.kind === 'field') names.push(step.name.toLowerCase());
    if (step.kind === 'first-where') chains.push([...names, step.key.toLowerCase()]);
  }
  return [names, ...chains];
}

function fieldNames(path: string): readonly string[] {
  return parsePath(path).flatMap((step) => (step.kind === 'field' ? [step.name.toLowerCase()] : []));
}

function overlaps(left: readonly string[], right: readonly string[]): boolean {
  const shared = Math.min(left.length, right.length);
  return left.slice(0, shared).every((name, index) => name === right[index]);
}
