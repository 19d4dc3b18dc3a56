import type { ServerResponse } from 'node:http';

/** The only one that AWS takes for programs on a person's machine; registered without a port. */
export const CALLBACK_PATH = '/oauth/callback';
export const REGISTERED_REDIRECT = `http://127.0.0.1${CALLBACK_PATH}`;

/** What the person sees when the browser comes back. */
export type CallbackPage = 'signed-in' | 'failed' | 'denied' | 'answered' | 'wrong-state' | 'not-found' | 'other-host';

const PAGES: Readonly<Record<CallbackPage, readonly [title: string, text: string]>> = {
  'signed-in': ['You are signed in', 'You can close this page and go back to the terminal.'],
  failed: ['The sign-in was not completed', 'The terminal says why.'],
  denied: ['The sign-in was denied', 'You can close this page.'],
  answered: ['This sign-in was answered before', 'If it was not you, run central-ops logout and sign in again.'],
  'wrong-state': ['This page does not belong to the sign-in that is under way', 'Nothing was changed.'],
  'not-found': ['There is nothing here', 'Nothing was changed.'],
  'other-host': ['This address is not for other sites', 'Nothing was changed.'],
};

/** Sends a page without scripts, links or secrets, that no cache keeps. Resolves when it is sent, or the browser is gone. */
export function sendPage(response: ServerResponse, status: number, page: CallbackPage): Promise<void> {
  const [title, text] = PAGES[page];
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Central Ops</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;
  return new Promise((resolve) => {
    if (response.destroyed) {
      resolve();
      return;
    }
    response.once('close', () => resolve());
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(html)),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      // The address of this page carries a code.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    response.end(html, () => resolve());
  });
}
