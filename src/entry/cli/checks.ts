/** Words of the command line that several verbs take, checked before anybody is asked. */
import { CentralOpsError } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';
import { isKnownRegion, knownRegions } from '../../domain/region.js';

/** Throws `usage` for what cannot be the name of a permission set. */
export function requireRoleName(role: string): void {
  if (/^[\w+=,.@-]{1,64}$/.test(role)) return;
  throw new CentralOpsError('usage', `"${role}" cannot be the name of a permission set.`, {
    nextStep: '`central-ops ls-accounts` lists yours.',
  });
}

/** Throws `usage` for a Region that there is none of, with the nearest. */
export function requireRegion(region: string): void {
  if (isKnownRegion(region)) return;
  const [near] = nearest(region, knownRegions(), 1);
  throw new CentralOpsError(
    'usage',
    `--region: there is no Region "${region}"${near === undefined ? '' : `; the nearest is ${near}`}.`,
  );
}
