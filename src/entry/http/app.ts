import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import { errorBody, errorBodyOf } from './error-body.js';
import { isForThisMachine, OTHER_HOST } from './host-check.js';
import type { InvocationUses } from './invocations.js';
import { RETRY_AFTER_SECONDS } from './limits.js';
import type { Ping } from './ping.js';
import { BodyRefused, createBodyLimits, readJsonBody } from './read-body.js';
import { stayForAnswer } from './refuse.js';

/** Bytes of one body. */
const MOST_BYTES = 10 * 1024 * 1024;

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
  const limits = createBodyLimits(MOST_BYTES);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (uses.loopbackOnly) app.use(refuseOtherHosts);
  app.get('/ping', (_request, response) => {
    response.json(ping.report());
  });
  app.post('/invocations', async (request, response) => {
    // From the first byte to the last one: a session that is not busy may be ended.
    response.once('close', ping.busy());
    // A run whose client has gone is still being cancelled when its connection is closed.
    const done = ping.busy();
    try {
      const body = await readJsonBody(request, response, limits);
      const { answerInvocation } = await invocations();
      await answerInvocation(body, request, response, uses);
    } finally {
      done();
    }
  });
  app.get('/ws', (_request, response) => {
    response.status(426).set('upgrade', 'websocket').json(errorBody('usage', 'GET /ws is for WebSockets only'));
  });
  app.use((request: Request, response: Response) => {
    stayForAnswer(request, response);
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
  return (error: unknown, request, response, _next) => {
    // Nobody is there to tell.
    if (response.destroyed) return;
    if (response.headersSent) {
      // Half an answer must not look like a whole one, and Express's own handler would print to the console.
      logger.error('request failed', { error: messageOf(error) });
      response.destroy();
      return;
    }
    stayForAnswer(request, response);
    if (error instanceof BodyRefused) {
      if (error.status === 503) response.set('retry-after', String(RETRY_AFTER_SECONDS));
      response.status(error.status).json(errorBodyOf(error));
    } else if (error instanceof CentralOpsError) {
      response.status(error.code === 'usage' ? 400 : 500).json(errorBodyOf(error));
    } else {
      logger.error('request failed', { error: messageOf(error) });
      response.status(500).json(errorBody('internal', 'an unexpected error'));
    }
  };
}
