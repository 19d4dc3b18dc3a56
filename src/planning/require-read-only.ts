import { CentralOpsError } from '../domain/errors.js';
import { callLabel, type FrozenCall } from '../domain/plan.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import type { Catalogue } from './catalogue/facts.js';
import { proveReadOnly } from './read-only-policy.js';
import { isSecretField } from './secret-fields.js';

/**
 * The policy once more, where a frozen call is about to be written into a script: throws `refused` for an operation that is
 * not a proven read and for a column that would carry a secret. A plan that came past `authorizePlan` never meets it; one
 * that did not must not get any further.
 */
export function requireReadOnly(
  catalogue: Catalogue,
  call: FrozenCall,
  sensitiveReads: readonly SensitiveRead[] = [],
): void {
  const proof = proveReadOnly(catalogue, call, { sensitiveReads });
  if (!proof.allowed) throw new CentralOpsError('refused', proof.reason);
  const secret = call.columns.find((column) => isSecretField(proof.facts, column.path));
  if (secret === undefined) return;
  throw new CentralOpsError('refused', `${callLabel(call)}: the column "${secret.name}" could carry a secret`);
}
