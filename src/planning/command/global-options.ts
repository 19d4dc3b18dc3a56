/** The options that every command of the AWS CLI has (awscli/data/cli.json of versions 1 and 2), and those never passed on. */
import type { Arity } from './customizations.js';

/** Passed on, or taken over by us. */
export const GLOBAL_OPTIONS: Readonly<Record<string, Arity>> = {
  region: 'one',
  output: 'one',
  query: 'one',
  color: 'one',
  'no-paginate': 'none',
  'no-cli-pager': 'none',
  'no-cli-auto-prompt': 'none',
  'cli-read-timeout': 'one',
  'cli-connect-timeout': 'one',
};

/** They say what is so anyway: no pager, no questions, no colours in what is not a terminal. Version 1 does not know two of them. */
export const NEEDLESS_OPTIONS: ReadonlySet<string> = new Set(['color', 'no-cli-pager', 'no-cli-auto-prompt']);

/** Why an option is refused, whether it is written out or abbreviated: argparse takes any beginning that only one option has. */
const REFUSED_OPTIONS: Readonly<Record<string, string>> = {
  profile: 'it would leave the account and the role that the command was given',
  'endpoint-url': 'it would send signed requests to somewhere else',
  'no-verify-ssl': 'it would not check whom it talks to',
  'ca-bundle': 'it would trust other certificates',
  'no-sign-request': 'it would ask as nobody',
  debug: 'it prints credentials',
  'v2-debug': 'it prints more than the answer',
  version: 'it makes no call',
  'cli-input-json': 'it takes parameters that were not checked',
  'cli-input-yaml': 'it takes parameters that were not checked',
  'cli-auto-prompt': 'it asks at the terminal',
  'cli-binary-format': 'it changes what parameters mean',
  'generate-cli-skeleton': 'it makes no call',
};

/** The refused option that a name is, or abbreviates. */
export function refusedOption(name: string): { readonly option: string; readonly reason: string } | undefined {
  const wanted = name.toLowerCase();
  const found = Object.entries(REFUSED_OPTIONS).find(([option]) => option.startsWith(wanted));
  return found === undefined ? undefined : { option: found[0], reason: found[1] };
}

/** Whether the CLI's outer parser would take an option of an operation for one of its own. */
export function isTakenByGlobal(name: string): boolean {
  return [...Object.keys(GLOBAL_OPTIONS), ...Object.keys(REFUSED_OPTIONS)].some((option) => option.startsWith(name));
}
