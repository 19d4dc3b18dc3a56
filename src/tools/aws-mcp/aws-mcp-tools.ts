import { setMaxListeners } from 'node:events';

import type { Clock } from '../../domain/clock.js';
import type { CredentialBroker } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import { classifyAccountError } from '../../domain/failure.js';
import type { Logger } from '../../domain/logger.js';
import type { Fetch } from '../../network/fetch.js';
import { sleep as realSleep } from '../../network/sleep.js';
import type { Sleep } from '../../network/sleep.js';
import type { AccountTools } from '../account-tools.js';
import { requireOwnIdentity, runAccount } from './account-run.js';
import type { ProveReadOnly } from './script/render.js';
import { createSessionPool } from './session-pool.js';
import { signingTarget } from './signing-target.js';
import { createToolCatalogue, RUN_SCRIPT, toolMissing } from './tool-catalogue.js';

/** What may be set; the defaults suit the AWS MCP Server's published quotas. */
export interface AwsMcpLimits {
  /** Requests a second per account, and how many may go at once. */
  readonly requestsPerSecond: number;
  readonly burst: number;
  /** Requests per message when the server answers 429. */
  readonly attempts: number;
  /** Milliseconds after which an unused session is ended, and how long its end may take. */
  readonly idleMillis: number;
  readonly endMillis: number;
  /** Milliseconds for a listing of tools. */
  readonly listMillis: number;
  /** Seconds of one script, and of one API call in it. */
  readonly scriptSeconds: number;
  readonly callSeconds: number;
  /** API calls in flight in one account. */
  readonly workers: number;
  /** Seconds of the first pause after an API's throttling. */
  readonly backoffSeconds: number;
  /** Characters of text in a cell, and rows in one reply. */
  readonly cellCap: number;
  readonly rowsPerScript: number;
}

export const DEFAULT_LIMITS: AwsMcpLimits = {
  requestsPerSecond: 3,
  burst: 3,
  attempts: 6,
  idleMillis: 60_000,
  endMillis: 2000,
  listMillis: 30_000,
  scriptSeconds: 40,
  callSeconds: 20,
  workers: 8,
  backoffSeconds: 0.25,
  cellCap: 4096,
  rowsPerScript: 20_000,
};

export interface AwsMcpToolsOptions {
  readonly endpoint: URL;
  /** Signing Region where the endpoint's host names none (loopback, a private address). */
  readonly region?: string;
  readonly broker: CredentialBroker;
  readonly fetch: Fetch;
  /** Called for each call each time a script is rendered; throws for what is not a proven read. */
  readonly proveReadOnly: ProveReadOnly;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  /** Between 0 and 1, for jitter. */
  readonly random?: () => number;
  readonly limits?: Partial<AwsMcpLimits>;
  readonly logger?: Logger;
}

/**
 * Reads accounts through the AWS MCP Server: one signed session per account, one script per question. Throws
 * `configuration` at once for an endpoint that must not be used; after that `run` turns every failure of an account
 * into outcomes.
 */
export function createAwsMcpTools(options: AwsMcpToolsOptions): AccountTools {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { broker, clock, endpoint } = options;
  const sleep = options.sleep ?? realSleep;
  const { region } = signingTarget(endpoint, { region: options.region ?? 'us-east-1' });
  const catalogue = createToolCatalogue();
  const pool = createSessionPool({
    endpoint,
    region,
    fetch: options.fetch,
    clock,
    sleep,
    random: options.random ?? Math.random,
    rate: { perSecond: limits.requestsPerSecond, burst: limits.burst },
    attempts: limits.attempts,
    idleMillis: limits.idleMillis,
    endMillis: limits.endMillis,
  });
  const uses = {
    endpoint,
    pool,
    catalogue,
    clock,
    sleep,
    proveReadOnly: options.proveReadOnly,
    limits: {
      seconds: limits.scriptSeconds,
      callSeconds: limits.callSeconds,
      workers: limits.workers,
      backoff: limits.backoffSeconds,
      cellCap: limits.cellCap,
      rowsPerScript: limits.rowsPerScript,
    },
  };

  return {
    async run(assignment, { caller, signal, deadline }) {
      const startedAt = clock();
      const reply = await withDeadline(signal, deadline, clock, (bounded) =>
        runAccount(
          assignment,
          () => broker.forAccount(assignment.account.id, caller),
          { signal: bounded, deadline },
          uses,
        ),
      );
      options.logger?.debug('account asked', {
        accountId: assignment.account.id,
        millis: clock() - startedAt,
        apiCalls: reply.apiCalls,
        outcomes: reply.outcomes.length,
      });
      return reply;
    },
    async list(account, { signal }) {
      const deadline = clock() + limits.listMillis;
      try {
        return await withDeadline(signal, deadline, clock, async (bounded) => {
          const given = { signal: bounded, deadline };
          const identity = broker.forAccount(account.id);
          requireOwnIdentity(identity, account);
          const offered =
            catalogue.known ?? (await pool.use(identity, given, (session) => catalogue.list(session, given)));
          if (!offered.some((tool) => tool.name === RUN_SCRIPT)) throw toolMissing(endpoint, offered);
          return offered;
        });
      } catch (error) {
        if (error instanceof CentralOpsError) throw error;
        const verdict = classifyAccountError(error, account);
        const code =
          verdict.kind === 'denied'
            ? 'credentials-denied'
            : verdict.kind === 'timed-out' ||
                verdict.kind === 'cancelled' ||
                verdict.kind === 'throttled' ||
                verdict.kind === 'unreachable'
              ? verdict.kind
              : 'tool-refused';
        throw new CentralOpsError(code, verdict.message, {
          facts: { accountId: account.id },
          nextStep: verdict.nextStep,
          cause: error,
        });
      }
    },
    close: () => pool.close(),
  };
}

/** A signal of this run's own: aborted with the caller's, or with `timed-out` when the deadline has come. */
async function withDeadline<Value>(
  signal: AbortSignal,
  deadline: number,
  clock: Clock,
  work: (bounded: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  // Requests and waits of one run listen to it side by side; and a thousand runs may share the caller's signal. Above
  // ten listeners Node would print a warning for each.
  setMaxListeners(0, controller.signal, signal);
  const abort = (): void => {
    const { reason } = signal;
    controller.abort(
      reason instanceof CentralOpsError
        ? reason
        : new CentralOpsError('cancelled', 'The run was cancelled.', { cause: reason }),
    );
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(
    () =>
      controller.abort(
        new CentralOpsError('timed-out', 'The time for this run was over before the account had answered everything.'),
      ),
    Math.max(0, Math.min(deadline - clock(), 2 ** 31 - 1)),
  );
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
