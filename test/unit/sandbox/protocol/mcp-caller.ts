import { afterEach } from 'vitest';
import type { SandboxOptions } from '../../../../src/sandbox/options.js';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.js';
import { assumeRole, signingFetch, type Keys } from '../../../contract/support/signed-client.js';

const open: Sandbox[] = [];
let ahead = 0;

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox that ends with its test. Each request moves its clock, so that its quota never has to be waited for. */
export async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  ahead = 0;
  const sandbox = await startSandbox({ accounts: 3, clock: () => Date.now() + ahead, ...options });
  open.push(sandbox);
  return sandbox;
}

/** Lets the time pass in which the quota of three requests a second refills by three. */
export function aSecondLater(): void {
  ahead += 1000;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** An MCP client that shows what is on the wire. */
export class Caller {
  readonly accountId: string;
  readonly keys: Keys | undefined;
  readonly #sandbox: Sandbox;
  session = '';

  constructor(sandbox: Sandbox, accountId: string, keys: Keys | undefined) {
    this.#sandbox = sandbox;
    this.accountId = accountId;
    this.keys = keys;
  }

  async send(method: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const signed = this.keys === undefined ? fetch : signingFetch(this.keys, 'aws-mcp');
    const response = await signed(this.#sandbox.mcpUrl, {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(this.session === '' ? {} : { 'mcp-session-id': this.session }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  async request(method: string, params?: object): Promise<Reply> {
    ahead += 1000;
    return this.send('POST', { jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) });
  }

  async initialize(protocolVersion = '2025-11-25'): Promise<Reply> {
    const reply = await this.request('initialize', {
      protocolVersion,
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    this.session = reply.headers.get('mcp-session-id') ?? '';
    return reply;
  }

  async script(code: string, meta?: object): Promise<unknown> {
    const reply = await this.request('tools/call', { name: 'aws___run_script', arguments: { code }, _meta: meta });
    return JSON.parse(reply.body);
  }
}

/** A client with the keys of a member role. */
export async function caller(
  sandbox: Sandbox,
  position = 1,
  policy: Readonly<Record<string, string>> = {},
): Promise<Caller> {
  const accountId = sandbox.registry().accounts[position]?.id ?? '';
  const { keys } = await assumeRole(sandbox.stsUrl, sandbox.hub, {
    RoleArn: `arn:aws:iam::${accountId}:role/CentralOpsTargetRole`,
    RoleSessionName: 'unit',
    ExternalId: sandbox.externalId,
    ...policy,
  });
  return new Caller(sandbox, accountId, keys);
}

export function rpcError(code: number, message: string, id: number | null = 1): object {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

export const SESSION_LOST = rpcError(
  -30_001,
  'The provided SessionId was not found or has expired, please re-initialize your connection.',
);
