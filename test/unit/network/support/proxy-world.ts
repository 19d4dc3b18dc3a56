import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

const file = (name: string): Promise<string> =>
  readFile(new URL(`../../../fixtures/tls/${name}`, import.meta.url), 'utf8');

export interface ProxyWorld {
  readonly certificate: string;
  /** A real CONNECT proxy on loopback that leads every name to one TLS server of ours, as if it were that host. */
  readonly proxy: URL;
  /** What the proxy was asked to connect to, with the credentials that came along. */
  readonly tunnels: { readonly target: string; readonly authorization: string | undefined }[];
  /** The TLS server itself, for what does not go through the proxy. */
  readonly direct: URL;
  /** Host headers of the requests that arrived. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** `refuse` is the status that the proxy answers a CONNECT with, instead of connecting. */
export async function startProxyWorld(options: { readonly refuse?: number } = {}): Promise<ProxyWorld> {
  const [key, certificate] = await Promise.all([file('loopback-key.pem'), file('loopback-certificate.pem')]);
  const requests: string[] = [];
  const server = createTlsServer({ key, cert: certificate }, (request, response) => {
    requests.push(request.headers.host ?? '');
    response.end(`hello from ${request.headers.host ?? ''}${request.url ?? ''}`);
  });
  const port = await listen(server);

  const tunnels: ProxyWorld['tunnels'] = [];
  const sockets = new Set<Duplex>();
  const proxy = createServer((_request, response) => response.writeHead(501).end());
  proxy.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    tunnels.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (options.refuse !== undefined) {
      client.end(`HTTP/1.1 ${String(options.refuse)} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  const proxyPort = await listen(proxy);

  return {
    certificate,
    proxy: new URL(`http://127.0.0.1:${String(proxyPort)}`),
    tunnels,
    direct: new URL(`https://localhost:${String(port)}`),
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed(server), closed(proxy)]);
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
