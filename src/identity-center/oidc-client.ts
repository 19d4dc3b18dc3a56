/** The token service of Identity Center (SSO OIDC): registering, the two ways to sign in, and refreshing. */
import type * as Sdk from '@aws-sdk/client-sso-oidc';
import { awsClientOptions } from '../aws/client-options.js';
import { type AwsFailure, awsFailure } from '../aws/failure.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import type { IdentityCenterSession } from './session.js';
import type { ClientRegistration, SsoToken } from './token/token-file.js';

/** A refusal of the token service, by its own name. Its message and cause hold no token, secret or code. */
export class OidcRefusal extends Error {
  /** `AuthorizationPendingException`, `InvalidGrantException`, or the network's code. */
  readonly code: string;
  /** Whether asking again later can help. */
  readonly passing: boolean;

  constructor({ code, kind, message, cause }: AwsFailure) {
    super(message, { cause });
    this.name = 'OidcRefusal';
    this.code = code;
    this.passing = kind === 'throttled' || kind === 'unavailable';
  }
}

/** A device's code, and where a person types it. */
export interface DeviceAuthorization {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  /** Seconds between two polls. */
  readonly interval: number;
}

/** Every operation throws {@link OidcRefusal}, what the network of this process says, or the signal's reason. */
export interface OidcClient {
  registerForBrowser(
    session: IdentityCenterSession,
    redirectUri: string,
    signal: AbortSignal,
  ): Promise<ClientRegistration>;
  registerForDevice(session: IdentityCenterSession, signal: AbortSignal): Promise<ClientRegistration>;
  /** The page that a browser is sent to; `parameters` are those of OAuth's authorization request. */
  authorizationPage(session: IdentityCenterSession, parameters: Readonly<Record<string, string>>): URL;
  startDevice(
    session: IdentityCenterSession,
    registration: ClientRegistration,
    signal: AbortSignal,
  ): Promise<DeviceAuthorization>;
  redeemDevice(
    session: IdentityCenterSession,
    registration: ClientRegistration,
    deviceCode: string,
    signal: AbortSignal,
  ): Promise<SsoToken>;
  redeemCode(
    session: IdentityCenterSession,
    registration: ClientRegistration,
    proof: { readonly code: string; readonly redirectUri: string; readonly codeVerifier: string },
    signal: AbortSignal,
  ): Promise<SsoToken>;
  refresh(
    session: IdentityCenterSession,
    registration: ClientRegistration,
    refreshToken: string,
    signal: AbortSignal,
  ): Promise<SsoToken>;
}

export interface OidcClientUses {
  readonly agents: Agents;
  readonly endpoint: string | undefined;
  readonly clock: Clock;
}

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** What AWS registers the browser flow with. */
export const BROWSER_GRANTS: readonly string[] = ['authorization_code', 'refresh_token'];

/** RFC 8628, 3.2, where the service does not say. */
const USUAL_INTERVAL_SECONDS = 5;

