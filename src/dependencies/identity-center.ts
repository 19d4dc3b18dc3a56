import { readFile } from 'node:fs/promises';
import type { AccountSource } from '../accounts/account-source.js';
import { createIdentityCenterAccounts } from '../accounts/identity-center-source.js';
import type { Configuration } from '../config.js';
import type { CredentialSource } from '../credentials/credential-source.js';
import { createIdentityCenterSource } from '../credentials/identity-center-source.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import { partitionOfRegion } from '../domain/region.js';
import { createIdentityCenter, type IdentityCenter } from '../identity-center/identity-center.js';
import { sessionKey } from '../identity-center/session.js';
import { browserProgram, createBrowserOpener } from '../identity-center/sign-in/open-browser.js';
import { userOf } from '../identity-center/who-is.js';
import type { Network } from '../network/network.js';
import { sleep } from '../network/sleep.js';
import type { Hub } from './hub.js';

/** Identity Center as it is configured. Reads nothing before it is asked. */
export function identityCenterOf(
  configuration: Configuration,
  network: Network,
  clock: Clock,
  logger: Logger,
): IdentityCenter {
  const { identityCenter, stateDirectory } = configuration;
  const { sessionName, startUrl, region, configFile, credentialsFile } = identityCenter;
  return createIdentityCenter({
    ...identityCenter,
    files: { configFile, credentialsFile, readFile: (path, signal) => readFile(path, { signal }) },
    choice: { sessionName, startUrl, region },
    stateDirectory,
    sts: stsOf(configuration),
    openBrowser: createBrowserOpener({ program: browserProgram(process.platform), sleep }),
    agents: network,
    clock,
    sleep,
    random: Math.random,
    logger,
  });
}

/** Credentials of each account for the person who signed in. */
export function identityCenterCredentials(
  configuration: Configuration,
  { network, retry }: Hub,
  identityCenter: IdentityCenter,
): CredentialSource {
  const { sessionName, startUrl, region, permissionSet } = configuration.identityCenter;
  const { portal } = identityCenter;
  return createIdentityCenterSource({
    portal: {
      roleCredentials: async (role, signal) =>
        portal.roleCredentials(await identityCenter.session(signal), role, signal),
      listAccountRoles: async (accountId, signal) =>
        portal.listAccountRoles(await identityCenter.session(signal), accountId, signal),
    },
    session: `${sessionName ?? startUrl ?? 'the only session'} ${region}`,
    permissionSet,
    sts: stsOf(configuration),
    agents: network,
    retry,
    onIdentity: (arn) => identityCenter.noteUser(userOf(arn)),
  });
}

/** The accounts of the portal, and whether a list of them is still that of who is signed in. */
export function identityCenterAccounts(
  identityCenter: IdentityCenter,
  clock: Clock,
): { readonly source: AccountSource; readonly stillHolds: (fetchedAt: number) => Promise<boolean> } {
  return {
    source: createIdentityCenterAccounts({
      listAccounts: async (signal) => {
        const session = await identityCenter.session(signal);
        const accounts = await identityCenter.portal.listAccounts(session, signal);
        return { accounts, partition: partitionOfRegion(session.region) };
      },
      clock,
    }),
    stillHolds: async (fetchedAt) => {
      const changedAt = await identityCenter.tokenChangedAt();
      return changedAt !== undefined && changedAt <= fetchedAt;
    },
  };
}

/** The sign-in that serves now without anybody, for the choice of credentials. */
export async function validSignIn(
  identityCenter: IdentityCenter,
  signal: AbortSignal,
): Promise<{ readonly session: string; readonly expiresAt: number } | undefined> {
  try {
    const session = await identityCenter.session(signal);
    return { session: sessionKey(session), expiresAt: await identityCenter.tokenEnd(session, signal) };
  } catch (error) {
    // Nobody has a session, nobody is signed in, or AWS cannot be asked: then it is not a way in.
    if (error instanceof CentralOpsError) return undefined;
    throw error;
  }
}

function stsOf({ hubRegion, stsEndpoint }: Configuration): { readonly region: string; readonly endpoint?: string } {
  return { region: hubRegion, ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }) };
}
