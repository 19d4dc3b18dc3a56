/** What sections say about IAM Identity Center: sessions, and the profiles that use them. */
import { CentralOpsError } from '../../domain/errors.js';
import { isLoopbackHost } from '../../domain/loopback.js';
import { DEFAULT_SCOPES, type IdentityCenterSession } from '../session.js';
import type { AwsConfig, ConfigSection, Setting } from './read-aws-config.js';

/** A profile whose credentials come from IAM Identity Center. */
export interface IdentityCenterProfile {
  readonly name: string;
  readonly session: IdentityCenterSession;
  readonly accountId: string;
  readonly roleName: string;
}

/** `[sso-session NAME]`. Throws `configuration`, with file, section and key. */
export function sessionNamed(config: AwsConfig, name: string): IdentityCenterSession {
  const section = config.sessions.get(name);
  if (section === undefined) {
    const known = [...config.sessions.keys()];
    throw new CentralOpsError(
      'configuration',
      `There is no [sso-session ${name}] in ${config.configFile}; ${known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`}.`,
      {
        facts: { file: config.configFile, session: name, known },
        nextStep: known.length === 0 ? `Write one: aws configure sso-session.` : 'Name one of them.',
      },
    );
  }
  const scopes = (section.settings.get('sso_registration_scopes')?.value ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return {
    name,
    startUrl: startUrlOf(required(section, 'sso_start_url')),
    region: regionOf(required(section, 'sso_region')),
    scopes: scopes.length > 0 ? scopes : DEFAULT_SCOPES,
  };
}

/**
 * A profile with `sso_account_id` and `sso_role_name`, through its session or with a start URL of its own. Undefined for
 * a profile that has neither: its credentials come from elsewhere. Throws `configuration`, with file, section and key.
 */
export function profileNamed(config: AwsConfig, name: string): IdentityCenterProfile | undefined {
  const section = config.profiles.get(name);
  if (section === undefined) return undefined;
  const { settings } = section;
  if (!settings.has('sso_account_id') && !settings.has('sso_role_name')) return undefined;
  const accountId = required(section, 'sso_account_id');
  if (!/^\d{12}$/.test(accountId.value)) throw mistaken(accountId, 'must be the 12 digits of an account');
  return {
    name,
    session: sessionOfProfile(config, section),
    accountId: accountId.value,
    roleName: required(section, 'sso_role_name').value,
  };
}

/** The profiles that describe a session by themselves, by name: the style from before `[sso-session]`. */
export function legacyProfiles(config: AwsConfig): readonly (readonly [name: string, section: ConfigSection])[] {
  return [...config.profiles].filter(
    ([, { settings }]) => !settings.has('sso_session') && settings.has('sso_start_url'),
  );
}

/** What the AWS CLI will trip over in profiles of a session, for a sign-in that itself works. */
export function profileConflicts(config: AwsConfig, sessionName: string): readonly string[] {
  return [...config.profiles.values()]
    .filter((section) => section.settings.get('sso_session')?.value === sessionName)
    .flatMap((section) => {
      const conflict = conflictOf(config, section, sessionName);
      return conflict === undefined ? [] : [conflict.message];
    });
}

function sessionOfProfile(config: AwsConfig, section: ConfigSection): IdentityCenterSession {
  const name = section.settings.get('sso_session');
  if (name === undefined) return legacySession(section);
  if (!config.sessions.has(name.value)) {
    throw mistaken(name, `names a session that ${config.configFile} does not have`);
  }
  const conflict = conflictOf(config, section, name.value);
  if (conflict !== undefined) throw conflict;
  return sessionNamed(config, name.value);
}

/** The session that an older profile describes. Throws `configuration`, with file, section and key. */
export function legacySession(section: ConfigSection): IdentityCenterSession {
  return {
    name: undefined,
    startUrl: startUrlOf(required(section, 'sso_start_url')),
    region: regionOf(required(section, 'sso_region')),
    scopes: DEFAULT_SCOPES,
  };
}

/** A profile may repeat what its session says, but not say something else: botocore refuses it. */
function conflictOf(config: AwsConfig, profile: ConfigSection, sessionName: string): CentralOpsError | undefined {
  for (const [key, ofSession] of config.sessions.get(sessionName)?.settings ?? []) {
    const own = profile.settings.get(key);
    if (own === undefined || own.value === ofSession.value) continue;
    return new CentralOpsError(
      'configuration',
      `${own.file}: ${key} is "${own.value}" in [${own.section}] (line ${own.line}), ` +
        `and "${ofSession.value}" in the [${ofSession.section}] that it uses (line ${ofSession.line}).`,
      {
        facts: { file: own.file, section: own.section, key },
        nextStep: `Remove ${key} from [${own.section}]; the AWS CLI refuses that profile too.`,
      },
    );
  }
  return undefined;
}

function required(section: ConfigSection, key: string): Setting {
  const setting = section.settings.get(key);
  if (setting !== undefined && setting.value !== '') return setting;
  throw new CentralOpsError('configuration', `${section.file}: [${section.section}] has no ${key}.`, {
    facts: { file: section.file, section: section.section, key },
    nextStep: 'Add it there, or let the AWS CLI write the section: aws configure sso-session.',
  });
}

/** The start URL is shown, opened in a browser and sent to AWS: nothing but a plain https address is taken. */
function startUrlOf(setting: Setting): string {
  const problem = startUrlProblem(setting.value);
  if (problem !== undefined) throw mistaken(setting, problem);
  return setting.value;
}

/** Why a text cannot be a start URL; undefined when it can. */
export function startUrlProblem(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || /\s/.test(value)) return 'must be a URL such as https://example.awsapps.com/start';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname))) return undefined;
  return 'must be an https address';
}

/** Part of host names, so that its form matters; which Regions have Identity Center is AWS's to say. */
function regionOf(setting: Setting): string {
  if (/^[a-z]{2,5}(?:-[a-z]+)+-\d{1,2}$/.test(setting.value)) return setting.value;
  throw mistaken(setting, 'must be a Region such as us-east-1');
}

function mistaken(setting: Setting, problem: string): CentralOpsError {
  // The AWS CLI takes everything behind "=" for the value, comments too.
  const comment = /\s[#;]/.test(setting.value) ? ' A comment needs a line of its own.' : '';
  return new CentralOpsError(
    'configuration',
    `${setting.file}, line ${setting.line}: in [${setting.section}] the value "${setting.value}" ${problem}.${comment}`,
    { facts: { file: setting.file, section: setting.section, line: setting.line }, nextStep: 'Correct it there.' },
  );
}
