import { join } from 'node:path';
import type { ApprovalStore } from '../approvals/approval-store.js';
import { type Approvals, createApprovals } from '../approvals/approvals.js';
import { createDirectoryApprovalStore } from '../approvals/directory-approval-store.js';
import { createMemoryApprovalStore } from '../approvals/memory-approval-store.js';
import { createPostgresApprovalStore } from '../approvals/postgres-approval-store.js';
import { createDirectoryThreads } from '../checkpoints/directory-threads.js';
import { createMemoryThreads } from '../checkpoints/memory-threads.js';
import { createPostgresSessionLocks } from '../checkpoints/postgres-session-locks.js';
import { createPostgresThreads } from '../checkpoints/postgres-threads.js';
import {
  createDirectorySessionLocks,
  createMemorySessionLocks,
  type SessionLocks,
} from '../checkpoints/session-locks.js';
import type { Threads } from '../checkpoints/threads.js';
import type { Configuration } from '../config.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { isLoopbackHost } from '../domain/loopback.js';
import type { Logger } from '../domain/logger.js';
import { sleep } from '../network/sleep.js';
import { createDatabase } from '../postgres/database.js';
import { tablesOf } from '../postgres/schema.js';

/** What outlives a run, all in one place: what sessions remember, who uses one, and what waits for a person's yes. */
export interface Checkpoints {
  readonly threads: Threads;
  readonly sessions: SessionLocks;
  readonly approvals: Approvals;
  close(): Promise<void>;
}

export function checkpointsOf(
  { checkpoints, sandbox }: Configuration,
  uses: { readonly clock: Clock; readonly newId: (prefix: string) => string; readonly logger: Logger },
): Checkpoints {
  const { clock } = uses;
  const approvals = (store: ApprovalStore): Approvals => createApprovals({ store, ...uses });
  switch (checkpoints.kind) {
    case 'memory':
      return {
        threads: createMemoryThreads(clock),
        sessions: createMemorySessionLocks(),
        approvals: approvals(createMemoryApprovalStore(clock)),
        close: nothingToClose,
      };
    case 'directory': {
      // A session of the sandbox speaks of accounts that nobody has, and an approval given in it must open nothing outside.
      const directory = sandbox === undefined ? checkpoints.path : join(checkpoints.path, 'sandbox');
      return {
        threads: createDirectoryThreads(directory, { clock, sleep }),
        sessions: createDirectorySessionLocks(directory, clock),
        approvals: approvals(createDirectoryApprovalStore(join(directory, 'approvals'), clock)),
        close: nothingToClose,
      };
    }
    case 'postgres': {
      if (sandbox !== undefined && !isLoopbackHost(new URL(checkpoints.url).hostname)) {
        throw new CentralOpsError(
          'configuration',
          'the sandbox connects to this machine alone, and CENTRAL_OPS_CHECKPOINTS names another',
          {
            nextStep: 'Use memory, file:DIR or a PostgreSQL on this machine with --sandbox.',
          },
        );
      }
      const database = createDatabase(
        checkpoints.url,
        tablesOf(sandbox === undefined ? 'central_ops' : 'central_ops_sandbox'),
        uses.logger,
      );
      return {
        threads: createPostgresThreads(database, clock),
        sessions: createPostgresSessionLocks(database, clock),
        approvals: approvals(createPostgresApprovalStore(database, clock)),
        close: () => database.close(),
      };
    }
    default:
      return checkpoints satisfies never;
  }
}

function nothingToClose(): Promise<void> {
  return Promise.resolve();
}
