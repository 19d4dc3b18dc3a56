import { z } from 'zod';
import { CentralOpsError } from '../../../domain/errors.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { operatingSystemUser, withComposition } from './run.js';

const shape = z.object({
  account: z.string().min(1),
  role: z.string().min(1).optional(),
  ssoSession: z.string().optional(),
  force: z.boolean().default(false),
});

/** `central-ops credentials`: what `credential_process` of the AWS CLI and the SDKs reads, and nothing else on stdout. */
export const credentials: Verb = (program, run) => {
  const command = program
    .command('credentials')
    .description('print credentials of an account for another program (credential_process)')
    .requiredOption('--account <account>', 'the id or the name of the account')
    .option('--role <role>', 'the permission set (CENTRAL_OPS_SSO_ROLE_NAME)')
    .option('--sso-session <name>', 'the [sso-session] to ask (the only one)')
    .option('--force', 'print them on a terminal, too');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { account, role, ssoSession, force } = shape.parse(options);
      if (terminal.outIsTerminal && !force) {
        throw new CentralOpsError('refused', 'These are secret keys, and standard output is a terminal.', {
          nextStep:
            'Let a program read them (credential_process in ~/.aws/config), or print them all the same with --force.',
        });
      }
      const { identityCenter: configured } = await configurationFor(common);
      return withComposition(common, terminal, async ({ identityCenter, findAccount }) => {
        const { signal } = terminal;
        // Programs ask by the id: no list of accounts is needed for that.
        const accountId = /^\d{12}$/.test(account)
          ? account
          : (await findAccount(account, operatingSystemUser(), signal)).id;
        const session = await identityCenter.session(signal, ssoSession);
        const roleName = role ?? configured.permissionSet;
        const issued = await identityCenter.roleCredentials(session, { accountId, roleName }, signal);
        terminal.out(
          `${JSON.stringify({
            Version: 1,
            AccessKeyId: issued.accessKeyId,
            SecretAccessKey: issued.secretAccessKey,
            SessionToken: issued.sessionToken,
            Expiration: new Date(issued.expiresAt ?? 0).toISOString(),
            AccountId: accountId,
          })}\n`,
        );
        return EXIT.complete;
      });
    }),
  );
};
