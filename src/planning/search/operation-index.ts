import MiniSearch from 'minisearch';
import { contentTerms, termsOf } from './terms.js';
import type { ServiceWording } from './wording/wording.js';

/** What the search has to know of an operation. */
export interface SearchableOperation {
  readonly service: string;
  readonly operation: string;
  /** How many parameters must be given that no other operation hands out. */
  readonly needs: number;
}

export interface SearchableService {
  readonly service: string;
  /** What AWS calls it: "EC2", "Amazon Elastic Compute Cloud". */
  readonly names: readonly string[];
}

export interface IndexedService {
  readonly service: string;
  /** What it is called, each as terms. */
  readonly aliases: readonly (readonly string[])[];
}

export interface IndexedOperation {
  readonly id: number;
  readonly source: SearchableOperation;
  readonly service: IndexedService;
  /** The stem of its first word. */
  readonly verb: string;
  /** The terms of its name behind the verb. */
  readonly name: readonly string[];
  /** What people say for it, each as terms. */
  readonly phrases: readonly (readonly string[])[];
  /** All of the two. */
  readonly terms: ReadonlySet<string>;
}

export interface OperationIndex {
  readonly operations: readonly IndexedOperation[];
  /** Finds the operations that share a word with the question. */
  readonly words: MiniSearch;
  /** How much a term tells one operation from others: near 0 for one that all have, 1 for one that none has. */
  rarity(term: string): number;
  /** The same for services. */
  serviceRarity(term: string): number;
}

const FIELDS = ['name', 'phrases', 'service'] as const;

export function buildIndex(
  operations: readonly SearchableOperation[],
  services: readonly SearchableService[],
  wording: readonly ServiceWording[],
): OperationIndex {
  const spoken = new Map(wording.map((entry) => [entry.service, entry]));
  const byName = new Map(
    services.map(({ service, names }) => [
      service,
      { service, aliases: aliasesOf([service, ...names, ...parts(spoken.get(service)?.called)]) },
    ]),
  );
  const indexed = operations.map((source, id): IndexedOperation => {
    const [verb = '', ...name] = termsOf(source.operation);
    const phrases = parts(spoken.get(source.service)?.operations[source.operation]).map((phrase) =>
      contentTerms(phrase),
    );
    return {
      id,
      source,
      service: byName.get(source.service) ?? { service: source.service, aliases: [] },
      verb,
      name,
      phrases,
      terms: new Set([...name, ...phrases.flat()]),
    };
  });

  const words = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
  });
  words.addAll(
    indexed.map(({ id, name, phrases, service }) => ({
      id,
      name: name.join(' '),
      phrases: phrases.flat().join(' '),
      service: [...new Set(service.aliases.flat())].join(' '),
    })),
  );
  const terms = indexed.map(({ terms: own, service }) => [...own, ...service.aliases.flat()]);
  return {
    operations: indexed,
    words,
    rarity: rarityOver(terms.map((own) => new Set(own))),
    serviceRarity: rarityOver(termsByService(indexed, byName)),
  };
}

function termsByService(
  indexed: readonly IndexedOperation[],
  services: ReadonlyMap<string, IndexedService>,
): readonly ReadonlySet<string>[] {
  const groups = new Map([...services].map(([name, { aliases }]) => [name, new Set(aliases.flat())]));
  for (const { source, name } of indexed) for (const term of name) groups.get(source.service)?.add(term);
  return [...groups.values()];
}

function rarityOver(documents: readonly ReadonlySet<string>[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const terms of documents) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.log(1 + documents.length);
  return (term) => Math.min(1, Math.log(1 + documents.length / (counts.get(term) ?? 1)) / most);
}

function parts(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function aliasesOf(names: readonly string[]): readonly (readonly string[])[] {
  const aliases = new Map<string, readonly string[]>();
  for (const name of names) {
    const terms = termsOf(name.replace(/\b(?:aws|amazon)\b/gi, ''));
    if (terms.length > 0) aliases.set(terms.join(' '), terms);
  }
  return [...aliases.values()];
}
