/** What is written into a profile, and how a profile of ours is known again. */
import type { WrittenSection } from '../aws-config/ini.js';

/** One profile is one role in one account, opened with one sign-in. */
export interface ProfileKey {
  readonly session: string;
  readonly accountId: string;
  readonly roleName: string;
}

/** Keys that the AWS CLI and the SDKs do not know, and so leave alone. */
const MARK = { by: 'managed_by', key: 'managed_key' } as const;
const MANAGED_BY = 'central-ops';

/** Everything that is ever written into a profile; other keys in it are its user's. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'sso_session',
  'sso_account_id',
  'sso_role_name',
  'credential_process',
  'region',
  MARK.by,
  MARK.key,
]);

/** Where a profile's credentials come from. */
export type CredentialRoute =
  | { readonly kind: 'sso' }
  /** The command that prints the credentials of an account. */
  | { readonly kind: 'process'; readonly command: (key: ProfileKey) => string };

/** The key of a profile that this program wrote; undefined for any other, whatever it says. Inherited marks do not count. */
export function markOf({ entries }: WrittenSection): ProfileKey | undefined {
  if (entries.get(MARK.by)?.value !== MANAGED_BY) return undefined;
  const [, session = '', accountId = '', roleName = ''] =
    /^(.+)\/(\d{12})\/([^/\s]+)$/.exec(entries.get(MARK.key)?.value ?? '') ?? [];
  return session === '' ? undefined : { session, accountId, roleName };
}

export function sameKey(left: ProfileKey, right: ProfileKey): boolean {
  return keyText(left) === keyText(right);
}

export function keyText({ session, accountId, roleName }: ProfileKey): string {
  return `${session}/${accountId}/${roleName}`;
}

/** What the profile has to say; undefined for a key that must not be in it. In the order of writing. */
export function contentOf(
  key: ProfileKey,
  route: CredentialRoute,
  region: string | undefined,
): ReadonlyMap<string, string | undefined> {
  const sso = route.kind === 'sso';
  return new Map([
    ['sso_session', sso ? key.session : undefined],
    ['sso_account_id', sso ? key.accountId : undefined],
    ['sso_role_name', sso ? key.roleName : undefined],
    ['credential_process', route.kind === 'process' ? route.command(key) : undefined],
    ...(region === undefined ? [] : [['region', region] as const]),
    [MARK.by, MANAGED_BY],
    [MARK.key, keyText(key)],
  ]);
}

/** What its user added to a profile of ours. */
export function foreignKeys({ entries }: WrittenSection): readonly string[] {
  return [...entries.keys()].filter((key) => !OWN_KEYS.has(key));
}
