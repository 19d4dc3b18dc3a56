import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Callback, listenForCallback } from '../../../../src/identity-center/sign-in/callback-server.js';

let callback: Callback;

beforeEach(async () => {
  callback = await listenForCallback('the-state', 0);
});
afterEach(() => callback.close());

const signal = AbortSignal.timeout(5000);

function ask(query: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${callback.redirectUri}${query}`, init);
}

/** The status for a request that says it is for another host. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${callback.redirectUri}?state=the-state&code=c`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('the callback', () => {
  it('is on this machine alone, at the path that AWS takes', () => {
    expect(callback.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/u);
  });

  it('takes the code, and shows the person how it ended', async () => {
    const browser = ask('?state=the-state&code=the-code');
    const answer = await callback.answer(signal);
    if (answer.kind === 'code') await answer.finish('signed-in');
    const shown = await browser;

    expect(answer).toMatchObject({ kind: 'code', code: 'the-code' });
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('<h1>You are signed in</h1>')]);
  });

  it('shows a page that no cache keeps, without scripts, addresses or secrets', async () => {
    const browser = ask('?state=the-state&code=the-code');
    const answer = await callback.answer(signal);
    if (answer.kind === 'code') await answer.finish('failed');
    const shown = await browser;

    expect([shown.status, Object.fromEntries(shown.headers)]).toEqual([
      502,
      expect.objectContaining({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      }),
    ]);
    expect(await shown.text()).not.toMatch(/the-code|the-state|<script|href|src=/u);
  });

  it('refuses what does not know the state, and goes on waiting', async () => {
    const statuses = [
      (await ask('?code=evil')).status,
      (await ask('?state=wrong&code=evil')).status,
      (await ask('?state=the-state')).status,
      (await ask('?state=wrong&error=access_denied')).status,
      (await ask('?state=the-state&code=evil', { method: 'POST' })).status,
      (await fetch(new URL('/favicon.ico', callback.redirectUri))).status,
      await statusFor('evil.example'),
      await statusFor('localhost'),
    ];
    const browser = ask('?state=the-state&code=the-code');
    const answer = await callback.answer(signal);
    if (answer.kind === 'code') await answer.finish('signed-in');

    expect(statuses).toEqual([400, 400, 400, 400, 405, 404, 403, 403]);
    expect([answer.kind, (await browser).status]).toEqual(['code', 200]);
  });

  it('takes one answer', async () => {
    const browser = ask('?state=the-state&code=first');
    const answer = await callback.answer(signal);
    const second = await ask('?state=the-state&code=second');
    if (answer.kind === 'code') await answer.finish('signed-in');
    await browser;

    expect([answer, second.status]).toEqual([expect.objectContaining({ code: 'first' }), 410]);
  });

  it('hears that the person denied', async () => {
    const shown = await ask('?state=the-state&error=access_denied');

    expect(await callback.answer(signal)).toEqual({ kind: 'error', error: 'access_denied' });
    expect(await shown.text()).toContain('<h1>The sign-in was denied</h1>');
  });

  it('finishes though the browser has gone', async () => {
    const leaving = new AbortController();
    const browser = ask('?state=the-state&code=the-code', { signal: leaving.signal }).catch(() => 'gone');
    const answer = await callback.answer(signal);
    leaving.abort();
    await browser;

    expect(answer.kind === 'code' ? await answer.finish('signed-in') : answer).toBeUndefined();
  });

  it('leaves when it is told to', async () => {
    const cancel = new AbortController();
    const waiting = callback.answer(cancel.signal);
    cancel.abort('interrupted');

    await expect(waiting).rejects.toBe('interrupted');
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(callback.redirectUri).port);

    await expect(listenForCallback('x', port)).rejects.toMatchObject({
      code: 'usage',
      message: `Cannot listen on 127.0.0.1:${String(port)} (EADDRINUSE).`,
    });
  });
});
