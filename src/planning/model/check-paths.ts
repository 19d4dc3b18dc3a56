import { CentralOpsError } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';
import { parsePath, type PathStep } from '../../domain/path.js';
import { callLabel, type Call, type Plan } from '../../domain/plan.js';
import type { Catalogue, OperationFacts, ShapeFacts } from '../catalogue/facts.js';

/**
 * The first path of a plan that reads what its operation does not return, for the model to read; undefined when there is none.
 * A path that is wrong reads nothing, and a column of nothing looks like an answer. What the catalogue does not describe is
 * left to the reply.
 */
export function pathProblem({ calls }: Plan, catalogue: Catalogue): string | undefined {
  const byId = new Map(calls.map((call) => [call.id, call]));
  for (const call of calls) {
    for (const { path } of call.columns) {
      const problem = problemIn(call, path, catalogue);
      if (problem !== undefined) return problem;
    }
    const source = call.forEach === undefined ? undefined : byId.get(call.forEach.call);
    const inItem = source === undefined ? undefined : pathInItem(call, source, catalogue);
    const problem = source === undefined || inItem === undefined ? undefined : problemIn(source, inItem, catalogue);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A reference reads from the top of a reply; the catalogue knows what is in an item. */
function pathInItem({ forEach }: Call, source: Call, catalogue: Catalogue): string | undefined {
  const items = catalogue.find(source.service, source.operation)?.items;
  if (forEach === undefined || items === undefined || items === '' || !forEach.path.startsWith(`${items}.`))
    return undefined;
  return forEach.path.slice(items.length + 1);
}

function problemIn(call: Call, path: string, catalogue: Catalogue): string | undefined {
  const facts = catalogue.find(call.service, call.operation);
  const steps = facts === undefined ? undefined : stepsOf(path);
  const missing = facts === undefined || steps === undefined ? undefined : missingStep(facts, steps);
  if (missing === undefined) return undefined;
  const { name, known } = missing;
  if (known.length === 0) return `${callLabel(call)}: "${path}" reads "${name}" of a value that has no fields.`;
  const near = nearest(name, known);
  const names = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `There are ${known.slice(0, 20).join(', ')}.`;
  return `${callLabel(call)}: "${path}" reads "${name}", which is not there. ${names}`;
}

/** A path that cannot be read is for the policy to say. */
function stepsOf(path: string): readonly PathStep[] | undefined {
  try {
    return parsePath(path);
  } catch (error) {
    if (error instanceof CentralOpsError) return undefined;
    throw error;
  }
}

function missingStep(
  { item }: OperationFacts,
  steps: readonly PathStep[],
): { readonly name: string; readonly known: readonly string[] } | undefined {
  let shape: ShapeFacts | undefined = item;
  for (const step of steps) {
    if (step.kind !== 'field') continue;
    const members: ReadonlyMap<string, ShapeFacts> | undefined = shape?.members;
    // Free keys, or deeper than the catalogue goes; a plain value has nothing inside.
    if (members === undefined) return shape === undefined || isOpen(shape) ? undefined : { name: step.name, known: [] };
    const next = members.get(step.name);
    if (next === undefined) return { name: step.name, known: [...members.keys()] };
    shape = next;
  }
  return undefined;
}

function isOpen({ type }: ShapeFacts): boolean {
  return type === 'object' || type === 'object[]' || type === 'list';
}
