import type { Clock } from '../domain/clock.js';
import type { Logger } from '../domain/logger.js';
import type { Intent, OperationName } from '../domain/intent.js';
import { NO_MODEL_USAGE } from '../domain/model-usage.js';
import type { MeteredModel, MeterModel, ModelExchange } from '../models/model.js';
import {
  LONGEST_QUESTION,
  PLAN_SYSTEM,
  PlanOutcome,
  planPrompt,
  type OperationSheet,
  type PlanWords,
} from '../../prompts/plan.js';
import { bytesOf } from '../../prompts/quote.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { accountOverview } from './model/account-overview.js';
import { findOperationsTool } from './model/find-operations.js';
import { createLookUps, type LookUps } from './model/look-ups.js';
import { createFindOperations, type FindOperations } from './model/operation-sheets.js';
import { readAnswer, type ReadAnswer, type ReadAnswerUses } from './model/read-answer.js';
import type { Planner } from './planner.js';
import type { OperationSearch } from './search/operation-search.js';

export interface ModelPlannerUses extends ReadAnswerUses {
  readonly meter: MeterModel;
  /** Loaded when first needed. */
  readonly search: () => Promise<OperationSearch>;
  readonly knowledge: Knowledge;
  /** Answers, with a warning, when the model brings nothing usable. */
  readonly otherwise: Planner;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Operations that are told with the question; a model finds more when it wants them. */
const SHORTLIST = 16;
/** One answer, one repair, and look-ups in between. */
const MOST_REQUESTS = 4;
const REQUEST_MILLIS = 60_000;
/** Nothing for so long, in the middle of an answer, means that nothing more comes. */
const PATIENCE_MILLIS = 20_000;

const ASKED = {
  name: 'plan',
  shape: PlanOutcome,
  system: PLAN_SYSTEM,
  maxOutputTokens: 3000,
  patienceMillis: PATIENCE_MILLIS,
} as const;

/**
 * Plans a question with a model. The model sees names of accounts and operations, never a result; it answers in the plan's own
 * language; and its answer counts only when the checks of `readAnswer` pass. What fails them goes back once, with the exact
 * reason. Anything else that goes wrong leaves the question to `otherwise`.
 */
export function createModelPlanner(uses: ModelPlannerUses): Planner {
  return {
    async plan(question, context, options) {
      const { signal } = options;
      if (bytesOf(question) > LONGEST_QUESTION) return { intent: TOO_LONG, warnings: [], usage: NO_MODEL_USAGE };
      const find = createFindOperations({ catalogue: uses.catalogue, search: await uses.search() });
      const said = [question, ...context.conversation.turns.slice(-1).map((turn) => turn.question)];
      const operations = shortlist(find, said);
      const offered: OperationName[] = operations.map(({ service, operation }) => ({ service, operation }));
      const finder = findOperationsTool(find, (found) => offered.push(...found));
      const lookUps = createLookUps([finder, ...(await uses.knowledge.tools({ signal }))], uses.logger);
      const model = uses.meter(NO_MODEL_USAGE);
      const data = {
        question,
        now: new Date(context.now).toISOString(),
        timeZone: context.timeZone,
        defaultRegions: context.defaultRegions,
        accounts: accountOverview(context.accounts, said),
        operations,
        conversation: context.conversation,
      };
      const prompt = (room: number): string | undefined => planPrompt(data, room);
      const asking = { model, prompt, lookUps, signal, millisLeft: () => options.deadline - uses.clock() };
      const result = await converse(asking, (words) => readAnswer(words, { text: question, context, offered }, uses));
      const { used: usage } = model;
      if ('intent' in result) return { intent: result.intent, warnings: [], usage };
      const planned = await uses.otherwise.plan(question, context, options);
      return { ...planned, warnings: [...planned.warnings, leftToOthers(result.problem)], usage };
    },
  };
}

const TOO_LONG: Intent = {
  kind: 'clarify',
  question: `This is too long: ask one question in at most ${LONGEST_QUESTION} bytes.`,
  suggestions: [],
};

/** Best first: what the question itself finds, then what it finds together with the one before it. */
function shortlist(find: FindOperations, said: readonly string[]): readonly OperationSheet[] {
  const [question = ''] = said;
  const found = [...find(question, SHORTLIST), ...(said.length > 1 ? find(said.join(' '), SHORTLIST) : [])];
  return [...new Map(found.map((sheet) => [`${sheet.service} ${sheet.operation}`, sheet])).values()];
}

interface Asking {
  readonly model: MeteredModel;
  readonly prompt: (room: number) => string | undefined;
  readonly lookUps: LookUps;
  readonly signal: AbortSignal;
  readonly millisLeft: () => number;
}

/** Asks until there is a plan that holds, the one repair has failed, or nothing more may be asked. */
async function converse(
  { model, prompt, lookUps, signal, millisLeft }: Asking,
  read: (words: PlanWords) => ReadAnswer,
): Promise<{ readonly intent: Intent } | { readonly problem: string }> {
  const exchanges: ModelExchange[] = [];
  let mended = false;
  for (let request = 1; request <= MOST_REQUESTS; request += 1) {
    const last = request === MOST_REQUESTS || model.callsLeft <= 1;
    const tools = last ? [] : lookUps.offered();
    const millis = Math.min(REQUEST_MILLIS, millisLeft());
    if (millis <= 0) return { problem: 'the time of the run is used up' };
    const reply = await model.ask({ ...ASKED, tools, exchanges: [...exchanges] }, prompt, { signal, millis });
    if (reply.kind === 'failed' || reply.kind === 'stopped') return { problem: reply.problem };
    const { calls } = reply;
    if (reply.kind === 'asks') {
      exchanges.push({ calls, told: await lookUps.answer(calls, signal) });
      continue;
    }
    const answer = reply.kind === 'answered' ? read(reply.outcome) : reply;
    if ('intent' in answer) return { intent: answer.intent };
    if (mended) return { problem: answer.problem };
    mended = true;
    const exactly = 'details' in answer && answer.details !== undefined ? answer.details : answer.problem;
    exchanges.push({ calls, told: [`This was not accepted: ${exactly} Call ${ASKED.name} again, corrected.`] });
  }
  return { problem: 'it looked things up and never answered' };
}

function leftToOthers(problem: string): string {
  const why = problem.slice(0, 400);
  return `The model did not plan this: ${why}${/[.!?]$/u.test(why) ? '' : '.'} It was left to the rules.`;
}
