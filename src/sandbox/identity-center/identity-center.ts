import type { Clock } from '../../domain/clock.js';
import type { FaultTable } from '../faults.js';
import type { KeyRing } from '../identity/issued-credentials.js';
import type { SignedRequest } from '../identity/signature.js';
import type { Organization } from '../organization/organization.js';
import type { HttpReply } from '../protocol/http-reply.js';
import { createApprovals } from './approvals.js';
import { createClients } from './clients.js';
import { createOidc } from './oidc.js';
import { createPortal } from './portal.js';
import { createPortalLimits, type PortalStatistics } from './portal-limits.js';
import { createSessions, type IssuedTokens } from './sessions.js';
import { createSignInPages } from './sign-in-pages.js';

/** How Identity Center of the sandbox behaves. Everything has a default: AWS's own. */
export interface IdentityCenterOptions {
  /** Seconds between two polls of a device (5). */
  readonly interval?: number;
  /** Seconds that the code of a device can be approved (600). */
  readonly deviceLifetime?: number;
  /** Seconds that an access token lives (3600) and a sign-in as a whole (28,800). */
  readonly accessTokenSeconds?: number;
  readonly sessionSeconds?: number;
  /** Seconds that credentials of a permission set live (3600). */
  readonly credentialSeconds?: number;
  /** Requests a second that the portal takes (20). */
  readonly portalRate?: number;
  /** Every so manieth request to the portal is answered with 429. */
  readonly refuseEvery?: number;
}

export interface SandboxIdentityCenter {
  /** Undefined for what is not Identity Center's. */
  answer(request: SignedRequest): HttpReply | undefined;
  /** Signs somebody in without a browser, as if they had been before. */
  signIn(user: string): IssuedTokens;
  statistics(): PortalStatistics;
}

/** The start URL of the sandbox's portal. Nothing is ever fetched from it. */
export const SANDBOX_START_URL = 'https://central-ops-sandbox.awsapps.com/start';

/** Portal, token service and sign-in pages, all on the sandbox's one port. */
export function createIdentityCenter(uses: {
  readonly organization: Organization;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly faults: FaultTable;
  readonly pageSize: number | undefined;
  readonly url: () => string;
  readonly options: IdentityCenterOptions;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}): SandboxIdentityCenter {
  const { clock, options, faults, log } = uses;
  const interval = options.interval ?? 5;
  const deviceLifetime = options.deviceLifetime ?? 600;
  const clients = createClients(clock, SANDBOX_START_URL);
  const approvals = createApprovals(clock, { interval, lifetime: deviceLifetime });
  const sessions = createSessions(clock, {
    accessToken: options.accessTokenSeconds ?? 3600,
    session: options.sessionSeconds ?? 28_800,
  });
  const limits = createPortalLimits(clock, {
    perSecond: options.portalRate ?? 20,
    refuseEvery: options.refuseEvery,
  });
  const doors = [
    createPortal({
      ...uses,
      sessions,
      limits,
      credentialSeconds: options.credentialSeconds ?? 3600,
    }),
    createOidc({
      clients,
      approvals,
      sessions,
      startUrl: SANDBOX_START_URL,
      url: uses.url,
      interval,
      deviceLifetime,
      faults,
      log,
    }),
    createSignInPages({ clients, approvals, log }),
  ];
  return {
    answer: (request) => {
      for (const door of doors) {
        const answered = door(request);
        if (answered !== undefined) return answered;
      }
      return undefined;
    },
    signIn: (user) => sessions.open(user, 'sandbox', ['sso:account:access']),
    statistics: () => limits.read(),
  };
}
