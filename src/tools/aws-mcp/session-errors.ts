import { httpStatusOf, rpcCodeOf } from '../../domain/failure.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { redact } from '../../telemetry/redact.js';

/** "The provided SessionId was not found or has expired" (aws/mcp-proxy-for-aws issue 299). */
const SESSION_NOT_FOUND = -30001;

/** The SDK's own codes for a request it gave up and for a transport that was closed under it. */
const REQUEST_TIMEOUT = -32001;
const CONNECTION_CLOSED = -32000;

const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * True when the server says that it no longer knows the session: a new one may be opened and, since every call is a
 * read, the call made again. The code arrives as a JSON-RPC error or inside the body of a refused HTTP request.
 */
export function saysSessionExpired(error: unknown): boolean {
  if (rpcCodeOf(error) === SESSION_NOT_FOUND) return true;
  return httpStatusOf(error) !== undefined && messageOf(error).includes(String(SESSION_NOT_FOUND));
}

/** True also for a bare 404, which means a lost session where one has worked before, and else a wrong address. */
export function saysSessionLost(error: unknown): boolean {
  return saysSessionExpired(error) || httpStatusOf(error) === 404;
}

/** True when a kept connection turned out to be dead, which says nothing about the server. */
export function saysConnectionLost(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && CONNECTION_LOST.has(current.code)) return true;
    current = current.cause;
  }
  return false;
}

/** True for the answers to a signature with outdated credentials: 401, or a 403 whose text says so. */
export function saysCredentialsExpired(error: unknown): boolean {
  const status = httpStatusOf(error);
  if (status === 401) return true;
  return status === 403 && /expired|token.{0,40}(invalid|not valid)/i.test(messageOf(error));
}

/**
 * An error that quotes the server, under its name, code and cleaned message only: what stands between may repeat the
 * signature and the session token that it was sent. Cleaned before anybody shortens it, because half a token is none
 * that can be told.
 */
export function withoutSecrets(error: unknown): unknown {
  const code = httpStatusOf(error) ?? rpcCodeOf(error);
  if (code === undefined || !(error instanceof Error)) return error;
  const clean = Object.assign(new Error(redact(error.message)), { code });
  clean.name = error.name;
  return clean;
}

/** True for any refusal of the credentials, whatever the reason. */
export function saysCredentialsRefused(error: unknown): boolean {
  const status = httpStatusOf(error);
  return status === 401 || status === 403;
}

/**
 * True when the failure says nothing against the session: the server answered the message with an error of its own, or
 * the rate was the trouble. Broken connections and calls that were given up leave a session nobody can be sure of.
 */
export function keepsSession(error: unknown): boolean {
  if (error instanceof CentralOpsError) return error.code === 'throttled';
  const rpc = rpcCodeOf(error);
  return rpc !== undefined && rpc !== SESSION_NOT_FOUND && rpc !== REQUEST_TIMEOUT && rpc !== CONNECTION_CLOSED;
}
