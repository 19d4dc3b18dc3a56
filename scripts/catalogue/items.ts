import type { ServiceModel, Shape } from './botocore.js';
import { ITEM_PATHS } from './item-tables.js';
import { isSameNoun, nounOf } from '../../src/planning/catalogue/names.js';
import { PAGE_MEMBERS, pagesOf } from './pagination.js';

/** Where the rows of a reply are, and the shape of one of them. */
export interface Items {
  /** Empty: the reply itself. */
  readonly path: string;
  readonly shape: string;
}

/** Lists of what went wrong beside the list of what was found. */
const FAILURES = /fail|error|unprocessed|invalid|notfound|missing|warning|unknown/i;

/** Members that say how the call went, not what it found. */
const ABOUT_THE_CALL =
  /^(RequestId|requestId|ResponseMetadata|Status|statusCode|Quantity|ResultsPerPage|totalCount|TotalCount|Count|count|total|Total|size|approximate\w*)$/;

/** Where the rows of an operation's reply are: by the table, its paginator, or the only place where they can be. */
export function itemsOf(model: ServiceModel, operation: string): Items | undefined {
  const output = model.operations[operation]?.output?.shape;
  if (output === undefined) return undefined;
  const reply: Items = { path: '', shape: output };

  const written = writtenPath(model.service, operation);
  if (written !== undefined) return follow(model, output, written);

  const keys = (model.paginators[operation]?.result_key ?? []).filter((key) => /^[\w.]+$/.test(key));
  const paged = keys.length === 1 ? keys[0] : keys.find((key) => isSameNoun(lastName(key), nounOf(operation)));
  if (paged !== undefined) {
    const found = follow(model, output, paged);
    if (typeOf(model, found.shape) === 'list') return elementOf(model, found);
    if (typeOf(model, found.shape) === 'structure') return insideOf(model, found);
  }
  return onlyPlace(model, operation, reply);
}

function onlyPlace(model: ServiceModel, operation: string, reply: Items): Items {
  const members = Object.entries(shapeOf(model, reply.shape).members ?? {})
    .filter(([name]) => !PAGE_MEMBERS.test(name))
    .map(([name, { shape }]) => ({ path: name, shape, type: typeOf(model, shape) }));
  const rest = members.filter(({ path }) => !ABOUT_THE_CALL.test(path));
  const noun = nounOf(operation);

  const lists = rest.filter(({ type }) => type === 'list');
  const found = lists.filter(({ path }) => !FAILURES.test(path));
  const candidates = found.length > 0 ? found : lists;
  const list = candidates.length === 1 ? candidates[0] : candidates.find(({ path }) => isSameNoun(path, noun));
  const others = rest.filter((member) => !lists.includes(member));
  const isList = /^(List|Search|Describe|BatchGet|BatchDescribe|Lookup)/.test(operation);
  if (
    list !== undefined &&
    (others.length === 0 || pagesOf(model, operation) !== undefined || (isList && isSameNoun(list.path, noun)))
  ) {
    return elementOf(model, list);
  }

  const structures = rest.filter(({ type }) => type === 'structure');
  const structure = structures.length === 1 ? structures[0] : structures.find(({ path }) => isSameNoun(path, noun));
  if (structure !== undefined && (rest.length === 1 || isSameNoun(structure.path, noun)))
    return insideOf(model, structure);
  return reply;
}

/** The rows of a structure that does nothing but hold them (`DistributionList.Items`), else the structure. */
function insideOf(model: ServiceModel, place: Items): Items {
  const members = Object.entries(shapeOf(model, place.shape).members ?? {}).filter(
    ([name]) => !PAGE_MEMBERS.test(name) && !ABOUT_THE_CALL.test(name),
  );
  const [only] = members;
  if (members.length !== 1 || only === undefined) return place;
  const [name, { shape }] = only;
  if (typeOf(model, shape) !== 'list' || !/^(items|member|.*list)$/i.test(name)) return place;
  return elementOf(model, { path: `${place.path}.${name}`, shape });
}

function elementOf(model: ServiceModel, { path, shape }: Items): Items {
  const member = shapeOf(model, shape).member;
  if (member === undefined) throw new Error(`${model.service}: ${shape} is no list.`);
  return { path: `${path}[]`, shape: member.shape };
}

/** The shape at a path of member names and `[]`. */
function follow(model: ServiceModel, shape: string, path: string): Items {
  let at = shape;
  for (const part of path === '' ? [] : path.split('.')) {
    const [name = '', ...brackets] = part.split('[]');
    const member = shapeOf(model, at).members?.[name];
    if (member === undefined) throw new Error(`${model.service}: ${at} has no member ${name} (${path}).`);
    at = member.shape;
    for (let depth = 0; depth < brackets.length; depth += 1) at = shapeOf(model, at).member?.shape ?? '';
  }
  return { path, shape: at };
}

function writtenPath(service: string, operation: string): string | undefined {
  const entry = (ITEM_PATHS[service] ?? '').split(' ').find((candidate) => candidate.startsWith(`${operation}=`));
  return entry?.slice(operation.length + 1);
}

function shapeOf(model: ServiceModel, name: string): Shape {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`${model.service} has no shape ${name}.`);
  return shape;
}

function typeOf(model: ServiceModel, name: string): string {
  return shapeOf(model, name).type;
}

function lastName(path: string): string {
  return path.split('.').at(-1) ?? path;
}
