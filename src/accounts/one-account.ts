import { type AccountReference, accountLabel, accountReference } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Registry } from './registry.js';
import { selectAccounts } from './select-accounts.js';

/**
 * The one account that is meant by an id, a name or the beginning of one. Throws `unknown-account`, and `ambiguous-account` for
 * what means several: nothing is picked.
 */
export function oneAccount(registry: Registry, written: string): AccountReference {
  const [first, ...others] = selectAccounts(registry, { include: [written], exclude: [] });
  if (first === undefined || others.length > 0) {
    const choices = [...(first === undefined ? [] : [first]), ...others];
    const shown = choices.slice(0, 10).map(accountLabel).join(', ');
    throw new CentralOpsError(
      'ambiguous-account',
      `"${written}" means ${String(choices.length)} accounts, and one is needed: ${shown}${choices.length > 10 ? ', …' : ''}.`,
      {
        facts: { selector: written, choices: choices.map(({ id, name }) => ({ id, name })) },
        nextStep: 'Name one of them.',
      },
    );
  }
  return accountReference(first);
}
