import type { Instead, Tapped } from './wire-tap.js';

/** Everything of a request, as a gateway that wants to be helpful quotes it. */
function quoted({ method, path, headers, body }: Tapped): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return `${method} ${path}\n${lines.join('\n')}\n\n${body}`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An error as the asked service words it, whose message quotes the request. */
function refusal(request: Tapped, status: number, code: string, message: string): Instead {
  if (request.service === 'sts') {
    const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml' }, body };
  }
  if (request.service === 'sso-oidc') {
    return reply(status, { error: 'invalid_grant', error_description: message }, code);
  }
  return reply(status, { __type: code, message, Message: message }, code);
}

function reply(status: number, body: unknown, code: string): Instead {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify(body),
  };
}

/** How a service can fail with everything that it was sent in its mouth. */
export const BAD_NEIGHBOURS: Readonly<Record<string, (request: Tapped) => Instead>> = {
  'denies with the canonical request': (request) =>
    refusal(
      request,
      403,
      'SignatureDoesNotMatch',
      `The request signature we calculated does not match. The Canonical String should have been\n'${quoted(request)}'`,
    ),
  'denies with all it was sent': (request) => refusal(request, 403, 'AccessDenied', quoted(request)),
  'finds a value invalid and repeats it': (request) =>
    refusal(
      request,
      400,
      'ValidationError',
      `1 validation error detected: Value '${new URLSearchParams(request.body).get('ExternalId') ?? request.body}' at 'externalId' failed to satisfy constraint`,
    ),
  'says that the token has expired, and which': (request) =>
    refusal(
      request,
      401,
      'ExpiredToken',
      `The security token ${String(request.headers['x-amz-security-token'] ?? request.headers['x-amz-sso_bearer_token'] ?? '')} included in the request is expired`,
    ),
  'breaks with a debug page': (request) => ({
    status: 500,
    headers: { 'content-type': 'text/html' },
    body: `<html><body><h1>Bad gateway</h1><pre>${escapeXml(quoted(request))}</pre></body></html>`,
  }),
  'breaks with a dump in JSON': (request) => reply(502, { error: { request: { ...request } } }, 'InternalFailure'),
  'answers something else': (request) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ received: request }),
  }),
  'answers half of it': (request) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: `{"jsonrpc":"2.0","result":"${quoted(request).replaceAll('\n', ' ')}`,
  }),
  'reports an error of the protocol': (request) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: idOf(request.body),
      error: { code: -32603, message: quoted(request), data: request },
    }),
  }),
  'sends elsewhere': (request) => ({
    status: 302,
    headers: { location: `http://127.0.0.1:1/?token=${encodeURIComponent(quoted(request))}` },
    body: quoted(request),
  }),
  'hangs up': () => 'cut',
};

/** A tool's own reports of a failure, past the handshake. */
export const BAD_TOOLS: Readonly<Record<string, (request: Tapped) => Instead>> = {
  'fails as a tool': (request) =>
    toolResult(request, { isError: true, content: [{ type: 'text', text: quoted(request) }] }),
  'answers as no script does': (request) =>
    toolResult(request, { content: [{ type: 'text', text: quoted(request) }], structuredContent: { request } }),
  'reports a script that failed': (request) =>
    toolResult(request, {
      content: [],
      structuredContent: { status: 'error', error: quoted(request), stderr: quoted(request), api_calls: [] },
    }),
};

function toolResult(request: Tapped, result: unknown): Instead {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: idOf(request.body), result }),
  };
}

function idOf(body: string): unknown {
  try {
    const message: unknown = JSON.parse(body);
    return typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
  } catch {
    return null;
  }
}
