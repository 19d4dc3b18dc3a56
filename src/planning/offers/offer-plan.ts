import type { Json } from '../../domain/json.js';
import type { Call, Plan } from '../../domain/plan.js';
import type { Catalogue, OperationFacts, ParameterFacts, Supplier } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';

/** An operation of an operation of an operation: further back a list is not what was asked for. */
const DEEPEST = 3;
/** Values per call where a parameter takes a list: what the most frugal of the describing operations take. */
const BATCH = 10;

export interface OfferedPlan {
  readonly plan: Plan;
  /** "for each of ListClusters", "with TableName=orders": what was put into its parameters. */
  readonly note: string | undefined;
}

/**
 * The plan that asks an operation with what a question gives: names from the question, else the values that other
 * operations list. Undefined when a required parameter is neither.
 */
export function planFor(
  catalogue: Catalogue,
  facts: OperationFacts,
  literals: readonly string[],
  noun: string,
): OfferedPlan | undefined {
  const chain = chainOf(catalogue, facts, [...literals], 'found', DEEPEST);
  if (chain === undefined) return undefined;
  const { calls, notes } = chain;
  const title = noun.slice(0, 1).toUpperCase() + noun.slice(1);
  return {
    plan: { calls, show: { title, tables: [{ call: 'found', filters: [], kind: 'rows', noun }] } },
    note: notes.length === 0 ? undefined : notes.join(', '),
  };
}

interface Chain {
  readonly calls: readonly Call[];
  readonly notes: readonly string[];
}

function chainOf(
  catalogue: Catalogue,
  facts: OperationFacts,
  literals: string[],
  id: string,
  depth: number,
): Chain | undefined {
  const { service, operation, parameters } = facts;
  const required = [...parameters].filter(
    ([name, { required: needed }]) => needed && !Object.hasOwn(facts.defaults, name),
  );
  const params: Record<string, Json> = {};
  const notes: string[] = [];
  const open: string[] = [];
  for (const [name, parameter] of required) {
    const [only] = parameter.values?.length === 1 ? parameter.values : [];
    const value = only ?? (takesName(parameter) ? literals.shift() : undefined);
    if (value === undefined) {
      open.push(name);
      continue;
    }
    params[name] = parameter.type === 'string[]' ? [value] : value;
    if (only === undefined) notes.push(`with ${name}=${value}`);
  }
  const call: Call = { id, service, operation, params, columns: [] };
  const [missing] = open;
  if (missing === undefined) return { calls: [call], notes };
  const supplier = facts.supplied.find(
    ({ parameter, carry }) =>
      open.includes(parameter) && open.every((name) => name === parameter || carry.includes(name)),
  );
  if (supplier === undefined || depth === 0) return undefined;
  const before = sourceOf(catalogue, service, supplier, literals, `${id}-source`, depth - 1);
  if (before === undefined) return undefined;
  const { parameter, by, path, carry } = supplier;
  const list = parameters.get(parameter)?.type.endsWith('[]') === true;
  return {
    calls: [
      ...before.calls,
      {
        ...call,
        forEach: {
          call: `${id}-source`,
          path,
          parameter,
          ...(list ? { batch: BATCH } : {}),
          ...(carry.length === 0 ? {} : { carry }),
        },
      },
    ],
    notes: [...before.notes, ...notes, `for each of ${by}`],
  };
}

function sourceOf(
  catalogue: Catalogue,
  service: string,
  { by }: Supplier,
  literals: string[],
  id: string,
  depth: number,
): Chain | undefined {
  const proof = proveReadOnly(catalogue, { service, operation: by });
  return proof.allowed ? chainOf(catalogue, proof.facts, literals, id, depth) : undefined;
}

/** A name or an id can stand there; one of a few words cannot. */
function takesName({ type, values }: ParameterFacts): boolean {
  return (type === 'string' || type === 'string[]') && values === undefined;
}
