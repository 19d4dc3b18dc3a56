import { ANYWHERE, type CommandOutput } from '../domain/command.js';
import { CentralOpsError } from '../domain/errors.js';
import { isJsonObject } from '../domain/json.js';
import { queryJson } from './query-json.js';
import { textFormat } from './text-format.js';

export const BLANK = '[not shown: it can hold a secret]';

/** Members of replies that the catalogue does not know. Rather too much than a password on the screen. */
const SECRET_NAME =
  /secret|passw|passphrase|token|credential|private_?key|api_?key|access_?key|connection_?string|user_?data|environment|variables|key_?material|auth_?code|certificate_?body/i;

/**
 * What the CLI printed as JSON, with the members blanked that can hold secrets, and after that queried and formatted: no query can
 * lead around the blanks. Throws `refused` for a query that cannot be read, `tool-reply-invalid` for what is no JSON.
 */
export async function blankSecrets(
  stdout: string,
  output: Extract<CommandOutput, { readonly kind: 'blanked' }>,
): Promise<string> {
  if (stdout.trim() === '') return '';
  const blanked = blank(parsed(stdout), output, []);
  const found = output.query === undefined ? blanked : await queryJson(blanked, output.query);
  return output.format === 'text' ? textFormat(found) : `${JSON.stringify(found, undefined, 4)}\n`;
}

function parsed(stdout: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch (error) {
    throw new CentralOpsError(
      'tool-reply-invalid',
      'The AWS CLI printed something else than JSON, so that members that hold secrets could not be blanked; it is not shown.',
      { cause: error },
    );
  }
}

function blank(
  value: unknown,
  rules: Extract<CommandOutput, { readonly kind: 'blanked' }>,
  chain: readonly string[],
): unknown {
  if (Array.isArray(value)) return value.map((item) => blank(item, rules, chain));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const here = [...chain, name.toLowerCase()];
      const secret = rules.secrets.some((one) => isMeant(one, here)) || (rules.byName && SECRET_NAME.test(name));
      return [name, secret && inner !== null ? BLANK : blank(inner, rules, here)];
    }),
  );
}

function isMeant(secret: readonly string[], here: readonly string[]): boolean {
  const [first, last] = secret;
  if (first === ANYWHERE) return here.at(-1) === last;
  return secret.length === here.length && secret.every((name, index) => name === here[index]);
}
