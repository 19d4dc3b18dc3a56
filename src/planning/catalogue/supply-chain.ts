import type { Catalogue, OperationFacts, Supplier } from './facts.js';

/** One operation of a chain, and where the one before it says what to ask for. */
export interface SupplyStep {
  readonly operation: OperationFacts;
  /** How the reply of the step before feeds this one. Absent in the first step. */
  readonly from?: Supplier;
}

/** Clusters, node groups, and one node group: longer chains ask more than anybody means. */
const LONGEST_CHAIN = 4;

/**
 * The operations to ask one after the other so that an operation has values for all that it needs: `ListClusters`,
 * `ListNodegroups`, `DescribeNodegroup`. `given` are parameters that a plan sets itself. One step when nothing is
 * missing; undefined when no chain of suppliers leads there.
 */
export function supplyChain(
  catalogue: Catalogue,
  operation: OperationFacts,
  given: readonly string[] = [],
  longest = LONGEST_CHAIN,
): readonly SupplyStep[] | undefined {
  const missing = neededParameters(operation).filter((name) => !given.includes(name));
  if (missing.length === 0) return [{ operation }];
  if (longest === 1) return undefined;
  for (const supplier of operation.supplied) {
    const bound = [supplier.parameter, ...supplier.carry];
    const lister = missing.every((name) => bound.includes(name))
      ? catalogue.find(supplier.service, supplier.by)
      : undefined;
    const before = lister === undefined ? undefined : supplyChain(catalogue, lister, given, longest - 1);
    if (before !== undefined) return [...before, { operation, from: supplier }];
  }
  return undefined;
}

/** What has to be given: what AWS requires and nothing presets, and what decides whose things are listed. */
function neededParameters({ parameters, defaults, supplied }: OperationFacts): readonly string[] {
  const required = [...parameters].filter(([name, { required: must }]) => must && !Object.hasOwn(defaults, name));
  return [...new Set([...required.map(([name]) => name), ...supplied.map(({ parameter }) => parameter)])];
}
