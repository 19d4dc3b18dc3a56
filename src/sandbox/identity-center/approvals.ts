import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../../domain/clock.js';
import type { Client } from './clients.js';
import { OidcError } from './oidc-error.js';

/** What waits for a person: a code that a device shows, or a page that a program opened in the browser. */
export interface Approvals {
  startDevice(client: Client): Device;
  /** By the code that the person typed. */
  findDevice(userCode: string): Device | undefined;
  decideDevice(device: Device, decision: Decision): void;
  /** The person who approved. Throws what a client is told that asks too early, too often, or in vain. */
  redeemDevice(deviceCode: string, client: Client): string;
  startPage(page: AuthorizationPage): string;
  findPage(request: string): AuthorizationPage | undefined;
  /** The code for an approved page, each page once. */
  approvePage(request: string, user: string): string;
  forgetPage(request: string): void;
  /** The person who approved. Each code works once. Throws `InvalidGrantException`. */
  redeemCode(code: string, client: Client, redirectUri: string, verifier: string): string;
}

export type Decision = { readonly kind: 'approved'; readonly user: string } | { readonly kind: 'denied' };

export interface Device {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly client: Client;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** The parameters of `/authorize` that were checked. */
export interface AuthorizationPage {
  readonly client: Client;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  readonly scopes: readonly string[];
}

export interface DeviceTimes {
  /** Seconds that a code can be approved (600). */
  readonly lifetime: number;
  /** Seconds between two polls (5). */
  readonly interval: number;
}

interface Waiting {
  readonly device: Device;
  decision: Decision | undefined;
  /** Seconds; five more each time that the client was too quick (RFC 8628, 3.5). */
  interval: number;
  polledAt: number;
}

/** How long a code of the browser flow is good for. */
const CODE_LIFETIME_MS = 10 * 60_000;

/** Networks are not exact: a poll may be this much early. */
const TOLERANCE_MS = 200;

export function createApprovals(clock: Clock, times: DeviceTimes): Approvals {
  const devices = new Map<string, Waiting>();
  const pages = new Map<string, AuthorizationPage>();
  const codes = new Map<string, { readonly page: AuthorizationPage; readonly user: string; readonly until: number }>();

  return {
    startDevice: (client) => {
      const device = {
        deviceCode: randomBytes(32).toString('base64url'),
        userCode: `${letters(4)}-${letters(4)}`,
        client,
        expiresAt: clock() + times.lifetime * 1000,
      };
      devices.set(device.deviceCode, { device, decision: undefined, interval: times.interval, polledAt: clock() });
      return device;
    },
    findDevice: (userCode) => {
      const wanted = userCode.trim().toUpperCase();
      return [...devices.values()].find(
        ({ device, decision }) => device.userCode === wanted && decision === undefined && device.expiresAt > clock(),
      )?.device;
    },
    decideDevice: ({ deviceCode }, decision) => {
      const waiting = devices.get(deviceCode);
      if (waiting !== undefined) waiting.decision = decision;
    },
    redeemDevice: (deviceCode, client) => {
      const waiting = devices.get(deviceCode);
      if (waiting?.device.client.clientId !== client.clientId) {
        throw new OidcError('InvalidGrantException', 'Invalid device code');
      }
      if (waiting.device.expiresAt <= clock()) throw new OidcError('ExpiredTokenException', 'Device code expired');
      const early = clock() - waiting.polledAt < waiting.interval * 1000 - TOLERANCE_MS;
      waiting.polledAt = clock();
      if (waiting.decision === undefined && early) {
        waiting.interval += 5;
        throw new OidcError('SlowDownException', 'Slow down');
      }
      if (waiting.decision === undefined) throw new OidcError('AuthorizationPendingException', 'Not approved yet');
      devices.delete(deviceCode);
      if (waiting.decision.kind === 'denied') throw new OidcError('AccessDeniedException', 'The request was denied');
      return waiting.decision.user;
    },
    startPage: (page) => {
      const request = randomBytes(16).toString('base64url');
      pages.set(request, page);
      return request;
    },
    findPage: (request) => pages.get(request),
    approvePage: (request, user) => {
      const page = pages.get(request);
      if (page === undefined) throw new OidcError('InvalidRequestException', 'This page was answered already');
      pages.delete(request);
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { page, user, until: clock() + CODE_LIFETIME_MS });
      return code;
    },
    forgetPage: (request) => {
      pages.delete(request);
    },
    redeemCode: (code, client, redirectUri, verifier) => {
      const found = codes.get(code);
      codes.delete(code);
      const good =
        found !== undefined &&
        found.until > clock() &&
        found.page.client.clientId === client.clientId &&
        found.page.redirectUri === redirectUri &&
        // RFC 7636, 4.6: the program that redeems is the one that asked.
        found.page.challenge === createHash('sha256').update(verifier).digest('base64url');
      if (!good) throw new OidcError('InvalidGrantException', 'Invalid authorization code');
      return found.user;
    },
  };
}

/** Without vowels and look-alikes, as user codes are (RFC 8628, 6.1). */
function letters(count: number): string {
  const alphabet = 'BCDFGHJKLMNPQRSTVWXZ';
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
