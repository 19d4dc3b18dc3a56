import type { ClientRequest } from 'node:http';
import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { CentralOpsError } from '../domain/errors.js';
import { isLoopbackHost } from '../domain/loopback.js';
import { isExempt } from './no-proxy.js';

export interface ProxySettings {
  /** `HTTPS_PROXY`: http or https, possibly with a user and a password. */
  readonly url: URL;
  /** `NO_PROXY`. */
  readonly noProxy: string;
}

/**
 * An agent for https that goes through a proxy's CONNECT, except to what `NO_PROXY` names and to this machine. Node's own
 * client knows neither variable. What the proxy refuses is said to be its refusal: passed on as it is, its 403 or 407 would
 * look like an answer of AWS.
 */
export class ProxyingAgent extends Agent {
  readonly #proxy: HttpsProxyAgent<string>;
  readonly #settings: ProxySettings;

  constructor(settings: ProxySettings, options: AgentOptions) {
    super(options);
    this.#settings = settings;
    this.#proxy = new HttpsProxyAgent(settings.url.href, options.ca === undefined ? {} : { ca: options.ca });
  }

  /** Otherwise it is guessed from the call stack, wrongly for a socket that comes back to the pool: none would be used twice. */
  override isSecureEndpoint(): boolean {
    return true;
  }

  async connect(request: ClientRequest, options: AgentConnectOpts): Promise<Duplex> {
    const host = options.host ?? '';
    const port = options.port ?? 443;
    if (options.secureEndpoint && (isLoopbackHost(host) || isExempt(this.#settings.noProxy, host, port))) {
      return tls.connect({ ...options, servername: options.servername ?? host });
    }
    let refusedWith: number | undefined;
    request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      refusedWith = statusCode === 200 ? undefined : statusCode;
    });
    const socket = await this.#proxy.connect(request, options).catch((error: unknown) => {
      throw this.#unreachable(host, 'could not be reached', error);
    });
    if (refusedWith === undefined) return socket;
    socket.destroy();
    throw this.#unreachable(
      host,
      refusedWith === 407 ? 'wants a user and a password (407)' : `refused it with HTTP ${refusedWith}`,
    );
  }

  #unreachable(host: string, what: string, cause?: unknown): CentralOpsError {
    const { protocol, host: proxyHost } = this.#settings.url;
    return new CentralOpsError(
      'unreachable',
      `${host} was to be reached through the proxy ${protocol}//${proxyHost} (HTTPS_PROXY), which ${what}.`,
      {
        facts: { host, proxy: proxyHost },
        nextStep: `Check HTTPS_PROXY, or add ${host} to NO_PROXY when it is reached directly.`,
        ...(cause === undefined ? {} : { cause }),
      },
    );
  }
}
