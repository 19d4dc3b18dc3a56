import { messageOf } from '../domain/errors.js';
import { parsePath } from '../domain/path.js';
import type { Column, Reference } from '../domain/plan.js';
import { parameterPlace } from '../domain/parameter-place.js';
import type { OperationFacts, ShapeFacts } from './catalogue/facts.js';
import { missingInItem } from './item-paths.js';
import { isSecretField, isSecretInReply } from './secret-fields.js';

/** Why a part of a plan is not accepted. */
export interface Checked {
  readonly code: 'usage' | 'refused';
  readonly reason: string;
  readonly suggestion?: string;
}

/** Columns that every table has, next to those of its calls. */
export const LEADING_COLUMNS: readonly string[] = ['Account', 'Account ID', 'Region'];

/**
 * A reference may only point back, at a call that is already frozen: that alone rules out cycles. What it reads must
 * not be secret, because a parameter travels further than a cell.
 */
export function checkReference(
  reference: Reference,
  facts: OperationFacts,
  sources: ReadonlyMap<string, OperationFacts>,
): Checked | undefined {
  const source = sources.get(reference.call);
  if (source === undefined) return usage(`it refers to "${reference.call}", which is no earlier call of the plan.`);
  const syntax = pathProblem(reference.path);
  if (syntax !== undefined) return usage(syntax);
  if (reference.path === '' || reference.path.startsWith('@')) {
    return usage(`"${reference.path}" does not say where the values are in the reply of "${reference.call}".`);
  }
  if (isSecretInReply(source, reference.path)) {
    return refused(`"${reference.path}" of ${source.operation} holds secrets, which are never read.`);
  }
  const parameter = shapeAt(facts, reference.parameter);
  // `@region` is ours alone: a plan chooses its Regions, it does not read them from what an account returns.
  if (parameter === undefined) return usage(`it has no parameter "${reference.parameter}" to refer with.`);
  const { batch } = reference;
  if (batch !== undefined && (!Number.isInteger(batch) || batch < 1 || !parameter.type.endsWith('[]'))) {
    return usage(`${reference.parameter} cannot take ${batch} values at a time.`);
  }
  if (batch === undefined && parameter.type.endsWith('[]')) {
    return usage(`${reference.parameter} takes a list: say how many values at a time (batch).`);
  }
  for (const name of reference.carry ?? []) {
    if (!facts.parameters.has(name) || !source.parameters.has(name)) {
      return usage(`the parameter "${name}" cannot be carried over: both calls must have it.`);
    }
  }
  return undefined;
}

/** What a place in the parameters takes; undefined where there is none. */
function shapeAt({ parameters }: OperationFacts, text: string): Pick<ShapeFacts, 'type'> | undefined {
  const [name, ...steps] = parameterPlace(text) ?? [''];
  let shape: ShapeFacts | undefined = parameters.get(name);
  let element = false;
  for (const step of steps) {
    if (shape === undefined) return undefined;
    if (typeof step === 'number') {
      if (element || !shape.type.endsWith('[]')) return undefined;
      element = true;
    } else {
      if (!element && shape.type !== 'object') return undefined;
      shape = shape.members?.get(step);
      element = false;
    }
  }
  if (shape === undefined || !element) return shape;
  const type = ELEMENT_TYPES.find((known) => `${known}[]` === shape.type);
  return type === undefined ? undefined : { type };
}

const ELEMENT_TYPES = ['string', 'integer', 'number', 'boolean', 'timestamp', 'object'] as const;

/** Headings are unique, paths can be read, parameters exist, and nothing secret-bearing is projected. */
export function checkColumns(columns: readonly Column[], facts: OperationFacts): Checked | undefined {
  const names = columns.map((column) => column.name);
  for (const { name, path } of columns) {
    if (name.trim() === '' || LEADING_COLUMNS.includes(name) || names.indexOf(name) !== names.lastIndexOf(name)) {
      return usage(`the column name "${name}" is empty, used twice, or one of ${LEADING_COLUMNS.join(', ')}.`);
    }
    const syntax = pathProblem(path);
    if (syntax !== undefined) return usage(syntax);
    if (path.startsWith('@') && shapeAt(facts, path.slice(1)) === undefined) {
      return usage(`the column "${name}" shows ${path}, and there is no such parameter.`);
    }
    const missing = missingInItem(facts.item, path);
    if (missing !== undefined) return usage(`the column "${name}" shows ${path}, and ${missing}`);
    if (isSecretField(facts, path)) {
      return refused(
        `the column "${name}" (${path === '' ? 'the whole item' : path}) holds secrets, which are never read.`,
        `Never read here: ${facts.secretFields.join(', ')}.`,
      );
    }
  }
  return undefined;
}

function pathProblem(path: string): string | undefined {
  try {
    parsePath(path);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

export function usage(reason: string): Checked {
  return { code: 'usage', reason };
}

function refused(reason: string, suggestion?: string): Checked {
  return { code: 'refused', reason, ...(suggestion === undefined ? {} : { suggestion }) };
}
