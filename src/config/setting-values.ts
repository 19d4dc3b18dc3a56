import { nearestText } from '../check-setting.js';
import { isSettingName, settingNames, type SettingName } from '../settings.js';
import type { ConfigFile } from './config-file.js';

/** A value, and where it was found, for whoever has to correct it. */
interface Found {
  readonly value: string;
  readonly place: string;
}

/** The value that counts: flag before environment before files. */
export function firstOf(
  name: SettingName,
  flags: Readonly<Partial<Record<SettingName, string>>> | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  files: readonly ConfigFile[],
): Found | undefined {
  const flag = flags?.[name];
  if (flag !== undefined) return { value: flag, place: 'flag' };
  // Proxies are named in small letters on many machines, and curl and the AWS CLI read both.
  const variable = environment[name] ?? (name.endsWith('_PROXY') ? environment[name.toLowerCase()] : undefined);
  if (variable !== undefined && variable !== '') return { value: variable, place: 'environment' };
  for (const file of files) {
    const value = file?.values[name];
    if (file !== undefined && value !== undefined && value !== '') return { value, place: file.path };
  }
  return undefined;
}

/** A setting that protects something must not be ignored because its name is misspelled. */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('CENTRAL_OPS_') && !isSettingName(name))
    .map((name) => `there is no setting ${name}${nearestText(name, settingNames(), 1)}`);
}

const SECRET_SETTINGS: readonly SettingName[] = [
  'CENTRAL_OPS_EXTERNAL_ID',
  'CENTRAL_OPS_MCP_TOKEN',
  'CENTRAL_OPS_CHECKPOINTS',
  'HTTPS_PROXY',
];

/** External ids, tokens and passwords in URLs are not for error messages; everything else helps to find the mistake. */
export function shown(name: SettingName, value: string): string {
  if (SECRET_SETTINGS.includes(name) && !value.startsWith('file:')) return '(not shown)';
  return value.replaceAll(/\/\/[^/@]*@/g, '//(not shown)@').slice(0, 200);
}
