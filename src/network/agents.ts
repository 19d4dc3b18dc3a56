import * as dns from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { CentralOpsError } from '../domain/errors.js';
import { isLoopbackHost } from '../domain/loopback.js';
import { ProxyingAgent, type ProxySettings } from './proxy-agent.js';

export interface AgentOptions {
  /** Refuse every connection whose resolved address is not this machine. */
  readonly loopbackOnly: boolean;
  /** Connections per host; further requests wait in the agent's queue. */
  readonly maxSockets: number;
  /** PEM texts of the certificates to trust. Absent: Node's own. */
  readonly certificates?: readonly string[];
  /** For https to other machines. Never used when connections stay on this one. */
  readonly proxy?: ProxySettings;
}

export interface Agents {
  readonly httpAgent: http.Agent;
  /** Node's own, or one of the same shape that goes through a proxy. */
  readonly httpsAgent: https.Agent;
}

/**
 * The connection pools that every client of this process shares, AWS's SDK included. Idle connections are kept (and
 * do not keep the process alive), the most recently used first, so that a pool shrinks after a burst.
 */
export function createAgents(options: AgentOptions): Agents {
  const settings = {
    keepAlive: true,
    maxSockets: options.maxSockets,
    // Node keeps 256 idle ones by default: a wider fan-out would open the rest anew for each question.
    maxFreeSockets: options.maxSockets,
    scheduling: 'lifo',
    ...(options.loopbackOnly ? { lookup: lookupLoopback } : {}),
  } as const;
  const secure = { ...settings, ...(options.certificates === undefined ? {} : { ca: [...options.certificates] }) };
  if (options.proxy !== undefined && !options.loopbackOnly) {
    return { httpAgent: new http.Agent(settings), httpsAgent: new ProxyingAgent(options.proxy, secure) };
  }
  const agents = { httpAgent: new http.Agent(settings), httpsAgent: new https.Agent(secure) };
  if (options.loopbackOnly) {
    guardAddresses(agents.httpAgent);
    guardAddresses(agents.httpsAgent);
  }
  return agents;
}

/** Resolves a name and refuses it unless every address is loopback, so that no record of it can lead outside. */
const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const first = addresses?.[0];
    if (error !== null || first === undefined) {
      callback(error ?? refusal(hostname), '');
    } else if (!addresses.every(({ address }) => isLoopbackHost(address))) {
      callback(refusal(hostname), '');
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

interface ConnectOptions {
  readonly host?: string | null;
  readonly hostname?: string | null;
  readonly socketPath?: string | null;
}

type Connected = (error: Error | null, socket?: Duplex) => void;

interface ConnectingAgent {
  createConnection(options: ConnectOptions, callback: Connected): Duplex | null | undefined;
}

/** Node's typings leave `createConnection` out of the agent, its documentation does not. */
function isConnectingAgent(agent: object): agent is ConnectingAgent {
  return 'createConnection' in agent && typeof agent.createConnection === 'function';
}

/** An address written as a number never reaches `lookup`, so it is checked where the connection is made. */
function guardAddresses(agent: http.Agent): void {
  if (!isConnectingAgent(agent)) {
    throw new CentralOpsError('internal', 'This Node version offers no place to check outgoing connections.');
  }
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const host = options.host ?? options.hostname ?? 'localhost';
    const named = /[a-z]/i.test(host) && !host.includes(':');
    const local = typeof options.socketPath !== 'string' && (named || isLoopbackHost(host));
    if (local) return connect(options, callback);
    // Given to the callback, not thrown: the agent also connects from its queue, where nobody could catch it.
    callback(refusal(host));
    return undefined;
  };
}

function refusal(host: string): CentralOpsError {
  return new CentralOpsError(
    'refused',
    `The connection to ${host} was refused: in sandbox mode only this machine may be reached. ` +
      'Leave --sandbox out to work with real accounts, or unset the endpoint that names this host.',
    { facts: { host } },
  );
}
