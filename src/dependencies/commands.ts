import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Registry } from '../accounts/registry.js';
import { selectAccounts } from '../accounts/select-accounts.js';
import { findAwsProgram } from '../command/aws-program.js';
import { type Commands, type CommandsUses, createCommands } from '../command/commands.js';
import { createSpill } from '../command/spill.js';
import type { Configuration } from '../config.js';
import { createCachedProvider } from '../credentials/cached-provider.js';
import type { CredentialChoice } from '../credentials/choose-credentials.js';
import type { CredentialSource } from '../credentials/credential-source.js';
import { type Account, accountLabel } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import type { CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import { nearest } from '../domain/nearest.js';
import { homeRegion, partitionOfRegion } from '../domain/region.js';
import type { Catalogue } from '../planning/catalogue/facts.js';
import { checkCommand } from '../planning/command/check-command.js';

/** Python starts once for each account: more at once than the machine can run would only make all of them late. */
const MOST_PROCESSES = 16;

/** Commands of the AWS CLI, put together from the policy, the registry and the credentials that questions have. */
export function commandsOf(
  configuration: Configuration,
  uses: {
    readonly catalogue: Catalogue;
    readonly registryFor: (caller: Caller, signal: AbortSignal) => Promise<Registry>;
    readonly source: CredentialSource;
    readonly choice: (signal: AbortSignal) => Promise<CredentialChoice>;
    readonly newId: (prefix: string) => string;
    readonly allowMutations: boolean;
    readonly clock: Clock;
    readonly logger: Logger;
  },
): Commands {
  const { catalogue, registryFor, choice, clock, logger } = uses;
  const { awsCli, regions, stateDirectory } = configuration;
  const providerOf = createProviders(uses.source, clock);
  return createCommands({
    check: (command) =>
      checkCommand(catalogue, command, {
        sensitiveReads: configuration.sensitiveReads,
        allowMutations: uses.allowMutations,
      }),
    async accountsOf(asked, { caller, signal }) {
      const registry = await registryFor(caller, signal);
      if ('selectors' in asked) return selectAccounts(registry, { include: asked.selectors, exclude: [] });
      return [registry.find(asked.id) ?? unknownAccount(registry, asked.id)];
    },
    async identityOf(account, roleName, { caller, signal }) {
      const { kind } = await choice(signal);
      const [own, configured] =
        kind === 'identity-center'
          ? [account.permissionSet, configuration.identityCenter.permissionSet]
          : [account.roleName, configuration.roleName];
      const name = roleName ?? own ?? configured;
      return { roleName: name, provide: providerOf({ ...account, roleName: name, permissionSet: name }, caller) };
    },
    regionOf: (account) => defaultRegion(account, regions),
    offeredIn: ({ operations: [first] }) =>
      first === undefined ? undefined : catalogue.service(first.service)?.offeredIn,
    cli: async () => ({
      program: await findAwsProgram(awsCli),
      variables: awsCli.variables,
      endpointUrl: awsCli.endpointUrl,
    }),
    spill: createSpill(join(stateDirectory, 'command-output'), clock, () => uses.newId('output')),
    concurrency: Math.min(MOST_PROCESSES, availableParallelism() * 2, configuration.concurrency),
    clock,
    logger,
  } satisfies CommandsUses);
}

/** The registry's own Region for the account, else the first configured one of its partition. */
function defaultRegion(account: Account, configured: readonly string[]): string {
  const usable = configured.find((region) => partitionOfRegion(region) === account.partition);
  return account.regions?.[0] ?? usable ?? homeRegion(account.partition);
}

function unknownAccount(registry: Registry, id: string): never {
  const near = nearest(
    id,
    registry.accounts().map((account) => account.id),
  );
  throw new CentralOpsError(
    'unknown-account',
    `Account ${id.slice(0, 40)} is not in the account registry ${registry.origin}.`,
    {
      facts: { accountId: id },
      nextStep:
        near.length > 0
          ? `Did you mean ${near.join(' or ')}? \`central-ops accounts\` lists all.`
          : 'Add it to the registry, or choose one that `central-ops accounts` lists.',
    },
  );
}

/** One cached provider for each account, role and caller: apart from those of questions, which have one role per account. */
function createProviders(
  source: CredentialSource,
  clock: Clock,
): (account: Account, caller: Caller) => CredentialProvider {
  const providers = new Map<string, CredentialProvider>();
  return (account, caller) => {
    const key = source.keyOf(account, caller);
    const provider =
      providers.get(key) ??
      createCachedProvider({
        fetch: (signal) => source.fetch({ account, caller, signal }),
        clock,
        description: `${source.describe(account)} in ${accountLabel(account)}`,
      }).provide;
    providers.set(key, provider);
    return provider;
  };
}
