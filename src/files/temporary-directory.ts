import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CentralOpsError, messageOf } from '../domain/errors.js';

/**
 * A new directory (0700) where the system keeps what is temporary, for whoever asks to remove again. `purpose` stands in its
 * name. Throws `configuration` where nothing can be written: a container with a read-only file system and no /tmp of its own.
 */
export async function temporaryDirectory(purpose: string): Promise<string> {
  const parent = tmpdir();
  try {
    return await mkdtemp(join(parent, `central-ops-${purpose}-`));
  } catch (cause) {
    throw new CentralOpsError('configuration', `No temporary directory could be made (${messageOf(cause)}).`, {
      facts: { directory: parent },
      nextStep: `Let this user write to ${parent} (a container: --tmpfs /tmp), or name another place in TMPDIR.`,
      cause,
    });
  }
}
