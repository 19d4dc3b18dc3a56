/** Brings the profiles of `~/.aws/config` in line with what the portal grants. */
import { CentralOpsError } from '../../domain/errors.js';
import { nearest } from '../../domain/nearest.js';
import { editTextFile, type EditFileUses, readTextFile, type TextEdit } from '../../files/edit-file.js';
import type { AccountScan, ScannedAccount } from '../account-scan.js';
import { editIni, lastLineOf, linesOf } from '../aws-config/edit-ini.js';
import { scanIni, type WrittenSection } from '../aws-config/ini.js';
import { type AwsConfig, type AwsConfigPlace, readAwsConfig } from '../aws-config/read-aws-config.js';
import { profileNamed } from '../aws-config/sso-settings.js';
import { unifiedDiff } from '../aws-config/unified-diff.js';
import { type IdentityCenterSession, sessionLabel } from '../session.js';
import { credentialCommand } from './credential-process.js';
import type { ProfileKey } from './managed-profile.js';
import { planProfiles, type ProfileOutcome } from './plan-profiles.js';
import { DEFAULT_NAME_TEMPLATE, isReadableName, parseNameTemplate } from './profile-name.js';

export interface ProfileOptions {
  readonly roleName: string;
  /** Undefined: the usual names, and profiles that are there keep theirs. */
  readonly nameTemplate: string | undefined;
  /** The Region of new profiles. */
  readonly region: string;
  /** Whether profiles that have another Region get this one. */
  readonly regionForAll: boolean;
  readonly prune: boolean;
  readonly dryRun: boolean;
  /** How this program is started, for `credential_process`; undefined writes the AWS CLI's own keys. */
  readonly program: readonly string[] | undefined;
}

export interface ProfileSync {
  readonly file: string;
  /** By what becomes of them, as they were planned. */
  readonly outcomes: readonly ProfileOutcome[];
  /** A unified diff; empty when nothing changes. */
  readonly diff: string;
  readonly changed: boolean;
  readonly backup: string | undefined;
  readonly warnings: readonly string[];
}

/** Throws `usage` and `configuration`; the file is as it was then. */
export async function syncProfiles(
  place: AwsConfigPlace,
  uses: EditFileUses,
  session: IdentityCenterSession,
  scan: AccountScan,
  options: ProfileOptions,
  signal: AbortSignal,
): Promise<ProfileSync> {
  const { name } = session;
  if (name === undefined) throw nameless(session);
  if (scan.accounts.length === 0) throw nothingListed(session);
  const accounts = distinct(scan.accounts);
  const edit = (text: string): Promise<TextEdit<Plan>> => edited(text, place, { ...options, name, accounts }, signal);
  const warnings = isReadableName(name) ? [] : [unreadableSession(name)];
  if (options.dryRun) {
    const { result } = await edit(await readTextFile(place.configFile));
    return { ...result, changed: false, backup: undefined, warnings };
  }
  const { result, changed, backup } = await editTextFile(place.configFile, edit, uses, signal);
  return { ...result, changed, backup, warnings };
}

type Plan = Pick<ProfileSync, 'file' | 'outcomes' | 'diff'>;

