/** How profiles are called, so that every SDK finds them. */
import { CentralOpsError } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';

/** Names that mean something of their own to the AWS CLI or the SDKs. */
const RESERVED = new Set(['default', '__proto__']);

/** The JavaScript SDK does not see a section whose name has another character; botocore reads them all. */
const READABLE = /^[A-Za-z0-9_\-@+.%:/]+$/;

/** `<session>-<account>-<role>`: the names of the scripts that people come from. */
export const DEFAULT_NAME_TEMPLATE = '{session}-{account}-{role}';

export interface NameParts {
  readonly session: string;
  readonly account: string;
  readonly accountId: string;
  readonly role: string;
}

/** Makes the name of an account's profile. */
export type NameProfile = (parts: NameParts) => string;

/** Whether every SDK finds a section of this name. */
export function isReadableName(name: string): boolean {
  return READABLE.test(name) && !RESERVED.has(name);
}

/** Throws `usage` for a placeholder that there is none of, and for letters that no SDK reads. */
export function parseNameTemplate(template: string): NameProfile {
  const pieces = template.split(/(\{[^{}]*\})/);
  const known: readonly (keyof NameParts)[] = ['session', 'account', 'accountId', 'role'];
  const makers = pieces.map((piece): ((parts: NameParts) => string) => {
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    if (name === undefined) {
      if (piece === '' || READABLE.test(piece)) return () => piece;
      throw new CentralOpsError('usage', `--name-template: "${piece}" has a character that the AWS SDKs do not read.`, {
        nextStep: 'Use letters, digits and _ - @ + . % : / besides the placeholders.',
      });
    }
    const part = known.find((candidate) => candidate === name);
    if (part === undefined) {
      const [near] = nearest(name, known, 1);
      throw new CentralOpsError('usage', `--name-template: there is no placeholder {${name}}.`, {
        nextStep: `${near === undefined ? '' : `Did you mean {${near}}? `}There are ${known.map((one) => `{${one}}`).join(', ')}.`,
      });
    }
    return part === 'account' ? (parts) => accountPart(parts) : (parts) => readable(parts[part]);
  });
  return (parts) => {
    // A name that begins with a dash would be an option of every command that it is given to.
    const name = makers
      .map((make) => make(parts))
      .join('')
      .replace(/^-+/, '');
    return name === '' ? parts.accountId : name;
  };
}

function accountPart({ account, accountId }: NameParts): string {
  return account.trim() === '' ? accountId : readable(account.toLowerCase());
}

/** Letters without their accents, a dash for everything else that is not read everywhere. */
function readable(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[^A-Za-z0-9_\-@+.%:/]/gu, '-');
}

/** A name that somebody else's account or a foreign profile has already. */
export function withAccountId(name: string, accountId: string): string {
  return `${name}-${accountId}`;
}
