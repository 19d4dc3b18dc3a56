import { isSelector, UNPRINTABLE } from './registry-entry.js';

/**
 * Names that can be used to choose accounts, for lists that come from AWS: two accounts may have one name there, a name
 * may read like a selector ("all"), and the portal may know none. Such an account gets its id behind its name; the
 * others stay as they are.
 */
export function distinctNames(
  accounts: readonly { readonly id: string; readonly name: string | undefined }[],
): ReadonlyMap<string, string> {
  const clean = accounts.map(({ id, name = '' }) => ({
    id,
    name: name.replaceAll(new RegExp(UNPRINTABLE, 'g'), ' ').trim().slice(0, 100),
  }));
  const counts = new Map<string, number>();
  for (const { name } of clean) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(
    clean.map(({ id, name }) => {
      const alone = counts.get(name.toLowerCase()) === 1 && name !== '' && !isSelector(name);
      return [id, alone ? name : `${name} ${id}`.trim()];
    }),
  );
}
