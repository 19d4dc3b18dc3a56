/** Decides what happens to each profile. Pure: the same file and the same scan give the same plan, whoever makes it and how often. */
import type { ScannedAccount } from '../account-scan.js';
import type { IniEdit } from '../aws-config/edit-ini.js';
import type { WrittenSection } from '../aws-config/ini.js';
import { sectionWords } from '../aws-config/section-name.js';
import { type ChosenName, chooseNames } from './choose-names.js';
import { contentOf, type CredentialRoute, foreignKeys, markOf, type ProfileKey, sameKey } from './managed-profile.js';
import { type NameProfile, withAccountId } from './profile-name.js';

/** In the order in which they are counted. */
export const PROFILE_RESULTS = ['added', 'updated', 'unchanged', 'pruned', 'kept', 'failed'] as const;
export type ProfileResult = (typeof PROFILE_RESULTS)[number];

/** What became of one profile. */
export interface ProfileOutcome {
  readonly result: ProfileResult;
  /** Empty where an account that could not be asked has none yet. */
  readonly profile: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Why it was kept, or why it failed. */
  readonly reason: string;
}

export interface ProfilePlan {
  readonly edits: readonly IniEdit[];
  readonly outcomes: readonly ProfileOutcome[];
}

export interface ProfileWishes {
  /** The NAME of the `[sso-session]`. */
  readonly session: string;
  readonly roleName: string;
  readonly nameOf: NameProfile;
  /** Profiles of ours that are called otherwise get the name that `nameOf` makes. */
  readonly rename: boolean;
  readonly route: CredentialRoute;
  /** For a profile that has none; for every one, when `always`. */
  readonly region: { readonly name: string; readonly always: boolean };
  /** Takes away profiles of ours whose account no longer grants the role. */
  readonly prune: boolean;
}

/** What is there before. */
export interface ProfileSurroundings {
  readonly written: readonly WrittenSection[];
  /** Names that stand in the credentials file: a profile of that name would be mixed with it. */
  readonly credentialNames: readonly string[];
  /** Whether a profile opens this account with this role. */
  readonly opens: (profile: string, key: ProfileKey) => boolean;
  /** Whether something stands between the lines of a section that we did not write. */
  readonly hasOtherLines: (section: WrittenSection) => boolean;
}

interface NamedSection {
  readonly name: string;
  readonly section: WrittenSection;
}

type Granted = Extract<ScannedAccount, { kind: 'listed' }>;
type Unknown = Extract<ScannedAccount, { kind: 'failed' }>;
type Identity = Pick<ProfileOutcome, 'accountId' | 'accountName'>;

export function planProfiles(
  accounts: readonly ScannedAccount[],
  wishes: ProfileWishes,
  surroundings: ProfileSurroundings,
): ProfilePlan {
  const keyOf = (accountId: string): ProfileKey => ({ ...wishes, accountId });
  const profiles = profilesIn(surroundings.written);
  const presentOf = (accountId: string): NamedSection | undefined =>
    ours.get(accountId)?.find(({ name }) => namesOf(accountId).includes(name)) ?? ours.get(accountId)?.[0];
  const ours = oursByAccount(profiles, wishes);
  const granted = accounts.filter(
    (one): one is Granted => one.kind === 'listed' && one.roles.includes(wishes.roleName),
  );
  const unknown = accounts.filter((one): one is Unknown => one.kind === 'failed');
  const byId = new Map(accounts.map((account) => [account.id, account]));

  function namesOf(accountId: string): readonly string[] {
    const account = byId.get(accountId);
    if (account === undefined) return [];
    const name = nameOf(account, wishes);
    return [name, withAccountId(name, accountId)];
  }

  const names = chooseNames({
    accounts: granted.filter(({ id }) => {
      const present = presentOf(id);
      return present === undefined || (wishes.rename && !namesOf(id).includes(present.name));
    }),
    later: unknown.filter(({ id }) => presentOf(id) === undefined),
    nameOf: (account) => nameOf(account, wishes),
    taken: new Set([...profiles.map(({ name }) => name), ...surroundings.credentialNames]),
    opensAlready: ({ id }, name) => surroundings.opens(name, keyOf(id)),
  });
  const asked = new Set([...granted, ...unknown].map(({ id }) => id));
  const plans = [
    ...granted.map((account) => planGranted(account, presentOf(account.id), names.get(account.id), wishes)),
    ...unknown.map((account) => planUnknown(account, presentOf(account.id))),
    ...[...ours]
      .filter(([id]) => !asked.has(id))
      .flatMap(([accountId, sections]) => {
        const identity = { accountId, accountName: byId.get(accountId)?.name ?? '' };
        return sections.map((present) => planStale(identity, present, wishes, surroundings));
      }),
  ];
  const edits = plans.flatMap(({ edit }) => edit ?? []);
  return {
    // New profiles stand in the file by their names.
    edits: [
      ...edits.filter(({ kind }) => kind !== 'append'),
      ...edits.filter((edit) => edit.kind === 'append').sort((left, right) => (left.header < right.header ? -1 : 1)),
    ],
    outcomes: plans.map(({ outcome }) => outcome),
  };
}

