import type { Composition } from '../../compose.js';
import { CentralOpsError } from '../../domain/errors.js';
import { createGuardedServer } from '../http/guarded-server.js';
import { createPing } from '../http/ping.js';
import { createRunGate } from '../http/run-gate.js';
import { CANCEL_MILLIS, CLOSE_MILLIS, type Service } from '../http/service.js';
import { within } from '../within.js';
import { assembleMcp } from './assemble.js';
import type { HttpAccess } from './http-access.js';
import { createMcpApp, errorWithoutRequest } from './http-app.js';

/** Our MCP server over HTTP: bounded runs, and an end that lets those under way answer. */
export function createMcpService(
  composition: Composition,
  options: {
    readonly access: HttpAccess;
    readonly callerHeader: string | undefined;
    readonly concurrentRuns: number;
  },
): Service {
  const { clock, newId, logger } = composition;
  const ping = createPing(clock);
  const gate = createRunGate(composition.operations, { clock, newId, limit: options.concurrentRuns });
  const assembled = assembleMcp(composition, {
    forOnePerson: options.access.loopbackOnly,
    operations: gate.operations,
  });
  const server = createGuardedServer(
    createMcpApp({ ...options, connect: assembled.connect, ping, newId, logger }),
    errorWithoutRequest,
  );
  return {
    server,
    async drain(millis) {
      gate.close();
      assembled.close();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      if (!(await within(millis, ping.idle()))) {
        logger.warn('runs cancelled at the deadline');
        gate.cancel(new CentralOpsError('cancelled', 'the server is shutting down'));
        await within(CANCEL_MILLIS, ping.idle());
      }
      server.closeIdleConnections();
      if (await within(CLOSE_MILLIS, closed)) return;
      server.closeAllConnections();
      await closed;
    },
  };
}
