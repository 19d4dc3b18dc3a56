import { nounOf, singular, stemOf, tailOf } from '../../src/planning/catalogue/names.js';
import { reasonNeverToRead } from '../../src/planning/never-read.js';
import { hasReadingVerb } from '../../src/planning/reading-verb.js';
import type { ServiceModel } from './botocore.js';
import type { Items } from './items.js';
import { sentBy } from './sends.js';
import { BATCH_SIZES, SCOPING_PARAMETERS, WRITTEN_SUPPLIERS } from './supplier-tables.js';

/** Values for one parameter: which operation lists them, where, and what both operations must be told alike. */
export interface SupplierLine {
  readonly parameter: string;
  readonly by: string;
  readonly path: string;
  readonly carry: readonly string[];
  readonly batch?: number;
}

/** What a name calls a thing by: its name, id, ARN or URL. */
type Kind = 'name' | 'id' | 'arn' | 'url';

interface Reading {
  /** Stem of the thing: `cluster` of `clusterName`; empty for a bare `name`, `id` or `arn`. */
  readonly noun: string;
  readonly kind: Kind | undefined;
  /** An `Identifier` is an id, or an ARN, or a name: whatever there is. */
  readonly loose: boolean;
}

interface Lister {
  readonly operation: string;
  readonly items: Items;
  readonly required: readonly string[];
}

/** List parameters are asked for with this many values at a time unless the model allows fewer. */
const BATCH = 10;
const LARGEST_BATCH = 100;

/**
 * Which operations of the service list the values of an operation's required parameters. Strict, because a wrong
 * supplier plans calls that fail or, worse, mean something else: texts only, the same thing by the words of both names,
 * and the same way of calling it (name, id, ARN, URL). A lister that needs parameters itself must find each of them,
 * by the same name, among those of the operation.
 */
export function suppliersOf(
  model: ServiceModel,
  operation: string,
  listed: ReadonlyMap<string, Items | undefined>,
): readonly SupplierLine[] {
  if (!canBeAsked(model.service, operation)) return [];
  const needed = neededParameters(model, operation);
  const listers = [...listed].flatMap(([name, items]): readonly Lister[] => {
    if (name === operation || items === undefined || verbRank(name) < 0 || !canBeAsked(model.service, name)) return [];
    const required = neededParameters(model, name);
    return items.path.endsWith('[]') ? [{ operation: name, items, required }] : [];
  });
  return needed.flatMap((parameter) => supplierOf(model, operation, parameter, listers) ?? []);
}

function supplierOf(
  model: ServiceModel,
  operation: string,
  parameter: string,
  listers: readonly Lister[],
): SupplierLine | undefined {
  const written = writtenSupplier(model.service, operation, parameter);
  if (written === undefined && /^resources?(arns?|ids?|identifier)?$/i.test(parameter) && tailOf(operation) !== '')
    return undefined;
  const type = textType(model, operation, parameter);
  if (type === undefined) return undefined;
  const size = type === 'texts' ? batchOf(model, operation, parameter) : undefined;
  const batch = size === undefined ? {} : { batch: size };
  if (written !== undefined) return written.by === '' ? undefined : { ...written, ...batch };
  const own = ownNouns(operation);
  const wanted = reading(type === 'texts' ? singular(parameter) : parameter);

  const taken = model.shapes[model.operations[operation]?.input?.shape ?? '']?.members ?? {};
  const found = listers.flatMap((lister) => {
    const alone = lister.required.filter((name) => taken[name] === undefined);
    // What is listed "by" or "for" something says which only together with it.
    const scattered = alone.length > 0 && tailOf(lister.operation) !== '';
    if (lister.required.includes(parameter) || scattered) return [];
    const place = valueIn(model, lister, wanted, own);
    return place === undefined ? [] : [{ lister, alone: alone.length, ...place }];
  });
  const [best] = found.sort(
    (left, right) =>
      left.alone - right.alone ||
      tailRank(operation, left.lister) - tailRank(operation, right.lister) ||
      left.lister.required.length - right.lister.required.length ||
      verbRank(left.lister.operation) - verbRank(right.lister.operation) ||
      right.fit - left.fit ||
      left.lister.operation.length - right.lister.operation.length,
  );
  if (best === undefined) return undefined;
  return {
    parameter,
    by: best.lister.operation,
    path: best.path,
    carry: best.lister.required.filter((name) => taken[name] !== undefined),
    ...batch,
  };
}

/** What an operation's bare `name` or `id` is of: `GetTrailStatus` asks for a trail. */
function ownNouns(operation: string): readonly string[] {
  const noun = nounOf(operation);
  const whole = noun.replace(
    /(Status|State|Health|Config|Configuration|Policy|Details?|Metadata|Attributes?|Statistics|Progress|Permissions?|Settings?)$/,
    '',
  );
  return [...new Set([plain(noun), plain(whole)])].filter((name) => name !== '');
}

