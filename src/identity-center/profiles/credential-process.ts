/** The `credential_process` line of a profile: one text that a shell, Python's `shlex` and an INI reader take for the same words. */
import { CentralOpsError } from '../../domain/errors.js';
import type { ProfileKey } from './managed-profile.js';

/**
 * The command for an account. `program` is how this program is started, from absolute paths. botocore splits the line as
 * `shlex` does, the other SDKs hand it to `sh -c`, and the JavaScript SDK takes ` #` and ` ;` for a comment.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function credentialCommand(program: readonly string[], key: ProfileKey): string {
  const { accountId, roleName, session } = key;
  const words = [...program, 'credentials', '--account', accountId, '--role', roleName, '--sso-session', session];
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  const unreadable = /\p{Cc}/u.test(word) || /\s[#;]/.test(word);
  if (!unreadable && !/["$`\\!]/.test(word)) return `"${word}"`;
  if (!unreadable && !word.includes("'")) return `'${word}'`;
  throw new CentralOpsError(
    'usage',
    `"${word}" cannot be part of a credential_process that every SDK reads the same.`,
    {
      nextStep:
        'Install Central Ops under a path without quotes, comment signs and control characters, or leave out --credential-process.',
    },
  );
}
