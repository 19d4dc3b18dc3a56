import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AccountCredentials } from '../../../src/domain/credentials.js';
import { createSignedFetch } from '../../../src/tools/aws-mcp/signed-fetch.js';
import { identity, SECRETS } from './support/accounts.js';
import { listen, signatureOf } from './support/mcp-server.js';

interface Seen {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

describe('a signed fetch', () => {
  const seen: Seen[] = [];
  let status = 200;
  let server: ReturnType<typeof createServer>;
  let endpoint: URL;

  beforeEach(async () => {
    seen.length = 0;
    status = 200;
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        response.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end();
      });
    });
    endpoint = new URL(`http://127.0.0.1:${await listen(server)}/mcp`);
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });

  const make = (
    credentials: AccountCredentials = identity('111111111111', 'AKIAONE'),
  ): ReturnType<typeof createSignedFetch> =>
    createSignedFetch({
      fetch,
      credentials,
      endpoint,
      region: 'us-west-2',
      clock: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    });

  it.each(['POST', 'DELETE', 'PUT'])('signs %s so that an independent reckoning agrees', async (method) => {
    await make()(`${endpoint.href}?b=2&a=1&a=0`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        accept: 'application/json, text/event-stream',
        'Mcp-Session-Id': 's1',
        'x-other': 'o',
      },
      ...(method === 'DELETE' ? {} : { body: '{"jsonrpc":"2.0","id":1,"method":"m","params":{"text":"é😀"}}' }),
    });

    const [request] = seen;
    expect(request?.headers['x-amz-date']).toBe('20260102T030405Z');
    expect(request?.headers['x-amz-security-token']).toBe('token of 111111111111');
    expect(request?.headers['authorization']).toContain('Credential=AKIAONE/20260102/us-west-2/aws-mcp/aws4_request');
    expect(request?.headers['authorization']).toContain(
      'accept;content-type;host;mcp-session-id;x-amz-content-sha256;x-amz-date;x-amz-security-token',
    );
    const expected = signatureOf(
      { method, headers: request?.headers ?? {}, body: request?.body ?? '' },
      request?.url ?? '',
      SECRETS.AKIAONE,
    );
    expect(request?.headers['authorization']).toContain(`Signature=${expected}`);
  });

  it('signs the body that has the Region in its metadata', async () => {
    await make()(endpoint, { method: 'POST', body: '{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}}' });

    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      jsonrpc: '2.0',
      id: 1,
      method: 'm',
      params: { a: 1, _meta: { AWS_REGION: 'us-west-2' } },
    });
  });

  it('answers GET itself, without a request', async () => {
    const response = await make()(endpoint, { method: 'GET' });

    expect({ status: response.status, seen }).toEqual({ status: 405, seen: [] });
  });

  it('throws on a redirect and does not follow it', async () => {
    status = 307;

    await expect(make()(endpoint, { method: 'POST', body: '{}' })).rejects.toMatchObject({
      code: 'tool-refused',
      facts: { status: 307 },
    });
    expect(seen).toHaveLength(1);
  });

  it('sends nothing to another origin', async () => {
    await expect(make()('http://127.0.0.1:1/mcp', { method: 'POST', body: '{}' })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(seen).toEqual([]);
  });

  it('sends nothing without credentials', async () => {
    const none = {
      ...identity('111111111111'),
      provide: () => Promise.resolve({ accessKeyId: '', secretAccessKey: '' }),
    };

    await expect(make(none)(endpoint, { method: 'POST', body: '{}' })).rejects.toMatchObject({
      code: 'credentials-missing',
    });
    expect(seen).toEqual([]);
  });

  it('signs each attempt with what is current then', async () => {
    const credentials = identity('111111111111', 'AKIAONE', 'AKIANEW');
    const signed = make(credentials);

    await signed(endpoint, { method: 'POST', body: '{}' });
    await credentials.provide({ forceRefresh: true });
    await signed(endpoint, { method: 'POST', body: '{}' });

    expect(seen.map((request) => /Credential=(\w+)/.exec(String(request.headers['authorization']))?.[1])).toEqual([
      'AKIAONE',
      'AKIANEW',
    ]);
  });

  it('signs for no account with the keys of another', async () => {
    const own = identity('111111111111', 'AKIAONE');
    const crossed: AccountCredentials = {
      ...own,
      provide: async () => ({ ...(await own.provide()), accountId: '222222222222' }),
    };

    await expect(make(crossed)(endpoint, { method: 'POST', body: '{}' })).rejects.toMatchObject({
      code: 'identity-mismatch',
      facts: { accountId: '111111111111', answered: '222222222222' },
    });
    expect(seen).toEqual([]);
  });

  it('obeys the signal it is given', async () => {
    await expect(make()(endpoint, { method: 'POST', body: '{}', signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(seen).toEqual([]);
  });
});

describe('the target of signatures', () => {
  const credentials = identity('111111111111');
  const regionFor = async (address: string, region?: string): Promise<string | undefined> => {
    let authorization: string | null = null;
    const signed = createSignedFetch({
      fetch: (_input, init) => {
        authorization = new Headers(init?.headers).get('authorization');
        return Promise.resolve(new Response());
      },
      credentials,
      endpoint: new URL(address),
      clock: () => 0,
      ...(region === undefined ? {} : { region }),
    });
    await signed(address, { method: 'POST', body: '' });
    return /Credential=\w+\/\d+\/([^/]+\/[^/]+)/.exec(String(authorization))?.[1];
  };

  it.each([
    ['https://aws-mcp.eu-central-1.api.aws/mcp', undefined, 'eu-central-1/aws-mcp'],
    ['https://aws-mcp.eu-central-1.api.aws/mcp', 'us-east-1', 'eu-central-1/aws-mcp'],
    ['https://my.bedrock-agentcore.us-west-2.amazonaws.com/mcp', undefined, 'us-west-2/aws-mcp'],
    ['https://mcp.example.com/mcp', 'ap-southeast-2', 'ap-southeast-2/aws-mcp'],
    ['http://localhost:9/mcp', 'us-east-1', 'us-east-1/aws-mcp'],
    ['http://[::1]:9/mcp', 'us-east-1', 'us-east-1/aws-mcp'],
  ])('of %s with Region option %s is %s', async (address, option, expected) => {
    expect(await regionFor(address, option)).toBe(expected);
  });

  it.each([
    'http://aws-mcp.us-east-1.api.aws/mcp',
    'http://127.0.0.1.example.com/mcp',
    'ftp://localhost/mcp',
    'https://mcp.example.com/mcp',
  ])('refuses %s', async (address) => {
    await expect(regionFor(address)).rejects.toMatchObject({ code: 'configuration' });
  });
});