async function edited(
  text: string,
  place: AwsConfigPlace,
  { name, accounts, ...options }: ProfileOptions & { name: string; accounts: readonly ScannedAccount[] },
  signal: AbortSignal,
): Promise<TextEdit<Plan>> {
  const file = place.configFile;
  // The text that is edited, and not what may stand in the file a moment later.
  const readFile: AwsConfigPlace['readFile'] = (path, stop) =>
    path === file ? Promise.resolve(new TextEncoder().encode(text)) : place.readFile(path, stop);
  const config = await readAwsConfig({ ...place, readFile }, signal);
  refuseBareReturns(text, file);
  const scanned = scanIni(text);
  const written = scanned.ok ? scanned.written : [];
  const { program } = options;
  const plan = planProfiles(
    accounts,
    {
      session: name,
      roleName: options.roleName,
      nameOf: parseNameTemplate(options.nameTemplate ?? DEFAULT_NAME_TEMPLATE),
      rename: options.nameTemplate !== undefined,
      route:
        program === undefined
          ? { kind: 'sso' }
          : { kind: 'process', command: (key) => credentialCommand(program, key) },
      region: { name: options.region, always: options.regionForAll },
      prune: options.prune,
    },
    {
      written,
      credentialNames: [...config.profiles].flatMap(([profile, section]) =>
        [...section.settings.values()].some((setting) => setting.file === config.credentialsFile) ? [profile] : [],
      ),
      opens: (profile, key) => opens(config, profile, key),
      hasOtherLines: (section) => hasOtherLines(section, linesOf(text)),
    },
  );
  if (plan.outcomes.length === 0) throw nobodyGrants(accounts, options.roleName);
  const { text: after, splices } = editIni(text, plan.edits, file);
  return { text: after, result: { file, outcomes: plan.outcomes, diff: unifiedDiff({ file, before: text, splices }) } };
}

function opens(config: AwsConfig, profile: string, key: ProfileKey): boolean {
  try {
    const found = profileNamed(config, profile);
    return found?.accountId === key.accountId && found.roleName === key.roleName && found.session.name === key.session;
  } catch {
    // A profile that cannot be used opens nothing.
    return false;
  }
}

/** Line breaks to Python and so to the AWS CLI, characters of the line to the other SDKs: no edit is right for both. */
function refuseBareReturns(text: string, file: string): void {
  const at = text.search(/\r(?!\n)/);
  if (at < 0) return;
  const line = linesOf(text.slice(0, at + 1)).length;
  throw new CentralOpsError(
    'configuration',
    `${file}, line ${String(line)}: it ends in a carriage return without a line feed, which the AWS CLI and the SDKs read differently.`,
    {
      facts: { file, line },
      nextStep: 'Nothing was written. Save the file with one kind of line end, then run it again.',
    },
  );
}

/** Comments, and lines that go on with a value: we write neither. */
function hasOtherLines(section: WrittenSection, lines: readonly string[]): boolean {
  const own = new Set([section.line, ...[...section.entries.values()].map((entry) => entry.line)]);
  return lines
    .slice(section.line - 1, lastLineOf(section))
    .some((line, index) => line.trim() !== '' && !own.has(section.line + index));
}

/** A portal that lists an account twice does not make two of it. */
function distinct(accounts: readonly ScannedAccount[]): readonly ScannedAccount[] {
  return [...new Map(accounts.map((account) => [account.id, account])).values()];
}

function nobodyGrants(accounts: readonly ScannedAccount[], roleName: string): CentralOpsError {
  const roles = new Set(accounts.flatMap((account) => (account.kind === 'listed' ? account.roles : [])));
  const near = nearest(roleName, [...roles]);
  const known = near.length > 0 ? near : [...roles].sort().slice(0, 10);
  return new CentralOpsError(
    'usage',
    `None of ${String(accounts.length)} accounts grants you the permission set ${roleName}.`,
    {
      facts: { roleName, accounts: accounts.length },
      nextStep:
        known.length === 0
          ? 'You have no permission set at all: have one assigned to you, or sign in as somebody else.'
          : `You have ${known.join(', ')}${roles.size > known.length ? ' and others' : ''}: name one of them.`,
    },
  );
}

/** An account that is missing from the list loses its profile; a list without any account is no reason for that. */
function nothingListed(session: IdentityCenterSession): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `IAM Identity Center ${sessionLabel(session)} lists no account for you.`,
    {
      nextStep: 'Nothing was written. Have an account assigned to you, or sign in as somebody else.',
    },
  );
}

function nameless(session: IdentityCenterSession): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `Profiles name an [sso-session], and ${sessionLabel(session)} has none.`,
    {
      nextStep: `Write one with \`aws configure sso-session\` for ${session.startUrl}, sign in to it, and run it again.`,
    },
  );
}

function unreadableSession(name: string): string {
  return `The JavaScript SDKs see neither a section called [sso-session ${name}] nor the profiles that use it; the AWS CLI and boto3 do.`;
}
