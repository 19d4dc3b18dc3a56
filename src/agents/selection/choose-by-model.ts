import type { Agent } from '../../domain/agent.js';
import { plainText } from '../../domain/plain-text.js';
import type { MeteredModel } from '../../models/model.js';
import { AgentChoice, CHOOSE_AGENT_SYSTEM, chooseAgentPrompt } from '../../../prompts/choose-agent.js';

/** What a model made of a question and a list of agents. */
export type ModelChoice =
  | { readonly kind: 'chosen' | 'unsure'; readonly agents: readonly Agent[]; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string }
  /** It could not be asked, or answered nothing that can be used; to follow "because". */
  | { readonly kind: 'failed'; readonly problem: string };

const ASKED = {
  name: 'agent_choice',
  shape: AgentChoice,
  system: CHOOSE_AGENT_SYSTEM,
  maxOutputTokens: 300,
} as const;

const REQUEST_MILLIS = 20_000;
const REASON_CHARACTERS = 200;

/**
 * Asks once which agents fit. The model is told what the agents are for, and answers with their numbers: whose account and
 * role are used comes from the checked rows alone.
 */
export async function chooseByModel(
  model: MeteredModel,
  question: string,
  agents: readonly Agent[],
  limits: { readonly signal: AbortSignal; readonly millisLeft: number },
): Promise<ModelChoice> {
  const millis = Math.min(REQUEST_MILLIS, limits.millisLeft);
  if (millis <= 0) return { kind: 'failed', problem: 'the time of the run is used up' };
  const prompt = (room: number): string | undefined => chooseAgentPrompt(question, agents, room);
  const reply = await model.ask(ASKED, prompt, { signal: limits.signal, millis });
  if (reply.kind === 'asks') return { kind: 'failed', problem: 'it called what it was not offered' };
  if (reply.kind !== 'answered') return { kind: 'failed', problem: reply.problem };
  const { decision, agents: numbers } = reply.outcome;
  const reason = plainText(reply.outcome.reason, REASON_CHARACTERS);
  if (decision === 'none') return { kind: 'none', reason };
  const chosen = [...new Set(numbers)].flatMap((number) => agents[number - 1] ?? []);
  if (chosen.length === 0 || chosen.length < new Set(numbers).size) {
    return { kind: 'failed', problem: 'it chose an agent that there is not' };
  }
  return { kind: decision === 'unsure' ? 'unsure' : 'chosen', agents: chosen, reason };
}
