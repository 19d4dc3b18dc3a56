import { nearest } from '../domain/nearest.js';
import type { Call } from '../domain/plan.js';
import type { Catalogue, OperationFacts } from './catalogue/facts.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import { hasReadingVerb } from './reading-verb.js';
import { reasonNeverToRead } from './never-read.js';

export type ReadOnlyProof =
  | { readonly allowed: true; readonly facts: OperationFacts }
  | { readonly allowed: false; readonly reason: string; readonly suggestion?: string };

/**
 * The operation policy (design, "Read-only, in layers", 2): allowed is what IAM data calls exactly Read or List, what
 * is named with a reading verb, and what is on neither the side-effect nor the secret list. Unknown means no. Names
 * are compared exactly; a near miss is a refusal with a hint, never a correction.
 */
export function proveReadOnly(
  catalogue: Catalogue,
  { service, operation }: Pick<Call, 'service' | 'operation'>,
  options: { readonly sensitiveReads?: readonly SensitiveRead[] } = {},
): ReadOnlyProof {
  const label = `${shown(service)} ${shown(operation)}`;
  // First, so that what is known to be secret is named as such also where the catalogue has never heard of it.
  const never = reasonNeverToRead(service, operation, options.sensitiveReads);
  if (never !== undefined) return refuse(`${label} is not asked: ${never}.`);

  const facts = catalogue.find(service, operation);
  if (facts === undefined) return unknown(catalogue, service, operation);
  if (facts.access === 'Unknown') {
    return refuse(`${label} is not asked: AWS's IAM data does not say which action guards it, and unknown means no.`);
  }
  if (facts.access !== 'Read' && facts.access !== 'List') {
    return refuse(
      `${label} is not asked: IAM files ${facts.iamAction} under ${facts.access}, and only Read and List are allowed.`,
    );
  }
  if (!hasReadingVerb(operation)) {
    return refuse(`${label} is not asked: its name does not begin with a reading verb (Describe, List, Get, …).`);
  }
  if (facts.streams) {
    return refuse(`${label} is not asked: its reply is a stream, and no rows.`);
  }
  return { allowed: true, facts };
}

function unknown(catalogue: Catalogue, service: string, operation: string): ReadOnlyProof {
  const known = catalogue.service(service);
  if (known === undefined) {
    const names = [...catalogue.services()].map((entry) => entry.service);
    const near = service.trim() === '' ? [] : nearest(service, names);
    return refuse(
      `There is no service "${shown(service)}" in the catalogue, so nothing is known to be safe in it.`,
      near.length > 0
        ? `Did you mean ${near.join(', ')}?`
        : `It has ${names.length} services under botocore's names, such as ec2, s3, rds, lambda, iam.`,
    );
  }
  const sameLetters = known.operations.filter((name) => name.toLowerCase() === operation.toLowerCase());
  const alike = sameLetters.length > 0 ? sameLetters : nearest(operation, known.operations, known.operations.length);
  const near = readable(catalogue, service, alike, 3);
  return refuse(
    `${shown(service)} ${shown(operation)} is not in the catalogue, and what is unknown is not asked.`,
    near.length > 0
      ? `Did you mean ${near.join(', ')}?`
      : `${known.label} can be asked ${readable(catalogue, service, known.operations, 12).join(', ')}.`,
  );
}

/** The first of some operations that the policy allows: a hint must not lead into the next refusal. */
function readable(
  catalogue: Catalogue,
  service: string,
  operations: readonly string[],
  limit: number,
): readonly string[] {
  const found: string[] = [];
  for (const operation of operations) {
    if (found.length === limit) break;
    if (proveReadOnly(catalogue, { service, operation }).allowed) found.push(operation);
  }
  return found;
}

function refuse(reason: string, suggestion?: string): ReadOnlyProof {
  return { allowed: false, reason, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** Names come from outside: no control characters, and no more than a name's worth of them. */
function shown(name: string): string {
  const clean = name.replace(/[^\x20-\x7e]/g, '?');
  return clean.length <= 80 ? clean : `${clean.slice(0, 80)}…`;
}
