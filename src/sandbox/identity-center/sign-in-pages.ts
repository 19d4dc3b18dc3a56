import type { SignedRequest } from '../identity/signature.js';
import { reply, type HttpReply } from '../protocol/http-reply.js';
import type { Approvals, Decision } from './approvals.js';
import type { Clients } from './clients.js';
import { OidcError } from './oidc-error.js';

export interface SignInPagesOptions {
  readonly clients: Clients;
  readonly approvals: Approvals;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/**
 * What a person sees in the browser: who asks, and a form to allow or deny it. Anybody is let in under the name that they
 * type. Undefined for any other path.
 */
export function createSignInPages(options: SignInPagesOptions): (request: SignedRequest) => HttpReply | undefined {
  return ({ method, target, body }) => {
    const [path = '', query = ''] = target.split('?');
    if (path !== '/authorize' && path !== '/device') return undefined;
    if (method !== 'GET' && method !== 'POST') return undefined;
    const form = new URLSearchParams(method === 'GET' ? query : body.toString('utf8'));
    try {
      if (path === '/authorize') return method === 'GET' ? showPage(options, form) : decidePage(options, form);
      return method === 'GET' ? showDevice(options, form) : decideDevice(options, form);
    } catch (error) {
      if (!(error instanceof OidcError)) throw error;
      options.log('the sign-in page refused', { code: error.refusal, reason: error.message });
      return page(400, 'Something is wrong with this request', `<p>${escapeHtml(error.message)}</p>`);
    }
  };
}

function showPage({ clients, approvals }: SignInPagesOptions, query: URLSearchParams): HttpReply {
  const client = clients.find(query.get('client_id') ?? '');
  if (client === undefined) throw new OidcError('InvalidClientException', 'Unknown client');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri, client.redirectUris)) {
    throw new OidcError('InvalidRequestException', 'The redirect address is not one that the client registered');
  }
  const state = query.get('state') ?? '';
  const challenge = query.get('code_challenge') ?? '';
  const wellFormed =
    query.get('response_type') === 'code' &&
    query.get('code_challenge_method') === 'S256' &&
    /^[\w-]{43}$/u.test(challenge) &&
    state !== '';
  if (!wellFormed)
    throw new OidcError('InvalidRequestException', 'A code with a state and an S256 challenge is needed');
  const scopes = (query.get('scopes') ?? query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const request = approvals.startPage({ client, redirectUri, state, challenge, scopes });
  return page(200, 'Allow access?', formFor('/authorize', client.name, { request }));
}

function decidePage({ approvals }: SignInPagesOptions, answer: URLSearchParams): HttpReply {
  const request = answer.get('request') ?? '';
  const shown = approvals.findPage(request);
  if (shown === undefined) throw new OidcError('InvalidRequestException', 'This page was answered already');
  const back = new URL(shown.redirectUri);
  const decision = decisionOf(answer);
  if (decision.kind === 'approved') back.searchParams.set('code', approvals.approvePage(request, decision.user));
  else {
    approvals.forgetPage(request);
    back.searchParams.set('error', 'access_denied');
  }
  back.searchParams.set('state', shown.state);
  return reply(302, '', { location: back.href, 'cache-control': 'no-store' });
}

function showDevice({ approvals }: SignInPagesOptions, query: URLSearchParams): HttpReply {
  const userCode = query.get('user_code') ?? '';
  if (userCode === '') return page(200, 'Enter the code', formFor('/device', 'your device', {}));
  const device = approvals.findDevice(userCode);
  if (device === undefined) throw new OidcError('InvalidRequestException', 'There is no such code, or it has expired');
  return page(
    200,
    `Allow access to the device that shows ${device.userCode}?`,
    formFor('/device', device.client.name, { user_code: device.userCode }),
  );
}

function decideDevice({ approvals }: SignInPagesOptions, answer: URLSearchParams): HttpReply {
  const device = approvals.findDevice(answer.get('user_code') ?? '');
  if (device === undefined) throw new OidcError('InvalidRequestException', 'There is no such code, or it has expired');
  const decision = decisionOf(answer);
  approvals.decideDevice(device, decision);
  return page(
    200,
    decision.kind === 'approved' ? 'Request approved' : 'Request denied',
    '<p>You may close this page.</p>',
  );
}

function decisionOf(answer: URLSearchParams): Decision {
  if (answer.get('decision') !== 'allow') return { kind: 'denied' };
  const user = answer.get('user') ?? '';
  if (/^[\w.@+-]{1,64}$/u.test(user)) return { kind: 'approved', user };
  throw new OidcError('InvalidRequestException', 'A user name has 1 to 64 letters, digits or . @ + - _');
}

/** RFC 8252, 7.3: whatever port a program could get on loopback; everything else as registered. */
function isRegistered(redirectUri: string, registered: readonly string[]): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const asked = new URL(redirectUri);
  if (asked.hostname !== '127.0.0.1' || asked.search !== '' || asked.hash !== '') return false;
  asked.port = '';
  return registered.includes(asked.href);
}

function formFor(action: string, client: string, hidden: Readonly<Record<string, string>>): string {
  const fields = Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const code = Object.keys(hidden).length === 0 ? '<p><label>Code <input name="user_code"></label></p>' : '';
  return (
    `<p><b>${escapeHtml(client)}</b> asks for access to your AWS accounts in this sandbox.</p>` +
    `<form method="post" action="${action}">${fields}${code}` +
    '<p><label>User name <input name="user" value="alice"></label></p>' +
    '<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p></form>'
  );
}

function page(status: number, title: string, content: string): HttpReply {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${content}</body></html>\n`;
  return reply(status, html, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
