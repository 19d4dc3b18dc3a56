import { Option, type Command } from 'commander';

export const OUTPUT_FORMATS = ['text', 'markdown', 'json', 'csv'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** The options that every verb has. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--sandbox', 'ask an AWS organization that runs on this machine, without any account of yours')
    .addOption(new Option('--output <format>', 'how the answer is written').choices(OUTPUT_FORMATS).default('text'))
    .option('--config <file>', "read this configuration file instead of the user's own");
}
