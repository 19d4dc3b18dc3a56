import { createHash } from 'node:crypto';
import { type Caller, callerKey } from '../../domain/caller.js';

/**
 * The agent's conversation of one caller in one session: nobody can name another's, and each agent has its own. 44
 * characters that both services take: `[0-9a-zA-Z._:-]`, 2 to 100 for Bedrock Agents, at least 33 for AgentCore.
 */
export function agentSessionId(of: {
  readonly caller: Caller;
  readonly sessionId: string;
  readonly accountId: string | undefined;
  readonly agentKey: string;
}): string {
  const parts = [callerKey(of.caller), of.sessionId, of.accountId ?? 'hub', of.agentKey];
  return `hub-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}
