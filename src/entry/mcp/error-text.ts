import { CentralOpsError, messageOf, withNextStep } from '../../domain/errors.js';
import type { JsonObject } from '../../domain/json.js';

/** What assistants and people know these situations by. */
const SIGN_IN_TITLES = {
  denied: 'Authentication Denied',
  'timed-out': 'Authentication Timeout',
  expired: 'Token Expired',
} as const;

/** A failure for an assistant: what happened and what to do next, without a stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof CentralOpsError)) return `An unexpected error: ${messageOf(error)}`;
  const text = withNextStep(error.message, error.nextStep);
  return error.code === 'sign-in-needed' ? `${signInHint(error.facts)}\n\n${text}` : text;
}

/** What only a person can do, and the one tool that begins it. */
export function signInHint(facts: JsonObject = {}): string {
  const reason = Object.entries(SIGN_IN_TITLES).find(([known]) => known === facts['reason']);
  return (
    `AWS SSO: ${reason?.[1] ?? 'Authentication Required'}. Use the \`aws_sso_login\` tool, where it is listed, ` +
    'if the person wants to sign in now: only they can approve it.'
  );
}
