import type { WebSocket } from 'ws';
import type { Caller } from '../../domain/caller.js';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { isJsonObject } from '../../domain/json.js';
import type { Logger } from '../../domain/logger.js';
import type { Operations } from '../../operations.js';
import { errorBody, errorBodyOf } from './error-body.js';
import { readRows, runEvents } from './invocations.js';
import { parseJsonBody } from './json-body.js';
import type { Ping } from './ping.js';
import { parseBody } from './request-body.js';
import { createFrameSender, FRAME_BYTES } from './web-socket-frames.js';

/** Requests of one connection under way at once. A session runs one; pages of rows go beside it. */
const MOST_REQUESTS = 16;
/** AgentCore's own limit of a connection. */
const MOST_FRAMES_PER_SECOND = 250;
/** Messages of one connection whose answer it has not taken. */
const MOST_UNANSWERED = 64;
/** A client that does not answer a protocol ping until the next one is gone, whatever its kernel says. */
const KEEPALIVE_MILLIS = 30_000;
/** Protocol pings, a quarter of an hour, after which a connection that asks for nothing is closed. */
const MOST_IDLE_PINGS = 30;
const ROW_LIMIT = 1000;
/** Room for what stands around a page of rows. */
const ROWS_LIMIT = FRAME_BYTES - 2000;

/** Close codes: RFC 6455, 7.4.1. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

export interface ConversationUses {
  readonly operations: Operations;
  readonly ping: Ping;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly logger: Logger;
  readonly caller: Caller;
  /** All requests of a connection are of one session. */
  readonly sessionId: string;
  readonly trace: Readonly<Record<string, string>>;
}

export interface Conversation {
  closeWhenAnswered(): void;
  terminate(): void;
}

/**
 * One WebSocket connection: each message in is a request body, each message out an event; `{"cancel": true}` and closing
 * cancel what runs. A request that cannot be taken is a `run-failed`; rows come as `rows`. Events longer than a frame have
 * tables with fewer rows, `truncated`, and what a table is not the reason of goes in continuation frames.
 */
export function converse(socket: WebSocket, uses: ConversationUses): Conversation {
  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  const sender = createFrameSender({
    isOpen,
    sendFrame: (bytes, fin, taken) => socket.send(bytes, { binary: false, fin }, taken),
  });
  const running = new Set<AbortController>();
  let closing = false;
  let frames = { second: 0, count: 0 };
  let alive = true;
  let unanswered = 0;
  let idlePings = 0;

  const keepalive = setInterval(() => {
    if (!alive) socket.terminate();
    alive = false;
    idlePings = unanswered > 0 ? 0 : idlePings + 1;
    if (idlePings > MOST_IDLE_PINGS) socket.close(GOING_AWAY, 'nothing was asked for a quarter of an hour');
    else socket.ping();
  }, KEEPALIVE_MILLIS);
  socket.on('pong', () => {
    alive = true;
  });

  const cancelAll = (message: string): void => {
    for (const run of running) run.abort(new CentralOpsError('cancelled', message));
  };
  socket.once('close', () => {
    clearInterval(keepalive);
    cancelAll('the client disconnected');
  });
  // A frame that breaks the protocol, or is too long: the library closes the connection and says so here.
  socket.on('error', (error) => uses.logger.debug('websocket broke', { error: error.message }));

  /** Whether a frame more may be looked at. */
  const isWelcome = (): boolean => {
    // What comes after a close is not even read.
    if (!isOpen()) socket.pause();
    const second = Math.floor(uses.clock() / 1000);
    frames = second === frames.second ? { second, count: frames.count + 1 } : { second, count: 1 };
    if (frames.count > MOST_FRAMES_PER_SECOND) {
      socket.close(POLICY_VIOLATION, `more than ${MOST_FRAMES_PER_SECOND} frames a second`);
    } else if (unanswered >= MOST_UNANSWERED) {
      socket.close(POLICY_VIOLATION, `more than ${MOST_UNANSWERED} messages unanswered`);
    }
    return isOpen();
  };
  socket.on('message', (data: Buffer) => {
    if (isWelcome()) void take(data);
  });
  // The library answers it.
  socket.on('ping', isWelcome);

  async function take(data: Buffer): Promise<void> {
    const done = uses.ping.busy();
    idlePings = 0;
    unanswered += 1;
    const cancel = new AbortController();
    try {
      if (running.size >= MOST_REQUESTS) {
        throw new CentralOpsError('overloaded', `${MOST_REQUESTS} requests of this connection are under way`);
      }
      running.add(cancel);
      await answer(data, cancel.signal);
    } catch (error) {
      await sender.send(failed(error));
    } finally {
      running.delete(cancel);
      unanswered -= 1;
      done();
      if (closing && running.size === 0) socket.close(GOING_AWAY, 'the server is shutting down');
    }
  }

  async function answer(data: Buffer, signal: AbortSignal): Promise<void> {
    const value = parseJsonBody(data, undefined);
    if (isCancel(value)) {
      cancelAll('cancelled by the client');
      return;
    }
    const parsed = parseBody(value);
    const { operations, caller, sessionId, trace } = uses;
    if (parsed.kind === 'rows') {
      await sender.send(stamped('rows', await readRows(operations, parsed.rows, parsed.warnings, caller, ROWS_LIMIT)));
      return;
    }
    const options = { caller, sessionId, signal, trace, rowLimit: ROW_LIMIT };
    for await (const event of runEvents(operations, parsed.request, parsed.warnings, options, FRAME_BYTES - 500)) {
      await sender.send(event);
      // Leaving cancels the run.
      if (!isOpen()) return;
    }
  }

  const stamped = (type: string, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    type,
    ...body,
    at: new Date(uses.clock()).toISOString(),
  });

  /** What went wrong before there was a run: an event as well, because a WebSocket has nothing else. */
  const failed = (error: unknown): Readonly<Record<string, unknown>> => {
    if (!(error instanceof CentralOpsError)) uses.logger.error('request failed', { error: messageOf(error) });
    const body = error instanceof CentralOpsError ? errorBodyOf(error) : errorBody('internal', 'an unexpected error');
    return stamped('run-failed', { runId: uses.newId('run'), ...body });
  };

  return {
    closeWhenAnswered() {
      closing = true;
      if (running.size === 0) socket.close(GOING_AWAY, 'the server is shutting down');
    },
    terminate: () => socket.terminate(),
  };
}

function isCancel(value: unknown): boolean {
  return isJsonObject(value) && value['cancel'] === true && Object.keys(value).length === 1;
}
