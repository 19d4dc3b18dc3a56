import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { RequestOptions } from '@modelcontextprotocol/sdk/shared/protocol.js';
import { CallToolResultSchema, ListToolsResultSchema } from '@modelcontextprotocol/sdk/types.js';
import type {
  CallToolRequest,
  CallToolResult,
  ListToolsRequest,
  ListToolsResult,
} from '@modelcontextprotocol/sdk/types.js';
import type { jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import type { AsyncLocalStorage } from 'node:async_hooks';

import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Fetch } from '../../network/fetch.js';
import type { RequestScope } from './limited-fetch.js';
import { withoutSecrets } from './session-errors.js';
import { REGION_METADATA } from './request-metadata.js';

/** How long a caller is prepared to wait. */
export interface CallLimits {
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch; nothing is waited for beyond it. */
  readonly deadline: number;
}

export interface SessionOptions {
  readonly endpoint: URL;
  /** Signed and limited, for one account. */
  readonly fetch: Fetch;
  /** Carries each request's signal and deadline to `fetch`, past the SDK. */
  readonly scope: AsyncLocalStorage<RequestScope>;
  readonly validator: jsonSchemaValidator;
  /** What `_meta.AWS_REGION` says. */
  readonly region: string;
  readonly clock: Clock;
}

/** One open MCP session of one account. */
export interface Session {
  /** Errors keep their types, and no output validator gets between: replies are checked by script/reply.ts. */
  callTool(name: string, args: Record<string, unknown>, limits: CallLimits): Promise<CallToolResult>;
  /** Runs `use` with the client that tool discovery works on; its `listTools` obeys the limits. */
  withClient<Result>(limits: CallLimits, use: (client: Client) => Promise<Result>): Promise<Result>;
  /** Tells the server (DELETE), then closes, waiting no longer than `millis`. Never throws. */
  end(millis: number): Promise<void>;
}

/** Why a scope ends that nobody cancelled. Not an error: making one, with its stack, for every request would be felt. */
const ENDED = 'the call has ended';

const STREAM_BROKEN = /SSE stream disconnected|Maximum reconnection attempts/;

/**
 * The SDK's client, with two changes for `tools/list`: it takes signal and timeout from its session, because tool
 * discovery passes none; and it keeps no output validators, which would make the one client that happened to list
 * tools stricter than all the others. Replies are checked in script/reply.ts for all alike.
 */
class SessionClient extends Client {
  listOptions: RequestOptions = {};
  /** Told when a reply stream breaks: the SDK's transport reports that here, and leaves the request waiting. */
  readonly waiting = new Set<(error: Error) => void>();

  override onerror = (error: Error): void => {
    if (STREAM_BROKEN.test(error.message)) for (const report of this.waiting) report(error);
  };

  override async listTools(params?: ListToolsRequest['params'], options?: RequestOptions): Promise<ListToolsResult> {
    return this.request({ method: 'tools/list', params }, ListToolsResultSchema, { ...this.listOptions, ...options });
  }
}

/** Opens a session: two HTTP requests (initialize, initialized). Whatever fails, nothing stays open. */
export async function openSession(options: SessionOptions, limits: CallLimits): Promise<Session> {
  const client = new SessionClient(
    { name: 'central-ops', version: '1' },
    { capabilities: {}, jsonSchemaValidator: options.validator },
  );
  const transport = new StreamableHTTPClientTransport(options.endpoint, {
    fetch: options.fetch,
    reconnectionOptions: {
      initialReconnectionDelay: 1,
      maxReconnectionDelay: 1,
      reconnectionDelayGrowFactor: 1,
      maxRetries: 0,
    },
  });
  /** Each request has signals of its own: the SDK never removes its listeners from the one it is given. */
  async function request<Result>(given: CallLimits, send: (sdk: RequestOptions) => Promise<Result>): Promise<Result> {
    given.signal.throwIfAborted();
    const left = given.deadline - options.clock();
    if (left <= 0) throw timedOut();
    const cancel = new AbortController();
    const scope = new AbortController();
    const giveUp = (): void => {
      cancel.abort(given.signal.reason);
      scope.abort(given.signal.reason);
    };
    given.signal.addEventListener('abort', giveUp, { once: true });
    let report: ((error: Error) => void) | undefined;
    try {
      const stream = new Promise<never>((_resolve, reject) => {
        report = (error) =>
          reject(
            new CentralOpsError('unreachable', 'The reply stream of the AWS MCP Server broke off.', { cause: error }),
          );
        client.waiting.add(report);
      });
      // The SDK's own timeout comes a little later than the caller's signal, which knows better why.
      const sent = options.scope.run({ signal: scope.signal, deadline: given.deadline }, () =>
        send({ signal: cancel.signal, timeout: left + 250, maxTotalTimeout: left + 250 }),
      );
      return await Promise.race([sent, stream]);
    } catch (error) {
      if (given.signal.aborted) throw reasonOf(given.signal);
      throw withoutSecrets(error);
    } finally {
      given.signal.removeEventListener('abort', giveUp);
      if (report !== undefined) client.waiting.delete(report);
      scope.abort(ENDED);
    }
  }

  /** With the metadata in place, the signed fetch need not take a long script apart to add it. */
  function params(name: string, args: Record<string, unknown>): CallToolRequest['params'] {
    return { _meta: { [REGION_METADATA]: options.region }, name, arguments: args };
  }

  const session: Session = {
    callTool: (name, args, given) =>
      request(given, (sdk) =>
        client.request({ method: 'tools/call', params: params(name, args) }, CallToolResultSchema, sdk),
      ),
    withClient: (given, use) =>
      request(given, async (sdk) => {
        client.listOptions = sdk;
        return use(client);
      }),
    end: async (millis) => {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, millis);
      });
      // A server may answer 405 (SDK: fine) or be gone; the session then ends by its own expiry.
      const told = transport.terminateSession().catch(() => undefined);
      await Promise.race([told, patience]);
      clearTimeout(timer);
      await client.close().catch(() => undefined);
    },
  };

  try {
    await request(limits, (sdk) => client.connect(transport, sdk));
  } catch (error) {
    await endHalfOpened(options, transport);
    throw error;
  }
  return session;
}

/** The SDK closes a transport whose handshake failed, which also stops its DELETE; the session may exist all the same. */
async function endHalfOpened(options: SessionOptions, transport: StreamableHTTPClientTransport): Promise<void> {
  const { sessionId } = transport;
  if (sessionId === undefined) return;
  const headers = { 'mcp-session-id': sessionId };
  const response = await options
    .fetch(options.endpoint, { method: 'DELETE', headers, signal: AbortSignal.timeout(2000) })
    .catch(() => undefined);
  await response?.body?.cancel();
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new CentralOpsError('cancelled', 'The run was cancelled.');
}

function timedOut(): CentralOpsError {
  return new CentralOpsError('timed-out', 'The time for this run was over before the AWS MCP Server was asked.');
}
