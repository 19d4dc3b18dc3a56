import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { Logger } from '../../domain/logger.js';
import type { Fetch } from '../../network/fetch.js';
import { createRateLimiter } from '../../network/rate-limiter.js';
import { sleep, type Sleep } from '../../network/sleep.js';
import type { Knowledge, LookUp } from './knowledge.js';
import { createUnsignedFetch } from './unsigned-fetch.js';

export interface AwsKnowledgeOptions {
  /** The AWS MCP Server. */
  readonly endpoint: URL;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  readonly logger: Logger;
  /** Milliseconds for connecting and listing, and for a call; after how many an unused session is ended. */
  readonly limits?: Partial<typeof LIMITS>;
}

const LIMITS = { openMillis: 3000, callMillis: 8000, idleMillis: 60_000, endMillis: 1000, againMillis: 60_000 };

/** By exact name: whatever else the server comes to offer is not offered to a model. All of them read what is public. */
const ALLOWED: ReadonlySet<string> = new Set([
  'aws___search_documentation',
  'aws___read_documentation',
  'aws___retrieve_skill',
  'aws___list_regions',
  'aws___get_regional_availability',
]);

/** Below the server's own rate of three a second, so that what is on its way does not meet it early. */
const RATE = { perSecond: 2, burst: 3 };

const DESCRIPTION_CHARACTERS = 500;
const SCHEMA_BYTES = 2000;

/**
 * The knowledge tools of the AWS MCP Server. They answer anybody, so they are asked without a signature, over one session
 * that all questions of this process share. What goes wrong leaves a planner without them: it is logged, and the server is
 * left alone for a minute.
 */
export function createAwsKnowledge(options: AwsKnowledgeOptions): Knowledge {
  const limits = { ...LIMITS, ...options.limits };
  const { clock, endpoint, logger } = options;
  const fetch = createUnsignedFetch(endpoint, options.fetch, createRateLimiter(RATE, clock, options.sleep ?? sleep));
  let session: Promise<Session> | undefined;
  /** A call has failed: perhaps the tool said no, perhaps the session is gone. */
  let suspect = false;
  let notBefore = 0;
  let idle: NodeJS.Timeout | undefined;
  /** Calls of one session take turns. */
  let turn: Promise<unknown> = Promise.resolve();

  async function drop(): Promise<void> {
    clearTimeout(idle);
    const ending = session;
    session = undefined;
    suspect = false;
    await ending?.then((open) => open.end()).catch(() => undefined);
  }

  function use(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void drop(), limits.idleMillis);
    idle.unref();
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function lookUp(tool: LoadedTool): LookUp {
    return {
      name: tool.name,
      description: tool.description,
      inputSchema: tool.inputSchema,
      call: (args, { signal }) =>
        inTurn(async () => {
          signal.throwIfAborted();
          use();
          try {
            return await tool.call(args, AbortSignal.any([signal, AbortSignal.timeout(limits.callMillis)]));
          } catch (error) {
            suspect = true;
            signal.throwIfAborted();
            throw new CentralOpsError('tool-refused', `${tool.name} did not answer: ${messageOf(error).slice(0, 200)}`);
          }
        }),
    };
  }

  return {
    async tools({ signal }) {
      signal.throwIfAborted();
      if (suspect) await drop();
      if (session === undefined && clock() < notBefore) return [];
      session ??= openSession(endpoint, fetch, limits);
      try {
        const { tools } = await unlessAborted(session, signal);
        use();
        return tools.map(lookUp);
      } catch (error) {
        signal.throwIfAborted();
        session = undefined;
        notBefore = clock() + limits.againMillis;
        logger.warn('knowledge tools not available', { endpoint: endpoint.origin, error: messageOf(error) });
        return [];
      }
    },
    close: drop,
  };
}

interface LoadedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  call(args: JsonObject, signal: AbortSignal): Promise<string>;
}

interface Session {
  readonly tools: readonly LoadedTool[];
  end(): Promise<void>;
}

/** Connects and lists the tools, or leaves nothing open. */
async function openSession(endpoint: URL, fetch: Fetch, limits: typeof LIMITS): Promise<Session> {
  const client = new Client({ name: 'central-ops', version: '1' });
  const transport = new StreamableHTTPClientTransport(endpoint, {
    fetch,
    reconnectionOptions: {
      initialReconnectionDelay: 1,
      maxReconnectionDelay: 1,
      reconnectionDelayGrowFactor: 1,
      maxRetries: 0,
    },
  });
  const end = async (): Promise<void> => {
    await unlessAborted(transport.terminateSession(), AbortSignal.timeout(limits.endMillis)).catch(() => undefined);
    await client.close().catch(() => undefined);
  };
  const limit = AbortSignal.timeout(limits.openMillis);
  try {
    await unlessAborted(client.connect(transport, { timeout: limits.openMillis }), limit);
    return { tools: await unlessAborted(loadTools(client), limit), end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function loadTools(client: Client): Promise<readonly LoadedTool[]> {
  // Loaded here and not at the top: most runs ask no model, and it takes a while.
  const [{ loadMcpTools }, { toJsonSchema }] = await Promise.all([
    import('@langchain/mcp-adapters'),
    import('@langchain/core/utils/json_schema'),
  ]);
  // Not MultiServerMCPClient: it takes no `fetch`, and it leaves its sessions open.
  const tools = await loadMcpTools('aws', client, { prefixToolNameWithServerName: false, throwOnLoadError: false });
  return tools.flatMap((tool) => {
    const schema: unknown = toJsonSchema(tool.schema);
    if (!ALLOWED.has(tool.name) || !isJsonObject(schema) || JSON.stringify(schema).length > SCHEMA_BYTES) return [];
    return [
      {
        name: tool.name,
        description: tool.description.slice(0, DESCRIPTION_CHARACTERS),
        inputSchema: schema,
        call: async (args, signal) => {
          const content: unknown = await unlessAborted(tool.invoke({ ...args }, { signal }), signal);
          return textOf(content);
        },
      } satisfies LoadedTool,
    ];
  });
}

const blockShape = z.looseObject({ text: z.string().default('') });
const contentShape = z.union([z.string(), z.array(blockShape), blockShape.transform((block) => [block])]);

/** Only text is of use to a planner. A result that is also structured arrives as one block instead of a list. */
function textOf(content: unknown): string {
  const parsed = contentShape.safeParse(content);
  if (!parsed.success) return '';
  return typeof parsed.data === 'string' ? parsed.data : parsed.data.map(({ text }) => text).join('\n');
}

async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  let giveUp: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (giveUp !== undefined) signal.removeEventListener('abort', giveUp);
  }
}
