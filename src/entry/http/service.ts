import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import type { Operations } from '../../operations.js';
import { once } from '../../domain/once.js';
import { createApp, invocations } from './app.js';
import { errorBody } from './error-body.js';
import { createGuardedServer } from './guarded-server.js';
import { createPing } from './ping.js';
import { createRunGate } from './run-gate.js';
import type { WebSocketDoor } from './web-socket.js';
import { within } from '../within.js';

/** How long cancelled runs have to end with what has answered. */
export const CANCEL_MILLIS = 5000;
/** How long the last bytes have to be read. */
export const CLOSE_MILLIS = 1000;

export interface ServiceUses {
  readonly operations: Operations;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly logger: Logger;
  readonly callerHeader: string | undefined;
  /** True when bound to loopback: then only requests that name a loopback host are answered (DNS rebinding). */
  readonly loopbackOnly: boolean;
  /** Runs at once; one more is told so. */
  readonly concurrentRuns: number;
}

export interface Service {
  /** Not listening yet. */
  readonly server: Server;
  /**
   * Takes no new connections and no new runs, lets those under way end for `millis`, then cancels them, and closes every
   * connection.
   */
  drain(millis: number): Promise<void>;
}

/** The service of questions. */
export interface QuestionService extends Service {
  /** Loads the code that the first requests would load. */
  preload(): Promise<void>;
}

/** The HTTP service of the AgentCore contract: `POST /invocations`, `GET /ping` and `GET /ws` on one server. */
export function createService(uses: ServiceUses): QuestionService {
  const ping = createPing(uses.clock);
  const gate = createRunGate(uses.operations, { ...uses, limit: uses.concurrentRuns });
  const shared = {
    ...uses,
    ping,
    operations: gate.operations,
    isClosed: () => gate.closed,
    isFull: () => gate.full,
  };
  const server = createGuardedServer(createApp(shared), (message) => errorBody('usage', message));
  let webSockets: WebSocketDoor | undefined;
  const loadWebSockets = once(async () => {
    const { createWebSocketDoor } = await import('./web-socket.js');
    return (webSockets = createWebSocketDoor(shared));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nobody else listens yet, and an unheard error would end the process.
    socket.on('error', () => socket.destroy());
    void loadWebSockets().then((door) => door.upgrade(request, socket, head));
  });
  return {
    server,
    async preload() {
      await Promise.all([invocations(), loadWebSockets()]);
    },
    async drain(millis) {
      gate.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      webSockets?.close();
      if (!(await within(millis, ping.idle()))) {
        uses.logger.warn('runs cancelled at the deadline');
        gate.cancel(new CentralOpsError('cancelled', 'the server is shutting down'));
        await within(CANCEL_MILLIS, ping.idle());
      }
      server.closeIdleConnections();
      if (await within(CLOSE_MILLIS, closed)) return;
      webSockets?.terminate();
      server.closeAllConnections();
      await closed;
    },
  };
}
