import { z } from 'zod';
import { parseNameTemplate } from '../../../identity-center/profiles/profile-name.js';
import { requireRegion, requireRoleName } from '../checks.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import { exitCodeOfProfiles, printProfiles } from '../print-profiles.js';
import type { Verb } from '../program.js';
import { createScanProgress } from '../scan-progress.js';
import { withComposition } from './run.js';

const shape = z.object({
  dryRun: z.boolean().default(false),
  prune: z.boolean().default(false),
  nameTemplate: z.string().optional(),
  credentialProcess: z.boolean().default(false),
  region: z.string().optional(),
});

/** `central-ops profiles sync ROLE [SSO_SESSION]`: a profile of the AWS CLI for every account that grants the role. */
export const profiles: Verb = (program, run) => {
  const sync = program
    .command('profiles')
    .description('write profiles for the AWS CLI and the SDKs')
    .command('sync')
    .description('write a profile for every account that grants you a permission set, into ~/.aws/config')
    .argument('<role>', 'the permission set')
    .argument('[session]', 'the [sso-session] (the only one)')
    .option('--dry-run', 'show what would change, as a diff, and write nothing')
    .option('--prune', 'take away profiles written earlier whose account no longer grants the role')
    .option(
      '--name-template <template>',
      'names made of {session}, {account}, {accountId} and {role}; renames what was written earlier',
    )
    .option('--credential-process', 'profiles that ask central-ops for their credentials')
    .option('--region <region>', 'the Region of the profiles (that of the configuration, in new ones)');
  withCommonOptions(sync).action((role: string, sessionName: string | undefined, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const wishes = shape.parse(options);
      // What is mistyped is said before hundreds of accounts are asked.
      requireRoleName(role);
      if (wishes.region !== undefined) requireRegion(wishes.region);
      if (wishes.nameTemplate !== undefined) parseNameTemplate(wishes.nameTemplate);
      const { regions } = await configurationFor(common);
      return withComposition(common, terminal, async ({ identityCenter }) => {
        const session = await identityCenter.session(terminal.signal, sessionName);
        const progress = createScanProgress(terminal);
        const scan = await identityCenter.scan(session, terminal.signal, (done, total) => progress.show(done, total));
        progress.end();
        if (terminal.signal.aborted) {
          terminal.err('Cancelled before every account was asked: nothing was written.\n');
          return EXIT.cancelled;
        }
        const synced = await identityCenter.syncProfiles(
          session,
          scan,
          {
            ...wishes,
            roleName: role,
            nameTemplate: wishes.nameTemplate,
            region: wishes.region ?? regions[0] ?? 'us-east-1',
            regionForAll: wishes.region !== undefined,
            program: wishes.credentialProcess ? [process.execPath, process.argv[1] ?? ''] : undefined,
          },
          terminal.signal,
        );
        printProfiles(synced, { output: common.output, dryRun: wishes.dryRun }, terminal);
        return exitCodeOfProfiles(synced.outcomes);
      });
    }),
  );
};
