import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Account } from '../domain/account.js';
import { replaceFile } from '../files/replace-file.js';
import type { AccountListStore } from './cached-registry.js';

/** Our own file, checked all the same: another program or an older version may have been at it. */
const ListFile = z.object({
  fetchedAt: z.number(),
  accounts: z
    .array(
      z.custom<Account>(
        (value) =>
          z
            .object({
              id: z.string().regex(/^\d{12}$/),
              name: z.string().min(1),
              partition: z.enum(['aws', 'aws-cn', 'aws-us-gov']),
              tags: z.record(z.string(), z.string()),
            })
            .safeParse(value).success,
      ),
    )
    .min(1),
});

/**
 * Keeps an account list in a file of its own (mode 0600), named by a hash of everything that makes the list another one. A
 * file that cannot be read or was damaged is as good as none: the source is asked again. A list with external ids in it is
 * not kept: they stay where somebody put them.
 */
export function createAccountListFile(directory: string, key: readonly string[]): AccountListStore {
  const path = join(directory, `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}.json`);
  return {
    async read() {
      try {
        return ListFile.parse(JSON.parse(await readFile(path, 'utf8')));
      } catch {
        return undefined;
      }
    },
    async write(list) {
      try {
        if (list.accounts.some(holdsExternalId)) {
          await rm(path, { force: true });
          return;
        }
        await mkdir(directory, { recursive: true, mode: 0o700 });
        await replaceFile(path, JSON.stringify(list));
      } catch {
        // A full disk must not keep anybody from asking; the next process only has to ask the source once more.
      }
    },
  };
}

/** Names of variables and parameters are no secret. */
function holdsExternalId({ externalId }: Account): boolean {
  return externalId !== undefined && !/^(?:env|ssm):/.test(externalId);
}
