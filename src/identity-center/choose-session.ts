import { CentralOpsError } from '../domain/errors.js';
import type { AwsConfig } from './aws-config/read-aws-config.js';
import { legacyProfiles, legacySession, sessionNamed, startUrlProblem } from './aws-config/sso-settings.js';
import { DEFAULT_SCOPES, type IdentityCenterSession, sessionLabel } from './session.js';

/** What configuration says about the session. */
export interface SessionChoice {
  /** `CENTRAL_OPS_SSO_SESSION` or `--sso-session`. */
  readonly sessionName: string | undefined;
  /** `AWS_SSO_START_URL`: a portal without any configuration file. */
  readonly startUrl: string | undefined;
  /** `AWS_SSO_REGION`, else `AWS_REGION`: used with the start URL. */
  readonly region: string;
}

/**
 * The session to use: the one named; else that of `AWS_SSO_START_URL`; else the only one there is. Never one of several:
 * throws `configuration` with the choices.
 */
export function chooseSession(config: AwsConfig, choice: SessionChoice): IdentityCenterSession {
  const { sessionName, startUrl } = choice;
  if (sessionName !== undefined) return sessionNamed(config, sessionName);
  if (startUrl !== undefined) return sessionAt(config, startUrl, choice.region);
  const names = [...config.sessions.keys()];
  const [only] = names;
  if (only === undefined) return onlyLegacy(config);
  if (names.length > 1) throw several(names.map(sectionOf), config);
  return sessionNamed(config, only);
}

/** Profiles of the older style count when there is no `[sso-session]` at all. */
function onlyLegacy(config: AwsConfig): IdentityCenterSession {
  const legacy = listSessions(config, { sessionName: undefined, startUrl: undefined, region: '' });
  const [only] = legacy;
  if (only === undefined) throw noSession(config);
  if (legacy.length > 1) throw several(legacy.map(labelOf), config);
  if (only.kind === 'unusable') throw only.problem;
  return only.session;
}

function labelOf(listed: ListedSession): string {
  return listed.kind === 'session' ? sessionLabel(listed.session) : listed.name;
}

function sectionOf(name: string): string {
  return `[sso-session ${name}]`;
}

/** A configured session, or why its section cannot be used. */
export type ListedSession =
  | { readonly kind: 'session'; readonly session: IdentityCenterSession }
  | { readonly kind: 'unusable'; readonly name: string; readonly problem: CentralOpsError };

/**
 * Every session that is configured: the named ones, then those known by their start URL alone, unless a named one is the
 * same portal. One section that is wrong does not hide the others.
 */
export function listSessions(config: AwsConfig, choice: SessionChoice): readonly ListedSession[] {
  const named = [...config.sessions.keys()].map((name) => orProblem(name, () => sessionNamed(config, name)));
  const { startUrl, region } = choice;
  const byUrl = startUrl === undefined ? [] : [orProblem(startUrl, () => sessionAt(config, startUrl, region))];
  const legacy = legacyProfiles(config).map(([name, section]) =>
    orProblem(`profile ${name}`, () => legacySession(section)),
  );
  const listed = [...named, ...byUrl, ...legacy];
  const portals = new Set<string>();
  return listed.filter((one) => {
    if (one.kind === 'unusable') return true;
    const { name, startUrl: at } = one.session;
    const isNew = name === undefined ? !portals.has(at) : !portals.has(`${at}\n${name}`);
    portals.add(at).add(`${at}\n${name ?? ''}`);
    return isNew;
  });
}

function orProblem(name: string, read: () => IdentityCenterSession): ListedSession {
  try {
    return { kind: 'session', session: read() };
  } catch (error) {
    if (!(error instanceof CentralOpsError)) throw error;
    return { kind: 'unusable', name, problem: error };
  }
}

/** A `[sso-session]` of the same start URL is the same portal, and its token is the one that the AWS CLI shares. */
function sessionAt(config: AwsConfig, startUrl: string, region: string): IdentityCenterSession {
  const problem = startUrlProblem(startUrl);
  if (problem !== undefined) {
    throw new CentralOpsError('configuration', `AWS_SSO_START_URL is "${startUrl}": it ${problem}.`);
  }
  const same = [...config.sessions]
    .filter(([, { settings }]) => settings.get('sso_start_url')?.value === startUrl)
    .map(([name]) => name);
  const [only] = same;
  if (only === undefined) return { name: undefined, startUrl, region, scopes: DEFAULT_SCOPES };
  if (same.length > 1) throw several(same.map(sectionOf), config);
  return sessionNamed(config, only);
}

function several(sessions: readonly string[], { configFile }: AwsConfig): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `There are ${sessions.length} IAM Identity Center sessions, and none is chosen: ${sessions.join(', ')} (${configFile}).`,
    { facts: { sessions: [...sessions] }, nextStep: 'Choose one with --sso-session, or set CENTRAL_OPS_SSO_SESSION.' },
  );
}

function noSession({ configFile }: AwsConfig): CentralOpsError {
  return new CentralOpsError('configuration', `No IAM Identity Center session is configured in ${configFile}.`, {
    nextStep:
      'Write one with `aws configure sso-session`, or set AWS_SSO_START_URL (https://example.awsapps.com/start) and AWS_SSO_REGION.',
  });
}
