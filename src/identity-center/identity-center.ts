/** Identity Center as one thing: which session, who is signed in, and what the portal gives them. */
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import type { Logger } from '../domain/logger.js';
import type { Agents } from '../network/agents.js';
import type { Sleep } from '../network/sleep.js';
import { type AccountScan, scanAccounts } from './account-scan.js';
import { type AwsConfig, type AwsConfigPlace, readAwsConfig } from './aws-config/read-aws-config.js';
import { profileConflicts } from './aws-config/sso-settings.js';
import { chooseSession, type ListedSession, listSessions, type SessionChoice } from './choose-session.js';
import { createOidcClient } from './oidc-client.js';
import { createPortal, type Portal } from './portal.js';
import { type ProfileOptions, type ProfileSync, syncProfiles } from './profiles/sync-profiles.js';
import { createRoleCredentials, type RoleCredentials } from './role-credentials.js';
import { type IdentityCenterSession, sessionKey } from './session.js';
import { createSignInRecords } from './sign-in-records.js';
import type { OpenBrowser } from './sign-in/open-browser.js';
import { signIn, type SignInOptions } from './sign-in/sign-in.js';
import { type SignedOut, signOut } from './sign-out.js';
import { type SessionStatus, sessionStatus } from './status.js';
import { createRegistrationCache } from './token/registration-cache.js';
import { createTokenCache } from './token/token-cache.js';
import { createTokenProvider, type TokenProvider } from './token/token-provider.js';
import type { SsoToken } from './token/token-file.js';
import { whoIs } from './who-is.js';

