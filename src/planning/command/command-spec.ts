import { CentralOpsError, withNextStep } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';
import type { Catalogue, OperationFacts, ParameterFacts } from '../catalogue/facts.js';
import { reasonNeverToRead } from '../never-read.js';
import { refusedParameter } from '../parameters.js';
import { proveReadOnly } from '../read-only-policy.js';
import type { CheckCommandOptions } from './check-command.js';
import { cliName, optionName, serviceCommand, serviceOfCommand } from './cli-names.js';
import { type Arity, CUSTOMIZATIONS, type Customization, reasonNotRun, S3_SUBCOMMANDS } from './customizations.js';
import { isTakenByGlobal } from './global-options.js';
import { usesLocalFile } from './local-files.js';
import { replySecrets } from './reply-secrets.js';

/** What a command of the CLI takes and calls, once the policy has allowed it. */
export interface CommandSpec {
  /** The CLI's words. */
  readonly service: string;
  readonly subcommand: string;
  readonly operations: Customization['operations'];
  readonly reads: boolean;
  readonly options: Readonly<Record<string, Arity>>;
  /** Options of the operation that are refused, and why. */
  readonly refusedOptions: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  /** The catalogue knows no parameters of what is not a read. */
  readonly takesAnyOption: boolean;
  readonly positionals: { readonly most: number; readonly pattern: RegExp; readonly cure: string };
  readonly secrets: readonly (readonly string[])[];
  readonly secretsByName: boolean;
}

const NO_POSITIONALS = { most: 0, pattern: /^/, cure: 'Give values behind their options.' };

/** Finds what the first two words mean and asks the policy. Throws `refused`. */
export function commandSpec(catalogue: Catalogue, names: readonly string[], options: CheckCommandOptions): CommandSpec {
  const [command, subcommand] = names;
  if (command === undefined) throw refused('it names no service', 'Write it as "aws SERVICE OPERATION …".');
  const reason = reasonNotRun(command, subcommand);
  if (reason !== undefined)
    throw refused(`aws ${[command, subcommand].join(' ').trim()} is not for here: ${reason}`, '');
  const service = serviceOfCommand(command);
  if (command !== 's3' && (service === undefined || catalogue.service(service) === undefined)) {
    throw unknownService(catalogue, command);
  }
  if (subcommand === undefined)
    throw refused(`it names no operation of ${command}`, 'Write it as "aws SERVICE OPERATION …".');
  const customization = CUSTOMIZATIONS[`${command} ${subcommand}`];
  if (customization !== undefined) return customizedSpec(catalogue, command, subcommand, customization, options);
  if (command === 's3' || service === undefined) {
    throw unknownOperation(command, subcommand, S3_SUBCOMMANDS, 'The operations of the S3 API are those of aws s3api.');
  }
  const operations = catalogue.service(service)?.operations ?? [];
  const operation = operations.find((name) => cliName(name) === subcommand);
  if (operation === undefined) throw unknownOperation(command, subcommand, operations.map(cliName), '');
  return operationSpec(catalogue, { command, subcommand, service, operation }, options);
}

function customizedSpec(
  catalogue: Catalogue,
  command: string,
  subcommand: string,
  { operations, options, positionals }: Customization,
  policy: CheckCommandOptions,
): CommandSpec {
  // Each operation that it may call, whatever follows.
  const calls = [...operations([]), ...operations(['any'])];
  const facts = calls.map((call) => proven(catalogue, call, policy).facts);
  return {
    service: command,
    subcommand,
    operations,
    reads: true,
    options,
    refusedOptions: {},
    required: [],
    takesAnyOption: false,
    positionals: positionals ?? NO_POSITIONALS,
    secrets: facts.flatMap(customizedSecrets),
    secretsByName: false,
  };
}

/** The CLI puts the replies together under names of its own, so that every chain counts from wherever its member is. */
function customizedSecrets(facts: OperationFacts): readonly (readonly string[])[] {
  return replySecrets(facts).flatMap((chain) => [chain, ['cluster', ...chain]]);
}

