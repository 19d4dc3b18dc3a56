import type { JsonObject } from './json.js';

/**
 * What went wrong, as a word that callers branch on. The door that shows it decides on exit codes and HTTP statuses.
 */
export type ErrorCode =
  | 'usage'
  | 'configuration'
  | 'registry-invalid'
  | 'unknown-account'
  | 'ambiguous-account'
  | 'unknown-region'
  | 'credentials-missing'
  | 'credentials-denied'
  | 'credentials-unavailable'
  | 'identity-mismatch'
  | 'sign-in-needed'
  | 'tool-missing'
  | 'tool-refused'
  | 'tool-reply-invalid'
  | 'throttled'
  | 'unreachable'
  | 'timed-out'
  | 'cancelled'
  | 'refused'
  | 'over-budget'
  | 'session-busy'
  | 'overloaded'
  | 'shutting-down'
  | 'checkpoint-unreadable'
  | 'checkpoint-unavailable'
  | 'unknown-run'
  | 'unknown-agent'
  | 'unknown-approval'
  | 'approval-expired'
  | 'approval-decided'
  | 'approval-tampered'
  | 'instance-unavailable'
  | 'command-unknown'
  | 'internal';

/**
 * The one family of errors this program throws. `message` is for the operator: what was tried, where, what to do
 * next; `facts` repeats the details for machines. Neither ever holds a key, token or external id.
 */
export class CentralOpsError extends Error {
  readonly code: ErrorCode;
  readonly facts: JsonObject;
  /** What to do next, when the message does not already end in it. */
  readonly nextStep: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { readonly facts?: JsonObject; readonly nextStep?: string; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CentralOpsError';
    this.code = code;
    this.facts = details.facts ?? {};
    this.nextStep = details.nextStep;
  }
}

/** A message and what to do next, as one text. */
export function withNextStep(message: string, nextStep: string | undefined): string {
  if (nextStep === undefined || nextStep === '') return message;
  if (message.includes('\n')) return `${message}\n${nextStep}`;
  return /[.!?]$/.test(message) ? `${message} ${nextStep}` : `${message}. ${nextStep}`;
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
