import { supports } from './effects.js';
import type { PlacedCondition, PlacedTopic, Reading } from './reading.js';
import type { Token } from './tokens.js';
import type { Topic } from './topic.js';
import { STOP_WORDS } from './vocabulary.js';

export type Assigned =
  | { readonly kind: 'assigned'; readonly topics: ReadonlyMap<Topic, readonly PlacedCondition[]> }
  | { readonly kind: 'doubt'; readonly question: string; readonly suggestions: readonly string[] };

/**
 * Gives each condition to the nouns it speaks of. "Running EC2 instances and S3 buckets": to the noun it stands in
 * front of. "EC2 instances and volumes that are encrypted": to all nouns before it that have such a thing. Where it
 * could be meant either way, that is asked back.
 */
export function assignConditions(reading: Reading, tokens: readonly Token[], places: readonly PlacedTopic[]): Assigned {
  const topics = new Map<Topic, PlacedCondition[]>();
  for (const place of places) for (const topic of place.topics) topics.set(topic, topics.get(topic) ?? []);

  for (const placed of reading.conditions) {
    const shown = tokens
      .slice(placed.from, placed.to)
      .map((token) => token.text)
      .join(' ');
    const before = places.filter((place) => place.to <= placed.from);
    const behind = places.find((place) => place.from >= placed.to);
    const front = behind !== undefined && (before.length === 0 || standsBefore(reading, tokens, placed, behind));
    const candidates = front ? behind.topics : before.flatMap((place) => place.topics);
    const having = candidates.filter((topic) => supports(topic, placed));
    if (having.length === 0) {
      const [topic] = candidates;
      return {
        kind: 'doubt',
        question: `I cannot tell "${shown}" of ${topic?.noun ?? 'these'}.`,
        suggestions: topic === undefined ? [] : [topic.example],
      };
    }
    const chosen = having.length === candidates.length || front ? having : lastPlace(before, having);
    if (chosen === undefined) {
      return {
        kind: 'doubt',
        question: `"${shown}" is something of ${having[0]?.noun ?? ''}, and not of what stands before it. Which is meant?`,
        suggestions: having.map((topic) => topic.example).slice(0, 3),
      };
    }
    const others = front ? places.filter((place) => place.from >= behind.to).flatMap((place) => place.topics) : [];
    const alsoMeant = others.find((topic) => supports(topic, placed) && !hasOwnCondition(reading, places, topic));
    if (alsoMeant !== undefined) {
      return {
        kind: 'doubt',
        question: `Is "${shown}" meant of ${alsoMeant.noun}, too? Ask them one after the other.`,
        suggestions: [...having, alsoMeant].map((topic) => `Which ${topic.noun} are ${shown}?`).slice(0, 3),
      };
    }
    for (const topic of chosen) topics.get(topic)?.push(placed);
  }
  return { kind: 'assigned', topics };
}

/** Only small words, and further conditions with "and" between them, lie between the condition and the noun. */
function standsBefore(
  reading: Reading,
  tokens: readonly Token[],
  placed: PlacedCondition,
  behind: PlacedTopic,
): boolean {
  let at = placed.to;
  while (at < behind.from) {
    const condition = reading.conditions.find((other) => other.from === at);
    if (condition !== undefined) {
      at = condition.to;
      continue;
    }
    const word = tokens[at]?.word ?? '';
    const joins =
      (word === 'and' || word === 'or' || word === ',') && reading.conditions.some((other) => other.from === at + 1);
    if (!joins && (word === 'and' || word === 'or' || word === ',' || !STOP_WORDS.has(word))) return false;
    at += 1;
  }
  return true;
}

/** The topics of the last noun, when they are those that have it. */
function lastPlace(before: readonly PlacedTopic[], having: readonly Topic[]): readonly Topic[] | undefined {
  const last = before.at(-1)?.topics ?? [];
  return last.length > 0 && last.every((topic) => having.includes(topic)) ? last : undefined;
}

/** "Running instances and stopped databases": the second noun has a word of its own in front of it. */
function hasOwnCondition(reading: Reading, places: readonly PlacedTopic[], topic: Topic): boolean {
  const index = places.findIndex((place) => place.topics.includes(topic));
  const from = places[index - 1]?.to ?? 0;
  const until = places[index]?.from ?? 0;
  return reading.conditions.some((condition) => condition.from >= from && condition.to <= until);
}
