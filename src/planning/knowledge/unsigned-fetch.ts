import { CentralOpsError } from '../../domain/errors.js';
import type { Fetch } from '../../network/fetch.js';
import type { RateLimiter } from '../../network/rate-limiter.js';

/**
 * A `fetch` for one endpoint that carries nobody's identity: what a model looks up goes out on a connection that could not
 * run a script or reach an account if it wanted to. It keeps the server's rate. GET is answered here with 405, because the event stream that the MCP
 * transport would open has no use; redirects are not followed.
 */
export function createUnsignedFetch(endpoint: URL, fetch: Fetch, limiter: RateLimiter): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input);
    if (url.origin !== endpoint.origin) {
      throw new CentralOpsError('refused', `A look-up at ${url.origin} was stopped: only ${endpoint.origin} is asked.`);
    }
    if ((init.method ?? 'GET').toUpperCase() === 'GET') return new Response(null, { status: 405 });
    await limiter.take(init.signal ?? undefined);
    const headers = new Headers(init.headers);
    headers.delete('authorization');
    return fetch(url, { ...init, headers, redirect: 'error' });
  };
}
