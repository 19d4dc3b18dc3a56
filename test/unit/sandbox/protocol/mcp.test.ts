import { describe, expect, it } from 'vitest';
import { aSecondLater, caller, Caller, rpcError, SESSION_LOST, start } from './mcp-caller.js';

describe('the MCP server', () => {
  it.each([
    ['2024-11-05', '2024-11-05'],
    ['2025-06-18', '2025-06-18'],
    ['1999-01-01', '2025-11-25'],
  ])('asked for protocol %s agrees on %s', async (asked, agreed) => {
    const client = await caller(await start());

    const reply = await client.initialize(asked);

    expect(reply.status).toBe(200);
    expect(client.session).toMatch(/^[\w-]{36}$/u);
    expect(JSON.parse(reply.body)).toMatchObject({
      id: 1,
      result: { protocolVersion: agreed, capabilities: { tools: {} } },
    });
  });

  it('acknowledges notifications, answers pings, offers no stream and ends sessions', async () => {
    const client = await caller(await start());
    await client.initialize();
    const statuses: number[] = [];

    statuses.push((await client.send('POST', { jsonrpc: '2.0', method: 'notifications/initialized' })).status);
    statuses.push((await client.request('ping')).status);
    statuses.push((await client.send('GET')).status);
    aSecondLater();
    statuses.push((await client.send('DELETE')).status);
    const after = await client.request('ping');

    expect(statuses).toEqual([202, 200, 405, 200]);
    expect(after.status).toBe(404);
    expect(JSON.parse(after.body)).toEqual(SESSION_LOST);
  });

  it.each([
    ['{', {}, 400, -32_700],
    ['[]', {}, 400, -32_600],
    ['{"jsonrpc":"1.0","id":1,"method":"ping"}', {}, 400, -32_600],
    ['{}', { accept: 'text/html' }, 406, -32_600],
    ['{}', { 'content-type': 'text/plain' }, 415, -32_700],
    ['{"jsonrpc":"2.0","id":1,"method":"ping"}', { 'mcp-protocol-version': '2030-01-01' }, 400, -32_600],
    ['{"jsonrpc":"2.0","id":1,"method":"ping"}', {}, 400, -32_600],
  ])('refuses %s with %j', async (body, headers, status, code) => {
    const client = await caller(await start());

    const reply = await client.send('POST', body, headers);

    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body)).toMatchObject({ error: { code } });
  });

  it('knows no other method, no other tool, and says what became of call_aws', async () => {
    const client = await caller(await start());
    await client.initialize();
    const answers: unknown[] = [];

    answers.push(JSON.parse((await client.request('resources/list')).body));
    for (const name of ['aws___nothing', 'aws___call_aws']) {
      answers.push(JSON.parse((await client.request('tools/call', { name, arguments: {} })).body));
    }
    answers.push(JSON.parse((await client.request('tools/call', { name: 'aws___run_script', arguments: {} })).body));

    expect(answers).toEqual([
      rpcError(-32_601, 'Method not found: resources/list'),
      rpcError(-32_602, 'Unknown tool: aws___nothing'),
      rpcError(-32_600, 'The call_aws tool has been removed, use another one.'),
      rpcError(-32_602, 'Invalid arguments for tool aws___run_script: code must be given as text.'),
    ]);
  });

  it('frames replies as an event stream when it is told to', async () => {
    const client = await caller(await start({ framing: 'sse' }));

    const reply = await client.initialize();

    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    expect(reply.body).toMatch(/^event: message\ndata: \{"jsonrpc":"2\.0",[^\n]*\}\n\n$/u);
  });
});

describe('sessions of the MCP server', () => {
  it('belong to the identity that opened them', async () => {
    const sandbox = await start();
    const [owner, thief] = [await caller(sandbox, 1), await caller(sandbox, 2)];
    await owner.initialize();
    thief.session = owner.session;

    const stolen = await thief.request('ping');
    const own = await owner.request('ping');

    expect(stolen.status).toBe(404);
    expect(JSON.parse(stolen.body)).toEqual(SESSION_LOST);
    expect(own.status).toBe(200);
  });

  it('survive new keys of the same role', async () => {
    const sandbox = await start();
    const first = await caller(sandbox);
    await first.initialize();
    const refreshed = await caller(sandbox);
    refreshed.session = first.session;

    expect((await refreshed.request('ping')).status).toBe(200);
    expect(refreshed.keys?.accessKeyId).not.toBe(first.keys?.accessKeyId);
  });

  it('expire on demand', async () => {
    const sandbox = await start();
    const [first, second] = [await caller(sandbox, 1), await caller(sandbox, 2)];
    await first.initialize();
    await second.initialize();

    sandbox.expireSessions(first.accountId);

    expect((await first.request('ping')).status).toBe(404);
    expect((await second.request('ping')).status).toBe(200);
  });

  it('are ninety per role', async () => {
    const sandbox = await start();
    const client = await caller(sandbox);
    const statuses: number[] = [];
    for (let count = 0; count < 91; count += 1) {
      client.session = '';
      statuses.push((await client.initialize()).status);
    }

    expect(statuses.filter((status) => status === 200)).toHaveLength(90);
    expect(statuses.at(-1)).toBe(429);
    expect(sandbox.statistics().totals).toMatchObject({ sessionsOpen: 90, rejected429: 1 });
  });
});

describe('quotas of the MCP server', () => {
  it('are three requests at once and three a second, for each account by itself', async () => {
    const standing = Date.now();
    const sandbox = await start({ clock: () => standing });
    const [busy, idle] = [await caller(sandbox, 1), await caller(sandbox, 2)];
    const statuses: number[] = [];

    for (let count = 0; count < 5; count += 1) statuses.push((await busy.send('GET')).status);
    statuses.push((await idle.send('GET')).status);

    expect(statuses).toEqual([405, 405, 405, 429, 429, 405]);
    expect(sandbox.statistics().accounts[busy.accountId]).toMatchObject({ requests: 5, gets: 3, rejected429: 2 });
  });
});

describe('signatures at the MCP server', () => {
  it('must be of the keys that are used', async () => {
    const sandbox = await start();
    const [one, two] = [await caller(sandbox, 1), await caller(sandbox, 2)];
    if (one.keys === undefined || two.keys === undefined) throw new Error('Both have keys.');
    const crossed = [
      new Caller(sandbox, '', { ...one.keys, secretAccessKey: two.keys.secretAccessKey }),
      new Caller(sandbox, '', { ...one.keys, sessionToken: two.keys.sessionToken ?? '' }),
      new Caller(sandbox, '', { accessKeyId: one.keys.accessKeyId, secretAccessKey: one.keys.secretAccessKey }),
    ];

    const replies = await Promise.all(crossed.map((client) => client.initialize()));

    expect(replies.map((reply) => reply.status)).toEqual([403, 403, 403]);
    expect(sandbox.statistics().signatures).toEqual({});
  });

  it('are not needed for knowledge, and are for everything else', async () => {
    const nobody = new Caller(await start(), 'anonymous', undefined);
    await nobody.initialize();

    const regions = await nobody.request('tools/call', { name: 'aws___list_regions', arguments: {} });
    const script = await nobody.request('tools/call', { name: 'aws___run_script', arguments: { code: '1' } });

    expect(JSON.parse(regions.body)).toMatchObject({
      result: {
        isError: false,
        structuredContent: { regions: expect.arrayContaining([{ region_id: 'us-east-1', opt_in_required: false }]) },
      },
    });
    expect(script.status).toBe(403);
  });
});
