/** One sign-in to IAM Identity Center: where the portal is, and the name under which the AWS CLI keeps its token. */
export interface IdentityCenterSession {
  /** The NAME of `[sso-session NAME]`; undefined for what is known by its start URL alone (older profiles, `AWS_SSO_START_URL`). */
  readonly name: string | undefined;
  /** Exactly as written: the AWS CLI derives file names from it. */
  readonly startUrl: string;
  /** Identity Center's own Region. */
  readonly region: string;
  /** What the sign-in is asked for. Without `sso:account:access` there would be no refresh token. */
  readonly scopes: readonly string[];
}

/** What the portal needs, and what the AWS CLI asks for when a session names no scopes. */
export const DEFAULT_SCOPES: readonly string[] = ['sso:account:access'];

/** What tells sessions apart, and what the AWS CLI's file names are made from. */
export function sessionKey({ name, startUrl }: Pick<IdentityCenterSession, 'name' | 'startUrl'>): string {
  return name ?? startUrl;
}

/** "session corp" or "https://example.awsapps.com/start": how a session is named to people. */
export function sessionLabel(session: Pick<IdentityCenterSession, 'name' | 'startUrl'>): string {
  return session.name === undefined ? session.startUrl : `session ${session.name}`;
}

/** The command that signs in to a session, as a person would type it. */
export function loginCommand({ name }: Pick<IdentityCenterSession, 'name'>): string {
  if (name === undefined) return 'central-ops login';
  return `central-ops login --sso-session ${/^[\w@+.:/-]+$/.test(name) ? name : `'${name}'`}`;
}

/** Said wherever a person sees what was opened through Identity Center. */
export const NO_SESSION_POLICY =
  'Sessions of IAM Identity Center take no session policy: they may do whatever the permission set allows. ' +
  'Central Ops itself only sends reads.';