function operationSpec(
  catalogue: Catalogue,
  {
    command,
    subcommand,
    service,
    operation,
  }: Readonly<Record<'command' | 'subcommand' | 'service' | 'operation', string>>,
  policy: CheckCommandOptions,
): CommandSpec {
  const { facts, reads } = proven(catalogue, { service, operation }, policy);
  if (usesLocalFile(service, operation)) {
    throw refused(`aws ${command} ${subcommand} reads or writes a file of this machine`, '');
  }
  const parameters = [...facts.parameters].map(
    ([parameter, shape]) => [optionName(service, operation, parameter), parameter, shape] as const,
  );
  const usable = parameters.filter(([name]) => !isTakenByGlobal(name));
  const refusedOptions = Object.fromEntries(
    usable.flatMap(([name, parameter]) => {
      const why = refusedParameter(parameter);
      return why === undefined ? [] : [[name, why]];
    }),
  );
  return {
    service: command,
    subcommand,
    operations: () => [{ service, operation }],
    reads,
    options: Object.fromEntries([
      ...usable
        .filter(([name]) => !Object.hasOwn(refusedOptions, name))
        .map(([name, , shape]) => [name, arityOf(shape)] as const),
      ...usable.filter(([, , { type }]) => type === 'boolean').map(([name]) => [`no-${name}`, 'none'] as const),
      ...(facts.pagination === undefined ? [] : PAGING),
      ...(EXTRA_FLAGS[`${service} ${operation}`] ?? []).map((name) => [name, 'none'] as const),
    ]),
    refusedOptions,
    required: usable.filter(([, , { required }]) => required).map(([name]) => name),
    takesAnyOption: !reads,
    positionals: NO_POSITIONALS,
    secrets: replySecrets(facts),
    secretsByName: !reads,
  };
}

/** What the CLI adds to operations that have pages (awscli/customizations/paginate.py). */
const PAGING: readonly (readonly [string, Arity])[] = [
  ['max-items', 'one'],
  ['page-size', 'one'],
  ['starting-token', 'one'],
];

/** Flags that the CLI adds to an operation as short forms of its parameters (awscli/customizations/emr/listclusters.py). */
const EXTRA_FLAGS: Readonly<Record<string, readonly string[]>> = {
  'emr ListClusters': ['active', 'terminated', 'failed'],
};

function arityOf({ type }: ParameterFacts): Arity {
  if (type === 'boolean') return 'none';
  return type.endsWith('[]') || type === 'list' ? 'many' : 'one';
}

function proven(
  catalogue: Catalogue,
  call: { readonly service: string; readonly operation: string },
  { sensitiveReads, allowMutations }: CheckCommandOptions,
): { readonly facts: OperationFacts; readonly reads: boolean } {
  const proof = proveReadOnly(catalogue, call, { sensitiveReads });
  if (proof.allowed) return { facts: proof.facts, reads: true };
  const facts = catalogue.find(call.service, call.operation);
  // What is lifted is the demand that it reads. Secrets, stored data and replies that go to files stay where they are.
  const lifted =
    allowMutations &&
    facts !== undefined &&
    !facts.streams &&
    reasonNeverToRead(call.service, call.operation, sensitiveReads, 'without-side-effects') === undefined;
  if (lifted) return { facts, reads: false };
  throw new CentralOpsError('refused', proof.reason, { nextStep: proof.suggestion ?? LEVELS });
}

const LEVELS = 'Only operations are run that are proven to read, and whose replies hold no secret.';

function unknownService(catalogue: Catalogue, command: string): CentralOpsError {
  const commands = [...catalogue.services()].map(({ service }) => serviceCommand(service));
  const near = nearest(command, [...commands, 's3']);
  return refused(
    `the AWS CLI has no service "${command.slice(0, 40)}" that is known here`,
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'They are named as in "aws ec2", "aws s3api", "aws rds".',
  );
}

function unknownOperation(
  command: string,
  subcommand: string,
  known: readonly string[],
  hint: string,
): CentralOpsError {
  const near = nearest(subcommand, known);
  const suggestion = near.length > 0 ? `Did you mean ${near.join(', ')}?` : '';
  return refused(
    `aws ${command} has no operation "${subcommand.slice(0, 60)}" that is known here, and what is unknown is not run`,
    withNextStep(suggestion, hint).trim(),
  );
}

function refused(reason: string, nextStep: string): CentralOpsError {
  return new CentralOpsError('refused', `The command is not run: ${reason}.`, nextStep === '' ? {} : { nextStep });
}
