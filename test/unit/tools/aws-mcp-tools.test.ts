import { afterEach, describe, expect, it } from 'vitest';

import type { Caller } from '../../../src/domain/caller.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { ALICE, answerOf, identity, question } from './support/accounts.js';
import { ONE, setUp, tearDown, TWO, what } from './support/set-up.js';

describe('a session of the AWS MCP tools', () => {
  afterEach(tearDown);

  it('asks with three requests cold and one warm', async () => {
    const { server, ask } = await setUp();

    const reply = await ask();
    await ask();

    expect(reply).toEqual({
      outcomes: [
        {
          accountId: ONE,
          call: 'th',
          label: 'x ListThings',
          region: 'us-east-1',
          kind: 'answered',
          rows: 1,
          truncated: false,
        },
      ],
      rowSets: [{ accountId: ONE, call: 'th', rows: [{ region: 'us-east-1', cells: ['AKIAONE'] }] }],
      apiCalls: 1,
    });
    expect(what(server)).toEqual(['initialize', 'notifications/initialized', 'tools/call', 'tools/call']);
    expect(server.seen[0]?.params['_meta']).toEqual({ AWS_REGION: 'us-east-1' });
    expect(server.seen[2]?.params['_meta']).toEqual({ AWS_REGION: 'us-east-1' });
  });

  it('reads replies that come as an event stream', async () => {
    const { ask } = await setUp({ eventStream: true });

    expect((await ask()).rowSets[0]?.rows).toEqual([{ region: 'us-east-1', cells: ['AKIAONE'] }]);
  });

  it('opens one session for questions that race for an account', async () => {
    const { server, ask } = await setUp();

    await Promise.all([ask(), ask(), ask()]);

    expect(what(server).filter((name) => name === 'initialize')).toHaveLength(1);
    expect(server.openSessions.size).toBe(1);
  });

  it('asks many accounts at once without a warning from Node', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(300000000000 + index));
    const warnings: Error[] = [];
    const note = (warning: Error): number => warnings.push(warning);
    process.on('warning', note);
    const { tools, server } = await setUp({}, { identities: ids.map((id) => identity(id, 'AKIAONE')) });
    const { signal } = new AbortController();

    const replies = await Promise.all(
      ids.map((id) => tools.run(question(id), { caller: ALICE, signal, deadline: Date.now() + 20_000 })),
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);

    expect(new Set(replies.map((reply) => reply.outcomes[0]?.kind))).toEqual(new Set(['answered']));
    expect({ warnings, sessions: server.openSessions.size }).toEqual({ warnings: [], sessions: 40 });
  });

  it('keeps accounts apart: each request carries its own account’s key and session', async () => {
    const { server, ask } = await setUp();

    const [one, two] = await Promise.all([ask(ONE), ask(TWO)]);

    expect([one.rowSets[0]?.rows[0]?.cells, two.rowSets[0]?.rows[0]?.cells]).toEqual([['AKIAONE'], ['AKIATWO']]);
    const sessionsByKey = new Map(
      server.seen
        .filter((request) => request.what === 'tools/call')
        .map((request) => [request.keyId, request.headers['mcp-session-id']]),
    );
    expect(new Set(sessionsByKey.values()).size).toBe(2);
  });

  it('gives two callers of one account a session each, and one rate together', async () => {
    const bob: Caller = { kind: 'verified', name: 'bob' };
    const waits: number[] = [];
    const { tools, server } = await setUp(
      {},
      {
        broker: {
          forAccount: (accountId, caller) => ({
            ...identity(accountId, caller?.name === 'bob' ? 'AKIATWO' : 'AKIAONE'),
            key: `${accountId} ${caller?.name ?? ''}`,
          }),
        },
        clock: () => 0,
        sleep: (millis) => {
          waits.push(millis);
          return Promise.resolve();
        },
        limits: { requestsPerSecond: 1, burst: 3 },
      },
    );
    const limits = { signal: new AbortController().signal, deadline: 20_000 };

    const forAlice = await tools.run(question(ONE), { ...limits, caller: ALICE });
    const beforeBob = waits.length;
    const forBob = await tools.run(question(ONE), { ...limits, caller: bob });

    expect([forAlice, forBob].map((reply) => reply.rowSets[0]?.rows[0]?.cells)).toEqual([['AKIAONE'], ['AKIATWO']]);
    expect(server.openSessions.size).toBe(2);
    // The clock stands still, so three requests of one caller leave nothing for the other.
    expect({ beforeBob, forBob: waits.length - beforeBob > 0 }).toEqual({ beforeBob: 0, forBob: true });
  });

  it('asks nothing of an account with the identity of another', async () => {
    const { tools, server } = await setUp({}, { broker: { forAccount: () => identity(TWO, 'AKIATWO') } });
    const limits = { caller: ALICE, signal: new AbortController().signal, deadline: Date.now() + 20_000 };

    const reply = await tools.run(question(ONE), limits);
    const listing = tools.list(question(ONE).account, limits);

    await expect(listing).rejects.toMatchObject({ code: 'identity-mismatch' });
    expect(reply.outcomes).toMatchObject([{ accountId: ONE, code: 'identity-mismatch', rows: 0 }]);
    expect({ rowSets: reply.rowSets, seen: server.seen }).toEqual({ rowSets: [], seen: [] });
  });

  it('opens a lost session once more', async () => {
    const { server, ask } = await setUp();
    await ask();
    server.openSessions.clear();

    const reply = await ask();

    expect(reply.outcomes[0]?.kind).toBe('answered');
    expect(what(server).slice(3)).toEqual(
      expect.arrayContaining(['tools/call', 'initialize', 'notifications/initialized', 'tools/call']),
    );
    expect(server.openSessions.size).toBe(1);
  });

  it('opens another session when the first one is lost before it was ever used', async () => {
    let lost = 0;
    const { server, ask } = await setUp({
      intercept: (request, _response, { openSessions }) => {
        if (request.what === 'tools/call' && lost === 0) {
          lost = openSessions.size;
          openSessions.clear();
        }
        return false;
      },
    });

    const reply = await ask();

    expect(reply.outcomes[0]?.kind).toBe('answered');
    expect({ lost, open: server.openSessions.size }).toEqual({ lost: 1, open: 1 });
  });

  it('does not go round in circles with a server that loses every session', async () => {
    const { server, ask } = await setUp({
      answer: () => ({ rpcError: { code: -30001, message: 'session not found' } }),
    });

    const reply = await ask();
    await ask();

    expect(reply.outcomes[0]).toMatchObject({ kind: 'failed', code: '-30001' });
    expect(what(server).filter((name) => name === 'initialize').length).toBe(4);
  });

  it('refreshes expired credentials once and asks again', async () => {
    const account = identity(ONE, 'AKIAONE', 'AKIANEW');
    const { ask } = await setUp(
      {
        intercept: (request, response) => {
          if (request.keyId !== 'AKIAONE') return false;
          response.writeHead(403).end('{"message":"The security token included in the request is expired"}');
          return true;
        },
      },
      { identities: [account] },
    );

    const reply = await ask();

    expect(reply.rowSets[0]?.rows[0]?.cells).toEqual(['AKIANEW']);
    expect(account.refreshed).toBe(1);
  });

  it('reports refused credentials as denied, with what to check', async () => {
    const account = identity(ONE, 'AKIAONE');
    const { ask, server } = await setUp({ secrets: { AKIAONE: 'another secret' } }, { identities: [account] });

    const reply = await ask();

    expect(reply.outcomes).toEqual([
      {
        accountId: ONE,
        call: 'th',
        label: 'x ListThings',
        region: 'us-east-1',
        kind: 'denied',
        rows: 0,
        truncated: false,
        code: 'HTTP 403',
        message: expect.stringContaining('Account 1 (111111111111)'),
        nextStep: expect.stringContaining('aws:ViaAWSMCPService'),
      },
    ]);
    expect(account.refreshed).toBe(0);
    expect(server.seen).toHaveLength(1);
  });

  it('waits out 429 and then reports throttled', async () => {
    let refused = 0;
    const { ask } = await setUp({
      intercept: (request, response) => {
        if (request.what !== 'tools/call' || refused >= 2) return false;
        refused += 1;
        response.writeHead(429).end();
        return true;
      },
    });
    expect((await ask()).outcomes[0]?.kind).toBe('answered');

    refused = -100;
    expect((await ask()).outcomes[0]).toMatchObject({ kind: 'throttled', code: 'throttled' });
  });

  it('reports a dead server as unreachable', async () => {
    const { ask, server } = await setUp();
    await server.close();

    expect((await ask()).outcomes[0]).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      message: expect.stringContaining('127.0.0.1'),
    });
  });

  it('gives every failure of the broker to the account’s outcomes', async () => {
    const refused = {
      ...identity(ONE),
      provide: () => Promise.reject(new CentralOpsError('credentials-denied', `AssumeRole was refused in ${ONE}.`)),
    };
    const { ask, server } = await setUp({}, { identities: [refused] });

    const denied = await ask();
    const unknown = await ask('999999999999');

    expect(denied.outcomes[0]).toMatchObject({
      kind: 'denied',
      code: 'credentials-denied',
      message: `AssumeRole was refused in ${ONE}.`,
    });
    expect(unknown.outcomes[0]).toMatchObject({ kind: 'failed', code: 'unknown-account' });
    expect(server.seen).toEqual([]);
  });

  it('ends at the deadline, drops the session it walked away from, and works again', async () => {
    let slow = true;
    const { ask, server } = await setUp({
      answer: async (request) => {
        if (slow) await new Promise((resolve) => setTimeout(resolve, 1500));
        return answerOf(request.keyId);
      },
    });

    const reply = await ask(ONE, 300);
    slow = false;
    const next = await ask();

    expect(reply.outcomes[0]).toMatchObject({ kind: 'timed-out', code: 'timed-out' });
    expect(next.outcomes[0]?.kind).toBe('answered');
    expect(what(server)).toContain('DELETE');
  });

  it('ends as cancelled when the caller cancels', async () => {
    const controller = new AbortController();
    const { ask } = await setUp({
      answer: async (request) => {
        controller.abort(new Error('Ctrl-C'));
        await new Promise((resolve) => setTimeout(resolve, 500));
        return answerOf(request.keyId);
      },
    });

    expect((await ask(ONE, 20_000, controller.signal)).outcomes[0]).toMatchObject({
      kind: 'cancelled',
      code: 'cancelled',
    });
    expect((await ask(ONE, 20_000, AbortSignal.abort())).outcomes[0]).toMatchObject({ kind: 'cancelled' });
  });

  it('tells a broken reply stream at once', async () => {
    const { ask } = await setUp({
      intercept: (request, response) => {
        if (request.what !== 'tools/call') return false;
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(': begun\n\n');
        setTimeout(() => response.destroy(), 20);
        return true;
      },
    });
    const before = Date.now();

    expect((await ask()).outcomes[0]).toMatchObject({ kind: 'unreachable' });
    expect(Date.now() - before).toBeLessThan(5000);
  });

  it('ends sessions when idle, and all of them when closed, even if one end fails', async () => {
    const { server, tools, ask } = await setUp({}, { limits: { idleMillis: 30 } });
    await ask();
    await expect.poll(() => server.openSessions.size).toBe(0);

    const failing = await setUp({
      intercept: (request, response) => {
        if (request.what !== 'DELETE' || request.keyId !== 'AKIAONE') return false;
        response.destroy();
        return true;
      },
    });
    await failing.ask(ONE);
    await failing.ask(TWO);
    await failing.tools.close();
    await tools.close();

    expect(failing.server.openSessions.size).toBe(1);
    expect((await failing.ask(ONE)).outcomes[0]?.kind).toBe('cancelled');
  });
});
