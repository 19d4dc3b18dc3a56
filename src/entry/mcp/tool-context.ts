import { randomUUID } from 'node:crypto';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import type { Caller } from '../../domain/caller.js';
import { messageOf } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import type { Elicit, ToolContext } from './tool.js';

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** As long as a person may take to read and decide. */
const PATIENCE_MILLIS = 10 * 60_000;

/** What one call of a tool may do with its connection. */
export function toolContext(
  server: Server,
  { caller, wantsWarnings }: { readonly caller: Caller; readonly wantsWarnings: boolean },
  extra: Extra,
  logger: Logger,
): ToolContext {
  const report = progressOf(extra, logger);
  return {
    caller,
    signal: extra.signal,
    progress(progress) {
      report(progress);
      if (progress.isProblem === true && wantsWarnings) warn(progress.message, extra, logger);
    },
    elicit: elicitOf(server, extra),
  };
}

/** A log message of the protocol: https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging */
function warn(message: string, { sendNotification }: Extra, logger: Logger): void {
  const params = { level: 'warning', logger: 'central-ops', data: message } as const;
  sendNotification({ method: 'notifications/message', params }).catch((error: unknown) => {
    logger.debug('log message not sent', { error: messageOf(error) });
  });
}

/** https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress: only to who asked, and it always grows. */
function progressOf({ _meta: meta, sendNotification }: Extra, logger: Logger): ToolContext['progress'] {
  const progressToken = meta?.progressToken;
  if (progressToken === undefined) return () => undefined;
  let last = Number.NEGATIVE_INFINITY;
  return ({ done, total, message }) => {
    // Two reports may be of the same count: "asking A", "asking B".
    last = done > last ? done : last + 1 / 1024;
    const params = { progressToken, progress: last, message, ...(total === undefined ? {} : { total }) };
    sendNotification({ method: 'notifications/progress', params }).catch((error: unknown) => {
      logger.debug('progress not sent', { error: messageOf(error) });
    });
  };
}

/**
 * The client says in `initialize` what it can ask. Over stateless HTTP each request has a server of its own that has seen none, so
 * nobody can be asked there.
 */
function elicitOf(server: Server, extra: Extra): Elicit {
  const can = server.getClientCapabilities()?.elicitation;
  const options = { signal: extra.signal, timeout: PATIENCE_MILLIS, relatedRequestId: extra.requestId };
  return {
    confirm:
      can?.form === undefined
        ? undefined
        : async (message) => {
            const requestedSchema = { type: 'object' as const, properties: {} };
            return (await server.elicitInput({ mode: 'form', message, requestedSchema }, options)).action;
          },
    openPage:
      can?.url === undefined
        ? undefined
        : async ({ url, message }) =>
            (await server.elicitInput({ mode: 'url', message, url, elicitationId: randomUUID() }, options)).action,
  };
}
