import type { Pool, PoolClient } from 'pg';
import type { Logger } from '../domain/logger.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import { schemaOf, type Tables } from './schema.js';

/** Runs statements; rows are checked by whoever asks. */
export interface Statements {
  query(text: string, values?: readonly unknown[]): Promise<readonly unknown[]>;
}

/** A PostgreSQL database that holds this program's tables. */
export interface Database extends Statements {
  readonly tables: Tables;
  /** All of the work's statements or none of them. */
  transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const CONNECTIONS = 10;
const CONNECT_MILLIS = 5_000;
const STATEMENT_MILLIS = 10_000;

/**
 * Connects when it is first used, so that a process that is cloned before its first request clones no connection, and
 * makes the tables that are missing. Throws `checkpoint-unavailable`, which names the server and never the password.
 */
export function createDatabase(url: string, tables: Tables, logger: Logger): Database {
  let opened: Promise<Pool> | undefined;

  const open = async (): Promise<Pool> => {
    const { Pool: ConnectionPool } = (await import('pg')).default;
    const pool = new ConnectionPool({
      connectionString: url,
      application_name: 'central-ops',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MILLIS,
      query_timeout: STATEMENT_MILLIS,
      statement_timeout: STATEMENT_MILLIS,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
    pool.on('error', (error) => logger.warn('connection to PostgreSQL lost', { error: error.message }));
    try {
      await pool.query(schemaOf(tables));
      return pool;
    } catch (error) {
      await pool.end();
      throw error;
    }
  };

  const withPool = async <Result>(work: (pool: Pool) => Promise<Result>): Promise<Result> => {
    try {
      return await work(
        await (opened ??= open().catch((error: unknown) => {
          opened = undefined;
          throw error;
        })),
      );
    } catch (error) {
      throw error instanceof CentralOpsError ? error : unavailable(url, error);
    }
  };

  return {
    tables,
    query: (text, values = []) => withPool(async (pool) => (await pool.query<never>(text, [...values])).rows),
    transaction: (work) =>
      withPool(async (pool) => {
        const client = await pool.connect();
        try {
          return await inTransaction(client, work);
        } finally {
          client.release();
        }
      }),
    async close() {
      const pool = await opened?.catch(() => undefined);
      opened = undefined;
      await pool?.end();
    },
  };
}

async function inTransaction<Result>(
  client: PoolClient,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN');
  try {
    const result = await work({
      query: async (text, values = []) => (await client.query<never>(text, [...values])).rows,
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function unavailable(url: string, cause: unknown): CentralOpsError {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  return new CentralOpsError('checkpoint-unavailable', `PostgreSQL at ${place}: ${reasonOf(cause)}`, {
    cause,
    nextStep:
      'Check CENTRAL_OPS_CHECKPOINTS, that the server is reachable from here, and that the user may create tables.',
  });
}

/** Several addresses that all refused come as one error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((inner) => messageOf(inner)).join('; ');
  return messageOf(error) === '' ? 'the connection failed' : messageOf(error);
}
