import type { Clock } from '../../domain/clock.js';
import type { FaultTable } from '../faults.js';
import type { AgentFault } from '../options.js';
import type { Question, SpokeAgent } from './spoke-agents.js';

/** One invocation that reached an agent, as the sandbox saw it. */
export interface SeenInvocation {
  /** Whose credentials signed it. */
  readonly signedBy: string;
  readonly accessKeyId: string;
  /** The role session or user that signed. */
  readonly arn: string;
  readonly agentId: string;
  /** Where the agent lives. */
  readonly accountId: string;
  readonly sessionId: string;
  readonly text: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** The agents of the organization: which there are, what goes wrong with them, and what they were asked. */
export interface AgentHall {
  readonly agents: readonly SpokeAgent[];
  find(place: {
    readonly kind: SpokeAgent['kind'];
    readonly accountId: string;
    readonly region: string;
    readonly agentId: string;
    readonly alias: string;
  }): SpokeAgent | undefined;
  /** The fault that this request meets; one that was injected a number of times is used up by it. */
  faultFor(agent: SpokeAgent): AgentFault | undefined;
  /** Writes the invocation down, and says what the agent is asked. */
  invoked(agent: SpokeAgent, seen: Omit<SeenInvocation, 'accountId' | 'agentId' | 'at'>): Question;
  /** Injects a fault into one agent, for the next so many requests. */
  fail(agentId: string, outcome: AgentFault, times: number): void;
  readonly invocations: readonly SeenInvocation[];
}

export function createAgentHall(options: {
  readonly agents: readonly SpokeAgent[];
  readonly faults: FaultTable;
  readonly clock: Clock;
}): AgentHall {
  const invocations: SeenInvocation[] = [];
  const injected: { readonly agentId: string; readonly outcome: AgentFault; times: number }[] = [];
  const turns = new Map<string, number>();
  return {
    agents: options.agents,
    invocations,
    find: (place) =>
      options.agents.find(
        (agent) =>
          agent.kind === place.kind &&
          agent.accountId === place.accountId &&
          agent.region === place.region &&
          agent.agentId === place.agentId &&
          agent.alias === place.alias,
      ),
    faultFor({ agentId, accountId, kind, region }) {
      const own = injected.find((fault) => fault.agentId === agentId && fault.times > 0);
      if (own !== undefined) {
        own.times -= 1;
        return own.outcome;
      }
      return options.faults.anyAt(
        accountId,
        kind === 'agentcore' ? 'bedrock-agentcore' : 'bedrock-agent-runtime',
        region,
      );
    },
    invoked(agent, seen) {
      const { agentId, accountId } = agent;
      invocations.push({ ...seen, agentId, accountId, at: options.clock() });
      const conversation = JSON.stringify([accountId, agentId, seen.sessionId]);
      const turn = (turns.get(conversation) ?? 0) + 1;
      turns.set(conversation, turn);
      return { text: seen.text, turn };
    },
    fail: (agentId, outcome, times) => void injected.push({ agentId, outcome, times }),
  };
}

/** Part of an answer at most so many characters long, never in the middle of one. */
export function piecesOf(text: string): readonly Buffer[] {
  return (text.match(/.{1,24}/gsu) ?? ['']).map((piece) => Buffer.from(piece));
}

/** The same bytes, parted inside every character that has several. */
export function splitInCharacters(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const cuts = [...bytes.entries()].flatMap(([at, byte]) => ((byte & 0xc0) === 0x80 ? [at] : []));
  return [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length));
}

/** What of the pieces arrives before an answer breaks off. */
export function firstHalf<Piece>(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.slice(0, Math.max(1, Math.floor(pieces.length / 2)));
}
