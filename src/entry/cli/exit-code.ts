import type { Answer } from '../../domain/answer.js';
import { CentralOpsError, type ErrorCode } from '../../domain/errors.js';

/** contracts, "Command line". */
export const EXIT = {
  complete: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  refused: 4,
  signInNeeded: 5,
  needsInput: 6,
  cancelled: 130,
} as const;

const BY_CODE: Readonly<Partial<Record<ErrorCode, number>>> = {
  usage: EXIT.usage,
  configuration: EXIT.usage,
  'registry-invalid': EXIT.usage,
  'unknown-account': EXIT.usage,
  'unknown-region': EXIT.usage,
  'unknown-run': EXIT.usage,
  'unknown-agent': EXIT.usage,
  'unknown-approval': EXIT.usage,
  'sign-in-needed': EXIT.signInNeeded,
  'credentials-missing': EXIT.signInNeeded,
  'ambiguous-account': EXIT.needsInput,
  refused: EXIT.refused,
  'approval-expired': EXIT.refused,
  'approval-decided': EXIT.refused,
  'approval-tampered': EXIT.refused,
  cancelled: EXIT.cancelled,
};

const BY_STATUS: Readonly<Record<Answer['status'], number>> = {
  complete: EXIT.complete,
  partial: EXIT.partial,
  refused: EXIT.refused,
  failed: EXIT.failed,
  cancelled: EXIT.cancelled,
  'needs-clarification': EXIT.needsInput,
  'needs-approval': EXIT.needsInput,
};

export function exitCodeOfAnswer({ status, error }: Pick<Answer, 'status' | 'error'>): number {
  if (status === 'failed' && error !== undefined) return exitCodeOfCode(error.code);
  return BY_STATUS[status];
}

export function exitCodeOfError(error: unknown): number {
  return error instanceof CentralOpsError ? exitCodeOfCode(error.code) : EXIT.failed;
}

/** Codes of answers may be AWS's own, so any text arrives here. */
function exitCodeOfCode(code: string): number {
  const found = Object.entries(BY_CODE).find(([known]) => known === code);
  return found?.[1] ?? EXIT.failed;
}
