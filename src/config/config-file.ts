import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { nearestText } from '../check-setting.js';
import { CentralOpsError } from '../domain/errors.js';
import { isJsonObject } from '../domain/json.js';
import { hasSystemCode } from '../domain/system-error.js';
import { parseJsonText } from '../domain/json-text.js';
import { isSettingName, settingNames } from '../settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigFile =
  | { readonly path: string; readonly values: Readonly<Partial<Record<string, string>>> }
  | undefined;

/** The user's home directory. */
export function homeOf(environment: Environment): string {
  return absolute(environment['HOME']) ?? homedir();
}

/** Unset, empty and relative paths are the same: none leads into the working directory (XDG Base Directory, 0.8). */
export function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

/** The user's own configuration file, whether it exists or not. */
export function userConfigFile(environment: Environment): string {
  const configHome = absolute(environment['XDG_CONFIG_HOME']) ?? join(homeOf(environment), '.config');
  return join(configHome, 'central-ops', 'config.json');
}

/** What the configuration file says; undefined without one. Throws `configuration`. */
export async function readConfigFile(configFile: string | undefined, environment: Environment): Promise<ConfigFile> {
  const path = configFile ?? userConfigFile(environment);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    // Nobody needs a file of their own; one that is there and cannot be read may hold what protects something.
    if (configFile === undefined && hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new CentralOpsError('configuration', `cannot read the configuration file ${path}`, {
      nextStep: configFile === undefined ? 'Make it readable, or move it away.' : 'Check the path given with --config.',
      cause: error,
    });
  });
  if (text === undefined) return undefined;
  return { path, values: parseConfigFile(text, path) };
}

function parseConfigFile(text: string, path: string): Readonly<Record<string, string>> {
  const json = parseJsonText(text);
  if (!json.ok) {
    throw new CentralOpsError('configuration', `${path} is not JSON: see line ${json.line}, column ${json.column}`, {
      nextStep: 'Correct the file; its keys are the names of the variables in the README.',
    });
  }
  const parsed = json.value;
  if (!isJsonObject(parsed)) {
    throw new CentralOpsError('configuration', `${path} must hold one JSON object`, {
      nextStep: 'Write {"ACCOUNT_REGISTRY": "…", …}; the keys are the names of the variables in the README.',
    });
  }
  const unknown = Object.keys(parsed).filter((key) => !isSettingName(key));
  if (unknown.length > 0) {
    const keys = unknown.map((key) => `the unknown key "${key}"${nearestText(key, settingNames(), 1)}`);
    throw new CentralOpsError('configuration', `${path} has ${keys.join(', ')}`, {
      nextStep: 'Correct or remove it; the keys are the names of the variables in the README.',
    });
  }
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (value === null) continue;
    values[key] =
      Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.join(',')
        : typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : String(value);
  }
  return values;
}
