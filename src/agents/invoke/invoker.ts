import { type RetryOptions } from '../../aws/retry.js';
import { type Agent, agentLabel, agentReference } from '../../domain/agent.js';
import type { AgentProblem, AgentReply, AgentRequest, InvokeAgent } from '../../domain/agent-reply.js';
import type { Caller } from '../../domain/caller.js';
import type { Clock } from '../../domain/clock.js';
import type { AccountCredentials } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import { createAgentCore } from './agentcore.js';
import { awsErrorOf, isExpired, neverBegan, oneLine } from './aws-error.js';
import { createBedrockAgents } from './bedrock-agent.js';
import type { ClientUses } from './clients.js';
import { createLimits, type Limits } from './limits.js';
import { endedProblem, ownProblem, problemOf } from './problems.js';
import type { Heard, Invocation, OpenAnswer } from './service.js';
import { createTurns } from './turns.js';

export interface AgentInvokerUses extends ClientUses {
  /**
   * The identity that the agent is invoked with: the hub's own for an agent of its account, else a session of the
   * agent's role. Throws a `CentralOpsError`.
   */
  readonly identityFor: (agent: Agent, caller: Caller, signal: AbortSignal) => Promise<AccountCredentials>;
  readonly clock: Clock;
  readonly retry: RetryOptions;
  /** Milliseconds without a byte in the middle of an answer (120,000). */
  readonly silentMillis?: number;
}

/** Tries in all, where the agent cannot have begun. */
const MOST_TRIES = 4;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 8000;

/** Invokes agents of both kinds. Nothing of one invocation is shared with another but the process's connections. */
export function createAgentInvoker(uses: AgentInvokerUses): InvokeAgent {
  const agentCore = createAgentCore(uses);
  const bedrockAgents = createBedrockAgents(uses);
  const turns = createTurns();

  const open = (invocation: Invocation): Promise<OpenAnswer> => {
    const { agent } = invocation;
    return agent.type === 'agentcore'
      ? agentCore.open({ ...invocation, agent })
      : bedrockAgents.open({ ...invocation, agent });
  };

  /** Sends until an answer begins, and again only where the agent cannot have begun. */
  async function opened(request: AgentRequest, identity: AccountCredentials, limits: Limits): Promise<OpenAnswer> {
    const { agent, text, sessionId } = request;
    let refreshed = false;
    let forceRefresh = false;
    for (let tried = 1; ; tried += 1) {
      const credentials = await identity.provide({ signal: limits.signal, forceRefresh });
      forceRefresh = false;
      if (credentials.accountId !== undefined && credentials.accountId !== identity.accountId) {
        throw mismatch(agent, identity.accountId, credentials.accountId);
      }
      try {
        const { accountId } = identity;
        const { signal } = limits;
        const onText = request.onText ?? (() => undefined);
        const heard = (): void => limits.heard();
        return await open({ agent, accountId, credentials, text, sessionId, signal, onText, heard });
      } catch (error) {
        if (limits.ended !== undefined || error instanceof CentralOpsError) throw error;
        const failure = awsErrorOf(error);
        if (isExpired(failure) && !refreshed) {
          refreshed = forceRefresh = true;
          continue;
        }
        if (!neverBegan(failure) || tried >= MOST_TRIES)
          throw new NotSent(problemOf(agent, identity.accountId, 'send', failure));
        const longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** (tried - 1));
        await uses.retry.sleep(longest * (0.5 + uses.retry.random() / 2), limits.signal);
      }
    }
  }

  return async (request) => {
    const { agent, caller } = request;
    const startedAt = uses.clock();
    const millis = Math.min(agent.timeoutSeconds * 1000, request.deadline - startedAt);
    const silentMillis = uses.silentMillis ?? 120_000;
    const limits = createLimits({ signal: request.signal, totalMillis: millis, silentMillis });
    let accountId = agent.accountId ?? '';
    const reply = ({ text, problem, notes }: Heard): AgentReply => ({
      agent: agentReference(agent),
      accountId,
      text,
      complete: problem === undefined,
      ...(problem === undefined ? {} : { problem }),
      notes,
      millis: uses.clock() - startedAt,
    });
    const without = (problem: AgentProblem, text = ''): AgentReply => reply({ text, problem, notes: [] });
    const ended = (why: Exclude<Limits['ended'], undefined>): AgentProblem =>
      endedProblem(agent, accountId, why, Math.round((why === 'silent' ? silentMillis : millis) / 100) / 10);
    try {
      return await turns.take(agent.key, agent.maxConcurrency, limits.signal, async () => {
        const identity = await uses.identityFor(agent, caller, limits.signal);
        ({ accountId } = identity);
        const answer = await opened(request, identity, limits);
        try {
          return reply(await answer.read());
        } catch (error) {
          const why = limits.ended;
          return without(
            why === undefined ? problemOf(agent, accountId, 'stream', awsErrorOf(error)) : ended(why),
            answer.textSoFar,
          );
        } finally {
          answer.release();
        }
      });
    } catch (error) {
      if (limits.ended !== undefined) return without(ended(limits.ended));
      if (error instanceof NotSent) return without(error.problem);
      if (error instanceof CentralOpsError) return without(ownProblem(agent, error));
      return without(defect(agent, accountId, error));
    } finally {
      limits.close();
    }
  };
}

/** The service turned the request down, or it never got there. Never seen outside this file. */
class NotSent extends Error {
  readonly problem: AgentProblem;

  constructor(problem: AgentProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a session was opened for, and what it turned out to be of, are not the same: nothing is sent with it. */
function mismatch(agent: Agent, asked: string, answered: string): CentralOpsError {
  return new CentralOpsError(
    'identity-mismatch',
    `${agentLabel({ ...agent, accountId: asked })} was not asked: the credentials for it belong to ${answered}`,
    {
      facts: { agentKey: agent.key, asked, answered },
      nextStep: 'Check the role in its row, and which endpoint answers for STS.',
    },
  );
}

function defect(agent: Agent, accountId: string, error: unknown): AgentProblem {
  return {
    outcome: 'failed',
    code: 'internal',
    message: `${agentLabel({ ...agent, accountId })} was not asked to the end: ${oneLine(error instanceof Error ? error.message : String(error))}`,
    nextStep: 'This is a defect of this program: please report it with the run id.',
  };
}
