import type { AgentAnswer, AnswerStatus } from '../domain/answer.js';
import { agentLabel } from '../domain/agent.js';
import type { AgentReply } from '../domain/agent-reply.js';
import type { Invocation } from '../domain/agent-run.js';
import { withNextStep } from '../domain/errors.js';
import { inertBlock, inertLine, inertMarkdown } from './inert.js';

/** The replies in the order in which the agents were asked; one that said nothing at all does not pass for asked. */
export function agentAnswers(
  invocations: readonly Invocation[],
  replies: readonly AgentReply[],
): readonly AgentAnswer[] {
  return invocations.map(({ agent }) => {
    const { agentId, name, region, accountId = '' } = agent;
    const reply = replies.find((candidate) => candidate.agent.key === agent.key);
    const of = { agentId, name, region };
    if (reply === undefined) return { ...of, accountId, text: '', complete: false, problem: NO_REPLY };
    const { text, complete, problem } = reply;
    return { ...of, accountId: reply.accountId, text, complete, ...(problem === undefined ? {} : { problem }) };
  });
}

const NO_REPLY = {
  outcome: 'failed',
  code: 'no-outcome',
  message: 'the agent returned no reply',
  nextStep: 'This is a defect of this program: please report it with the run id.',
} as const;

export function statusOfAgents(answers: readonly AgentAnswer[]): AnswerStatus {
  if (answers.every(({ complete }) => complete)) return 'complete';
  if (answers.some(({ complete, text }) => complete || text !== '')) return 'partial';
  const outcomes = new Set(answers.map(({ problem }) => problem?.outcome));
  if (outcomes.size > 1) return 'failed';
  if (outcomes.has('refused')) return 'refused';
  return outcomes.has('cancelled') ? 'cancelled' : 'failed';
}

/** "2 of 3 agents answered; 1 denied." */
export function agentsHeadline(answers: readonly AgentAnswer[]): string {
  const whole = answers.filter(({ complete }) => complete).length;
  const counts = new Map<string, number>();
  for (const { problem } of answers) {
    if (problem !== undefined) counts.set(problem.outcome, (counts.get(problem.outcome) ?? 0) + 1);
  }
  const others = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
  const tail = others.length === 0 ? '' : `; ${others.join(', ')}`;
  return `${whole} of ${answers.length} ${answers.length === 1 ? 'agent' : 'agents'} answered${tail}.`;
}

/** Each agent's words as a quotation of that agent: nothing in them is a link, an image or a heading of ours. */
export function agentsMarkdown(answers: readonly AgentAnswer[]): string {
  const sections = answers.flatMap((answer) => {
    const said = answer.text.split('\n').map((line) => `> ${inertMarkdown(line)}`.trimEnd());
    return [
      `**${inertMarkdown(labelOf(answer))}**${answer.text === '' ? '' : ' says:'}`,
      ...(answer.text === '' ? [] : [said.join('\n')]),
      ...(answer.problem === undefined ? [] : [`**${answer.problem.outcome}**: ${inertMarkdown(problemText(answer))}`]),
    ];
  });
  return [agentsHeadline(answers), ...sections].join('\n\n');
}

/** The same for a terminal. */
export function agentsText(answers: readonly AgentAnswer[]): string {
  const sections = answers.map((answer) => {
    const said = inertBlock(answer.text)
      .split('\n')
      .map((line) => `  │ ${line}`.trimEnd());
    return [
      `${inertLine(labelOf(answer))}${answer.text === '' ? '' : ' says:'}`,
      ...(answer.text === '' ? [] : said),
      ...(answer.problem === undefined ? [] : [`  ${answer.problem.outcome}: ${inertLine(problemText(answer))}`]),
    ].join('\n');
  });
  return [agentsHeadline(answers), ...sections].join('\n\n');
}

function labelOf(answer: AgentAnswer): string {
  const { accountId, ...others } = answer;
  return agentLabel({ key: '', ...others, ...(accountId === '' ? {} : { accountId }) });
}

function problemText({ problem }: AgentAnswer): string {
  return problem === undefined ? '' : withNextStep(problem.message, problem.nextStep);
}
