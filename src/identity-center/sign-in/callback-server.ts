/**
 * Where the browser comes back to: a server on this machine's loopback address that takes one answer and is gone. Whoever
 * else on this machine, or whatever page in the browser, asks it learns nothing and cannot answer in the person's place.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CentralOpsError } from '../../domain/errors.js';
import { CALLBACK_PATH, type CallbackPage, sendPage } from './callback-page.js';

export interface Callback {
  /** With its port. */
  readonly redirectUri: string;
  /** The one answer that carries the right state. Rejects with the signal's reason. */
  answer(signal: AbortSignal): Promise<CallbackAnswer>;
  close(): void;
}

export type CallbackAnswer =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Shows the person how it ended; the browser waits for it. */
      readonly finish: (page: CallbackPage) => Promise<void>;
    }
  | { readonly kind: 'error'; readonly error: string };

/** Listens before any page is opened. Port 0 takes a free one. Throws `usage` when the port cannot be had. */
export async function listenForCallback(state: string, port: number): Promise<Callback> {
  const server = createServer();
  let taken = false;
  const answered = new Promise<CallbackAnswer>((resolve) => {
    server.on('request', (request, response) => {
      const verdict = judge(request, state, taken, portOf(server));
      if (verdict.kind === 'refused') {
        void sendPage(response, verdict.status, verdict.page);
        return;
      }
      taken = true;
      resolve(accepted(verdict, response));
    });
  });
  await listen(server, port);
  return {
    redirectUri: `http://127.0.0.1:${String(portOf(server))}${CALLBACK_PATH}`,
    answer: (signal) =>
      new Promise((resolve, reject) => {
        const onAbort = (): void => reject(signal.reason);
        signal.throwIfAborted();
        signal.addEventListener('abort', onAbort, { once: true });
        void answered.then(resolve).finally(() => signal.removeEventListener('abort', onAbort));
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Verdict =
  | { readonly kind: 'refused'; readonly status: number; readonly page: CallbackPage }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'error'; readonly error: string };

function judge(request: IncomingMessage, state: string, taken: boolean, port: number): Verdict {
  // A page of another site could reach this port under a name of its own (DNS rebinding).
  if (request.headers.host !== `127.0.0.1:${String(port)}`) return refused(403, 'other-host');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname !== CALLBACK_PATH) return refused(404, 'not-found');
  if (request.method !== 'GET') return refused(405, 'not-found');
  if (!isEqual(searchParams.get('state') ?? '', state)) return refused(400, 'wrong-state');
  if (taken) return refused(410, 'answered');
  const error = searchParams.get('error');
  const code = searchParams.get('code') ?? '';
  if (error !== null) return { kind: 'error', error };
  return code === '' ? refused(400, 'wrong-state') : { kind: 'code', code };
}

function refused(status: number, page: CallbackPage): Verdict {
  return { kind: 'refused', status, page };
}

function accepted(verdict: Exclude<Verdict, { kind: 'refused' }>, response: ServerResponse): CallbackAnswer {
  if (verdict.kind === 'code') {
    return {
      ...verdict,
      finish: (page) => sendPage(response, page === 'signed-in' ? 200 : 502, page),
    };
  }
  void sendPage(response, 200, 'denied');
  return verdict;
}

/** In constant time, whatever the lengths. */
function isEqual(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new CentralOpsError('usage', `Cannot listen on 127.0.0.1:${String(port)} (${error.code ?? error.message}).`, {
          nextStep: 'Leave --callback-port out to take a free port, or use --use-device-code.',
          cause: error,
        }),
      );
    });
    server.listen({ host: '127.0.0.1', port }, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
