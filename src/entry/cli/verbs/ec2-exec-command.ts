import { z } from 'zod';
import type { Answer } from '../../../domain/answer.js';
import { ec2ExecIsOff } from '../../../ec2-exec/allow-list.js';
import { exitCodeOfAnswer } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import { printAnswer } from '../print-answer.js';
import type { Verb } from '../program.js';
import { operatingSystemUser, withComposition } from './run.js';

const shape = z.object({
  instanceId: z.string(),
  accountId: z.string(),
  roleName: z.string(),
  command: z.string(),
  region: z.string().optional(),
});

/** `central-ops ec2-exec-command`: a command on an EC2 instance, through Systems Manager, after a yes. */
export const ec2ExecCommand: Verb = (program, run) => {
  const command = program
    .command('ec2-exec-command')
    .description(
      'run a command on an EC2 instance through Systems Manager (off unless CENTRAL_OPS_EC2_EXEC is approved)',
    )
    .requiredOption('--instance-id <id>', 'the EC2 instance')
    .requiredOption('--account-id <id>', 'the account that it is in')
    .requiredOption('--role-name <role>', 'the role to assume there, or the permission set of Identity Center')
    .requiredOption('--command <command>', 'what to run, such as "uptime"')
    .option('--region <region>', "the instance's Region (AWS_REGION, else us-east-1)");
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { region, ...asked } = shape.parse(options);
      return withComposition(common, terminal, async ({ ec2Commands }) => {
        if (ec2Commands === undefined) throw ec2ExecIsOff();
        const who = { caller: operatingSystemUser(), signal: terminal.signal };
        const requested = await ec2Commands.request({ ...asked, ...(region === undefined ? {} : { region }) }, who);
        const { waiting } = requested;
        let { answer } = requested;
        if (waiting !== undefined && terminal.confirm !== undefined) {
          terminal.err(`${waiting.summary}\n\n`);
          const yes = await terminal.confirm('Run it?');
          answer = await ec2Commands.decide(waiting, yes ? 'approve' : 'reject', who);
        }
        printAnswer(answer, common.output, terminal);
        return exitCode(answer);
      });
    }),
  );
};

/** The command's own, when it has one; ours for everything else. */
function exitCode(answer: Answer): number {
  return answer.command?.exitCode ?? exitCodeOfAnswer(answer);
}
