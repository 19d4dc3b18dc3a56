/**
 * Reads the AWS CLI's two files into sessions and profiles, as botocore does. What is wrong inside a section is reported by
 * who uses that section; a file that cannot be read as a whole is an error at once.
 */
import { CentralOpsError } from '../../domain/errors.js';
import { type IniSections, parseIni } from './ini.js';
import { sectionWords } from './section-name.js';

/** A value and where it stands, so that a mistake can be named with its place. */
export interface Setting {
  readonly value: string;
  readonly file: string;
  /** As written between the brackets. */
  readonly section: string;
  readonly line: number;
}

export type Settings = ReadonlyMap<string, Setting>;

export interface ConfigSection {
  readonly file: string;
  /** As written between the brackets. */
  readonly section: string;
  readonly settings: Settings;
}

export interface AwsConfig {
  /** For messages, and for whoever writes into it. */
  readonly configFile: string;
  readonly credentialsFile: string;
  /** `[sso-session NAME]` by NAME. */
  readonly sessions: ReadonlyMap<string, ConfigSection>;
  /** `[profile NAME]` and `[default]` by NAME; the credentials file's values win, as with botocore. */
  readonly profiles: ReadonlyMap<string, ConfigSection>;
}

export interface AwsConfigPlace {
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Rejects when the file cannot be read, with the code `ENOENT` when there is none. */
  readonly readFile: (path: string, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Throws `configuration` for a file that exists and cannot be read or understood. Files need not exist. */
export async function readAwsConfig(place: AwsConfigPlace, signal: AbortSignal): Promise<AwsConfig> {
  const { configFile, credentialsFile } = place;
  const [config, credentials] = await Promise.all([
    sectionsOf(place, configFile, signal),
    sectionsOf(place, credentialsFile, signal),
  ]);
  const sessions = new Map<string, ConfigSection>();
  const profiles = new Map<string, ConfigSection>();
  for (const [section, values] of config) {
    const found = { file: configFile, section, settings: withPlace(values, configFile, section) };
    // botocore looks at how the name begins, and then at the second of its two words.
    if (section.startsWith('profile')) addNamed(profiles, found);
    else if (section.startsWith('sso-session')) addNamed(sessions, found);
    else if (section === 'default') profiles.set('default', found);
  }
  for (const [section, values] of credentials) {
    const settings = withPlace(values, credentialsFile, section);
    const known = profiles.get(section);
    profiles.set(section, {
      file: known?.file ?? credentialsFile,
      section: known?.section ?? section,
      settings: new Map([...(known?.settings ?? []), ...settings]),
    });
  }
  return { configFile, credentialsFile, sessions, profiles };
}

function addNamed(target: Map<string, ConfigSection>, found: ConfigSection): void {
  const words = sectionWords(found.section);
  if (words?.length === 2 && words[1] !== undefined) target.set(words[1], found);
}

function withPlace(
  values: IniSections extends ReadonlyMap<string, infer V> ? V : never,
  file: string,
  section: string,
) {
  return new Map([...values].map(([key, { value, line }]) => [key, { value, file, section, line }]));
}

async function sectionsOf(place: AwsConfigPlace, path: string, signal: AbortSignal): Promise<IniSections> {
  const parsed = parseIni(decoded(await bytesOf(place, path, signal), path));
  if (parsed.ok) return parsed.sections;
  throw new CentralOpsError('configuration', `${path}, line ${parsed.line}: ${parsed.problem}.`, {
    facts: { file: path, line: parsed.line },
    nextStep: 'Correct it there; the AWS CLI refuses the whole file as well.',
  });
}

async function bytesOf(place: AwsConfigPlace, path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await place.readFile(path, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return new Uint8Array();
    throw new CentralOpsError('configuration', `The AWS configuration file ${path} cannot be read (${code}).`, {
      facts: { file: path },
      nextStep: 'Make it readable, or name another with AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE.',
      cause: error,
    });
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CentralOpsError('configuration', `The AWS configuration file ${path} is not UTF-8 text.`, {
      facts: { file: path },
      nextStep: 'Save it as UTF-8; the AWS CLI refuses it as well.',
    });
  }
}
