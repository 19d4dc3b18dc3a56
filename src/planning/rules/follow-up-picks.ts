import { optionsOf, type Intent, type Option } from '../../domain/intent.js';
import type { PlanningContext } from '../planner.js';
import { normal } from './account-words.js';
import { ownAccounts } from './follow-up-places.js';
import { quoted, type FollowUp, type Query, type Subject } from './follow-up-subject.js';
import { pointedAt } from './ordinals.js';
import { regionsShown } from './question.js';
import type { QuestionReader } from './reader.js';
import { tokenize, type Token } from './tokens.js';
import type { Topic } from './topic.js';

type Clarify = Extract<Intent, { kind: 'clarify' }>;

/** "The second one", "2", or the name of a choice, right after a question was asked back. */
export function pickedOption(
  tokens: readonly Token[],
  reader: QuestionReader,
  context: PlanningContext,
): FollowUp | undefined {
  const turn = context.conversation.turns.findLast(({ intent }) => intent.kind !== 'use-accounts');
  if (turn?.intent.kind !== 'clarify') return undefined;
  const options = optionsOf(turn.intent);
  const option = optionMeant(tokens, options, turn.intent);
  if (option === undefined) return undefined;
  if (option === 'none') {
    const there = options.length === 1 ? 'There is only one to choose' : `There are ${options.length} to choose from`;
    return { kind: 'intent', intent: { ...turn.intent, question: `${there}. ${turn.intent.question}` } };
  }
  const note = `picked ${quoted(option.shown)}`;
  if ('question' in option) return { kind: 'question', question: option.question, note };
  return { kind: 'intent', intent: offered(option, turn.question, note, reader, context) };
}

function optionMeant(
  tokens: readonly Token[],
  options: readonly Option[],
  asked: Clarify,
): Option | 'none' | undefined {
  if (options.length === 0) return undefined;
  const pointed = pointedAt(tokens);
  if (pointed !== undefined && pointed.noun.length === 0) {
    return (pointed.position < 0 ? options.at(-1) : options[pointed.position - 1]) ?? 'none';
  }
  const said = normal(tokens.map(({ word }) => word).join(' '));
  if (options.length === 1 && ['yes', 'yes please', 'ok', 'okay', 'sure'].includes(said)) return options[0];
  const named = options.filter((choice) => !asked.suggestions.includes(choice.shown) && isNamed(choice, said));
  return named.length === 1 ? named[0] : undefined;
}

const SMALL_WORDS = new Set('the a an one ones in of i mean meant account environment please'.split(' '));

/** All words of the reply that say anything are words of the choice: "the staging one". */
function isNamed({ shown }: Option, said: string): boolean {
  const words = said.split(' ').filter((word) => !SMALL_WORDS.has(word));
  return words.length > 0 && words.every((word) => ` ${normal(shown)} `.includes(` ${word} `));
}

/** An offered plan, asked where the question that it was offered for wanted to look. */
function offered(
  { offer }: Extract<Option, { offer: unknown }>,
  question: string,
  note: string,
  reader: QuestionReader,
  context: PlanningContext,
): Intent {
  const { plan, service, operation, summary } = offer;
  if (plan === undefined) {
    return {
      kind: 'clarify',
      question: `${service} ${operation} needs more than a question says. Ask it as a structured call: central-ops query ${service} ${operation} --params '{…}'.`,
      suggestions: [],
    };
  }
  const reading = reader.read(tokenize(question), context.accounts);
  const places = ownAccounts(reading, context.conversation, context.accounts);
  const regions = reading.allRegions ? ['all'] : [...reading.regions];
  return {
    kind: 'query',
    plan,
    accounts: places.accounts,
    ...(places.byDefault ? { byDefault: true } : {}),
    regions,
    summary: [summary, places.accountsShown, regionsShown(regions, context.defaultRegions), note].join('; '),
    planner: 'rules',
    scope: [{ service, operation }],
  } satisfies Query;
}

/** "Show me the second one": a row of the answer before. What it holds stays in the run store. */
export function pointedRow(
  tokens: readonly Token[],
  { turn, intent }: Subject,
  topics: readonly Topic[],
): Intent | undefined {
  const pointed = pointedAt(tokens);
  if (pointed === undefined) return undefined;
  if (intent.kind !== 'query') {
    if (pointed.noun.length > 0) return undefined;
    return {
      kind: 'clarify',
      question: `The answer to ${quoted(turn.question)} has nothing more to it. Ask about one of them by its name.`,
      suggestions: [],
      followUpTo: turn.runId,
    };
  }
  const { tables } = intent.plan.show;
  const noun = normal(pointed.noun.map(({ word }) => word).join(' '));
  const meant = tables.flatMap(({ call, noun: own }, index) =>
    noun === '' ||
    isCalled(
      noun,
      own,
      topics.find(({ main }) => main === call),
    )
      ? [index + 1]
      : [],
  );
  const [table] = meant;
  if (table === undefined) return undefined;
  if (meant.length > 1) {
    return {
      kind: 'clarify',
      question: `The answer to ${quoted(turn.question)} has several tables. Of which is it?`,
      suggestions: [],
      choices: tables.map((view) => ({
        shown: view.noun,
        question: `the ${ordinal(pointed.position)} of the ${view.noun}`,
      })),
      followUpTo: turn.runId,
    };
  }
  const place = pointed.position < 0 ? 'The last row' : `Row ${pointed.position}`;
  return {
    kind: 'recall',
    runId: turn.runId,
    what: { kind: 'row', table, row: pointed.position },
    summary: `${place} of the answer to ${quoted(turn.question)}, from the rows that were kept of it`,
  };
}

function isCalled(noun: string, own: string, topic: Topic | undefined): boolean {
  const words = noun.split(' ').filter((word) => word !== 'of' && word !== 'the');
  const phrase = words.join(' ');
  return topic?.phrases.includes(phrase) === true || words.every((word) => ` ${normal(own)} `.includes(` ${word}`));
}

function ordinal(position: number): string {
  return position < 0 ? 'last one' : `${position}th one`;
}
