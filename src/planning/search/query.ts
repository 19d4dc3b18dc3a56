import { withoutLiterals } from './literals.js';
import { DOER_TERM, stem, STOP_WORDS, wordsOf } from './terms.js';
import { MEANT_ALSO, REWRITES } from './synonyms.js';

/** A word of the question: itself and what else it may mean, each with how sure that is. */
export interface Slot {
  readonly word: string;
  readonly terms: readonly { readonly term: string; readonly sure: number }[];
  /** How much the word says by its kind, before its rarity counts. */
  readonly weight: number;
  /** Its place among the words; what carries no meaning leaves a gap. */
  readonly at: number;
  /** It belongs to what is asked for, and not to what narrows it: "steps" in "steps of the cluster that failed". */
  readonly subject: boolean;
}

export interface Query {
  readonly slots: readonly Slot[];
  /** Names, numbers and ids that the question gives: that many parameters can be bound. */
  readonly literals: number;
  /** "which", "list", or a plural first: several things are asked for. */
  readonly many: boolean;
}

/** What a question says to the search. */
export function readQuery(question: string): Query {
  const { text, literals } = withoutLiterals(question);
  const rewritten = REWRITES.reduce(
    (before, [pattern, replacement]) => before.replace(pattern, replacement),
    text.replace(PLACES, ' '),
  );
  const words = wordsOf(rewritten);
  const slots: Slot[] = [];
  let subject = true;
  words.forEach((word, at) => {
    if (slots.length > 0 && ENDS_SUBJECT.has(word)) subject = false;
    if (STOP_WORDS.has(word)) return;
    const term = stem(word);
    if (slots.some((slot) => slot.terms[0]?.term === term)) return;
    const also = MEANT_ALSO.get(term) ?? [];
    slots.push({
      word,
      at,
      subject,
      weight: weightOf(term),
      terms: [
        { term, sure: 1 },
        ...also.filter((other) => other !== term).map((other) => ({ term: other, sure: 0.75 })),
      ],
    });
  });
  const first = slots.find((slot) => slot.subject);
  return { slots, literals: literals.length, many: first !== undefined && first.word.endsWith('s') };
}

/** Who did a thing is asked of those who keep records of it, however much else the question says of the thing. */
function weightOf(term: string): number {
  if (term === DOER_TERM) return 3;
  return FAINT.has(term) ? 0.35 : 1;
}

const ENDS_SUBJECT = new Set(
  `of in for on with without that which who whom whose behind attached have has had is are was were by from to at using per into
  do does did can could under inside between not still never where when why how and`.split(/\s+/),
);

/** "In all accounts", "per Region": where to look, not what for. */
const PLACES =
  /\b(?:in|across|over|from|per|for|within|by|of)\s+(?:(?:all|each|every|any|the|our|my|of|these|those|aws|other|whole|entire|single|member|production|prod|staging|dev|development|sandbox|test|non-production)\s+)*(?:accounts?|regions?|organi[sz]ation|org|environments?)\b/gi;

/** Words that many operations have and that questions use for anything. */
const FAINT = new Set(
  `account region resourc servic name type statu state configur set enabl disabl activ avail info inform detail data id old new run
  differ current valid exist thing kind size right good bad manag aw setup ever list`.split(/\s+/),
);
