import { CentralOpsError, messageOf, withNextStep } from '../../domain/errors.js';

/** What only a person can do, and the one tool that begins it. */
export const SIGN_IN_HINT =
  'AWS SSO: Authentication Required. Use the `aws_sso_login` tool, where it is listed, if the person wants to sign in now: only they can approve it.';

/** A failure for an assistant: what happened and what to do next, without a stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof CentralOpsError)) return `An unexpected error: ${messageOf(error)}`;
  const text = withNextStep(error.message, error.nextStep);
  return error.code === 'sign-in-needed' ? `${SIGN_IN_HINT}\n\n${text}` : text;
}
