import { nearest } from '../domain/nearest.js';
import { parsePath, type PathStep } from '../domain/path.js';
import type { ShapeFacts } from './catalogue/facts.js';

/**
 * Why an item has nothing at a path, with the nearest names; undefined where it has, and where the catalogue does not
 * go as deep (free keys of a map). A wrong path would show empty cells, which read like an answer.
 */
export function missingInItem(item: ShapeFacts, path: string): string | undefined {
  let here: ShapeFacts = item;
  let walked = '';
  for (const step of parsePath(path)) {
    const next = stepInto(here, step, walked);
    if (next === undefined) return undefined;
    if (typeof next === 'string') return next;
    here = next;
    walked += step.kind === 'field' ? `${walked === '' ? '' : '.'}${step.name}` : '[]';
  }
  return undefined;
}

function stepInto(here: ShapeFacts, step: PathStep, walked: string): ShapeFacts | string | undefined {
  const place = walked === '' ? 'an item' : walked;
  switch (step.kind) {
    case 'parameter':
      return undefined;
    case 'each':
    case 'last':
    case 'first-where': {
      const element = elementOf(here);
      if (element === undefined) return here.type === 'list' ? undefined : `${place} is no list.`;
      if (step.kind === 'first-where' && element.members?.has(step.key) === false) {
        return `the elements of ${place} have no ${step.key}.`;
      }
      return element;
    }
    case 'field': {
      if (here.type !== 'object') {
        return elementOf(here) === undefined
          ? `${place} is ${here.type}, and has nothing in it.`
          : `${place} is a list: write ${walked}[].${step.name}.`;
      }
      if (here.members === undefined) return undefined;
      const found = here.members.get(step.name);
      if (found !== undefined) return found;
      const near = nearest(step.name, [...here.members.keys()]);
      return `${place} has no ${step.name}${near.length > 0 ? `; did you mean ${near.join(', ')}?` : '.'}`;
    }
    default:
      return step satisfies never;
  }
}

const ELEMENTS = ['string', 'integer', 'number', 'boolean', 'timestamp', 'object'] as const;

/** What one element of a list is; undefined for what is no list, and for lists of lists. */
export function elementOf(list: ShapeFacts): ShapeFacts | undefined {
  const type = ELEMENTS.find((known) => `${known}[]` === list.type);
  return type === undefined ? undefined : { ...list, type };
}
