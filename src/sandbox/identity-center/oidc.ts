import { z } from 'zod';
import type { FaultTable } from '../faults.js';
import type { SignedRequest } from '../identity/signature.js';
import { DROP, HANG, jsonReply, type HttpReply } from '../protocol/http-reply.js';
import type { Approvals } from './approvals.js';
import { DEVICE_GRANT, isSameStartUrl, type Client, type Clients } from './clients.js';
import { OidcError, refused } from './oidc-error.js';
import type { IssuedTokens, Sessions } from './sessions.js';

export interface OidcOptions {
  readonly clients: Clients;
  readonly approvals: Approvals;
  readonly sessions: Sessions;
  readonly startUrl: string;
  /** Where people are sent to approve. Known when the server listens. */
  readonly url: () => string;
  /** Seconds that a client is told: between two polls, and until its code expires. */
  readonly interval: number;
  readonly deviceLifetime: number;
  readonly faults: FaultTable;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/** Answers the token service's three operations; undefined for any other path. */
export function createOidc(options: OidcOptions): (request: SignedRequest) => HttpReply | undefined {
  const operations: Readonly<Record<string, (body: unknown) => HttpReply>> = {
    '/client/register': (body) => registerClient(options, body),
    '/device_authorization': (body) => startDeviceAuthorization(options, body),
    '/token': (body) => {
      const broken = injected(options.faults);
      return broken ?? jsonReply(200, createToken(options, body));
    },
  };
  return ({ method, target, body }) => {
    const operation = operations[target.split('?')[0] ?? ''];
    if (operation === undefined || method !== 'POST') return undefined;
    try {
      return operation(parsedJson(body));
    } catch (error) {
      if (!(error instanceof OidcError)) throw error;
      options.log('the token service refused', { code: error.refusal, reason: error.message });
      return refused(error);
    }
  };
}

function registerClient({ clients }: OidcOptions, body: unknown): HttpReply {
  const client = clients.register(body);
  const expiresAt = client.expiresAt / 1000;
  return jsonReply(200, {
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    clientIdIssuedAt: expiresAt - 90 * 86_400,
    clientSecretExpiresAt: expiresAt,
  });
}

const deviceShape = z.object({ clientId: z.string(), clientSecret: z.string(), startUrl: z.string() });

function startDeviceAuthorization(options: OidcOptions, body: unknown): HttpReply {
  const { clientId, clientSecret, startUrl } = read(deviceShape, body);
  const client = options.clients.authenticate(clientId, clientSecret);
  requireGrant(client, DEVICE_GRANT);
  if (!isSameStartUrl(startUrl, options.startUrl)) {
    throw new OidcError('InvalidRequestException', 'Invalid start url provided');
  }
  const { deviceCode, userCode } = options.approvals.startDevice(client);
  const verificationUri = `${options.url()}/device`;
  return jsonReply(200, {
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
    expiresIn: options.deviceLifetime,
    interval: options.interval,
  });
}

const tokenShape = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  grantType: z.string(),
  deviceCode: z.string().optional(),
  code: z.string().optional(),
  redirectUri: z.string().optional(),
  codeVerifier: z.string().optional(),
  refreshToken: z.string().optional(),
});

function createToken(options: OidcOptions, body: unknown): IssuedTokens {
  const asked = read(tokenShape, body);
  const client = options.clients.authenticate(asked.clientId, asked.clientSecret);
  const { approvals, sessions } = options;
  switch (asked.grantType) {
    case DEVICE_GRANT: {
      requireGrant(client, DEVICE_GRANT);
      return sessions.open(approvals.redeemDevice(asked.deviceCode ?? '', client), client.clientId, client.scopes);
    }
    case 'authorization_code': {
      requireGrant(client, 'authorization_code');
      const { code = '', redirectUri = '', codeVerifier = '' } = asked;
      return sessions.open(
        approvals.redeemCode(code, client, redirectUri, codeVerifier),
        client.clientId,
        client.scopes,
      );
    }
    case 'refresh_token':
      requireGrant(client, 'refresh_token');
      return sessions.refresh(asked.refreshToken ?? '', client.clientId);
    default:
      throw new OidcError('UnsupportedGrantTypeException', `Unsupported grant type ${asked.grantType}`);
  }
}

function requireGrant(client: Client, grant: string): void {
  if (client.grantTypes.includes(grant)) return;
  throw new OidcError('UnauthorizedClientException', `This client was not registered for ${grant}`);
}

function injected(faults: FaultTable): HttpReply | undefined {
  const outcome = faults.at('', 'sso-oidc');
  switch (outcome) {
    case undefined:
      return undefined;
    case 'unreachable':
      return DROP;
    case 'timeout':
      return HANG;
    case 'denied':
      throw new OidcError('AccessDeniedException', 'The request was denied');
    case 'throttled':
      throw new OidcError('SlowDownException', 'Slow down');
    case 'expired-session':
      throw new OidcError('ExpiredTokenException', 'Device code expired');
    case 'error':
      throw new OidcError('InternalServerException', 'Internal server error');
    default:
      return outcome satisfies never;
  }
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new OidcError('InvalidRequestException', z.prettifyError(parsed.error));
}

function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new OidcError('InvalidRequestException', 'The body is not JSON');
  }
}
