import { createDatabase, type Database } from '../../../src/postgres/database.js';
import { tablesOf, type Tables } from '../../../src/postgres/schema.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** A PostgreSQL in this process, behind the real wire protocol on loopback. */
export interface PostgresServer {
  readonly url: string;
  /** A client of its own, as each instance has one. */
  connect(tables?: Tables): Database;
  /** What an operator would type. */
  run(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** The one at `CENTRAL_OPS_TEST_POSTGRES`, whose tables it empties, where a real server is to be tested. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['CENTRAL_OPS_TEST_POSTGRES'];
  const started = given === undefined ? await startEmbeddedPostgres() : { url: given, close: () => Promise.resolve() };
  const silent = createLogger({ level: 'error', write: () => undefined, clock: Date.now });
  const clients: Database[] = [];
  const connect: PostgresServer['connect'] = (tables = tablesOf('central_ops')) => {
    const client = createDatabase(started.url, tables, silent);
    clients.push(client);
    return client;
  };
  return {
    url: started.url,
    connect,
    async run(statement) {
      await connect().query(statement);
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await started.close();
    },
  };
}
