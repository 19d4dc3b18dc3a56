import type { Clock } from '../../domain/clock.js';
import type { AccountCredentials, AwsCredentials } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Fetch } from '../../network/fetch.js';
import { withRegionMetadata } from './request-metadata.js';
import { createSigner, type Signer } from './signature.js';
import { signingTarget } from './signing-target.js';

export interface SignedFetchOptions {
  /** Sends what has been signed. */
  readonly fetch: Fetch;
  readonly credentials: AccountCredentials;
  readonly endpoint: URL;
  /** `aws-mcp` unless said. */
  readonly service?: string;
  /** Used when the endpoint's host does not name one. */
  readonly region?: string;
  /** What `_meta.AWS_REGION` says; the signing Region unless said. */
  readonly metadataRegion?: string;
  readonly clock: Clock;
}

/** Few headers are signed: each costs time, and AWS's own stdlib signer covers fewer. `x-amz-*` come from the signer. */
const SIGNED = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-session-id'] as const;

/** Belong to the connection; `fetch` sets its own, and a signed but different `host` would break the signature. */
const CONNECTION_HEADERS = ['host', 'connection', 'content-length'] as const;

/**
 * A `fetch` that signs every request of one account with SigV4, each attempt anew, and sends it nowhere but to the
 * endpoint's own origin. Innermost of the wrappers: whoever retries goes around it, so that nothing edits what was
 * signed. There is no unsigned way out: without credentials it throws and nothing is sent.
 *
 * GET is answered here with 405: the transport would open an event stream that this program has no use for, and every
 * request counts against a quota of three a second.
 */
export function createSignedFetch(options: SignedFetchOptions): Fetch {
  const target = signingTarget(options.endpoint, options);
  const metadataRegion = options.metadataRegion ?? target.region;
  let current: { readonly accessKeyId: string; readonly signer: Signer } | undefined;

  function signerFor(credentials: AwsCredentials): Signer {
    if (current?.accessKeyId !== credentials.accessKeyId) {
      const signer = createSigner(credentials, target.service, target.region);
      current = { accessKeyId: credentials.accessKeyId, signer };
    }
    return current.signer;
  }

  return async (input, init = {}) => {
    const url = new URL(input);
    const method = (init.method ?? 'GET').toUpperCase();
    if (url.origin !== target.endpoint.origin) {
      throw new CentralOpsError(
        'refused',
        `A request to ${url.origin} was stopped: account ${options.credentials.accountId} signs for ${target.endpoint.origin} only.`,
        {
          facts: { accountId: options.credentials.accountId, origin: url.origin },
        },
      );
    }
    if (method === 'GET') return new Response(null, { status: 405 });

    const signal = init.signal ?? undefined;
    const credentials = await options.credentials.provide(signal === undefined ? {} : { signal });
    if (credentials.accessKeyId === '' || credentials.secretAccessKey === '') {
      throw new CentralOpsError(
        'credentials-missing',
        `No credentials for account ${options.credentials.accountId}; nothing was sent.`,
        {
          facts: { accountId: options.credentials.accountId },
        },
      );
    }
    if (credentials.accountId !== undefined && credentials.accountId !== options.credentials.accountId) {
      throw new CentralOpsError(
        'identity-mismatch',
        `A request for account ${options.credentials.accountId} was about to be signed as account ${credentials.accountId}; nothing was sent.`,
        { facts: { accountId: options.credentials.accountId, answered: credentials.accountId } },
      );
    }
    signal?.throwIfAborted();

    const body = withRegionMetadata(textOf(init.body), metadataRegion);
    const headers = new Headers(init.headers);
    for (const name of CONNECTION_HEADERS) headers.delete(name);
    const signed = signerFor(credentials).sign({
      method,
      url,
      headers: { host: url.host, ...pick(headers) },
      body,
      at: options.clock(),
    });
    for (const [name, value] of Object.entries(signed)) {
      if (name !== 'host') headers.set(name, value);
    }
    const response = await options.fetch(url, {
      ...init,
      method,
      headers,
      redirect: 'manual',
      ...(method === 'DELETE' && body === '' ? {} : { body }),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw redirected(target.endpoint, response, options.credentials.accountId);
    }
    return response;
  };
}

/** The transport sends JSON text; bytes are taken for text, anything else could not be signed as it is sent. */
function textOf(body: RequestInit['body']): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new CentralOpsError('internal', 'Only a text body can be signed.');
}

function pick(headers: Headers): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of SIGNED) {
    const value = headers.get(name);
    if (value !== null) picked[name] = value;
  }
  return picked;
}

function redirected(endpoint: URL, response: Response, accountId: string): CentralOpsError {
  const location = response.headers.get('location');
  const to =
    location !== null && URL.canParse(location, endpoint.href) ? ` to ${new URL(location, endpoint).origin}` : '';
  return new CentralOpsError(
    'tool-refused',
    `${endpoint.origin} answered a request of account ${accountId} with a redirect${to} (HTTP ${response.status}), which was not followed: a signed request goes nowhere else.`,
    {
      facts: { accountId, status: response.status },
      nextStep: 'Set CENTRAL_OPS_AWS_MCP_URL to the final address of the server.',
    },
  );
}
