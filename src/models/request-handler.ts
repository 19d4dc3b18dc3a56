import type { Fetch } from '../network/fetch.js';

/** The parts of the AWS SDK's request that a `fetch` needs. */
interface SdkRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Sends what an SDK client has signed over the network of this process, so that its pools, limits and the loopback
 * guard hold. The Bedrock client's own handler speaks HTTP/2 and takes no agents.
 */
export function createRequestHandler(fetch: Fetch) {
  return {
    async handle(request: SdkRequest, options: { readonly abortSignal?: unknown } = {}) {
      const { abortSignal } = options;
      const reply = await fetch(urlOf(request), {
        method: request.method,
        headers: { ...request.headers },
        ...(typeof request.body === 'string' || request.body instanceof Uint8Array ? { body: request.body } : {}),
        ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {}),
      });
      // An event stream is handed on as it comes; anything else has arrived already.
      const body = isEventStream(reply) ? reply.body : new Uint8Array(await reply.arrayBuffer());
      return { response: { statusCode: reply.status, headers: Object.fromEntries(reply.headers), body } };
    },
    /** The connections are the process's: closing them is not this client's business. */
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

function isEventStream({ headers, body }: Response): boolean {
  return body !== null && (headers.get('content-type') ?? '').startsWith('application/vnd.amazon.eventstream');
}

function urlOf({ protocol, hostname, port, path, query = {} }: SdkRequest): URL {
  const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' || value === null ? [value] : value) {
      url.searchParams.append(name, one ?? '');
    }
  }
  return url;
}
