/** Whether a command of the AWS CLI may be run: what it is, by the catalogue, and that it reads. */
import type { CheckedCommand, CommandOutput } from '../../domain/command.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isKnownRegion } from '../../domain/region.js';
import type { SensitiveRead } from '../../domain/sensitive-read.js';
import type { Catalogue } from '../catalogue/facts.js';
import { commandSpec, type CommandSpec } from './command-spec.js';
import { NEEDLESS_OPTIONS } from './global-options.js';
import { readOptions, type GivenOption } from './read-options.js';
import { splitWords } from './split-words.js';

export interface CheckCommandOptions {
  readonly sensitiveReads: readonly SensitiveRead[];
  /** Lifts the demand that an operation reads, and nothing else. Only whoever starts the program may say so. */
  readonly allowMutations: boolean;
}

/**
 * Reads a command and proves that it may be run. What comes out is written anew from what was understood, every option by its
 * whole name, so that the CLI cannot understand it otherwise. Throws `refused` with the reason, and the nearest names for a word
 * that nobody knows.
 */
export function checkCommand(catalogue: Catalogue, command: string, options: CheckCommandOptions): CheckedCommand {
  const [program, ...words] = splitWords(command);
  if (program !== 'aws') {
    const shown = program === undefined ? 'it is empty' : `it begins with "${program.slice(0, 40)}"`;
    throw new CentralOpsError('refused', `Only commands of the AWS CLI are run, and ${shown}.`, {
      nextStep: 'Write it as "aws SERVICE OPERATION …", such as "aws s3 ls".',
    });
  }
  const read = readOptions(words, (names) => commandSpec(catalogue, names, options));
  const { spec, positionals, given } = read;
  const calls = spec.operations(positionals);
  const region = regionOf(valueOf(given, 'region'));
  const output = outputOf(spec, valueOf(given, 'output'), valueOf(given, 'query'));
  const kept = given.filter(
    ({ name }) =>
      name !== 'region' &&
      !NEEDLESS_OPTIONS.has(name) &&
      (output.kind === 'plain' || (name !== 'output' && name !== 'query')),
  );
  return {
    argv: [
      spec.service,
      spec.subcommand,
      ...positionals,
      ...kept.flatMap(({ name, values }) => [`--${name}`, ...values]),
      ...(output.kind === 'plain' ? [] : ['--output', 'json']),
    ],
    operations: calls,
    reads: spec.reads,
    ...(region === undefined ? {} : { region }),
    output,
  };
}

function valueOf(given: readonly GivenOption[], name: string): string | undefined {
  return given.find((option) => option.name === name)?.values[0];
}

function regionOf(value: string | undefined): string | undefined {
  if (value === undefined || isKnownRegion(value)) return value;
  throw new CentralOpsError('unknown-region', `There is no Region "${value.slice(0, 40)}".`, {
    nextStep: 'Write it as eu-west-1.',
  });
}

const FORMATS = ['json', 'text', 'table', 'yaml', 'yaml-stream'];

function outputOf(spec: CommandSpec, format: string | undefined, query: string | undefined): CommandOutput {
  if (format !== undefined && !FORMATS.includes(format)) {
    throw new CentralOpsError('refused', `The AWS CLI has no output format "${format.slice(0, 40)}".`, {
      nextStep: `It has ${FORMATS.join(', ')}.`,
    });
  }
  if (spec.secrets.length === 0 && !spec.secretsByName) return { kind: 'plain' };
  if (format !== undefined && format !== 'json' && format !== 'text') {
    throw new CentralOpsError(
      'refused',
      `The reply of aws ${spec.service} ${spec.subcommand} has members that can hold secrets; they are blanked, which works with --output json and text only.`,
      { nextStep: 'Leave --output out, or choose json or text.' },
    );
  }
  return {
    kind: 'blanked',
    secrets: spec.secrets,
    byName: spec.secretsByName,
    format: format === 'text' ? 'text' : 'json',
    ...(query === undefined ? {} : { query }),
  };
}
