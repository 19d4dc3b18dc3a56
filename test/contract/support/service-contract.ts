import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, eventually, SESSION, type StreamEvent } from './service-client.js';

const QUESTION = { prompt: 'How many EC2 instances are running in each account?' };
const LIST = { prompt: 'List the accounts' };
/** AgentCore streams no larger chunk. */
const LARGEST_EVENT = 10 * 1024 * 1024;

let sessions = 0;
const session = (): string => `contract-${process.pid}-${(sessions += 1)}`;

const tick = (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 20, false));

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7';

/** Trace context as somebody writes it who knows nothing of it, or too much: nothing that a question depends on. */
const TRACE_HEADERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['well formed', { traceparent: `${TRACE}-01`, tracestate: 'vendor=1', baggage: 'session.id=of-the-caller' }],
  ['not sampled', { traceparent: `${TRACE}-00` }],
  ['of a later version', { traceparent: `cc-${TRACE.slice(3)}-01-more` }],
  ['of the version that is forbidden', { traceparent: `ff-${TRACE.slice(3)}-01` }],
  ['of nobody', { traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01` }],
  ['of another language', { traceparent: 'traceparent: none', tracestate: '=,=,;;', baggage: '%,%ff=%zz,=;' }],
  [
    'without an end',
    { traceparent: '00-'.repeat(1300), tracestate: 'a=b,'.repeat(1000), baggage: 'k=v,'.repeat(1000) },
  ],
  ['of one long value', { tracestate: `a=${'b'.repeat(4000)}`, baggage: `session.id=${'x'.repeat(4000)}` }],
  ['meant for JavaScript', { baggage: '__proto__=1,constructor=2,toString=3,session.id=__proto__' }],
  ['with a line in it', { baggage: 'session.id=%0d%0aX-Injected:%201%00%1b[31m' }],
];

/** Questions are answered whatever their trace headers say. */
export function traceContract(url: () => string): void {
  describe('trace context', () => {
    it.each(TRACE_HEADERS)('%s leaves the answer what it is', async (_, headers) => {
      const answer = await clientOf(url()).answer(LIST, { [SESSION]: session(), ...headers });

      expect(answer.status).toBe('complete');
    });
  });
}

/**
 * The AgentCore HTTP contract from outside (`/ping`, `/invocations`, `/ws`), for a server of which nothing but its address
 * is known: our own, a container, a deployed endpoint behind its proxy. It must have accounts that it can ask.
 *
 * What the contract asks for, and which tests ask it (`here` is this suite, `service` what `service.test.ts` adds for a server that it
 * starts itself):
 *
 * | | asked for | tests |
 * |---|---|---|
 * | 1 | 0.0.0.0:8080 | service, "binds to all addresses in a container"; the port: `unit/config` |
 * | | healthy within 120 s, not before it is ready | service, "is healthy within two minutes", "is not there before it is healthy", "does not start" |
 * | 2 | `/ping`: 200, JSON, status, whole seconds, frozen between changes | here, "answers JSON with a status" |
 * | | busy while a stream runs; both edges stamped | here, "is busy from the first event"; which second: `unit/entry/http/ping` |
 * | | healthy after a client has gone | here, "is healthy again"; before its run was begun: `unit/entry/http/guarded-server` |
 * | 3 | `/ping` within a second while much is computed and written | here, "answers within a second"; 200 streams: `full/service-load`; attacks: `full/service-hostile` |
 * | 4 | any JSON, more than 1 MB, malformed is 400 | here, "reads any JSON", "reads more than a megabyte", "refuses … with 400", "with 413" |
 * | 5 | JSON or a stream by `Accept`, `data: …` and an empty line, below 10 MB, an end | here, "answers the answer object", "streams events" (the client takes nothing else) |
 * | | neither compressed nor held back | here, "streams without compression"; event by event: "is busy from the first event" |
 * | | errors in band with 200, without trace or ARN | here, "says in band"; in the middle of a stream: `unit/entry/http/invocations` |
 * | 6 | session header in any case, absent, of 1, 17, 256, not of 257 characters | here, "takes a session id", "reads the session from" |
 * | | two sessions share nothing; one run each | here, "keeps sessions apart", "tells a second run"; a thousand: `full/service-hostile` |
 * | 7 | SIGTERM drains and ends | service, "lets a run end on SIGTERM", "ends at once on the second signal"; the deadline: `unit/entry/http/drain` |
 * | 8 | arm64, nobody's user, below 2 GB | `infrastructure/dockerfile` |
 * | 9 | nothing drawn, timed or opened before the first ping | `integration/snapshot`; ids that are drawn anew: `unit/identifiers`, `unit/telemetry/xray-ids` |
 * | 10 | variables below 2.5 KB (1.5 KB for a package) | `infrastructure/dockerfile`, `infrastructure/templates` |
 * | 11 | `traceparent` and `baggage` honoured, nobody's content in spans | service, "a server that is watched"; node by node: `integration/telemetry` |
 * | | whatever else they hold leaves the answer what it is | here, "trace context"; service, where they are read |
 */
export function serviceContract(url: () => string): void {
  const client = (): ReturnType<typeof clientOf> => clientOf(url());

  traceContract(url);

  describe('GET /ping', () => {
    it('answers JSON with a status, and whole seconds that only a change of status moves', async () => {
      await client().answer(LIST);
      expect(await eventually(async () => (await client().ping()).body.status === 'Healthy')).toBe(true);

      const first = await client().ping();
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const later = [await client().ping(), await client().ping(), await client().ping()];

      expect(first).toEqual({
        status: 200,
        type: 'application/json; charset=utf-8',
        body: { status: 'Healthy', time_of_last_update: expect.any(Number) },
      });
      expect(later).toEqual([first, first, first]);
    });

    it('is busy from the first event of a run to its end, and stamps both', async () => {
      const before = Math.floor(Date.now() / 1000);
      let during: unknown;

      for await (const event of client().stream(QUESTION, { [SESSION]: session() })) {
        if (event.type === 'run-started') during = (await client().ping()).body;
      }
      const ended = await eventually(async () => (await client().ping()).body.status === 'Healthy');
      const after = await client().ping();

      expect([during, ended]).toEqual([{ status: 'HealthyBusy', time_of_last_update: expect.any(Number) }, true]);
      expect(after.body.time_of_last_update).toBeGreaterThanOrEqual(before);
    });

    it('is healthy again after a client has gone in the middle of its stream', async () => {
      const cancel = new AbortController();
      const events = client().stream(QUESTION, { [SESSION]: session() }, cancel.signal);
      await events.next();

      cancel.abort();
      await events.next().catch(() => undefined);

      expect(await eventually(async () => (await client().ping()).body.status === 'Healthy')).toBe(true);
    });

    it('answers within a second while long answers are computed and written', async () => {
      const long = { query: { service: 'ec2', operation: 'DescribeInstances', regions: 'all' } };
      const answers = Promise.all([1, 2].map(() => client().answer(long, { [SESSION]: session() })));
      const over = answers.then(() => true);

      let slowest = 0;
      while (!(await Promise.race([over, tick()]))) {
        const startedAt = performance.now();
        await client().ping();
        slowest = Math.max(slowest, performance.now() - startedAt);
      }

      expect(new Set((await answers).map(({ status }) => status))).toEqual(new Set(['complete']));
      expect(slowest).toBeLessThan(1000);
    });
  });

  describe('POST /invocations', () => {
    it('answers the answer object as JSON, uncompressed and not kept by anybody', async () => {
      const response = await client().invoke(LIST, { accept: 'application/json', 'accept-encoding': 'gzip, br' });

      const headers = ['content-type', 'content-encoding', 'cache-control', 'access-control-allow-origin'];
      expect([response.status, headers.map((name) => response.headers.get(name)), await response.json()]).toEqual([
        200,
        ['application/json; charset=utf-8', null, 'no-store', null],
        expect.objectContaining({ status: 'complete', response: expect.any(String), tables: [expect.anything()] }),
      ]);
    });

    it('streams events, one data line each, up to the answer', async () => {
      const events: StreamEvent[] = [];
      for await (const event of client().stream(QUESTION, { [SESSION]: session() })) events.push(event);

      expect(events.slice(0, 4).map(({ type }) => type)).toEqual([
        'run-started',
        'intent-parsed',
        'accounts-resolved',
        'plan-authorized',
      ]);
      expect(events.at(-1)).toMatchObject({ type: 'run-ended', answer: { coverage: { line: expect.any(String) } } });
      expect(new Set(events.map(({ runId }) => runId)).size).toBe(1);
      expect(Math.max(...events.map((event) => JSON.stringify(event).length))).toBeLessThan(LARGEST_EVENT);
    });

    it('streams without compression or buffering', async () => {
      const response = await client().invoke(LIST, { accept: 'text/event-stream', 'accept-encoding': 'gzip' });
      await response.text();

      const headers = ['content-type', 'content-encoding', 'cache-control', 'x-accel-buffering'];
      expect(headers.map((name) => response.headers.get(name))).toEqual([
        'text/event-stream',
        null,
        'no-store, no-transform',
        'no',
      ]);
    });

    it('reads any JSON, names what it does not know, and takes what callers call it', async () => {
      const answer = await client().answer(
        { ...LIST, custom: { deep: [1, { more: null }] } },
        { 'content-type': 'text/plain' },
      );

      expect(answer).toMatchObject({
        status: 'complete',
        warnings: ['The field "custom" is not known and was ignored.'],
      });
    });

    it('reads more than a megabyte, and says how long a question may be', async () => {
      const answer = await client().answer({ prompt: 'x'.repeat(1_500_000) });

      expect(answer).toMatchObject({ status: 'refused', error: { code: 'prompt-too-long' } });
    });

    it.each([
      ['nothing', ''],
      ['half of it', '{"prompt": '],
      ['another type', '"how many?"'],
      ['no request', '{}'],
      ['too deep', '['.repeat(100_000)],
      ['Latin-1', Buffer.from('{"prompt": "für"}', 'latin1')],
    ])('refuses %s with 400 and a reason, without a trace of its code', async (_, body) => {
      const response = await client().invoke(body);
      const text = await response.text();

      expect([response.status, JSON.parse(text)]).toEqual([
        400,
        { error: { code: 'usage', message: expect.any(String) } },
      ]);
      expect(text).not.toMatch(/node_modules|\.js:|arn:aws/);
    });

    it('refuses more than ten megabytes with 413', async () => {
      const response = await client().invoke({ prompt: 'x'.repeat(10 * 1024 * 1024) });

      expect([response.status, await response.json()]).toEqual([
        413,
        { error: { code: 'usage', message: expect.any(String) } },
      ]);
    });

    it.each([
      ['JSON', 'application/json'],
      ['a stream', 'text/event-stream'],
    ])('says in band, with 200, what a caller must read (%s)', async (_, accept) => {
      const response = await client().invoke(
        { query: { service: 'ec2', operation: 'TerminateInstances' } },
        { accept },
      );
      const text = await response.text();

      expect([response.status, text.includes('"status":"refused"')]).toEqual([200, true]);
      expect(text).not.toMatch(/node_modules|\.js:\d/);
    });

    it.each([
      ['absent', undefined],
      ['of one character', 's'],
      ["of 17, as AgentCore's development server sends it", 'local-dev-session'],
      ['of 256', 'x'.repeat(256)],
    ])('takes a session id %s', async (_, id) => {
      const { sessionId } = await client().answer(LIST, id === undefined ? {} : { [SESSION]: id });

      expect(id === undefined ? sessionId.length > 30 : sessionId === id).toBe(true);
    });

    it.each([SESSION.toLowerCase(), SESSION.toUpperCase()])('reads the session from %s', async (header) => {
      const id = session();

      expect((await client().answer(LIST, { [header]: id })).sessionId).toBe(id);
    });

    it('refuses a session id of 257 characters', async () => {
      expect((await client().invoke(LIST, { [SESSION]: 'x'.repeat(257) })).status).toBe(400);
    });

    it('keeps sessions apart, and ids too', async () => {
      const [one, other] = [session(), session()];
      const first = await client().answer(QUESTION, { [SESSION]: one });

      const goesOn = await client().answer({ prompt: 'again' }, { [SESSION]: one });
      const elsewhere = await client().answer({ prompt: 'again' }, { [SESSION]: other });
      const rows = { rows: { runId: first.runId } };
      const own = await client().invoke(rows, { [SESSION]: one });
      const others = await client().invoke(rows, { [SESSION]: other });

      expect([goesOn.status, elsewhere.status === 'complete']).toEqual(['complete', false]);
      expect([await own.json(), await others.json()]).toMatchObject([
        { status: 'complete' },
        { status: 'failed', error: { code: 'unknown-run' } },
      ]);
      expect(new Set([first.runId, goesOn.runId, elsewhere.runId]).size).toBe(3);
    });

    it('tells a second run of a busy session so at once', async () => {
      const id = session();
      const events = client().stream(QUESTION, { [SESSION]: id });
      await events.next();

      const second = await client().answer(LIST, { [SESSION]: id });
      for await (const event of events) expect(event.type).not.toBe('run-failed');

      expect(second).toMatchObject({ status: 'failed', error: { code: 'session-busy' } });
    });
  });

  describe('GET /ws', () => {
    it('answers request after request in one session, frame by frame', async () => {
      const id = session();
      const socket = new WebSocket(`${url().replace(/^http/, 'ws')}/ws`, { headers: { [SESSION]: id } });
      const types: string[] = [];
      const answers: unknown[] = [];
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject);
        socket.on('open', () => socket.send(JSON.stringify(LIST)));
        socket.on('message', (data: Buffer) => {
          const event: unknown = JSON.parse(data.toString('utf8'));
          if (typeof event !== 'object' || event === null || !('type' in event)) return;
          types.push(String(event.type));
          if (event.type !== 'run-ended' || !('answer' in event)) return;
          answers.push(event.answer);
          if (answers.length === 2) resolve();
          else socket.send(JSON.stringify(LIST));
        });
      });
      socket.close();

      expect(types.filter((type) => type === 'run-started')).toHaveLength(2);
      expect(answers).toMatchObject([
        { status: 'complete', sessionId: id },
        { status: 'complete', sessionId: id },
      ]);
    });
  });
}
