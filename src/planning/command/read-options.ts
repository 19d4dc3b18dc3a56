import { CentralOpsError } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';
import { checkValue, looksLikeOption } from './check-value.js';
import type { CommandSpec } from './command-spec.js';
import type { Arity } from './customizations.js';
import { GLOBAL_OPTIONS, refusedOption } from './global-options.js';

export interface GivenOption {
  /** Written out, without its dashes. */
  readonly name: string;
  readonly values: readonly string[];
}

export interface ReadCommand {
  readonly spec: CommandSpec;
  /** Words behind the operation that are no options. */
  readonly positionals: readonly string[];
  readonly given: readonly GivenOption[];
}

/**
 * Sorts the words behind `aws` as the CLI's own parsers do: global options anywhere, service and operation, then the operation's
 * options. Every option has to be written out and known. Throws `refused`.
 */
export function readOptions(words: readonly string[], specOf: (names: readonly string[]) => CommandSpec): ReadCommand {
  const names: string[] = [];
  const positionals: string[] = [];
  const given: GivenOption[] = [];
  let spec: CommandSpec | undefined;
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    at += 1;
    if (!looksLikeOption(word)) {
      if (spec === undefined) {
        names.push(word);
        if (names.length === 2) spec = specOf(names);
      } else positionals.push(word);
      continue;
    }
    const [name, attached] = halves(word);
    const arity = arityOf(name, spec);
    const values = attached === undefined ? [] : [attached];
    const most = attached !== undefined || arity === 'none' ? 0 : arity === 'many' ? Number.POSITIVE_INFINITY : 1;
    while (values.length < most && at < words.length && !looksLikeOption(words[at] ?? '')) {
      values.push(words[at] ?? '');
      at += 1;
    }
    checkCount(name, arity, values);
    if (given.some((option) => option.name === name)) throw refused(`--${name} is given twice`, 'Give it once.');
    given.push({ name, values });
  }
  const known = spec ?? specOf(names);
  for (const { name, values } of given) for (const value of values) checkValue(known.service, name, value);
  checkPositionals(known, positionals);
  checkRequired(known, given);
  return { spec: known, positionals, given };
}

function halves(word: string): readonly [name: string, attached: string | undefined] {
  const [, name, , attached] = /^--([A-Za-z0-9][A-Za-z0-9-]*)(=([\s\S]*))?$/.exec(word) ?? [];
  if (name === undefined) {
    throw refused(
      `"${word.slice(0, 40)}" begins with a dash and is no option of the AWS CLI`,
      'A value cannot begin with a dash: the AWS CLI would take it for an option.',
    );
  }
  return [name, attached];
}

function arityOf(name: string, spec: CommandSpec | undefined): Arity {
  const known = spec === undefined ? GLOBAL_OPTIONS : { ...spec.options, ...GLOBAL_OPTIONS };
  const arity = Object.hasOwn(known, name) ? known[name] : undefined;
  if (arity !== undefined) return arity;
  const refusal = refusedOption(name);
  if (refusal !== undefined) {
    const abbreviated = refusal.option === name ? '' : ` (the AWS CLI takes it for --${refusal.option})`;
    throw refused(`--${name}${abbreviated} is never passed on: ${refusal.reason}`, 'Leave it out.');
  }
  if (spec === undefined) {
    throw refused(`--${name} stands before the operation and is no global option`, 'Put it behind the operation.');
  }
  const refusedHere = Object.hasOwn(spec.refusedOptions, name) ? spec.refusedOptions[name] : undefined;
  if (refusedHere !== undefined) throw refused(`--${name} ${refusedHere}`, 'Leave it out.');
  if (spec.takesAnyOption) return 'many';
  throw unknownOption(name, spec);
}

function unknownOption(name: string, { service, subcommand, options }: CommandSpec): CentralOpsError {
  const names = Object.keys(options);
  const abbreviated = names.filter((option) => option.startsWith(name));
  const near = abbreviated.length > 0 ? abbreviated.slice(0, 3) : nearest(name, names);
  return refused(
    `aws ${service} ${subcommand} has no option --${name}`,
    near.length > 0
      ? `Did you mean ${near.map((option) => `--${option}`).join(', ')}? Options have to be written out.`
      : names.length === 0
        ? 'It takes no options of its own.'
        : `It takes ${names
            .slice(0, 12)
            .map((option) => `--${option}`)
            .join(', ')}${names.length > 12 ? ', …' : ''}.`,
  );
}

function checkCount(name: string, arity: Arity, values: readonly string[]): void {
  if (arity === 'none' && values.length > 0) throw refused(`--${name} takes no value`, `Write it as --${name} alone.`);
  if (arity === 'one' && values.length !== 1) throw refused(`--${name} takes one value`, `Give one behind --${name}.`);
}

function checkPositionals(spec: CommandSpec, positionals: readonly string[]): void {
  const { most, pattern, cure } = spec.positionals;
  const wrong = positionals.find((word, index) => index >= most || !pattern.test(word) || /fileb?:\/\//i.test(word));
  if (wrong === undefined) return;
  throw refused(
    `nothing can be done with "${wrong.slice(0, 60)}" behind aws ${spec.service} ${spec.subcommand} (the AWS CLI would take it for the name of a file to write, or not at all)`,
    cure,
  );
}

function checkRequired(spec: CommandSpec, given: readonly GivenOption[]): void {
  const missing = spec.required.filter((name) => given.every((option) => option.name !== name));
  if (missing.length === 0) return;
  throw refused(
    `aws ${spec.service} ${spec.subcommand} needs ${missing.map((name) => `--${name}`).join(', ')}`,
    'Add what is missing.',
  );
}

function refused(reason: string, nextStep: string): CentralOpsError {
  return new CentralOpsError('refused', `The command is not run: ${reason}.`, { nextStep });
}
