import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.js';
import { OidcError } from './oidc-error.js';

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const GRANTS: readonly string[] = ['authorization_code', 'refresh_token', DEVICE_GRANT];

/** A program that registered itself: nobody vouches for it, so it is only as good as the person who approves it. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface Clients {
  register(body: unknown): Client;
  /** Throws `InvalidClientException` for a wrong secret, an unknown or an expired client. */
  authenticate(clientId: string, clientSecret: string): Client;
  find(clientId: string): Client | undefined;
}

const registrationShape = z.object({
  clientName: z.string().min(1),
  clientType: z.string(),
  scopes: z.array(z.string()).default([]),
  redirectUris: z.array(z.string()).default([]),
  // A client that names none may sign in with a code for devices, and refresh.
  grantTypes: z.array(z.string()).default([DEVICE_GRANT, 'refresh_token']),
  issuerUrl: z.string().optional(),
});

const NINETY_DAYS_MS = 90 * 86_400_000;

export function createClients(clock: Clock, startUrl: string): Clients {
  const clients = new Map<string, Client>();
  const living = (clientId: string): Client | undefined => {
    const client = clients.get(clientId);
    return client === undefined || client.expiresAt <= clock() ? undefined : client;
  };
  return {
    register: (body) => {
      const asked = checked(body, startUrl);
      const client = {
        clientId: randomBytes(16).toString('base64url'),
        // As long as AWS's, which is a signed token.
        clientSecret: `eyJraWQiOiJrZXkt${randomBytes(300).toString('base64url')}`,
        name: asked.clientName,
        scopes: asked.scopes,
        grantTypes: asked.grantTypes,
        redirectUris: asked.redirectUris,
        expiresAt: Math.floor(clock() / 1000) * 1000 + NINETY_DAYS_MS,
      };
      clients.set(client.clientId, client);
      return client;
    },
    authenticate: (clientId, clientSecret) => {
      const client = living(clientId);
      if (client?.clientSecret === clientSecret) return client;
      throw new OidcError('InvalidClientException', 'Invalid client');
    },
    find: living,
  };
}

function checked(body: unknown, startUrl: string): z.infer<typeof registrationShape> {
  const parsed = registrationShape.safeParse(body);
  if (!parsed.success) throw new OidcError('InvalidRequestException', z.prettifyError(parsed.error));
  const { clientType, grantTypes, issuerUrl, redirectUris } = parsed.data;
  if (clientType !== 'public') throw new OidcError('InvalidClientMetadataException', 'Only public clients register');
  const unknown = grantTypes.find((grant) => !GRANTS.includes(grant));
  if (unknown !== undefined) throw new OidcError('UnsupportedGrantTypeException', `Unsupported grant type ${unknown}`);
  if (issuerUrl !== undefined && !isSameStartUrl(issuerUrl, startUrl)) {
    throw new OidcError('InvalidRequestException', 'Invalid issuer url');
  }
  if (grantTypes.includes('authorization_code') && (redirectUris.length === 0 || issuerUrl === undefined)) {
    throw new OidcError('InvalidRequestException', 'The code grant needs redirectUris and issuerUrl');
  }
  // AWS takes loopback redirects only without a port and with this path.
  if (redirectUris.some((uri) => uri !== 'http://127.0.0.1/oauth/callback')) {
    throw new OidcError('InvalidRedirectUriException', 'Invalid redirect URI');
  }
  return parsed.data;
}

/** With or without `#/` and a slash at the end, as people copy it. */
export function isSameStartUrl(left: string, right: string): boolean {
  return plainStartUrl(left) === plainStartUrl(right);
}

function plainStartUrl(url: string): string {
  return url.replace(/\/?(?:#\/?)?$/u, '').toLowerCase();
}
