import { z } from 'zod';
import type { Caller } from '../../domain/caller.js';
import { CentralOpsError } from '../../domain/errors.js';
import { parseJsonText } from '../../domain/json-text.js';

const LONGEST_CALLER = 256;

/**
 * Who asks, by what a trusted front says: the header that configuration names, or for `Authorization` the subject of its
 * bearer token. Without one a caller is whoever knows the session id, and nobody else's runs are readable to them.
 *
 * The token's signature is not checked here: AgentCore's JWT authorizer has done that before it passes the header on
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-oauth.html), and the setting says that it is there.
 * Throws `usage` for a header that cannot be read: an unreadable name is not nobody.
 */
export function callerOf(
  header: (name: string) => string | undefined,
  sessionId: string,
  callerHeader: string | undefined,
): Caller {
  const written = callerHeader === undefined ? undefined : header(callerHeader);
  if (callerHeader === undefined || written === undefined || written === '') {
    return { kind: 'anonymous', name: sessionId };
  }
  const name = callerHeader.toLowerCase() === 'authorization' ? subjectOf(written) : written;
  if (name.length > LONGEST_CALLER) {
    // Cut names of two callers could become one.
    throw new CentralOpsError(
      'usage',
      `the header ${callerHeader} names a caller of more than ${LONGEST_CALLER} characters`,
    );
  }
  return { kind: 'verified', name };
}

const Claims = z.object({ sub: z.string().min(1) });

/** The subject of `Bearer HEADER.CLAIMS.SIGNATURE` (RFC 7519, 4.1.2). */
function subjectOf(authorization: string): string {
  const claims = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]*$/i.exec(authorization)?.[1];
  const json = claims === undefined ? undefined : parseJsonText(Buffer.from(claims, 'base64url').toString('utf8'));
  const parsed = Claims.safeParse(json?.ok === true ? json.value : undefined);
  if (parsed.success) return parsed.data.sub;
  throw new CentralOpsError('usage', 'the header Authorization holds no bearer token with a subject', {
    nextStep:
      'CENTRAL_OPS_CALLER_HEADER is Authorization, so every request needs the token that its authorizer checked.',
  });
}
