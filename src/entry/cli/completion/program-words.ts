/** The words of the command line, read from the program that parses it, so that completion never lags behind. */
import type { Argument, Command, Option } from 'commander';
import { knownRegions } from '../../../domain/region.js';

/** What may stand where a value is expected. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A path of this machine. */
  | { readonly kind: 'files' }
  /** A `[sso-session]` of the AWS CLI's configuration file. */
  | { readonly kind: 'sessions' }
  | { readonly kind: 'unknown' };

export interface OptionWords {
  /** `--output`, and `-h` where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined for a switch. */
  readonly values: Values | undefined;
}

export interface CommandWords {
  /** `profiles sync`; empty for the program itself. */
  readonly path: string;
  readonly description: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly OptionWords[];
  /** By their places. */
  readonly arguments: readonly Values[];
}

/** The program and every command in it, the program first. */
export function programWords(program: Command): readonly CommandWords[] {
  return wordsOf(program, '');
}

function wordsOf(command: Command, path: string): readonly CommandWords[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).filter((one) => one.name() !== 'help');
  const own: CommandWords = {
    path,
    description: command.description(),
    commands: commands.map((one) => ({ name: one.name(), description: one.description() })),
    options: help.visibleOptions(command).map(optionWords),
    arguments: command.registeredArguments.map(argumentValues),
  };
  return [own, ...commands.flatMap((one) => wordsOf(one, path === '' ? one.name() : `${path} ${one.name()}`))];
}

function optionWords(option: Option): OptionWords {
  const flags = [option.long, option.short].filter((flag): flag is string => typeof flag === 'string');
  return { flags, description: option.description, values: optionValues(option) };
}

function optionValues(option: Option): Values | undefined {
  if (!option.required && !option.optional) return undefined;
  if (option.argChoices !== undefined) return { kind: 'words', words: option.argChoices };
  switch (option.long) {
    case '--sso-session':
      return { kind: 'sessions' };
    case '--region':
    case '--regions':
      return { kind: 'words', words: option.long === '--regions' ? ['all', ...knownRegions()] : knownRegions() };
    default:
      return /<(?:file|path|directory)>/.test(option.flags) ? { kind: 'files' } : { kind: 'unknown' };
  }
}

function argumentValues(argument: Argument): Values {
  if (argument.argChoices !== undefined) return { kind: 'words', words: argument.argChoices };
  if (argument.name() === 'session') return { kind: 'sessions' };
  return argument.name() === 'file' ? { kind: 'files' } : { kind: 'unknown' };
}
