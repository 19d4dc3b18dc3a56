import { z } from 'zod';
import { CentralOpsError } from '../../../domain/errors.js';
import { consoleLink } from '../../../identity-center/console-link.js';
import { inertLine } from '../../../results/inert.js';
import { requireRegion, requireRoleName } from '../checks.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { operatingSystemUser, withComposition } from './run.js';

const shape = z.object({
  ssoSession: z.string().optional(),
  open: z.boolean().default(false),
  destination: z.string().optional(),
  service: z.string().optional(),
  region: z.string().optional(),
});

/** `central-ops console ACCOUNT [ROLE]`: the portal's link into the AWS console of an account. */
export const consoleVerb: Verb = (program, run) => {
  const command = program
    .command('console')
    .description('print the link of IAM Identity Center into the AWS console of an account')
    .argument('<account>', 'the id or the name of the account')
    .argument('[role]', 'the permission set (the portal lets you choose)')
    .option('--open', 'open it in the browser')
    .option('--destination <url>', 'the page of the console')
    .option('--service <name>', 'the console of this service, such as ec2')
    .option('--region <region>', 'in this Region')
    .option('--sso-session <name>', 'the [sso-session] whose portal it is (the only one)');
  withCommonOptions(command).action((account: string, role: string | undefined, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { ssoSession, open, ...place } = shape.parse(options);
      check(role, place);
      return withComposition(common, terminal, async ({ identityCenter, findAccount }) => {
        const { signal } = terminal;
        const session = await identityCenter.session(signal, ssoSession);
        const accountId = /^\d{12}$/.test(account)
          ? account
          : (await findAccount(account, operatingSystemUser(), signal)).id;
        const url = consoleLink(session, {
          accountId,
          roleName: role,
          destination: place.destination,
          service: place.service,
          region: place.region,
        });
        const link = { url, accountId, role: role ?? null };
        terminal.out(common.output === 'json' ? `${JSON.stringify(link, undefined, 2)}\n` : `${url}\n`);
        if (!open) return EXIT.complete;
        const problem = await identityCenter.openPage(url);
        if (problem === undefined) return EXIT.complete;
        terminal.err(`${inertLine(`The browser could not be opened: ${problem}.`)}\n`);
        return EXIT.failed;
      });
    }),
  );
};

function check(role: string | undefined, { destination, service, region }: Omit<z.infer<typeof shape>, 'open'>): void {
  if (role !== undefined) requireRoleName(role);
  if (region !== undefined) requireRegion(region);
  if (destination === undefined || (service === undefined && region === undefined)) return;
  throw new CentralOpsError('usage', '--destination is a whole address: --service and --region do not go with it.');
}
