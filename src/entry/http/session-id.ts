import { CentralOpsError } from '../../domain/errors.js';

/** Sent by AgentCore, and by whoever calls this server; HTTP reads it in any case. */
export const SESSION_HEADER = 'x-amzn-bedrock-agentcore-runtime-session-id';

const SESSION_ID = /^[\x21-\x7e]{1,256}$/;

/**
 * The session that a request belongs to; undefined for a new one. AgentCore's own ids have 33 characters or more, its
 * development server's 17, so that the length says nothing. Throws `usage` for what is no id.
 */
export function sessionIdOf(
  header: (name: string) => string | undefined,
  name: string = SESSION_HEADER,
): string | undefined {
  const value = header(name);
  if (value === undefined) return undefined;
  if (SESSION_ID.test(value)) return value;
  throw new CentralOpsError('usage', `the header ${name} must have 1 to 256 visible characters`);
}
