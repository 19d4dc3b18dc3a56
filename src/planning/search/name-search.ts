import type { Catalogue, OperationFacts } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';
import type { OperationMatch, OperationSearch } from './operation-search.js';

/** Finds operations by the words of their own names and of their services': no more than AWS calls things itself. */
export function createNameSearch(catalogue: Catalogue): OperationSearch {
  let index: readonly { readonly facts: OperationFacts; readonly words: ReadonlySet<string>; readonly label: string }[];
  const entries = (): typeof index =>
    (index ??= [...catalogue.operations()]
      .filter((facts) => proveReadOnly(catalogue, facts).allowed)
      .map((facts) => {
        const service = catalogue.service(facts.service);
        const words = [facts.operation, facts.service, service?.label ?? '', service?.name ?? ''];
        return { facts, words: new Set(words.flatMap(stems)), label: service?.label ?? facts.service };
      }));
  return {
    find(question, limit) {
      const wanted = new Set(stems(question));
      return entries()
        .map(({ facts, words, label }): OperationMatch => {
          const shared = [...wanted].filter((word) => words.has(word)).length;
          // Of two that share as much, the one with fewer words of its own is meant.
          const score = shared === 0 ? 0 : shared + 1 / words.size;
          return {
            service: facts.service,
            operation: facts.operation,
            score,
            summary: `${label} ${spaced(facts.operation)}`,
          };
        })
        .filter(({ score }) => score > 0)
        .toSorted((left, right) => right.score - left.score)
        .slice(0, limit);
    },
  };
}

/** `DescribeDBInstances` to `Describe DB Instances`. */
function spaced(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
}

/** Lower case words without the plural's ending. */
function stems(text: string): readonly string[] {
  return (
    spaced(text)
      .toLowerCase()
      .match(/[a-z0-9]{2,}/g) ?? []
  ).map((word) => word.replace(/(?<=..)s$/, ''));
}
