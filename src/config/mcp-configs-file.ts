/**
 * `~/.mcp/configs.json`, where users of the AWS SSO MCP Server keep what it reads: four variables, under one of three names. Whatever
 * else stands in it is of other programs, and is left alone. The environment and this program's own file beat it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CentralOpsError } from '../domain/errors.js';
import { isJsonObject, type JsonObject } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';
import type { SettingName } from '../settings.js';
import { hasSystemCode } from '../domain/system-error.js';

export interface McpConfigsFile {
  /** With the place in it, for messages. */
  readonly path: string;
  readonly values: Readonly<Partial<Record<SettingName, string>>>;
}

/** The first that is there is the one that counts. */
const SERVER_NAMES = ['aws-sso', '@aashari/mcp-server-aws-sso', 'mcp-server-aws-sso'];
const VARIABLES = ['AWS_SSO_START_URL', 'AWS_SSO_REGION', 'AWS_REGION'] as const satisfies readonly SettingName[];

/** Throws `configuration` with the file and the place of what cannot be read. Undefined when it has nothing for us. */
export async function readMcpConfigsFile(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<McpConfigsFile | undefined> {
  const path = join(home, '.mcp', 'configs.json');
  const { name, variables } = await variablesIn(path);
  const values: Partial<Record<SettingName, string>> = {};
  for (const variable of VARIABLES) {
    const value = scalar(variables, variable, `${path}, "${name}".environments`);
    if (value !== undefined) values[variable] = value;
  }
  // What its users set to see more; a setting of our own beats it like everything here.
  const debug = environment['DEBUG'] ?? scalar(variables, 'DEBUG', `${path}, "${name}".environments`);
  if (debug === 'true') values.CENTRAL_OPS_LOG_LEVEL = 'debug';
  return Object.keys(values).length === 0 ? undefined : { path: `${path}, "${name}".environments`, values };
}

async function variablesIn(path: string): Promise<{ readonly name: string; readonly variables: JsonObject }> {
  const nothing = { name: '', variables: {} };
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) {
      return undefined;
    }
    throw mistake(`cannot read ${path}`, 'Make it readable, or move it away.', error);
  });
  if (text === undefined) return nothing;
  const json = parseJsonText(text);
  if (!json.ok) throw mistake(`${path} is not JSON: see line ${json.line}, column ${json.column}`);
  if (!isJsonObject(json.value)) throw mistake(`${path} must hold one JSON object`);
  const servers = json.value;
  const name = SERVER_NAMES.find((one) => Object.hasOwn(servers, one));
  if (name === undefined) return nothing;
  const server = servers[name];
  if (!isJsonObject(server)) throw mistake(`${path}: "${name}" must be an object`);
  const variables = Object.hasOwn(server, 'environments') ? server['environments'] : {};
  if (!isJsonObject(variables)) throw mistake(`${path}: "${name}".environments must be an object`);
  return { name, variables };
}

function scalar(variables: JsonObject, name: string, place: string): string | undefined {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'object') throw mistake(`${place}.${name} must be a text`);
  return String(value);
}

function mistake(message: string, nextStep?: string, cause?: unknown): CentralOpsError {
  return new CentralOpsError('configuration', message, {
    nextStep:
      nextStep ?? 'Correct the file: {"aws-sso": {"environments": {"AWS_SSO_START_URL": "…", "AWS_REGION": "…"}}}.',
    ...(cause === undefined ? {} : { cause }),
  });
}
