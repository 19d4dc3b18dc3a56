import { Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AttributeValue, CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

export interface DynamoDb {
  readonly url: string;
  /** A client of the test's own: the real SDK, with keys that the emulator takes. */
  readonly client: DynamoDBClient;
  /** Makes the table as the infrastructure does: on demand, with the partition key `agent_key`. */
  createTable(name: string, key?: string): Promise<void>;
  put(table: string, ...items: readonly Record<string, AttributeValue>[]): Promise<void>;
  /** Requests so far, by operation. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** dynalite: DynamoDB's protocol on loopback, in memory. */
export async function startDynamoDb(): Promise<DynamoDb> {
  const dynalite: unknown = createRequire(import.meta.url)('dynalite');
  if (typeof dynalite !== 'function') throw new Error('dynalite is not what it was');
  const server: unknown = Reflect.apply(dynalite, undefined, [{ createTableMs: 0, deleteTableMs: 0 }]);
  if (!(server instanceof Server)) throw new Error('dynalite made no server');
  const requests: string[] = [];
  server.on('request', ({ headers }: { headers: Record<string, string | undefined> }) => {
    requests.push(String(headers['x-amz-target']).split('.').at(-1) ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  const url = `http://127.0.0.1:${address.port}`;
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    url,
    client,
    requests,
    async createTable(name, key = 'agent_key') {
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
          KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
        }),
      );
    },
    async put(table, ...items) {
      await Promise.all(items.map((item) => client.send(new PutItemCommand({ TableName: table, Item: item }))));
    },
    close: () =>
      new Promise((resolve) => {
        client.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
