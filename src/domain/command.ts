import type { OutcomeKind } from './outcome.js';

/** A command of the AWS CLI that may be run: what it is made of after it was read and checked, and never its text. */
export interface CheckedCommand {
  /** What follows `aws`: service, operation, options as the CLI spells them out. Region and credentials are not in it. */
  readonly argv: readonly string[];
  /** API operations that it calls, in botocore's names. */
  readonly operations: readonly { readonly service: string; readonly operation: string }[];
  /** Whether each of them is proven to read. False only where the policy was lifted by whoever started the program. */
  readonly reads: boolean;
  /** Its own `--region`. */
  readonly region?: string;
  readonly output: CommandOutput;
}

/** The beginning of a chain that counts from wherever its member is. */
export const ANYWHERE = '*';

/** How what the CLI prints is passed on. */
export type CommandOutput =
  /** As it is: the operation's reply has no member that holds secrets. */
  | { readonly kind: 'plain' }
  /** The CLI prints JSON, members that hold secrets are blanked, and only then the query and the format are applied. */
  | {
      readonly kind: 'blanked';
      /** Chains of member names from the top of the reply, in small letters; lists are not in them. After {@link ANYWHERE}: at any depth. */
      readonly secrets: readonly (readonly string[])[];
      /** Also members whose names say that they hold secrets: for replies that the catalogue does not know. */
      readonly byName: boolean;
      readonly query?: string;
      readonly format: 'json' | 'text';
    };

/** How a command ended in one account. */
export interface CommandResult {
  readonly accountId: string;
  readonly accountName: string;
  /** The role or permission set that it ran with. */
  readonly roleName: string;
  readonly region: string;
  readonly outcome: OutcomeKind;
  /** Of the CLI; absent when it did not run to its end. */
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Set when `stdout` is only the beginning: where all of it is, and how long it is. */
  readonly rest?: { readonly path: string; readonly characters: number };
  /** What went wrong, and what to do about it. */
  readonly message?: string;
  readonly nextStep?: string;
  readonly code?: string;
  readonly millis: number;
}

/** A command over its accounts, in the registry's order. */
export interface CommandReport {
  /** The command as it was run, for people: quoted so that a shell would read it the same way. */
  readonly command: string;
  readonly operations: readonly string[];
  readonly results: readonly CommandResult[];
  /** "2 of 3 accounts; 1 denied". */
  readonly coverage: string;
  readonly startedAt: number;
}
