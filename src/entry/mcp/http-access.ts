import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Configuration } from '../../config.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isLoopbackHost } from '../../domain/loopback.js';
import { isForThisMachine, OTHER_HOST } from '../http/host-check.js';

/** Who may talk to the HTTP door. */
export interface HttpAccess {
  /** True when bound to loopback: then only requests that name a loopback host are answered. */
  readonly loopbackOnly: boolean;
  /** What each request has to bring as `Authorization: Bearer …`; undefined where the platform in front has checked who it is. */
  readonly token: string | undefined;
}

/** It lets nobody through without SigV4 or a token that its authorizer has checked. */
const AUTHENTICATING_SERVICE = 'Amazon Bedrock AgentCore';

/**
 * Whom the configured server answers. Throws `configuration` where that would be everybody who reaches the port: other machines need a
 * token, unless the platform in front has checked who calls.
 */
export function httpAccessOf({
  host,
  mcp: { token },
  awsService,
  callerHeader,
}: Pick<Configuration, 'host' | 'mcp' | 'awsService' | 'callerHeader'>): HttpAccess {
  if (token !== undefined && callerHeader?.toLowerCase() === 'authorization') {
    throw new CentralOpsError(
      'configuration',
      'CENTRAL_OPS_MCP_TOKEN and CENTRAL_OPS_CALLER_HEADER=Authorization both want the header Authorization',
      { nextStep: 'Unset one of them, or let the front set another header to the name of the caller.' },
    );
  }
  const loopbackOnly = isLoopbackHost(host);
  if (loopbackOnly || token !== undefined || awsService === AUTHENTICATING_SERVICE) return { loopbackOnly, token };
  throw new CentralOpsError(
    'configuration',
    `the MCP server would answer everybody who reaches ${host}: CENTRAL_OPS_MCP_TOKEN is not set`,
    {
      nextStep:
        'Set it to a long random text (openssl rand -hex 32), which clients send as Authorization: Bearer …, or bind to 127.0.0.1.',
    },
  );
}

/** Why a request is not for this server; undefined when it is. */
export type Refusal = { readonly status: 401 | 403; readonly message: string };

/** Checked before anything of a request is read. */
export function refusalOf(headers: IncomingHttpHeaders, { loopbackOnly, token }: HttpAccess): Refusal | undefined {
  if (loopbackOnly && !isForThisMachine(headers)) return { status: 403, message: OTHER_HOST };
  // Where we are the ones who check, no other site's page has any business here, whatever it knows.
  if (!loopbackOnly && token !== undefined && !isSameOrigin(headers)) {
    return { status: 403, message: 'this server answers no pages of other sites' };
  }
  if (token === undefined || hasToken(headers.authorization, token)) return undefined;
  return {
    status: 401,
    message: 'this server needs the token that CENTRAL_OPS_MCP_TOKEN was set to, as Authorization: Bearer TOKEN',
  };
}

/** Programs send no origin. */
function isSameOrigin({ host, origin }: IncomingHttpHeaders): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Hashes have one length, so that the comparison takes the same time for every guess. */
function hasToken(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
