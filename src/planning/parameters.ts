import { isJsonObject, type Json, type JsonObject } from '../domain/json.js';
import { nearest } from '../domain/nearest.js';
import { parameterPlace } from '../domain/parameter-place.js';
import type { OperationFacts, ParameterType, ShapeFacts } from './catalogue/facts.js';
import { elementOf } from './item-paths.js';

/** Parameters that turn an allowed read into one that is not: the reply would hold a decrypted or unmasked secret. */
const REFUSED_PARAMETERS: ReadonlySet<string> = new Set(['WithDecryption', 'unmask']);

/** Parameters that take a secret: nothing secret may stand in a plan, where it would be kept and shown. */
const SECRET_PARAMETER =
  /^(access|refresh|session|bearer|id)_?token$|password|secret_?(access)?_?key$|^(copysource)?ssecustomerkey$/i;

/** Why a parameter is never set, behind its name; undefined for every other. What is switched on by it may be switched off. */
export function refusedParameter(name: string): string | undefined {
  if (REFUSED_PARAMETERS.has(name)) return 'asks for secrets, which are never read';
  if (SECRET_PARAMETER.test(name)) return 'takes a secret, and nothing secret may be in a plan';
  return undefined;
}

export interface ParameterProblem {
  readonly code: 'usage' | 'refused';
  readonly reason: string;
  readonly suggestion?: string;
}

/**
 * Checks the parameters of a call against what botocore takes: names, JSON types, and that required ones are there or
 * bound by a reference; and the names and types of what is inside them. `bound` names the parameters, or the places in
 * them, that references fill.
 */
export function checkParameters(
  facts: OperationFacts,
  params: JsonObject,
  bound: readonly string[],
): ParameterProblem | undefined {
  const places = bound.map((text) => parameterPlace(text) ?? [text]);
  const taken = new Set(places.filter((place) => place.length === 1).map(([name]) => name));
  for (const [name, value] of Object.entries(params)) {
    const problem = checkParameter(facts, name, value);
    if (problem !== undefined) return problem;
    if (taken.has(name)) {
      return { code: 'usage', reason: `The parameter ${name} is given, and also taken from another call.` };
    }
  }
  const given = new Set([...Object.keys(params), ...places.map(([name]) => name)]);
  for (const [name, { required }] of facts.parameters) {
    if (required && !given.has(name)) {
      return {
        code: 'usage',
        reason: `The required parameter ${name} is missing.`,
        suggestion: [supplierHint(facts, name), signature(facts)].filter((hint) => hint !== '').join(' '),
      };
    }
  }
  return undefined;
}

function checkParameter(facts: OperationFacts, name: string, value: Json): ParameterProblem | undefined {
  const known = facts.parameters.get(name);
  if (known === undefined) {
    const near = nearest(name, [...facts.parameters.keys()]);
    return {
      code: 'usage',
      reason: `There is no parameter "${name.slice(0, 80)}".`,
      suggestion: near.length > 0 ? `Did you mean ${near.join(', ')}?` : signature(facts),
    };
  }
  const refused = refusedParameter(name);
  if (refused !== undefined && !(REFUSED_PARAMETERS.has(name) && value === false)) {
    return { code: 'refused', reason: `The parameter ${name} ${refused}.` };
  }
  if (pageTokens(facts).includes(name)) {
    return {
      code: 'usage',
      reason: `The parameter ${name} cannot be set: pages are followed to the end anyway.`,
      suggestion: 'Leave it out.',
    };
  }
  if (!hasType(value, known.type)) {
    return {
      code: 'usage',
      reason: `The parameter ${name} takes ${TYPE_NOUNS[known.type]}, and got ${JSON.stringify(value).slice(0, 80)}.`,
    };
  }
  return checkMembers(name, value, known);
}

/** Names of members, as deep as the catalogue knows them; what is missing among them AWS says itself. */
function checkMembers(place: string, value: Json, shape: ShapeFacts): ParameterProblem | undefined {
  if (Array.isArray(value)) {
    const element = elementOf(shape);
    for (const [index, item] of value.entries()) {
      const problem = element === undefined ? undefined : checkMembers(`${place}[${index}]`, item, element);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (!isJsonObject(value) || shape.members === undefined) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const known = shape.members.get(name);
    const at = `${place}.${name.slice(0, 80)}`;
    if (known === undefined) {
      const near = nearest(name, [...shape.members.keys()]);
      return {
        code: 'usage',
        reason: `There is no ${at} in a parameter.`,
        suggestion:
          near.length > 0
            ? `Did you mean ${near.join(', ')}?`
            : `${place} takes ${[...shape.members.keys()].join(', ')}.`,
      };
    }
    if (!hasType(inner, known.type)) {
      return {
        code: 'usage',
        reason: `${at} takes ${TYPE_NOUNS[known.type]}, and got ${JSON.stringify(inner).slice(0, 80)}.`,
      };
    }
    const problem = checkMembers(at, inner, known);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function pageTokens({ pagination }: OperationFacts): readonly string[] {
  return pagination === undefined ? [] : [pagination.input, ...(pagination.also ?? []).map(({ input }) => input)];
}

/** Where values for a missing parameter can be looked up. */
function supplierHint({ supplied }: OperationFacts, parameter: string): string {
  const supplier = supplied.find((candidate) => candidate.parameter === parameter);
  return supplier === undefined ? '' : `${supplier.service} ${supplier.by} lists values for it (${supplier.path}).`;
}

function signature(facts: OperationFacts): string {
  const tokens = pageTokens(facts);
  const names = [...facts.parameters]
    .filter(([name]) => !tokens.includes(name))
    .map(([name, { required }]) => (required ? `${name} (required)` : name));
  return names.length === 0 ? 'It takes no parameters.' : `It takes ${names.join(', ')}.`;
}

const TYPE_NOUNS: Readonly<Record<ParameterType, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  timestamp: 'a time (ISO 8601 text, or seconds since 1970)',
  blob: 'text',
  object: 'an object',
  list: 'a list',
  'string[]': 'a list of texts',
  'integer[]': 'a list of whole numbers',
  'number[]': 'a list of numbers',
  'boolean[]': 'a list of true or false',
  'timestamp[]': 'a list of times',
  'object[]': 'a list of objects',
};

function hasType(value: Json, type: ParameterType): boolean {
  switch (type) {
    case 'string':
    case 'blob':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'timestamp':
      return typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
    case 'object':
      return isJsonObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string[]':
      return isListOf(value, 'string');
    case 'integer[]':
      return isListOf(value, 'integer');
    case 'number[]':
      return isListOf(value, 'number');
    case 'boolean[]':
      return isListOf(value, 'boolean');
    case 'timestamp[]':
      return isListOf(value, 'timestamp');
    case 'object[]':
      return isListOf(value, 'object');
    default:
      return type satisfies never;
  }
}

function isListOf(value: Json, type: ParameterType): boolean {
  return Array.isArray(value) && value.every((element: Json) => hasType(element, type));
}
