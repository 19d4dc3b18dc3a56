import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import { errorBody, errorBodyOf } from './error-body.js';
import { isForThisMachine, OTHER_HOST } from './host-check.js';
import type { InvocationUses } from './invocations.js';
import type { Ping } from './ping.js';

const BODY_LIMIT = '10mb';

/** Loaded with the first request, or before it: whoever only answers `/ping` is there in half the time. */
export const invocations = () => import('./invocations.js');

export interface AppUses extends InvocationUses {
  readonly ping: Ping;
  readonly logger: Logger;
  /** True when bound to loopback: then only requests that name a loopback host are answered. */
  readonly loopbackOnly: boolean;
}

/**
 * The Amazon Bedrock AgentCore HTTP contract: `POST /invocations` and `GET /ping`. Apart from listening, so that tests
 * call it directly. No answer is compressed, and no other site's page may read one.
 */
export function createApp(uses: AppUses): Express {
  const { ping } = uses;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (uses.loopbackOnly) app.use(refuseOtherHosts);
  app.get('/ping', (_request, response) => {
    response.json(ping.report());
  });
  app.post(
    '/invocations',
    (_request, response, next) => {
      // From the first byte to the last one: a session that is not busy may be ended.
      response.once('close', ping.busy());
      next();
    },
    // Any type: callers name JSON in many ways, and AgentCore passes on what they say.
    express.raw({ limit: BODY_LIMIT, type: () => true }),
    async (request, response) => {
      // A run whose client has gone is still being cancelled when its connection is closed.
      const done = ping.busy();
      await invocations()
        .then(({ answerInvocation }) => answerInvocation(request, response, uses))
        .finally(done);
    },
  );
  app.use((request: Request, response: Response) => {
    response.status(404).json(errorBody('usage', `there is no ${request.method} ${request.path} here`));
  });
  app.use(explainError(uses.logger));
  return app;
}

function refuseOtherHosts(request: Request, response: Response, next: () => void): void {
  if (isForThisMachine(request.headers)) next();
  else response.status(403).json(errorBody('refused', OTHER_HOST));
}

function explainError(logger: Logger): ErrorRequestHandler {
  // Express tells an error handler from others by its four parameters.
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      // Half an answer must not look like a whole one, and Express's own handler would print to the console.
      logger.error('request failed', { error: messageOf(error) });
      response.destroy();
      return;
    }
    if (error instanceof CentralOpsError) {
      response.status(error.code === 'usage' ? 400 : 500).json(errorBodyOf(error));
      return;
    }
    const status = statusOf(error);
    if (status >= 500) logger.error('request failed', { error: messageOf(error) });
    const message =
      status === 413
        ? `the body is larger than ${BODY_LIMIT}`
        : status < 500
          ? messageOf(error)
          : 'an unexpected error';
    response.status(status).json(errorBody(status < 500 ? 'usage' : 'internal', message));
  };
}

/** The HTTP status that the body parser puts on its errors; an encoding that it cannot undo is one malformed body more. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 415) return 400;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
