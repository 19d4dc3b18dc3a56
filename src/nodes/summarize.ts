import { AIMessage } from '@langchain/core/messages';
import { agentLabel } from '../domain/agent.js';
import type { Answer, AnswerStatus } from '../domain/answer.js';
import type { Clock } from '../domain/clock.js';
import { withNextStep } from '../domain/errors.js';
import { optionsOf, type Intent } from '../domain/intent.js';
import { groupBy } from '../domain/group-by.js';
import { addModelUsage, NO_MODEL_USAGE } from '../domain/model-usage.js';
import type { Outcome } from '../domain/outcome.js';
import type { Run } from '../domain/run.js';
import { statusOf } from '../results/coverage.js';
import { inertMarkdown } from '../results/inert.js';
import { agentAnswers, agentsMarkdown, statusOfAgents } from '../results/render-agents.js';
import { renderMarkdown } from '../results/render-markdown.js';
import { shownPlan } from './authorize.js';
import type { Narrate, Narration } from './narrate.js';
import { runOf, type Node } from './node.js';
import type { Problem, RunState, RunUpdate } from './run-state.js';

/** Rows of each table written into the Markdown; the tables beside it have more. */
const ROWS_IN_MARKDOWN = 50;

const STATUS_BY_PROBLEM: Readonly<Record<string, AnswerStatus>> = {
  refused: 'refused',
  'over-budget': 'refused',
  'ambiguous-account': 'needs-clarification',
  cancelled: 'cancelled',
};

/** Writes the answer object from what the nodes before it computed, and what a model, if there is one, says about it. */
export function createSummarize(clock: Clock, narrate?: Narrate): Node {
  return (state) => {
    const run = runOf(state);
    const written = (narration?: Narration): RunUpdate => summary(state, run, clock, narration);
    return narrate === undefined ? Promise.resolve(written()) : narrate(state).then(written);
  };
}

function summary(before: RunState, run: Run, clock: Clock, narration: Narration | undefined): RunUpdate {
  const warnings = [
    ...before.warnings,
    ...incompleteWarnings(before),
    ...(narration?.warning === undefined ? [] : [narration.warning]),
  ];
  const state = { ...before, warnings };
  const content = contentOf(state, narration?.text);
  const outcomes = state.reports.flatMap((report) => report.outcomes);
  const answer: Answer = {
    ...content,
    sessionId: run.sessionId,
    runId: run.runId,
    ...(state.plan === null ? {} : { plan: shownPlan(state.plan, state.assignments) }),
    ...(state.coverage === null ? {} : { coverage: state.coverage }),
    tables: state.tables,
    ...agentsOf(state),
    warnings: state.warnings,
    ...(content.status === 'failed' && content.error === undefined ? commonError(outcomes) : {}),
    usage: {
      ...addModelUsage(state.modelUsage, narration?.usage ?? NO_MODEL_USAGE),
      apiCalls: state.reports.reduce((sum, report) => sum + report.apiCalls, 0),
      millis: clock() - run.startedAt,
    },
  };
  // Who asks in messages (LangGraph Studio's chat) is answered in them; our own doors take the answer itself.
  return { answer, ...(state.messages.length === 0 ? {} : { messages: [new AIMessage(answer.response)] }) };
}

/** An amount or an order over all accounts is only as good as what they answered. */
function incompleteWarnings({ tables }: RunState): readonly string[] {
  const accounts = [...new Set(tables.flatMap(({ incomplete }) => incomplete ?? []))];
  return accounts.map((text) => `Amounts and orders are incomplete: something is missing of ${text}.`);
}

/** Absent unless agents were asked. */
function agentsOf({ invocations, agentReplies }: RunState): Pick<Answer, 'agents'> {
  return agentReplies.length === 0 ? {} : { agents: agentAnswers(invocations, agentReplies) };
}

type Content = Pick<Answer, 'response' | 'status' | 'error' | 'suggestions'>;

