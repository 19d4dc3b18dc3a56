import type { Column } from '../../../../domain/plan.js';
import { equal, empty, notEqual, present, type Topic, type Trait } from '../../topic.js';

/** What can be told of a kind of things that is listed whole, besides that it is there. */
export type Detail = Partial<
  Pick<
    Topic,
    'groups' | 'states' | 'traits' | 'numbers' | 'versions' | 'implied' | 'name' | 'engine' | 'type' | 'tag' | 'example'
  >
>;

/** A column that is shown besides the usual ones, and is true or not. */
export function extraFlag(column: Column, after: string, afterNot: string): Required<Trait> {
  return {
    yes: { columns: [column], filters: [equal(column.name, true)], after },
    no: { columns: [column], filters: [notEqual(column.name, true)], after: afterNot },
  };
}

/** A column that is shown besides the usual ones, and holds something or not. */
export function extraPresent(column: Column, after: string, afterNot: string): Required<Trait> {
  return {
    yes: { columns: [column], filters: [present(column.name)], after },
    no: { columns: [column], filters: [empty(column.name)], after: afterNot },
  };
}

/** The same reads on both sides of a trait. */
export function reading(reads: Trait['yes'], trait: Required<Trait>): Required<Trait> {
  return { yes: { ...reads, ...trait.yes }, no: { ...reads, ...trait.no } };
}
