import type { AccountBook } from './account-words.js';
import type { PhraseBook } from './phrases.js';
import type { Reading } from './reading.js';
import type { Token } from './tokens.js';
import type { Condition, Topic } from './topic.js';

/** Something known that begins at a word. */
export interface Match {
  readonly length: number;
  /** What "X and Y" goes on with: Y is read as X was. */
  readonly kind?: 'account' | 'tag';
  take(): void;
}

export type TopicWords =
  | { readonly kind: 'topics'; readonly phrase: string; readonly topics: readonly Topic[] }
  | { readonly kind: 'choice'; readonly phrase: string; readonly topics: readonly Topic[] };

/** Where the reader is in a question, and what it still waits for. Changes as the question is read. */
export interface ReadingContext {
  readonly tokens: readonly Token[];
  readonly accounts: AccountBook;
  readonly topics: PhraseBook<TopicWords>;
  readonly reading: Reading;
  /** Whether it asks for an amount or an order anywhere: only then "storage" and "by size" say of what. */
  readonly asksAmount: boolean;
  at: number;
  /** A "not" that has not met what it denies. */
  negation: string | undefined;
  /** An "except" that has not met what it leaves out. */
  excluding: string | undefined;
  /** "Except X and Y": true after X, until something else is spoken of. */
  exclusionOpen: boolean;
  lastKind: Match['kind'];
  /** Whether accounts or things were last spoken of: "tagged" speaks of those. */
  lastMention: 'account' | 'topic' | undefined;
}

export const ARTICLES: ReadonlySet<string> = new Set('a an the any each every my our all of aws amazon'.split(' '));

export function wordAt(context: ReadingContext, index: number): string {
  return context.tokens[index]?.word ?? '';
}

export function textBetween(context: ReadingContext, from: number, to: number): string {
  return context.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
}

/** The last word before `index` that is not an article. */
export function leadingWord(context: ReadingContext, index: number): string {
  let before = index - 1;
  while (before >= 0 && ARTICLES.has(wordAt(context, before))) before -= 1;
  return wordAt(context, before);
}

export function addSelector(context: ReadingContext, selector: string, shown: string): void {
  const target = takesExclusion(context) ? context.reading.exclude : context.reading.include;
  target.set(selector, shown);
  context.reading.places.push(context.at);
  context.lastMention = 'account';
}

export function addRegion(context: ReadingContext, region: string): void {
  const target = takesExclusion(context) ? context.reading.excludedRegions : context.reading.regions;
  target.add(region);
  context.reading.places.push(context.at);
}

/** "Not" and "except" in front of a condition both turn it round. */
export function addCondition(context: ReadingContext, condition: Condition, negated: boolean, length: number): void {
  const turned = context.negation !== undefined || context.excluding !== undefined;
  context.reading.conditions.push({
    condition,
    negated: negated !== turned,
    from: context.at,
    to: context.at + length,
  });
  context.negation = undefined;
  context.excluding = undefined;
  context.exclusionOpen = false;
}

function takesExclusion(context: ReadingContext): boolean {
  if (context.excluding !== undefined || context.negation !== undefined) context.exclusionOpen = true;
  context.excluding = undefined;
  context.negation = undefined;
  return context.exclusionOpen;
}
