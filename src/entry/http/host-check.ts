import { isLoopbackHost } from '../../domain/loopback.js';

export const OTHER_HOST = 'this server answers requests for localhost only';

/**
 * Whether a request to a server on loopback means this machine. A page of another site may resolve its own name to
 * 127.0.0.1 (DNS rebinding), or open a WebSocket; it cannot make the browser send a loopback Host and Origin.
 */
export function isForThisMachine(headers: {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}): boolean {
  const host = hostName(headers.host);
  return host !== undefined && isLoopbackHost(host) && isLoopbackOrigin(headers.origin);
}

function hostName(host: string | undefined): string | undefined {
  return host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}

/** Programs send none. `null` is a page that hides where it is from. */
function isLoopbackOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);
}