export function createOidcClient(uses: OidcClientUses): OidcClient {
  const { clock, endpoint, agents } = uses;
  const clients = new Map<string, Sdk.SSOOIDCClient>();

  /** Loaded on first use: most commands never sign in. */
  async function send<T>(
    session: IdentityCenterSession,
    secrets: readonly (string | undefined)[],
    work: (client: Sdk.SSOOIDCClient, sdk: typeof Sdk) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const sdk = await import('@aws-sdk/client-sso-oidc');
    const client =
      clients.get(session.region) ?? new sdk.SSOOIDCClient(awsClientOptions(agents, session.region, endpoint));
    clients.set(session.region, client);
    try {
      return await work(client, sdk);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CentralOpsError) throw error;
      throw new OidcRefusal(
        awsFailure(
          error,
          secrets.filter((secret) => secret !== undefined),
        ),
      );
    }
  }

  async function register(
    session: IdentityCenterSession,
    more: { readonly grantTypes?: string[]; readonly redirectUris?: string[]; readonly issuerUrl?: string },
    signal: AbortSignal,
  ): Promise<ClientRegistration> {
    const reply = await send(
      session,
      [],
      (client, { RegisterClientCommand }) =>
        client.send(
          new RegisterClientCommand({
            clientName: clientName(session),
            clientType: 'public',
            scopes: [...session.scopes],
            ...more,
          }),
          { abortSignal: signal },
        ),
      signal,
    );
    const { clientId, clientSecret, clientSecretExpiresAt } = reply;
    if (clientId === undefined || clientSecret === undefined || clientSecretExpiresAt === undefined) {
      throw incomplete('RegisterClient');
    }
    return { clientId, clientSecret, expiresAt: clientSecretExpiresAt * 1000 };
  }

  async function createToken(
    session: IdentityCenterSession,
    { clientId, clientSecret, expiresAt }: ClientRegistration,
    grant: {
      readonly grantType: string;
      readonly deviceCode?: string;
      readonly code?: string;
      readonly redirectUri?: string;
      readonly codeVerifier?: string;
      readonly refreshToken?: string;
    },
    signal: AbortSignal,
  ): Promise<SsoToken> {
    const secrets = [clientSecret, grant.deviceCode, grant.code, grant.codeVerifier, grant.refreshToken];
    const reply = await send(
      session,
      secrets,
      (client, { CreateTokenCommand }) =>
        client.send(new CreateTokenCommand({ clientId, clientSecret, ...grant }), { abortSignal: signal }),
      signal,
    );
    const { accessToken, expiresIn, refreshToken } = reply;
    if (accessToken === undefined || expiresIn === undefined) throw incomplete('CreateToken');
    return {
      accessToken,
      expiresAt: clock() + expiresIn * 1000,
      startUrl: session.startUrl,
      registration: { clientId, clientSecret, expiresAt },
      ...(refreshToken === undefined ? {} : { refreshToken }),
    };
  }

  return {
    registerForBrowser: (session, redirectUri, signal) =>
      register(
        session,
        { grantTypes: [...BROWSER_GRANTS], redirectUris: [redirectUri], issuerUrl: session.startUrl },
        signal,
      ),
    registerForDevice: (session, signal) => register(session, {}, signal),

    authorizationPage(session, parameters) {
      const page = new URL('/authorize', endpoint ?? `https://oidc.${session.region}.${dnsSuffix(session.region)}`);
      for (const [name, value] of Object.entries(parameters)) page.searchParams.set(name, value);
      // A space as the AWS CLI writes it.
      page.search = page.search.replaceAll('+', '%20');
      return page;
    },

    async startDevice(session, { clientId, clientSecret }, signal) {
      const reply = await send(
        session,
        [clientSecret],
        (client, { StartDeviceAuthorizationCommand }) =>
          client.send(new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: session.startUrl }), {
            abortSignal: signal,
          }),
        signal,
      );
      const { deviceCode, userCode, verificationUri, expiresIn } = reply;
      if (
        deviceCode === undefined ||
        userCode === undefined ||
        verificationUri === undefined ||
        expiresIn === undefined
      ) {
        throw incomplete('StartDeviceAuthorization');
      }
      return {
        deviceCode,
        userCode,
        verificationUri,
        verificationUriComplete: reply.verificationUriComplete ?? verificationUri,
        expiresAt: clock() + expiresIn * 1000,
        interval: Math.max(1, reply.interval ?? USUAL_INTERVAL_SECONDS),
      };
    },

    redeemDevice: (session, registration, deviceCode, signal) =>
      createToken(session, registration, { grantType: DEVICE_GRANT, deviceCode }, signal),
    redeemCode: (session, registration, proof, signal) =>
      createToken(session, registration, { grantType: 'authorization_code', ...proof }, signal),
    refresh: (session, registration, refreshToken, signal) =>
      createToken(session, registration, { grantType: 'refresh_token', refreshToken }, signal),
  };
}

/** Shown to the person who approves, so that they see what asks. */
function clientName({ name }: IdentityCenterSession): string {
  return name === undefined ? 'central-ops' : `central-ops-${name.replaceAll(/[^\w.-]/g, '-')}`;
}

/** AWS's domains by partition; `/authorize` is the one address that the SDK has no operation for. */
function dnsSuffix(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}

function incomplete(operation: string): CentralOpsError {
  return new CentralOpsError(
    'credentials-unavailable',
    `IAM Identity Center answered ${operation} without what it asks for. Check which endpoint answers (AWS_ENDPOINT_URL_SSO_OIDC).`,
  );
}
