import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineTool, type ToolContext } from '../../../../src/entry/mcp/tool.js';
import { json, send, type Reply } from '../http/support/serve.js';
import { serveHttp, stopServingHttp } from './support/serve-http.js';

afterEach(stopServingHttp);

/** A tool that does what a test says. */
function work(run: (context: ToolContext) => Promise<string> = () => Promise.resolve('done')) {
  return defineTool({
    name: 'work',
    title: 'Work',
    description: 'Works.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    inputSchema: z.strictObject({ note: z.string().optional() }),
    outputSchema: z.object({ done: z.string() }),
    run: async (_input, context) => {
      const done = await run(context);
      return { text: done, structured: { done } };
    },
  });
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
const CALL = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'work' } });

const post = (port: number, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  send(port, { path: '/mcp', headers: { ...HEADERS, ...headers }, body });

function refusal(message: unknown, code = -32_600) {
  return { jsonrpc: '2.0', error: { code, message }, id: null };
}

describe('the HTTP door', () => {
  it('answers the SDK client, call after call', async () => {
    const served = await serveHttp([work()]);
    const { client } = await served.client();

    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['work']);
    const results = await Promise.all([1, 2, 3].map(() => client.callTool({ name: 'work', arguments: {} })));
    expect(results.map(({ structuredContent }) => structuredContent)).toEqual([1, 2, 3].map(() => ({ done: 'done' })));
  });

  it('gives a session to who begins without one, and knows its caller by it', async () => {
    const served = await serveHttp([work()]);
    const one = await served.client();
    const other = await served.client();

    await one.client.callTool({ name: 'work', arguments: {} });

    expect([one.transport.sessionId, other.transport.sessionId]).toEqual(['session-1', 'session-2']);
    expect(served.callers.at(-1)).toEqual({ kind: 'anonymous', name: 'session-1' });
  });

  it('takes whatever session id the platform made', async () => {
    const served = await serveHttp([work()]);

    const { status, text } = await post(served.port, LIST, {
      'mcp-session-id': 'a-platform-id-of-33-characters-or-so',
    });

    expect(status).toBe(200);
    expect(text).toContain('"name":"work"');
    expect(served.callers).toEqual([{ kind: 'anonymous', name: 'a-platform-id-of-33-characters-or-so' }]);
  });

  it.each([['a b'], ['x'.repeat(257)]])('refuses what is no session id: %s', async (id) => {
    const { port } = await serveHttp([work()]);

    const reply = await post(port, LIST, { 'mcp-session-id': id });

    expect([reply.status, json(reply)]).toEqual([
      400,
      refusal('the header mcp-session-id must have 1 to 256 visible characters', -32_700),
    ]);
  });

  it('answers lists as JSON and calls as a stream', async () => {
    const { port } = await serveHttp([work()]);

    const [list, call] = [await post(port, LIST), await post(port, CALL)];

    expect([list.type, call.type]).toEqual(['application/json', 'text/event-stream']);
    expect(call.text).toMatch(/^event: message\ndata: .*"structuredContent":\{"done":"done"\}/u);
  });

  it('takes the name of the caller from the header of a trusted front', async () => {
    const served = await serveHttp([work()], { callerHeader: 'X-Caller' });

    await post(served.port, LIST, { 'x-caller': 'alice' });

    expect(served.callers).toEqual([{ kind: 'verified', name: 'alice' }]);
  });

  it('cancels a call that its client cancels, and ends its stream', async () => {
    const events = new EventEmitter();
    const started = once(events, 'started');
    const aborted = once(events, 'aborted');
    const served = await serveHttp([
      work(({ signal }) => {
        events.emit('started');
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            events.emit('aborted', 'yes');
            resolve('too late');
          });
        });
      }),
    ]);
    const session = { 'mcp-session-id': 's1' };
    const called = post(served.port, CALL, session);
    await started;
    const cancel = (headers: Readonly<Record<string, string>>) =>
      post(
        served.port,
        JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }),
        headers,
      );

    // Another session's request 1 is another request.
    expect((await cancel({ 'mcp-session-id': 's2' })).status).toBe(202);
    expect(served.ping.report().status).toBe('HealthyBusy');
    expect((await cancel(session)).status).toBe(202);

    expect(await aborted).toEqual(['yes']);
    expect((await called).text).toBe('');
    await served.ping.idle();
  });

  it('cancels a call whose client is gone', async () => {
    const events = new EventEmitter();
    const aborted = once(events, 'aborted');
    const leave = new AbortController();
    const served = await serveHttp([
      work(({ signal }) => {
        signal.addEventListener('abort', () => events.emit('aborted', 'yes'));
        leave.abort();
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve('too late'));
        });
      }),
    ]);

    await expect(
      fetch(`http://127.0.0.1:${String(served.port)}/mcp`, {
        method: 'POST',
        headers: HEADERS,
        body: CALL,
        signal: leave.signal,
      }).then((response) => response.text()),
    ).rejects.toThrow('aborted');

    expect(await aborted).toEqual(['yes']);
    await served.ping.idle();
  });

  it('is busy while a call is under way', async () => {
    const served = await serveHttp([work(() => Promise.resolve(served.ping.report().status))]);

    const { text } = await post(served.port, CALL);

    expect(text).toContain('"done":"HealthyBusy"');
    await served.ping.idle();
    expect(json(await send(served.port, { method: 'GET', path: '/ping' }))).toEqual({
      status: 'Healthy',
      time_of_last_update: 1_700_000_000,
    });
  });

  it.each([
    ['GET', '/mcp', 405, 'this server keeps no sessions: only POST is answered'],
    ['DELETE', '/mcp', 405, 'this server keeps no sessions: only POST is answered'],
    ['OPTIONS', '/mcp', 405, 'this server keeps no sessions: only POST is answered'],
    ['POST', '/sse', 404, 'there is no POST /sse here; the protocol is spoken at POST /mcp'],
  ])('answers %s %s with %i', async (method, path, status, message) => {
    const { port } = await serveHttp([work()]);

    const reply = await send(port, { method, path, headers: HEADERS });

    expect([reply.status, json(reply)]).toEqual([status, refusal(message)]);
  });

  it.each([
    ['what is not JSON', '{"jsonrpc": "2.0",', 400, 'the body is not JSON: see line 1, column 19'],
    ['no body', '', 400, 'the body is not JSON: see line 1, column 1'],
    [
      'a body that nests without end',
      `${'['.repeat(9999)}${']'.repeat(9999)}`,
      400,
      'the body is nested more than 64 levels deep',
    ],
    [
      'a message with a prototype',
      '{"jsonrpc": "2.0", "id": 1, "method": "ping", "__proto__": {}}',
      400,
      'Parse error: Invalid JSON-RPC message',
    ],
    ['JSON that is no message', '{"jsonrpc": "1.0"}', 400, 'Parse error: Invalid JSON-RPC message'],
  ])('refuses %s', async (_what, body, status, message) => {
    const { port } = await serveHttp([work()]);

    const reply = await post(port, body);

    expect([reply.status, json(reply)]).toEqual([status, refusal(message, -32_700)]);
  });

  it('refuses a body of 20 MB, and goes on', async () => {
    const { port } = await serveHttp([work()]);

    const reply = await post(port, 'x'.repeat(20_000_000)).catch((error: unknown) => String(error));
    const after = await post(port, LIST);

    // A client that is still sending may see the connection end before it reads the answer.
    expect(typeof reply === 'string' ? 413 : reply.status).toBe(413);
    expect(after.status).toBe(200);
  });

  it('does not let keys of a message change prototypes', async () => {
    const { port } = await serveHttp([work()]);
    const body =
      '{"jsonrpc": "2.0", "id": 1, "method": "tools/call",' +
      ' "params": {"name": "work", "__proto__": {"polluted": 1}, "arguments": {"__proto__": {"polluted": 1}}}}';

    const { text } = await post(port, body);

    // The SDK leaves them out.
    expect(text).toContain('"structuredContent":{"done":"done"}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('who may talk to the HTTP door', () => {
  const local = { loopbackOnly: true, token: undefined };
  const guarded = { loopbackOnly: false, token: 'a-token-of-some-length' };
  const behindPlatform = { loopbackOnly: false, token: undefined };
  const right = { authorization: 'Bearer a-token-of-some-length' };

  it.each([
    ['a program on this machine', local, {}, 200],
    ['a page on this machine', local, { origin: 'http://localhost:6274' }, 200],
    ['a page of another site', local, { origin: 'https://evil.example' }, 403],
    ['a page that hides where it is from', local, { origin: 'null' }, 403],
    ['a name that was rebound to this machine', local, { host: 'evil.example:8000' }, 403],
    ['nobody in particular', guarded, {}, 401],
    ['somebody with the token', guarded, right, 200],
    ['the token in another case of Bearer', guarded, { authorization: 'bearer  a-token-of-some-length' }, 200],
    ['a wrong token', guarded, { authorization: 'Bearer a-token-of-some-lengtH' }, 401],
    ['the beginning of the token', guarded, { authorization: 'Bearer a-token' }, 401],
    ['another scheme', guarded, { authorization: 'Basic a-token-of-some-length' }, 401],
    ['a page of another site with the token', guarded, { ...right, origin: 'https://evil.example' }, 403],
    ['whoever the platform let through', behindPlatform, { host: 'runtime.example' }, 200],
    ['this machine with a token set, without it', { ...local, token: guarded.token }, {}, 401],
    ['this machine with a token set, with it', { ...local, token: guarded.token }, right, 200],
  ])('%s', async (_who, access, headers, status) => {
    const { port } = await serveHttp([work()], { access });

    const reply = await post(port, LIST, headers);

    expect(reply.status).toBe(status);
    // Nobody else is told what the server can do.
    expect(reply.text.includes('"name":"work"')).toBe(status === 200);
  });

  it('says how old its health is without a token, to loopback names alone', async () => {
    const { port } = await serveHttp([work()], { access: { ...guarded, loopbackOnly: true } });

    const mine = await send(port, { method: 'GET', path: '/ping' });
    const others = await send(port, { method: 'GET', path: '/ping', headers: { host: 'evil.example' } });

    expect([mine.status, others.status]).toEqual([200, 403]);
  });
});
