import { homedir } from 'node:os';
import { Option } from 'commander';
import { z } from 'zod';
import { agentFiles, type AgentPlace, TARGETS } from '../../../assistants/agent-files.js';
import { installFiles } from '../../../assistants/install-files.js';
import { inertLine } from '../../../results/inert.js';
import { EXIT } from '../exit-code.js';
import { configurationFor, parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';

const shape = z.object({
  target: z.enum(TARGETS),
  local: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  force: z.boolean().default(false),
  uninstall: z.boolean().default(false),
});

/** `central-ops agent install`: the files that make an agent with our MCP server in Kiro CLI and Amazon Q CLI. */
export const agent: Verb = (program, run) => {
  const install = program
    .command('agent')
    .description('make an agent of Central Ops in an assistant')
    .command('install')
    .description('write the agent files of Kiro CLI (2 and 3) or Amazon Q CLI')
    .addOption(new Option('--target <assistant>', 'kiro or q').choices(TARGETS).makeOptionMandatory())
    .option('--local', 'into the project in this folder, instead of for this user')
    .option('--dry-run', 'show the files and write nothing')
    .option('--force', 'replace files that somebody else wrote, and keep them as .backup')
    .option('--uninstall', 'take the files away again');
  withCommonOptions(install).action((options: unknown) =>
    run(async (terminal) => {
      const { target, local, ...wishes } = shape.parse(options);
      const { stateDirectory, home } = await placesOf(options);
      const place: AgentPlace = local
        ? { directory: process.cwd(), local, program: ['central-ops'] }
        : { directory: home, local, program: [process.execPath, process.argv[1] ?? ''] };
      const files = agentFiles(target, place);
      const installed = await installFiles(files, { ...wishes, stateDirectory });
      for (const { path, note, result, backup } of installed) {
        const would = wishes.dryRun && (result === 'written' || result === 'removed') ? 'would be ' : '';
        terminal.out(`${would}${result}  ${inertLine(path)}\n`);
        if (backup !== undefined)
          terminal.err(`The file before ${would === '' ? 'is' : 'would be kept as'} ${inertLine(backup)}.\n`);
        if (!wishes.uninstall) terminal.err(`${note}\n`);
      }
      if (wishes.dryRun && !wishes.uninstall)
        for (const { path, text } of files) terminal.err(`\n${inertLine(path)}\n${text}`);
      return EXIT.complete;
    }),
  );
};

async function placesOf(options: unknown): Promise<{ readonly stateDirectory: string; readonly home: string }> {
  const { stateDirectory, identityCenter } = await configurationFor(parseCommonOptions(options));
  // The folder that `.aws` is in: a HOME that is set counts, as everywhere.
  const home = identityCenter.awsDirectory.replace(/\/\.aws$/, '');
  return { stateDirectory, home: home === '' ? homedir() : home };
}
