import type { AccountCredentials } from '../../../../src/domain/credentials.js';
import type { AccountReply } from '../../../../src/domain/outcome.js';
import type { AccountTools } from '../../../../src/tools/account-tools.js';
import { createAwsMcpTools } from '../../../../src/tools/aws-mcp/aws-mcp-tools.js';
import type { AwsMcpToolsOptions } from '../../../../src/tools/aws-mcp/aws-mcp-tools.js';
import { ALICE, answerOf, brokerOf, identity, question, SECRETS } from './accounts.js';
import { startServer } from './mcp-server.js';
import type { TestServer, TestServerOptions } from './mcp-server.js';

export const ONE = '111111111111';
export const TWO = '222222222222';

export interface SetUp {
  readonly server: TestServer;
  readonly tools: AccountTools;
  readonly ask: (accountId?: string, millis?: number, signal?: AbortSignal) => Promise<AccountReply>;
}

const cleanups: (() => Promise<void>)[] = [];

/** Closes what {@link setUp} opened, the last first. */
export async function tearDown(): Promise<void> {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
}

/** A server on loopback and the tools pointed at it, with two accounts of their own keys. Pauses take no time. */
export async function setUp(
  server: Partial<TestServerOptions> = {},
  options: Partial<AwsMcpToolsOptions> & { identities?: readonly AccountCredentials[] } = {},
): Promise<SetUp> {
  const started = await startServer({ secrets: SECRETS, answer: (request) => answerOf(request.keyId), ...server });
  cleanups.push(() => started.close());
  const tools = createAwsMcpTools({
    endpoint: started.endpoint,
    broker: brokerOf(...(options.identities ?? [identity(ONE, 'AKIAONE'), identity(TWO, 'AKIATWO')])),
    fetch,
    proveReadOnly: () => undefined,
    clock: Date.now,
    sleep: (_millis, signal) => (signal?.aborted === true ? Promise.reject(signal.reason) : Promise.resolve()),
    random: () => 0,
    ...options,
  });
  cleanups.push(() => tools.close());
  return {
    server: started,
    tools,
    ask: (accountId = ONE, millis = 20_000, signal = new AbortController().signal) =>
      tools.run(question(accountId), { caller: ALICE, signal, deadline: Date.now() + millis }),
  };
}

/** The requests that a server saw, by name. */
export const what = (server: TestServer): readonly string[] => server.seen.map((request) => request.what);
