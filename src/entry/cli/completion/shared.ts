import type { CommandWords } from './program-words.js';

/**
 * Lists the sessions of the AWS CLI's configuration file in any shell, without starting this program: a person who presses Tab does
 * not wait for it. Names with spaces are left out, because words end there.
 */
export const SESSIONS_COMMAND = `sed -n -E 's/^\\[sso-session[[:space:]]+"?([A-Za-z0-9_@+.%:\\/-]+)"?\\].*/\\1/p' "\${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null`;

/** Options whose next word is a value and no command. */
export function valueFlags(commands: readonly CommandWords[]): readonly string[] {
  const flags = commands.flatMap(({ options }) =>
    options.flatMap((option) => (option.values === undefined ? [] : option.flags)),
  );
  return [...new Set(flags)];
}
