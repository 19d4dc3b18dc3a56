import { createServer, request as forward, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Canaries } from './canaries.js';

/** A request on its way to the sandbox. */
export interface Tapped {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Which of AWS's services is meant. */
  readonly service: 'sts' | 'mcp' | 'bedrock' | 'ssm' | 'organizations' | 'sso' | 'sso-oidc';
}

/** What is answered instead of passing a request on; `cut` ends the connection. */
export type Instead =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  | 'cut';

/**
 * Stands between the product and the sandbox. It learns every secret that passes, so that a test can look for it, and may
 * answer in the sandbox's place: a gateway that quotes what it was sent is the worst neighbour of a secret.
 */
export interface WireTap {
  readonly url: string;
  close(): Promise<void>;
}

export async function startWireTap(
  target: string,
  canaries: Canaries,
  answer: (request: Tapped) => Instead | undefined = () => undefined,
): Promise<WireTap> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const tapped = await readRequest(incoming);
      learnFromRequest(tapped, canaries);
      const instead = answer(tapped);
      if (instead === 'cut') {
        incoming.socket.destroy();
        return;
      }
      if (instead !== undefined) {
        outgoing.writeHead(instead.status, instead.headers).end(instead.body);
        return;
      }
      const reply = await pass(tapped, { hostname, port });
      learnFromReply(tapped, reply.bytes.toString('utf8'), canaries);
      outgoing.writeHead(reply.status, reply.headers).end(reply.bytes);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire tap has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a request on as it came: its signature covers every header that matters. */
function pass(
  { method, path, headers, body }: Tapped,
  to: { readonly hostname: string; readonly port: string },
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = forward({ ...to, method, path, headers }, (reply) => {
      buffer(reply).then(
        (bytes) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, bytes }),
        reject,
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function readRequest(incoming: IncomingMessage): Promise<Tapped> {
  const body = (await buffer(incoming)).toString('utf8');
  const { method = '', url: path = '/', headers } = incoming;
  return { method, path, headers, body, service: serviceOf(path, headers) };
}

function serviceOf(path: string, headers: IncomingHttpHeaders): Tapped['service'] {
  const target = String(headers['x-amz-target'] ?? '');
  if (target.startsWith('AmazonSSM')) return 'ssm';
  if (target !== '') return 'organizations';
  if (path.startsWith('/mcp')) return 'mcp';
  if (path.startsWith('/model/')) return 'bedrock';
  if (path === '/') return 'sts';
  return headers['x-amz-sso_bearer_token'] === undefined ? 'sso-oidc' : 'sso';
}

function learnFromRequest({ headers, service }: Tapped, canaries: Canaries): void {
  const signature = /Signature=([0-9a-f]{64})/.exec(headers.authorization ?? '')?.[1];
  if (signature !== undefined) canaries.add(`the ${service} request's signature`, signature);
  for (const name of ['x-amz-security-token', 'x-amz-sso_bearer_token']) {
    const value = headers[name];
    if (typeof value === 'string') canaries.add(`${name} of a ${service} request`, value);
  }
}

const SECRET_FIELD =
  /(?:<(AccessKeyId|SecretAccessKey|SessionToken)>|"(accessKeyId|secretAccessKey|sessionToken|accessToken|refreshToken|clientSecret|deviceCode)"\s*:\s*")([^<"]+)/g;

function learnFromReply({ service }: Tapped, text: string, canaries: Canaries): void {
  if (!['sts', 'sso', 'sso-oidc'].includes(service)) return;
  for (const [, xml, field, secret = ''] of text.matchAll(SECRET_FIELD)) {
    canaries.add(`${xml ?? field ?? ''} issued by ${service}`, secret);
  }
}
