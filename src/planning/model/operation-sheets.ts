import type { OperationName } from '../../domain/intent.js';
import type { OperationSheet } from '../../../prompts/plan.js';
import type { Catalogue, OperationFacts } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';
import type { OperationSearch } from '../search/operation-search.js';

/** Parameters of one operation that are told; the required ones are always among them. */
const PARAMETERS = 20;
const COLUMNS = 16;

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
  return (words, limit) => sheetsOf(catalogue, search.find(words, limit));
}

/** The sheets of some operations, each once; what the policy does not allow has none. */
export function sheetsOf(
  catalogue: Catalogue,
  names: readonly (OperationName & { readonly summary?: string })[],
): readonly OperationSheet[] {
  const sheets = new Map<string, OperationSheet>();
  for (const { service, operation, summary = '' } of names) {
    const facts = readable(catalogue, { service, operation });
    const key = `${service} ${operation}`;
    if (facts !== undefined && !sheets.has(key)) sheets.set(key, sheetOf(facts, summary));
  }
  return [...sheets.values()];
}

function readable(catalogue: Catalogue, name: OperationName): OperationFacts | undefined {
  const proof = proveReadOnly(catalogue, name);
  return proof.allowed ? proof.facts : undefined;
}

function sheetOf(facts: OperationFacts, summary: string): OperationSheet {
  const parts = [
    `items ${facts.items === '' ? 'the reply itself' : facts.items}`,
    `columns ${facts.columns
      .slice(0, COLUMNS)
      .map(({ name, path }) => `${name}=${path}`)
      .join('; ')}`,
    parametersOf(facts),
    ...(facts.global ? ['asked once per account'] : []),
    ...(facts.secretFields.length === 0 ? [] : [`never show ${facts.secretFields.join(', ')}`]),
  ];
  return { service: facts.service, operation: facts.operation, summary, facts: parts.join(' | ') };
}

/** `name!:type` where it is required, as the catalogue writes it. Pages are read to the end without being asked for. */
function parametersOf({ parameters, pagination, pageSize }: OperationFacts): string {
  const own = [...parameters].filter(([name]) => name !== pagination?.input && name !== pageSize && name !== 'DryRun');
  const ordered = [...own.filter(([, { required }]) => required), ...own.filter(([, { required }]) => !required)];
  const told = ordered
    .slice(0, PARAMETERS)
    .map(([name, { type, required }]) => `${name}${required ? '!' : ''}:${type}`);
  return told.length === 0 ? 'no parameters' : `parameters ${told.join(' ')}`;
}