/** Where an item of a list says the wanted value, and how well the words fit. */
function valueIn(
  model: ServiceModel,
  { items, operation }: Lister,
  wanted: Reading,
  own: readonly string[],
): { readonly path: string; readonly fit: number } | undefined {
  const list = lastName(items.path);
  const noun = nounOf(operation);
  const isAbout = (thing: string): boolean => isNamed(noun, thing) || isNamed(reading(singular(noun)).noun, thing);
  // `taskIds` of another kind of task will not do: the operation that lists has to be about the thing.
  const things = wanted.noun === '' ? own : [wanted.noun];
  const thing = things.find(
    (candidate) => isAbout(candidate) || own.some((mine) => isAbout(mine) && mine.endsWith(candidate)),
  );
  if (thing === undefined) return undefined;

  const shape = model.shapes[items.shape];
  if (shape?.type === 'string') {
    const called = reading(singular(list));
    const fits = called.noun === '' || called.noun === thing || isNamed(list, thing);
    return fits && isSameKind(wanted, called.kind ?? kindOf(items.shape)) ? { path: items.path, fit: 3 } : undefined;
  }
  if (shape?.type !== 'structure') return undefined;

  const members = Object.entries(shape.members ?? {})
    .filter(([, { shape: type }]) => model.shapes[type]?.type === 'string')
    .map(([name]) => ({ name, ...reading(name) }));
  const hasIds = members.some(({ kind }) => kind === 'id' || kind === 'arn');
  for (const kind of kindsFor(wanted)) {
    // Where there are ids, an "identifier" is hardly a name.
    if (wanted.loose && kind === 'name' && hasIds) continue;
    const match =
      members.find((member) => member.noun === thing && member.kind === kind) ??
      members.find((member) => member.noun === '' && member.kind === kind);
    if (match !== undefined) return { path: `${items.path}.${match.name}`, fit: match.noun === thing ? 3 : 2 };
  }
  return undefined;
}

/** Ways of calling a thing that a parameter takes, the best first. */
function kindsFor({ kind, loose }: Reading): readonly (Kind | undefined)[] {
  // A parameter that says only what (`Bucket`) takes its name.
  if (kind === undefined) return [undefined, 'name'];
  return loose ? ['id', 'arn', 'name'] : [kind];
}

function isNamed(name: string, thing: string): boolean {
  return thing !== '' && (plain(name) === thing || stemOf(name) === thing);
}

function plain(name: string): string {
  return singular(name.replaceAll('_', '')).toLowerCase();
}

function reading(name: string): Reading {
  const whole = name.replaceAll('_', '');
  const [, base = whole, end = ''] =
    /^(.*?)(Identifiers?|Ids?|IDs?|Names?|Arns?|ARNs?|Urls?|URLs?)$/i.exec(whole) ?? [];
  // "Grid" is no id, and "Filename" no name of a file that is listed.
  if (base !== '' && end !== '' && !/^[A-Z]/.test(end)) return { noun: plain(whole), kind: undefined, loose: false };
  return { noun: plain(base), kind: end === '' ? undefined : kindOf(end), loose: /^identifiers?$/i.test(end) };
}

function kindOf(name: string): Kind | undefined {
  if (/arns?$/i.test(name)) return 'arn';
  if (/(identifier|id)s?$/i.test(name)) return 'id';
  if (/names?$/i.test(name)) return 'name';
  return /urls?$/i.test(name) ? 'url' : undefined;
}

/** A list that does not say how it calls its things (`clusters[]`) calls them as the parameter does. */
function isSameKind({ kind, loose }: Reading, listed: Kind | undefined): boolean {
  if (kind === listed || kind === undefined || loose) return true;
  return listed === undefined && kind !== 'arn' && kind !== 'url';
}

function neededParameters(model: ServiceModel, operation: string): readonly string[] {
  const required = model.shapes[model.operations[operation]?.input?.shape ?? '']?.required ?? [];
  const scoping = Object.entries(SCOPING_PARAMETERS[model.service] ?? {});
  const sent = sentBy(model, operation);
  const needed = scoping.filter(([, operations]) => operations.split(' ').includes(operation)).map(([name]) => name);
  return [...new Set([...required, ...needed])].filter((name) => sent[name] === undefined);
}

function textType(model: ServiceModel, operation: string, parameter: string): 'text' | 'texts' | undefined {
  const input = model.shapes[model.operations[operation]?.input?.shape ?? ''];
  const shape = model.shapes[input?.members?.[parameter]?.shape ?? ''];
  if (shape?.type === 'string') return shape.enum === undefined ? 'text' : undefined;
  const element = model.shapes[shape?.member?.shape ?? ''];
  return shape?.type === 'list' && element?.type === 'string' && element.enum === undefined ? 'texts' : undefined;
}

function batchOf(model: ServiceModel, operation: string, parameter: string): number {
  const input = model.shapes[model.operations[operation]?.input?.shape ?? ''];
  const written = BATCH_SIZES[`${model.service} ${operation}.${parameter}`];
  const { max } = model.shapes[input?.members?.[parameter]?.shape ?? ''] ?? {};
  return written ?? (max === undefined ? BATCH : Math.min(max, LARGEST_BATCH));
}

/** Suppliers are for plans, and plans ask neither secrets nor what has side effects. */
function canBeAsked(service: string, operation: string): boolean {
  return hasReadingVerb(operation) && reasonNeverToRead(service, operation) === undefined;
}

function writtenSupplier(service: string, operation: string, parameter: string): SupplierLine | undefined {
  const entries = (WRITTEN_SUPPLIERS[service] ?? '').split(' ').map((entry) => entry.split('='));
  const found =
    entries.find(([target]) => target === `${operation}.${parameter}`) ??
    entries.find(([target]) => target === `*.${parameter}`);
  if (found === undefined) return undefined;
  const [place = '', ...carry] = (found[1] ?? '').split('+');
  const [by = '', path = ''] = place.split(':');
  // A lister cannot supply itself.
  return by === operation ? undefined : { parameter, by, path, carry };
}

/** `GetRuleForOrganization` takes what `ListRulesForOrganization` lists, rather than `ListRules`. */
function tailRank(operation: string, lister: Lister): number {
  const [own, other] = [tailOf(operation), tailOf(lister.operation)];
  if (own === other) return 0;
  return other === '' ? 1 : 2;
}

function verbRank(operation: string): number {
  return ['List', 'Describe', 'Get', 'Search'].findIndex((verb) => operation.startsWith(verb));
}

function lastName(path: string): string {
  return path.split('.').at(-1)?.replaceAll('[]', '') ?? '';
}