interface OnePlan {
  readonly edit?: IniEdit;
  readonly outcome: ProfileOutcome;
}

function planGranted(
  { id, name: accountName }: Granted,
  present: NamedSection | undefined,
  chosen: ChosenName | undefined,
  wishes: ProfileWishes,
): OnePlan {
  const identity = { accountId: id, accountName };
  if (chosen?.kind === 'taken') return { outcome: told('failed', present?.name ?? '', identity, chosen.reason) };
  if (chosen?.kind === 'opens-already') {
    return {
      outcome: told('kept', chosen.name, identity, 'was not written by central-ops, and opens the same role'),
    };
  }
  const key = { ...wishes, accountId: id };
  if (present === undefined) {
    const profile = chosen?.name ?? '';
    const entries = new Map<string, string>();
    for (const [name, value] of contentOf(key, wishes.route, wishes.region.name)) {
      if (value !== undefined) entries.set(name, value);
    }
    return {
      edit: { kind: 'append', header: `profile ${profile}`, entries },
      outcome: told('added', profile, identity),
    };
  }
  const { section } = present;
  const region = wishes.region.always || !section.entries.has('region') ? wishes.region.name : undefined;
  const keys = new Map(
    [...contentOf(key, wishes.route, region)].filter(([name, value]) => section.entries.get(name)?.value !== value),
  );
  if (keys.size === 0 && chosen === undefined) return { outcome: told('unchanged', present.name, identity) };
  const header = chosen === undefined ? {} : { header: `profile ${chosen.name}` };
  return {
    edit: { kind: 'change', section, keys, ...header },
    outcome: told('updated', chosen?.name ?? present.name, identity),
  };
}

/** Nobody knows whether the account still grants the role: whatever there is of it stays. */
function planUnknown({ id, name, message }: Unknown, present: NamedSection | undefined): OnePlan {
  return { outcome: told('failed', present?.name ?? '', { accountId: id, accountName: name }, message) };
}

function planStale(
  identity: Identity,
  { name, section }: NamedSection,
  wishes: ProfileWishes,
  { hasOtherLines }: ProfileSurroundings,
): OnePlan {
  const added = foreignKeys(section);
  const kept = (reason: string): OnePlan => ({ outcome: told('kept', name, identity, reason) });
  if (!wishes.prune) return kept('its account no longer grants the role; --prune takes it away');
  if (added.length > 0) return kept(`has keys of yours (${added.join(', ')}): take it away yourself`);
  if (hasOtherLines(section)) return kept('has lines of yours: take it away yourself');
  return { edit: { kind: 'remove', section }, outcome: told('pruned', name, identity) };
}

function told(result: ProfileResult, profile: string, identity: Identity, reason = ''): ProfileOutcome {
  return { result, profile, ...identity, reason };
}

function nameOf({ id, name }: { readonly id: string; readonly name: string }, wishes: ProfileWishes): string {
  return wishes.nameOf({ session: wishes.session, account: name, accountId: id, role: wishes.roleName });
}

/** Profiles as botocore finds them, under the names that it gives them. */
function profilesIn(written: readonly WrittenSection[]): readonly NamedSection[] {
  return written.flatMap((section) => {
    if (section.name === 'default') return [{ name: 'default', section }];
    if (!section.name.startsWith('profile')) return [];
    const [, name, ...more] = sectionWords(section.name) ?? [];
    return name === undefined || more.length > 0 ? [] : [{ name, section }];
  });
}

/** Our profiles of this session and role, by account. A person may have copied one. */
function oursByAccount(
  profiles: readonly NamedSection[],
  wishes: ProfileWishes,
): ReadonlyMap<string, readonly NamedSection[]> {
  const ours = new Map<string, NamedSection[]>();
  const spellings = new Map<string, number>();
  for (const { name } of profiles) spellings.set(name, (spellings.get(name) ?? 0) + 1);
  for (const profile of profiles) {
    // What everything without a profile uses is never ours, whatever is copied into it; nor is a name that is spelled twice.
    const isOne = spellings.get(profile.name) === 1;
    const key = profile.name === 'default' || !isOne ? undefined : markOf(profile.section);
    if (key === undefined || !sameKey(key, { ...wishes, accountId: key.accountId })) continue;
    ours.set(key.accountId, [...(ours.get(key.accountId) ?? []), profile]);
  }
  return ours;
}
