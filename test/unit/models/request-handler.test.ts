import { describe, expect, it } from 'vitest';
import { createRequestHandler } from '../../../src/models/request-handler.js';

describe('createRequestHandler', () => {
  it('sends what was signed, as it was signed, and hands back the reply', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const { signal } = new AbortController();
    const handler = createRequestHandler((url, init) => {
      sent.push([String(url), init]);
      return Promise.resolve(new Response('{"a":1}', { status: 418, headers: { 'X-Kind': 'tea' } }));
    });

    const { response } = await handler.handle(
      {
        method: 'POST',
        protocol: 'http:',
        hostname: '127.0.0.1',
        port: 8080,
        path: '/model/a%3A0/converse',
        query: { one: '1', many: ['2', '3'], none: null },
        headers: { host: '127.0.0.1:8080', authorization: 'signed' },
        body: '{}',
      },
      { abortSignal: signal },
    );

    expect(sent).toEqual([
      [
        'http://127.0.0.1:8080/model/a%3A0/converse?one=1&many=2&many=3&none=',
        { method: 'POST', headers: { host: '127.0.0.1:8080', authorization: 'signed' }, body: '{}', signal },
      ],
    ]);
    expect({ ...response, body: await new Response(response.body).text() }).toEqual({
      statusCode: 418,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-kind': 'tea' },
      body: '{"a":1}',
    });
  });

  it('sends no body where there is none', async () => {
    const sent: (RequestInit | undefined)[] = [];
    const handler = createRequestHandler((_url, init) => {
      sent.push(init);
      return Promise.resolve(new Response(null, { status: 204 }));
    });

    await handler.handle({ method: 'GET', protocol: 'https:', hostname: 'a.example', path: '/', headers: {} });

    expect(sent).toEqual([{ method: 'GET', headers: {} }]);
  });
});
