import type { Command } from 'commander';
import { z } from 'zod';
import { loadConfiguration, type Configuration } from '../../config.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { RunRequest } from '../../domain/run.js';
import type { SettingName } from '../../settings.js';
import { OUTPUT_FORMATS, withCommonOptions } from './common-options.js';

export { OUTPUT_FORMATS, withCommonOptions, type OutputFormat } from './common-options.js';

/** The options of verbs that ask accounts. */
export function withScopeOptions(command: Command): Command {
  return withCommonOptions(command)
    .option('--accounts <list>', 'account ids, names, environments or tag:KEY=VALUE, separated by commas')
    .option('--regions <list>', 'Regions separated by commas, or "all" for those enabled in each account')
    .option('--session <id>', 'the session that the question belongs to')
    .option('--timeout <seconds>', 'end with what has answered after this many seconds')
    .option('--yes', 'do not ask before a very large question')
    .option('--plan', 'show the plan and run nothing');
}

const commonShape = z.object({
  sandbox: z.boolean().optional(),
  output: z.enum(OUTPUT_FORMATS).default('text'),
  config: z.string().optional(),
});

const scopeShape = commonShape.extend({
  accounts: z.string().optional(),
  regions: z.string().optional(),
  session: z.string().min(1).max(256).optional(),
  timeout: z.coerce.number().positive().max(86_400).optional(),
  yes: z.boolean().optional(),
  plan: z.boolean().optional(),
  retryFailed: z.string().optional(),
  params: z.string().optional(),
});

export type CommonOptions = z.infer<typeof commonShape>;
export type ScopeOptions = z.infer<typeof scopeShape>;

export function parseCommonOptions(options: unknown): CommonOptions {
  return parseWith(commonShape, options);
}

export function parseScopeOptions(options: unknown): ScopeOptions {
  return parseWith(scopeShape, options);
}

function parseWith<Shape extends z.ZodType>(shape: Shape, options: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(options);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CentralOpsError('usage', `--${issue?.path.join('.') ?? 'option'}: ${issue?.message ?? 'is not valid'}`);
}

/** Which accounts and Regions the flags name. */
export function scopeOf(options: ScopeOptions): Pick<RunRequest, 'accounts' | 'regions' | 'planOnly'> {
  return {
    ...(options.accounts === undefined ? {} : { accounts: splitFlag(options.accounts, '--accounts') }),
    ...(options.regions === undefined ? {} : { regions: splitFlag(options.regions, '--regions') }),
    ...(options.plan === undefined ? {} : { planOnly: options.plan }),
  };
}

/** The items of a flag that takes a list. Throws `usage` when there are none. */
export function splitFlag(value: string, flag: string): readonly string[] {
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length > 0) return items;
  throw new CentralOpsError('usage', `${flag} names nothing`, { nextStep: 'Leave it out, or give a list.' });
}

/** The configuration of a command-line verb: flags first. */
export function configurationFor(
  options: CommonOptions,
  flags: Readonly<Partial<Record<SettingName, string>>> = {},
  door: 'command-line' | 'server' = 'command-line',
): Promise<Configuration> {
  return loadConfiguration({
    door,
    flags: { ...(options.sandbox === true ? { CENTRAL_OPS_SANDBOX: '1' } : {}), ...flags },
    ...(options.config === undefined ? {} : { configFile: options.config }),
  });
}
