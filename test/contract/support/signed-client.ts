import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** What signs a request: the keys of one identity. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The hash that the signer takes, over Node's own crypto. */
class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {}
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}

/** A `fetch` that signs with the official signer: other code than the product's, and than the sandbox's verifier. */
export function signingFetch(keys: Keys, service: string, now: () => Date = () => new Date()): typeof fetch {
  const signer = new SignatureV4({ service, region: 'us-east-1', credentials: keys, sha256: Sha256 });
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = request.body === null ? undefined : await request.text();
    const signed = await signer.sign(
      {
        method: request.method,
        protocol: url.protocol,
        hostname: url.hostname,
        port: Number(url.port),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { ...Object.fromEntries(request.headers), host: url.host },
        ...(body === undefined ? {} : { body }),
      },
      { signingDate: now() },
    );
    const { host: _host, ...headers } = signed.headers;
    return fetch(url, { method: request.method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
  };
}

export async function connect(mcpUrl: string, keys: Keys): Promise<Client> {
  const client = new Client({ name: 'contract-test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL(mcpUrl), { fetch: signingFetch(keys, 'aws-mcp') }));
  return client;
}

/** AssumeRole as a test asks for it; the XML's fields by name. */
export async function assumeRole(
  stsUrl: string,
  hub: Keys,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string; readonly keys: Keys }> {
  const response = await signingFetch(hub, 'sts')(stsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action: 'AssumeRole', Version: '2011-06-15', ...form }).toString(),
  });
  const body = await response.text();
  const field = (name: string): string => new RegExp(`<${name}>([^<]*)<`, 'u').exec(body)?.[1] ?? '';
  return {
    status: response.status,
    body,
    keys: {
      accessKeyId: field('AccessKeyId'),
      secretAccessKey: field('SecretAccessKey'),
      sessionToken: field('SessionToken'),
    },
  };
}
