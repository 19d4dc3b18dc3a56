import type { Caller } from '../domain/caller.js';

/**
 * The role session name that CloudTrail shows in the member accounts: `central-ops-<caller>`, in the characters and
 * the length that STS takes. It becomes part of the credentials' key, so one caller's session never serves another.
 */
export function sessionNameOf(caller: Pick<Caller, 'name'>): string {
  const letters = caller.name.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  const name = letters.replaceAll(/[^\w+=,.@-]+/g, '-');
  return `central-ops-${name}`.slice(0, 64).replace(/-+$/, '');
}
