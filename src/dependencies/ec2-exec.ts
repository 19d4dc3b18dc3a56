import type { Registry } from '../accounts/registry.js';
import { membersOf } from '../accounts/select-accounts.js';
import type { Approvals } from '../approvals/approvals.js';
import type { Configuration } from '../config.js';
import type { CredentialChoice } from '../credentials/choose-credentials.js';
import { createCommandCredentials } from '../credentials/command-credentials.js';
import { createAttribution } from '../credentials/session-attribution.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import type { Ec2AllowList } from '../ec2-exec/allow-list.js';
import { openAwsGateway } from '../ec2-exec/aws-gateway.js';
import { createEc2Commands, type Ec2Commands, type Ec2CommandsUses } from '../ec2-exec/ec2-commands.js';
import type { CommandPlace } from '../ec2-exec/gateway.js';
import { commandSessionPolicy } from '../ec2-exec/permissions.js';
import type { IdentityCenter } from '../identity-center/identity-center.js';
import { sleep } from '../network/sleep.js';
import type { Hub } from './hub.js';
import { identityCenterCredentials } from './identity-center.js';

export interface Ec2ExecUses {
  readonly allow: Ec2AllowList;
  readonly hub: Hub;
  readonly identityCenter: IdentityCenter;
  readonly choice: (signal: AbortSignal) => Promise<CredentialChoice>;
  readonly registry: (signal: AbortSignal) => Promise<Registry>;
  readonly registryFor: (caller: Caller, signal: AbortSignal) => Promise<Registry>;
  readonly approvals: Approvals;
  readonly auditName: string;
  readonly newId: (prefix: string) => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Commands on EC2 instances, where they are switched on. */
export function ec2CommandsOf(configuration: Configuration, uses: Ec2ExecUses): Ec2Commands | undefined {
  if (configuration.ec2Exec.mode === 'off') return undefined;
  const { hub } = uses;
  return createEc2Commands({
    ...uses,
    accountFor: async (accountId, { caller, signal }) => {
      const account = (await uses.registryFor(caller, signal)).find(accountId);
      if (account !== undefined) return account;
      throw new CentralOpsError(
        'unknown-account',
        `Account ${accountId} is not in the account registry. Nothing was run`,
        {
          facts: { accountId },
          nextStep: '`central-ops accounts` lists those there are.',
        },
      );
    },
    membersOf: async (selectors, signal) => membersOf(await uses.registry(signal), selectors).map(({ id }) => id),
    open: gatewayOpener(configuration, uses),
    defaultRegion: configuration.hubRegion,
    sleep,
    retry: hub.retry,
  });
}

/** By IAM a session that may do this one thing; Identity Center's sessions take no policy, so that the role alone limits them. */
function gatewayOpener(configuration: Configuration, uses: Ec2ExecUses): Ec2CommandsUses['open'] {
  const { hub, identityCenter, choice, auditName } = uses;
  const { network, hubCredentials, retry, readParameter, stsTurn } = hub;
  const { hubRegion, stsEndpoint, ssmEndpoint, externalId, ec2Exec } = configuration;
  const assumed = createCommandCredentials({
    region: hubRegion,
    agents: network,
    retry,
    takeTurn: stsTurn,
    resolveVariable: configuration.variable,
    resolveParameter: readParameter,
    attribution: createAttribution(auditName, configuration.callerInSession),
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
    ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
    ...(externalId === undefined ? {} : { externalId }),
  });
  const portal = identityCenterCredentials(configuration, hub, identityCenter);
  return async (place, permissions, { caller, signal }) => {
    const { account, roleName } = place;
    const credentials =
      (await choice(signal)).kind === 'identity-center'
        ? await portal
            .fetch({ account: { ...account, permissionSet: roleName }, caller, signal })
            .catch((error: unknown) => Promise.reject(withoutChoices(error, place)))
        : await assumed({ account, roleName, caller, policy: commandSessionPolicy(place, permissions), signal });
    return openAwsGateway(place, {
      credentials,
      agents: network,
      retry,
      ...(ec2Exec.ec2Endpoint === undefined ? {} : { ec2Endpoint: ec2Exec.ec2Endpoint }),
      ...(ssmEndpoint === undefined ? {} : { ssmEndpoint }),
    });
  };
}

/** Whoever may not do this with one role is not told with which other one they might. */
function withoutChoices(error: unknown, { accountId, accountName, roleName }: CommandPlace): unknown {
  if (!(error instanceof CentralOpsError) || error.code !== 'credentials-denied') return error;
  return new CentralOpsError(
    'credentials-denied',
    `You do not have the permission set ${roleName} of IAM Identity Center in ${accountName} (${accountId}). Nothing was run`,
    {
      facts: { accountId, permissionSet: roleName },
      nextStep: `Have ${roleName} assigned to you there. Another one is not tried in its place.`,
      cause: error,
    },
  );
}
