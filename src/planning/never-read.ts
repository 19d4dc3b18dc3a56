import { SECRET_BEARING, SECRET_NAMES } from './never-read/secret-bearing.js';
import { SENSITIVE_READS, type SensitiveRead } from '../domain/sensitive-read.js';
import { SENSITIVE } from './never-read/sensitive.js';
import { SIDE_EFFECTS } from './never-read/side-effects.js';

/**
 * Why an operation is never asked although IAM files it under Read or List (or its name reads like it): it hands out
 * secrets, it starts or changes something, or it reads what customers stored and configuration does not allow that.
 * Undefined when no list speaks against it. Levels and names: IAM data of 2026-09-26.
 */
export function reasonNeverToRead(
  service: string,
  operation: string,
  allowed: readonly SensitiveRead[] = [],
  lists: 'all' | 'without-side-effects' = 'all',
): string | undefined {
  if (names(SECRET_BEARING, service, operation)) {
    return 'its reply holds secrets (tokens, passwords, keys or signed links)';
  }
  if (lists === 'all' && names(SIDE_EFFECTS, service, operation))
    return 'it starts or changes something, although IAM calls it a read';
  const sensitive = sensitiveKind(service, operation);
  if (sensitive !== undefined && !allowed.includes(sensitive)) {
    return `it reads ${SENSITIVE_NOUNS[sensitive]}, which is off unless CENTRAL_OPS_SENSITIVE_READS names ${sensitive}`;
  }
  if (SECRET_NAMES.some((pattern) => pattern.test(operation))) {
    return 'by its name its reply holds secrets (tokens, passwords, keys or signed links)';
  }
  return undefined;
}

const SENSITIVE_NOUNS: Readonly<Record<SensitiveRead, string>> = {
  'object-bodies': 'stored data',
  'log-events': 'the text of logs',
  parameters: 'the values of parameters',
};

function sensitiveKind(service: string, operation: string): SensitiveRead | undefined {
  return SENSITIVE_READS.find((kind) => names(SENSITIVE[kind], service, operation));
}

function names(list: Readonly<Record<string, string>>, service: string, operation: string): boolean {
  return Object.hasOwn(list, service) && (list[service] ?? '').split(' ').includes(operation);
}
