import {
  accountIdMatch,
  everyAccountMatch,
  expectsAccount,
  nameMatch,
  partialNameMatch,
  unknownAccountMatch,
} from './account-matchers.js';
import { accountBook, type KnownAccount } from './account-words.js';
import { ARTICLES, type Match, type ReadingContext, type TopicWords } from './context.js';
import { amountMatch } from './amount-matcher.js';
import { asksAmount } from './amount-words.js';
import {
  conditionMatch,
  countMatch,
  courtesyMatch,
  everyRegionMatch,
  exceptionMatch,
  groupMatch,
  limitMatch,
  literalMatch,
  measuredTimeMatch,
  metricMatch,
  nameBehindMatch,
  negationMatch,
  regionMatch,
  stopWordMatch,
  tagMatch,
  topicMatch,
} from './matchers.js';
import { findOrders } from './orders.js';
import { phraseBook, type PhraseBook } from './phrases.js';
import { emptyReading, type Reading } from './reading.js';
import { findSecrets } from './secrets.js';
import type { Token } from './tokens.js';
import { unknowableMatch } from './unknowable.js';
import type { Topic } from './topic.js';
import { AMBIGUOUS_PHRASES, SHARED_PHRASES } from './topics/index.js';

/** Reads questions over one set of topics. */
export interface QuestionReader {
  read(tokens: readonly Token[], accounts: readonly KnownAccount[]): Reading;
}

/**
 * Makes a reader. It goes through a question word by word and takes, at each place, the longest thing it knows; what
 * is left over is reported as unknown, so that nothing of a question is passed over in silence.
 */
export function createReader(topics: readonly Topic[]): QuestionReader {
  const book = topicBook(topics);
  return {
    read(tokens, accounts) {
      const context: ReadingContext = {
        tokens,
        accounts: accountBook(accounts),
        topics: book,
        reading: { ...emptyReading(), orders: findOrders(tokens), secrets: findSecrets(tokens) },
        asksAmount: asksAmount(tokens),
        at: 0,
        negation: undefined,
        excluding: undefined,
        exclusionOpen: false,
        lastKind: undefined,
        lastMention: undefined,
      };
      while (context.at < tokens.length) step(context);
      if (context.negation !== undefined) context.reading.dangling.push(context.negation);
      if (context.excluding !== undefined) context.reading.dangling.push(context.excluding);
      return context.reading;
    },
  };
}

function step(context: ReadingContext): void {
  const token = context.tokens[context.at];
  const best = longestMatch(context);
  if (token === undefined || best === undefined) {
    if (token !== undefined) context.reading.unknown.push(token.text);
    context.lastKind = undefined;
    context.at += 1;
    return;
  }
  const before = context.lastKind;
  const narrowedBefore = narrowings(context.reading);
  best.take();
  if (narrowings(context.reading) !== narrowedBefore) {
    for (let at = context.at; at < context.at + best.length; at += 1) context.reading.aside.add(at);
  }
  // Small words between "X and Y" do not end what X was.
  const joins = best.length === 1 && (JOINING.has(token.word) || ARTICLES.has(token.word));
  context.lastKind = joins ? before : best.kind;
  context.at += best.length;
}

/** Changes when a word said where to look, how many, or how to group. */
function narrowings(reading: Reading): string {
  const { include, exclude, regions, excludedRegions, groups, allAccounts, allRegions, limit } = reading;
  return (
    [include, exclude, regions, excludedRegions, groups].map(({ size }) => size).join() +
    [allAccounts, allRegions, limit].join()
  );
}

const JOINING = new Set(['and', 'or', ',', 'with', 'account', 'accounts', 'environment', 'environments']);

/** Everything that may begin here, the more telling before the less: of two of one length the first is taken. */
function longestMatch(context: ReadingContext): Match | undefined {
  const { at } = context;
  const inPlace = expectsAccount(context, at);
  const named = nameMatch(context, at);
  const candidates = [
    courtesyMatch(context, at),
    literalMatch(context, at),
    tagMatch(context, at),
    // Where an account is expected its name is a name, whatever else the word means.
    inPlace ? named : undefined,
    accountIdMatch(context, at),
    exceptionMatch(context, at),
    amountMatch(context, at),
    groupMatch(context, at),
    limitMatch(context, at),
    everyAccountMatch(context, at),
    everyRegionMatch(context, at),
    regionMatch(context, at),
    topicMatch(context, at),
    unknowableMatch(context, at),
    conditionMatch(context, at),
    metricMatch(context, at),
    measuredTimeMatch(context, at),
    named,
    countMatch(context, at),
    negationMatch(context, at),
    partialNameMatch(context, at),
    stopWordMatch(context, at),
    unknownAccountMatch(context, at),
    nameBehindMatch(context, at),
  ];
  let best: Match | undefined;
  for (const candidate of candidates) {
    if (candidate !== undefined && candidate.length > (best?.length ?? 0)) best = candidate;
  }
  return best;
}

function topicBook(topics: readonly Topic[]): PhraseBook<TopicWords> {
  const byKey = new Map(topics.map((topic) => [topic.key, topic]));
  const several = (
    phrases: Readonly<Record<string, readonly string[]>>,
    kind: TopicWords['kind'],
  ): readonly (readonly [string, TopicWords])[] =>
    Object.entries(phrases).flatMap(([phrase, keys]) => {
      const known = keys.flatMap((key) => byKey.get(key) ?? []);
      return known.length === keys.length ? [[phrase, { kind, phrase, topics: known }] as const] : [];
    });
  return phraseBook([
    ...several(SHARED_PHRASES, 'topics'),
    ...topics.flatMap((topic) =>
      topic.phrases.map((phrase) => [phrase, { kind: 'topics' as const, phrase, topics: [topic] }] as const),
    ),
    ...several(AMBIGUOUS_PHRASES, 'choice'),
  ]);
}
