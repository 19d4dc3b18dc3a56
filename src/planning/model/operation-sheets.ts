import type { OperationName } from '../../domain/intent.js';
import type { OperationSheet } from '../../../prompts/plan.js';
import type { Catalogue, OperationFacts, ShapeFacts } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';
import type { OperationSearch } from '../search/operation-search.js';
import { isSecretField } from '../secret-fields.js';
import { spokenWords, wordsOf, type SpokenWords } from './spoken-words.js';

/** How much of an operation is told: of the first few of a list more than of the rest. */
interface Detail {
  readonly columns: number;
  /** Beside the columns. */
  readonly fields: number;
  /** The required ones are told in any case. */
  readonly parameters: number;
}

const LIKELY: Detail = { columns: 16, fields: 40, parameters: 20 };
const POSSIBLE: Detail = { columns: 8, fields: 12, parameters: 8 };
const LIKELY_ONES = 5;

/** Operations by what they read, best first. */
export type FindOperations = (words: string, limit: number) => readonly OperationSheet[];

/** What a question may be about, as a model is told of it: only operations that the policy allows, best first. */
export function createFindOperations({
  catalogue,
  search,
}: {
  readonly catalogue: Catalogue;
  readonly search: OperationSearch;
}): FindOperations {
  return (words, limit) => sheetsOf(catalogue, search.find(words, limit), words);
}

/**
 * The sheets of some operations, each once, and behind them those of the operations that list what they need. What the policy
 * does not allow has none. Of an operation's many fields those come first that share a word with the question.
 */
export function sheetsOf(
  catalogue: Catalogue,
  names: readonly (OperationName & { readonly summary?: string })[],
  question: string,
): readonly OperationSheet[] {
  const found = new Map<string, { readonly facts: OperationFacts; readonly summary: string }>();
  const add = ({ service, operation, summary = '' }: (typeof names)[number]): void => {
    const proof = proveReadOnly(catalogue, { service, operation });
    const key = `${service} ${operation}`;
    if (proof.allowed && !found.has(key)) found.set(key, { facts: proof.facts, summary });
  };
  for (const name of names) add(name);
  // Suppliers are added to what is walked through: they may need something listed themselves.
  for (const { facts } of found.values()) {
    for (const { by } of facts.supplied) add({ service: facts.service, operation: by });
  }
  const spoken = spokenWords([question]);
  return [...found.values()].map(({ facts, summary }, index) =>
    sheetOf(facts, summary, index < LIKELY_ONES ? LIKELY : POSSIBLE, spoken),
  );
}

function sheetOf(facts: OperationFacts, summary: string, detail: Detail, spoken: SpokenWords): OperationSheet {
  const columns = facts.columns.slice(0, detail.columns);
  const shown = new Set(columns.map(({ path }) => path));
  const fields = fieldsOf(facts.item, '')
    .filter((path) => !shown.has(path) && !isSecretField(facts, path))
    .map((path) => ({ path, shared: wordsOf(spaced(path)).filter((word) => spoken.has(word)).length }))
    .toSorted((left, right) => right.shared - left.shared)
    .slice(0, detail.fields)
    .map(({ path }) => path);
  const parts = [
    `items ${facts.items === '' ? 'the reply itself' : facts.items}`,
    `columns ${columns.map(({ name, path }) => `${name}=${path}`).join('; ')}`,
    ...(fields.length === 0 ? [] : [`fields ${fields.join(' ')}`]),
    parametersOf(facts, detail),
    ...facts.supplied.map(({ parameter, by, path, carry }) => {
      const carried = carry.length === 0 ? '' : ` with carry ${carry.join(' ')}`;
      return `${parameter} from ${by} ${path}${carried}`;
    }),
    ...(facts.global ? ['asked once per account'] : []),
    ...(facts.secretFields.length === 0 ? [] : [`never show ${facts.secretFields.join(' ')}`]),
  ];
  return { service: facts.service, operation: facts.operation, summary, facts: parts.join(' | ') };
}

/** `MetadataOptions.HttpTokens` to "Metadata Options. Http Tokens". */
function spaced(path: string): string {
  return path.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
}

/** Paths of the values in an item, as columns write them, those on top first. */
function fieldsOf({ members }: ShapeFacts, before: string): readonly string[] {
  const own = [...(members ?? [])];
  const plain = own.filter(([, { members: inner }]) => inner === undefined);
  const nested = own.filter(([, { members: inner }]) => inner !== undefined);
  return [
    ...plain.map(([name, { type }]) => `${before}${name}${type.endsWith('[]') ? '[]' : ''}`),
    ...nested.flatMap(([name, shape]) => fieldsOf(shape, `${before}${name}${shape.type.endsWith('[]') ? '[].' : '.'}`)),
  ];
}

/** Members and values of a parameter are told where they are few. */
const FEW = 8;

/** `name!:type` where it is required. Pages are read to the end without being asked for. */
function parametersOf({ parameters, pagination, pageSize }: OperationFacts, detail: Detail): string {
  const own = [...parameters].filter(([name]) => name !== pagination?.input && name !== pageSize && name !== 'DryRun');
  const required = own.filter(([, shape]) => shape.required);
  const others = own.filter(([, shape]) => !shape.required).slice(0, Math.max(0, detail.parameters - required.length));
  const told = [...required, ...others].map(([name, shape]) => shapeText(name, shape, 1));
  return told.length === 0 ? 'no parameters' : `parameters ${told.join(' ')}`;
}

function shapeText(name: string, { type, required, members, values }: ShapeFacts, deep: number): string {
  const mark = `${name}${required ? '!' : ''}:${type}`;
  if (values !== undefined && values.length <= FEW) return `${mark}(${values.join('|')})`;
  if (members === undefined || members.size > FEW || deep > 2) return mark;
  return `${mark}{${[...members].map(([inner, shape]) => shapeText(inner, shape, deep + 1)).join(' ')}}`;
}
