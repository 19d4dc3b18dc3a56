import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type KnownProfile, profileContext } from '../../../assistants/profile-context.js';
import { readAwsConfig } from '../../../identity-center/aws-config/read-aws-config.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';

const shape = z.object({ compact: z.boolean().default(false) });

/**
 * `central-ops agent-context`: what the start hook of an assistant prints. Reads configuration files alone, and never fails: a hook
 * that does would be in the way of the conversation.
 */
export const agentContext: Verb = (program, run) => {
  const command = program
    .command('agent-context')
    .description('print the profiles of this machine for an assistant, under 9 KiB')
    .option('--compact', 'more profiles in the same room');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const { compact } = shape.parse(options);
      try {
        const { identityCenter } = await configurationFor(parseCommonOptions(options));
        const { configFile, credentialsFile } = identityCenter;
        const config = await readAwsConfig(
          { configFile, credentialsFile, readFile: (path, signal) => readFile(path, { signal }) },
          terminal.signal,
        );
        const profiles = [...config.profiles].map(([name, { settings }]): KnownProfile => {
          const value = (key: string): string | undefined => settings.get(key)?.value;
          const [session, accountId, roleName] =
            /^(.+)\/(\d{12})\/([^/]+)$/.exec(value('managed_key') ?? '')?.slice(1) ?? [];
          return {
            name,
            session: value('sso_session') ?? session,
            accountId: value('sso_account_id') ?? accountId,
            roleName: value('sso_role_name') ?? roleName,
            region: value('region'),
          };
        });
        terminal.out(profileContext(profiles, compact));
      } catch {
        // What is wrong may be a text of the file: not for an assistant.
        terminal.out('The AWS configuration of this machine cannot be read. `central-ops doctor` says why.\n');
      }
      return EXIT.complete;
    }),
  );
};