function contentOf(state: RunState, narrative: string | undefined): Content {
  const { problem, intent, plan, coverage } = state;
  if (problem !== null) return problemContent(problem);
  if (intent?.kind === 'clarify') {
    return { status: 'needs-clarification', response: withOptions(intent), ...suggestionsOf(intent) };
  }
  if (intent?.kind === 'refuse') {
    const { reason, suggestion } = intent;
    const example = suggestion === undefined ? '' : `\n\nYou could ask:\n\n- ${suggestion}`;
    return { status: 'refused', response: `${reason}${example}` };
  }
  if (intent?.kind === 'ask-agents') return agentsContent(state);
  if (intent?.kind === 'query' && plan !== null && coverage === null) {
    return { status: 'complete', response: `Planned, not run: ${intent.summary}.` };
  }
  if (intent?.kind === 'query' && plan !== null && coverage !== null) {
    const outcomes = state.reports.flatMap((report) => report.outcomes);
    const response = renderMarkdown({
      headline: state.headline,
      ...(narrative === undefined ? {} : { narrative }),
      tables: state.tables,
      coverage,
      warnings: state.warnings,
      rowsShown: ROWS_IN_MARKDOWN,
      runId: runOf(state).runId,
      limits: plan.show.tables.map(({ limit }) => limit),
    });
    return { status: statusOf(outcomes, coverage), response };
  }
  const response = renderMarkdown({
    headline: state.headline === '' ? accountsHeadline(state) : state.headline,
    tables: state.tables,
    warnings: state.warnings,
    rowsShown: ROWS_IN_MARKDOWN,
  });
  return { status: 'complete', response };
}

function agentsContent({ invocations, agentReplies, warnings }: RunState): Content {
  if (agentReplies.length === 0) {
    const whom = invocations.map(({ agent }) => agentLabel(agent)).join(', ');
    return { status: 'complete', response: `Planned, not sent: ask ${whom}.` };
  }
  const answers = agentAnswers(invocations, agentReplies);
  const notes = warnings.map((warning) => `> ${inertMarkdown(warning)}`);
  const status = statusOfAgents(answers);
  const problem = status === 'failed' ? answers.find((answer) => answer.problem !== undefined)?.problem : undefined;
  return {
    status,
    response: [agentsMarkdown(answers), ...notes].join('\n\n'),
    ...(problem === undefined
      ? {}
      : { error: { code: problem.code, message: withNextStep(problem.message, problem.nextStep) } }),
  };
}

function accountsHeadline({ intent, accounts }: RunState): string {
  const number = `${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}`;
  if (intent?.kind !== 'use-accounts') return `${number}.`;
  const { include, exclude } = intent.accounts;
  return include.length + exclude.length === 0
    ? `From now on, questions of this session that name no account ask all accounts again (${number}).`
    : `From now on, questions of this session that name no account ask ${number}:`;
}

function problemContent(problem: Problem): Content {
  const message = withNextStep(problem.message, problem.nextStep);
  return {
    status: STATUS_BY_PROBLEM[problem.code] ?? 'failed',
    response: message,
    error: { code: problem.code, message },
  };
}

/** The question to ask back, with what the next question may pick by its number. */
function withOptions(intent: Extract<Intent, { kind: 'clarify' }>): string {
  const options = optionsOf(intent);
  if (options.length === 0) return intent.question;
  const lead = options.every((option) => intent.suggestions.includes(option.shown)) ? 'You could ask:\n\n' : '';
  const numbered = options.map(({ shown }, index) => `${index + 1}. ${shown}`);
  return `${intent.question}\n\n${lead}${numbered.join('\n')}`;
}

function suggestionsOf({ offers }: Extract<Intent, { kind: 'clarify' }>): Pick<Answer, 'suggestions'> {
  if (offers === undefined) return {};
  return {
    suggestions: offers.map((offer) => ({
      service: offer.service,
      operation: offer.operation,
      summary: offer.summary,
    })),
  };
}

/** When nothing answered: the cause that most of them share, so that one line says what to do. */
function commonError(outcomes: readonly Outcome[]): Pick<Answer, 'error'> {
  const causes = [...groupBy(outcomes, (outcome) => outcome.code ?? outcome.kind)];
  const [code, own] = causes.toSorted(([, left], [, right]) => right.length - left.length)[0] ?? ['failed', []];
  const first = own[0];
  return { error: { code, message: withNextStep(first?.message ?? 'no account answered', first?.nextStep) } };
}
