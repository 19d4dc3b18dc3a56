import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';

/** Looks up the variable of an `env:NAME` reference; undefined when it is not set. */
export type ResolveVariable = (name: string) => string | undefined;

/**
 * The external id to present for an account: a value, or `env:NAME`. Throws `configuration` when the variable is not
 * set, or when it is kept where this version cannot read (`ssm:`).
 */
export function externalIdOf(
  account: Account,
  configured: string | undefined,
  resolveVariable: ResolveVariable,
): string | undefined {
  const written = account.externalId ?? configured;
  if (written === undefined) return undefined;
  const place =
    account.externalId === undefined ? 'CENTRAL_OPS_EXTERNAL_ID' : `the registry entry of ${accountLabel(account)}`;
  if (written.startsWith('ssm:')) {
    throw new CentralOpsError(
      'configuration',
      `The external id in ${place} is kept in Systems Manager (ssm:…), which this version does not read. ` +
        'Put it in an environment variable and write env:NAME.',
      { facts: { accountId: account.id } },
    );
  }
  if (!written.startsWith('env:')) return written;
  const name = written.slice('env:'.length);
  const value = resolveVariable(name);
  if (value === undefined || value === '') {
    throw new CentralOpsError(
      'configuration',
      `The external id in ${place} is env:${name}, and the environment variable ${name} is not set. Set it and ask again.`,
      { facts: { accountId: account.id, variable: name } },
    );
  }
  return value;
}
