import { CentralOpsError } from '../domain/errors.js';

export type CredentialKind = 'iam' | 'identity-center';

/** How accounts are signed in to, and why, in words that the doctor and the log show. */
export interface CredentialChoice {
  readonly kind: CredentialKind;
  /** "running in Amazon ECS, so IAM roles" */
  readonly reason: string;
}

export interface ChooseCredentialsOptions {
  readonly configured: 'auto' | CredentialKind;
  /** The AWS service that this process runs in: "Amazon ECS". */
  readonly awsService: string | undefined;
  /** A sign-in that is valid or can be refreshed without anybody; asked with `auto` alone. */
  readonly signIn: (
    signal: AbortSignal,
  ) => Promise<{ readonly session: string; readonly expiresAt: number } | undefined>;
  /** IANA name of the zone in which times are shown. */
  readonly timeZone: string;
}

/**
 * Picks one way in: what is configured; in AWS's own services IAM roles; else a valid sign-in of Identity Center; else
 * IAM. Throws `configuration` for Identity Center inside AWS: nobody sits there who could sign in, and a person's token
 * must not be copied there.
 */
export async function chooseCredentials(
  { configured, awsService, signIn, timeZone }: ChooseCredentialsOptions,
  signal: AbortSignal,
): Promise<CredentialChoice> {
  if (configured === 'identity-center' && awsService !== undefined) {
    throw new CentralOpsError(
      'configuration',
      `CENTRAL_OPS_CREDENTIALS is identity-center, but this process runs in ${awsService}, where nobody can sign in`,
      {
        facts: { awsService },
        nextStep: `Unset it: in ${awsService} the accounts are opened with the IAM role of this process.`,
      },
    );
  }
  if (configured !== 'auto') return { kind: configured, reason: `CENTRAL_OPS_CREDENTIALS is ${configured}` };
  if (awsService !== undefined) return { kind: 'iam', reason: `running in ${awsService}, so IAM roles` };
  const found = await signIn(signal);
  if (found === undefined) return { kind: 'iam', reason: 'no sign-in of Identity Center is valid, so IAM' };
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    found.expiresAt,
  );
  return { kind: 'identity-center', reason: `Identity Center session \`${found.session}\`, valid until ${time}` };
}