export interface IdentityCenter {
  /** The session that is used: the named one, else the configured one. Read once for each name. Throws `configuration`. */
  session(signal: AbortSignal, name?: string): Promise<IdentityCenterSession>;
  /** Every configured session. Throws `configuration` when there is none, or one cannot be read. */
  sessions(signal: AbortSignal): Promise<readonly IdentityCenterSession[]>;
  /** What the AWS CLI will trip over in the configuration of a session. */
  conflicts(session: IdentityCenterSession, signal: AbortSignal): Promise<readonly string[]>;
  signIn(session: IdentityCenterSession, options: SignInOptions, signal: AbortSignal): Promise<SignedIn>;
  /** Ends the sign-in, here and at AWS. Other sessions stay. */
  signOut(session: IdentityCenterSession, signal: AbortSignal): Promise<SignedOut>;
  /** Of every configured session; or of the named one. */
  status(signal: AbortSignal, name?: string): Promise<readonly (SessionStatus & { readonly used: boolean })[]>;
  /** When the present token of a session ends: another sign-in or refresh changes it. Throws `sign-in-needed`. */
  tokenEnd(session: IdentityCenterSession, signal: AbortSignal): Promise<number>;
  /** When the token of the used session was last written, by whomever; undefined when there is none. */
  tokenChangedAt(): Promise<number | undefined>;
  /** Remembers the person behind the used session, as AWS said in an answer. Costs nothing the second time. */
  noteUser(user: string | undefined): void;
  readonly portal: Portal;
  /** Shows a page in the person's browser. Resolves to why that failed, or undefined. */
  openPage(url: string): Promise<string | undefined>;
  scan(
    session: IdentityCenterSession,
    signal: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<AccountScan>;
  /** Writes the profiles of what a scan found into the AWS CLI's configuration file. */
  syncProfiles(
    session: IdentityCenterSession,
    scan: AccountScan,
    options: ProfileOptions,
    signal: AbortSignal,
  ): Promise<ProfileSync>;
  /** Credentials for other programs, kept where the AWS CLI keeps its own. */
  readonly roleCredentials: RoleCredentials;
  /** Waits for a refresh under way. */
  close(): Promise<void>;
}

export interface SignedIn {
  /** Undefined when AWS could not be asked who it is. */
  readonly user: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  readonly refreshes: boolean;
}

export interface IdentityCenterUses {
  readonly files: AwsConfigPlace;
  readonly choice: SessionChoice;
  /** The AWS CLI's `~/.aws`. */
  readonly awsDirectory: string;
  /** Where this program keeps what is no secret. */
  readonly stateDirectory: string;
  readonly portalEndpoint: string | undefined;
  readonly oidcEndpoint: string | undefined;
  readonly sts: { readonly region: string; readonly endpoint?: string };
  readonly permissionSet: string;
  readonly whyNoBrowser: string | undefined;
  readonly openBrowser: OpenBrowser;
  readonly agents: Agents;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly logger: Logger;
}

export function createIdentityCenter(uses: IdentityCenterUses): IdentityCenter {
  const { clock, sleep, logger, agents } = uses;
  const directory = join(uses.awsDirectory, 'sso', 'cache');
  const cache = createTokenCache({ directory, clock, sleep });
  const registrations = createRegistrationCache({ directory, endpoint: uses.oidcEndpoint, clock });
  const records = createSignInRecords(join(uses.stateDirectory, 'sign-ins'));
  const oidc = createOidcClient({ agents, endpoint: uses.oidcEndpoint, clock });
  const providers = new Map<string, TokenProvider>();
  const chosen = new Map<string | undefined, IdentityCenterSession>();
  let noted: string | undefined;

  function providerOf(session: IdentityCenterSession): TokenProvider {
    const key = sessionKey(session);
    const provider =
      providers.get(key) ??
      createTokenProvider({
        session,
        cache,
        oidc,
        clock,
        logger,
        onRefreshed: async (before, after) => records.write(session, after, await records.read(session, before)),
      });
    providers.set(key, provider);
    return provider;
  }

  const token = (session: IdentityCenterSession, signal: AbortSignal, rejected?: string): Promise<SsoToken> =>
    providerOf(session).token(signal, rejected);
  const portal = createPortal({ ...uses, endpoint: uses.portalEndpoint, token });

  async function noteUser(session: IdentityCenterSession, signedIn: SsoToken, user: string): Promise<void> {
    const record = await records.read(session, signedIn);
    if (record.user !== user) await records.write(session, signedIn, { ...record, user });
  }

  async function noteUserOfCache(session: IdentityCenterSession, user: string): Promise<void> {
    const found = await cache.read(session).catch(() => undefined);
    if (found?.kind === 'token') await noteUser(session, found.token, user);
  }

  const learnUser = async (
    session: IdentityCenterSession,
    signedIn: SsoToken,
    signal: AbortSignal,
  ): Promise<string | undefined> => {
    const user = await whoIs(uses, portal, session, signal);
    if (user !== undefined) await noteUser(session, signedIn, user);
    return user;
  };

  return {
    portal,
    async session(signal, name) {
      const known = chosen.get(name);
      if (known !== undefined) return known;
      const config = await readAwsConfig(uses.files, signal);
      const session = chooseSession(config, name === undefined ? uses.choice : { ...uses.choice, sessionName: name });
      chosen.set(name, session);
      return session;
    },
    async sessions(signal) {
      const config = await readAwsConfig(uses.files, signal);
      return configured(config, uses.choice).map((listed) => {
        if (listed.kind === 'unusable') throw listed.problem;
        return listed.session;
      });
    },
    async conflicts({ name }, signal) {
      return name === undefined ? [] : profileConflicts(await readAwsConfig(uses.files, signal), name);
    },
    async signIn(session, options, signal) {
      const signedIn = await signIn({ ...uses, oidc, cache, registrations }, session, options, signal);
      await records.write(session, signedIn, { signedInAt: clock() });
      const user = await learnUser(session, signedIn, signal);
      return { user, expiresAt: signedIn.expiresAt, refreshes: signedIn.refreshToken !== undefined };
    },
    async signOut(session, signal) {
      const config = await readAwsConfig(uses.files, signal);
      return signOut({ portal, cache, records, config, awsDirectory: uses.awsDirectory }, session, signal);
    },
    async status(signal, name) {
      const config = await readAwsConfig(uses.files, signal);
      const listed =
        name === undefined
          ? configured(config, uses.choice)
          : [{ kind: 'session', session: chooseSession(config, { ...uses.choice, sessionName: name }) } as const];
      const used = usedSession(config, uses.choice);
      return Promise.all(
        listed.map(async (one) => ({
          ...(await sessionStatus({ token, records, learnUser }, one, signal)),
          used: one.kind === 'session' && used !== undefined && sessionKey(one.session) === sessionKey(used),
        })),
      );
    },
    tokenEnd: async (session, signal) => (await token(session, signal)).expiresAt,
    async tokenChangedAt() {
      const session = chosen.get(undefined);
      return session === undefined ? undefined : cache.changedAt(session);
    },
    noteUser(user) {
      const session = chosen.get(undefined);
      if (session === undefined || user === undefined || user === noted) return;
      noted = user;
      void noteUserOfCache(session, user);
    },
    openPage: (url) => (uses.whyNoBrowser === undefined ? uses.openBrowser(url) : Promise.resolve(uses.whyNoBrowser)),
    scan: (session, signal, onProgress) => scanAccounts(portal, session, signal, onProgress),
    syncProfiles: (session, scan, options, signal) => syncProfiles(uses.files, uses, session, scan, options, signal),
    roleCredentials: createRoleCredentials(uses, portal),
    async close() {
      await Promise.all([...providers.values()].map((provider) => provider.close()));
    },
  };
}

/** Throws what whoever needs a session would hear, when there is none. */
function configured(config: AwsConfig, choice: SessionChoice): readonly ListedSession[] {
  const listed = listSessions(config, choice);
  return listed.length > 0 ? listed : [{ kind: 'session', session: chooseSession(config, choice) }];
}

/** The session that questions use; undefined when none is chosen. */
function usedSession(config: AwsConfig, choice: SessionChoice): IdentityCenterSession | undefined {
  try {
    return chooseSession(config, choice);
  } catch {
    return undefined;
  }
}
