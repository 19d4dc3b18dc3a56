import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';

/** Looks up the variable of an `env:NAME` reference; undefined when it is not set. */
export type ResolveVariable = (name: string) => string | undefined;

/** Reads the parameter of an `ssm:NAME` reference; `usedFor` is what an error says it was wanted for. */
export type ResolveParameter = (name: string, usedFor: string, signal: AbortSignal) => Promise<string>;

/**
 * The external id to present for an account: a value, `env:NAME`, or `ssm:NAME`. Throws `configuration` when the variable
 * is not set, and what `resolveParameter` throws.
 */
export async function externalIdOf(
  account: Pick<Account, 'id' | 'name' | 'externalId'>,
  configured: string | undefined,
  resolve: { readonly variable: ResolveVariable; readonly parameter: ResolveParameter },
  signal: AbortSignal,
): Promise<string | undefined> {
  const written = account.externalId ?? configured;
  if (written === undefined) return undefined;
  const place =
    account.externalId === undefined ? 'CENTRAL_OPS_EXTERNAL_ID' : `the registry entry of ${accountLabel(account)}`;
  if (written.startsWith('ssm:')) {
    return resolve.parameter(written.slice('ssm:'.length), `the external id in ${place}`, signal);
  }
  if (!written.startsWith('env:')) return written;
  const name = written.slice('env:'.length);
  const value = resolve.variable(name);
  if (value === undefined || value === '') {
    throw new CentralOpsError(
      'configuration',
      `The external id in ${place} is env:${name}, and the environment variable ${name} is not set. Set it and ask again.`,
      { facts: { accountId: account.id, variable: name } },
    );
  }
  return value;
}
