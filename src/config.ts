import { join } from 'node:path';
import {
  absolute,
  type ConfigFile,
  homeOf,
  readConfigFile,
  userConfigFile as configFileOf,
} from './config/config-file.js';
import { type AgentsConfiguration, agentsConfiguration } from './config/agents.js';
import { checkSetting, nearestText, oneOf, proxyUrl, splitList } from './check-setting.js';
import { mcpConfiguration, type McpConfiguration } from './config/mcp.js';
import { readMcpConfigsFile } from './config/mcp-configs-file.js';
import { serverConfiguration, type ServerConfiguration } from './config/server.js';
import { type AwsCliConfiguration, awsCliSurroundings } from './domain/aws-cli-surroundings.js';
import { CALLER_PLACES, type CallerPlace } from './domain/caller.js';
import { CentralOpsError } from './domain/errors.js';
import { LOG_LEVELS, type LogLevel } from './domain/logger.js';
import { isLoopbackHost } from './domain/loopback.js';
import { createMistakes } from './domain/mistakes.js';
import type { Budgets } from './domain/run.js';
import { SENSITIVE_READS, type SensitiveRead } from './domain/sensitive-read.js';
import { awsServiceAround, expandPath, whyNoBrowser } from './domain/surroundings.js';
import { distributionDefaults, telemetrySettings, type TelemetryConfiguration } from './config/telemetry.js';
import { isSettingName, SETTINGS, type Setting, settingNames, type SettingName } from './settings.js';

/** The one checked object that everything is built from. */
export interface Configuration {
  readonly registry: string | undefined;
  readonly regions: readonly string[];
  readonly credentials: 'auto' | 'iam' | 'identity-center';
  readonly roleName: string;
  readonly externalId: string | undefined;
  readonly identityCenter: IdentityCenterConfiguration;
  readonly awsMcpUrl: URL;
  readonly budgets: Budgets;
  /** Accounts at once. */
  readonly concurrency: number;
  readonly sessionPolicyArn: string;
  /** What of the stored data may be read. */
  readonly sensitiveReads: readonly SensitiveRead[];
  /** `memory`, or the directory that full rows are kept in. */
  readonly rows: { readonly kind: 'memory' } | { readonly kind: 'directory'; readonly path: string };
  /** Where sessions are remembered. The URL holds a password. */
  readonly checkpoints:
    | { readonly kind: 'memory' }
    | { readonly kind: 'directory'; readonly path: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly callerHeader: string | undefined;
  /** Where the caller travels along with an assumed session. */
  readonly callerInSession: readonly CallerPlace[];
  /** The path of the access file. Absent: every caller has the same rights. */
  readonly accessFile: string | undefined;
  readonly ec2Exec: Ec2ExecConfiguration;
  readonly host: string;
  readonly port: number;
  readonly server: ServerConfiguration;
  readonly mcp: McpConfiguration;
  readonly logLevel: LogLevel;
  /** IANA name of the machine's zone (`TZ`): what "today" means in a question. */
  readonly timeZone: string;
  /** The AWS service that this process runs in, where one can be told. */
  readonly awsService: string | undefined;
  /** The hub's own Region: its STS endpoint. */
  readonly hubRegion: string;
  readonly stsEndpoint: string | undefined;
  readonly ssmEndpoint: string | undefined;
  readonly network: NetworkConfiguration;
  readonly telemetry: TelemetryConfiguration;
  readonly organizations: {
    /** Whether tags are read, with a request for each account. */
    readonly tags: boolean;
    readonly endpoint: string | undefined;
  };
  readonly agents: AgentsConfiguration;
  readonly model: ModelConfiguration | undefined;
  /** What is kept between runs of this user: rows, account lists. Never a secret. */
  readonly stateDirectory: string;
  readonly planner: 'auto' | 'rules' | 'model';
  readonly sandbox: SandboxConfiguration | undefined;
  /** The AWS CLI that commands are run with. */
  readonly awsCli: AwsCliConfiguration;
  /** Reads `env:NAME` references of registry entries, so that the environment is read in this file alone. */
  readonly variable: (name: string) => string | undefined;
}

/** The model, which lives in the hub's Region. Absent: questions are understood by rules, and answers have no narrative. */
export interface ModelConfiguration {
  /** A model of Amazon Bedrock, an inference profile, or the ARN of either. */
  readonly id: string;
  readonly endpoint: string | undefined;
  /** Limits of one run. */
  readonly budget: { readonly calls: number; readonly tokens: number };
}

/** Commands on EC2 instances. */
export interface Ec2ExecConfiguration {
  readonly mode: 'off' | 'approved';
  /** The path of the file that says what is allowed. Absent: nothing is. */
  readonly allowFile: string | undefined;
  readonly ec2Endpoint: string | undefined;
}

/** How people sign in, and where the AWS CLI keeps what it shares with this program. */
export interface IdentityCenterConfiguration {
  /** The `[sso-session]`; undefined takes the only one. */
  readonly sessionName: string | undefined;
  /** A portal without any `[sso-session]`, in this Region. */
  readonly startUrl: string | undefined;
  readonly region: string;
  readonly permissionSet: string;
  /** The AWS CLI's `~/.aws`, with its caches. */
  readonly awsDirectory: string;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Other endpoints than AWS's, of the portal and of the token service. */
  readonly portalEndpoint: string | undefined;
  readonly oidcEndpoint: string | undefined;
  /** Why no browser can be opened here. */
  readonly whyNoBrowser: string | undefined;
}

/** How other machines are reached. */
export interface NetworkConfiguration {
  readonly proxy: { readonly url: URL; readonly noProxy: string } | undefined;
  /** Paths of PEM files: trusted instead of Node's own certificates, and besides them. */
  readonly certificateBundle: string | undefined;
  readonly extraCertificates: string | undefined;
}

export interface SandboxConfiguration {
  readonly accounts: number;
  readonly seed: number;
  readonly latency: string | undefined;
  readonly faults: string | undefined;
}

export interface ConfigurationSources {
  /** Flags of the command line, by the name of the variable that they beat. */
  readonly flags?: Readonly<Partial<Record<SettingName, string>>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `--config FILE`; the user's own configuration file when absent. Never one of the working directory. */
  readonly configFile?: string;
  readonly door: 'command-line' | 'server';
}

/** Reads flags, environment, file and defaults, in that order. Throws `configuration` with everything that is wrong. */
export async function loadConfiguration(sources: ConfigurationSources): Promise<Configuration> {
  const environment = sources.environment ?? process.env;
  const mistakes = createMistakes();
  const file = await mistakes.collect(() => readConfigFile(sources.configFile, environment));
  const others = await readMcpConfigsFile(homeOf(environment), environment);
  const problems: string[] = unknownVariables(environment);
  const values = new Map<SettingName, string>();
  for (const name of settingNames()) {
    const found = firstOf(name, sources.flags, environment, [file, others]);
    if (found === undefined) continue;
    const problem = checkSetting(name, found.value);
    if (problem === undefined) values.set(name, found.value);
    else problems.push(`${name} is "${shown(name, found.value)}" (${found.place}): ${problem}`);
  }
  if (problems.length > 0) {
    mistakes.add(
      new CentralOpsError(
        'configuration',
        `the configuration has ${problems.length} mistake(s): ${problems.join('; ')}`,
        {
          facts: { problems },
          nextStep: 'Correct the value at the place named, or unset it to get the default.',
        },
      ),
    );
  }
  mistakes.throwAny();
  return withLocalModel(withPlanner(build(values, environment, sources.door)));
}

/** A planner that there is none of is a mistake, not a reason to plan differently. */
function withPlanner(configuration: Configuration): Configuration {
  if (configuration.planner !== 'model' || configuration.model !== undefined) return configuration;
  throw new CentralOpsError('configuration', 'CENTRAL_OPS_PLANNER is model, but CENTRAL_OPS_MODEL names none', {
    nextStep:
      'Set CENTRAL_OPS_MODEL to bedrock: and the id of a model or inference profile, or CENTRAL_OPS_PLANNER to auto.',
  });
}

/** The sandbox stays on this machine, its questions to a model too. */
function withLocalModel(configuration: Configuration): Configuration {
  const { model, sandbox } = configuration;
  if (model === undefined || sandbox === undefined) return configuration;
  if (model.endpoint !== undefined && isLoopbackHost(new URL(model.endpoint).hostname)) return configuration;
  throw new CentralOpsError(
    'configuration',
    `the sandbox cannot ask the model ${model.id}: ${model.endpoint === undefined ? 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME is not set' : 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME is not on this machine'}`,
    {
      nextStep:
        'Unset CENTRAL_OPS_MODEL, or set AWS_ENDPOINT_URL_BEDROCK_RUNTIME to a Bedrock server on loopback, such as http://127.0.0.1:9000.',
    },
  );
}

function build(
  values: ReadonlyMap<SettingName, string>,
  environment: Readonly<Record<string, string | undefined>>,
  door: ConfigurationSources['door'],
): Configuration {
  const get = (name: SettingName): string | undefined => values.get(name) ?? defaultOf(SETTINGS[name]);
  const text = (name: SettingName): string => get(name) ?? '';
  const number = (name: SettingName): number => Number(text(name));
  const list = (name: SettingName): string[] => splitList(text(name));
  const hubRegion = list('AWS_REGION')[0] ?? 'us-east-1';
  const regions = list('CENTRAL_OPS_REGIONS');
  const home = homeOf(environment);
  const awsDirectory = join(home, '.aws');
  const awsFile = (name: SettingName, usual: string): string =>
    expandPath(get(name) ?? join(awsDirectory, usual), environment, home);
  return {
    registry: get('ACCOUNT_REGISTRY'),
    regions: regions.length > 0 ? regions : [hubRegion],
    credentials: oneOf(['auto', 'iam', 'identity-center'], get('CENTRAL_OPS_CREDENTIALS')),
    roleName: text('CENTRAL_OPS_ROLE_NAME'),
    externalId: get('CENTRAL_OPS_EXTERNAL_ID'),
    identityCenter: {
      sessionName: get('CENTRAL_OPS_SSO_SESSION'),
      startUrl: get('AWS_SSO_START_URL'),
      region: list('AWS_SSO_REGION')[0] ?? hubRegion,
      permissionSet: text('CENTRAL_OPS_SSO_ROLE_NAME'),
      awsDirectory,
      configFile: awsFile('AWS_CONFIG_FILE', 'config'),
      credentialsFile: awsFile('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
      portalEndpoint: get('AWS_ENDPOINT_URL_SSO'),
      oidcEndpoint: get('AWS_ENDPOINT_URL_SSO_OIDC'),
      whyNoBrowser: whyNoBrowser(environment, process.platform),
    },
    awsMcpUrl: new URL(text('CENTRAL_OPS_AWS_MCP_URL')),
    budgets: {
      accounts: number('CENTRAL_OPS_BUDGET_ACCOUNTS'),
      calls: number('CENTRAL_OPS_BUDGET_CALLS'),
      fanOut: number('CENTRAL_OPS_BUDGET_FANOUT'),
      pages: number('CENTRAL_OPS_BUDGET_PAGES'),
      rows: number('CENTRAL_OPS_BUDGET_ROWS'),
      seconds: number('CENTRAL_OPS_BUDGET_SECONDS'),
      confirmAbove: number('CENTRAL_OPS_BUDGET_CONFIRM_ABOVE'),
    },
    concurrency: number('CENTRAL_OPS_CONCURRENCY'),
    sessionPolicyArn: text('CENTRAL_OPS_SESSION_POLICY_ARN'),
    sensitiveReads: SENSITIVE_READS.filter((read) => list('CENTRAL_OPS_SENSITIVE_READS').includes(read)),
    rows: rowsPlace(get('CENTRAL_OPS_ROWS'), environment, home, door),
    telemetry: telemetrySettings(environment),
    checkpoints: checkpointsPlace(get('CENTRAL_OPS_CHECKPOINTS'), environment, home, door),
    callerHeader: get('CENTRAL_OPS_CALLER_HEADER'),
    callerInSession: CALLER_PLACES.filter((place) => list('CENTRAL_OPS_CALLER_IN_SESSION').includes(place)),
    accessFile: get('CENTRAL_OPS_ACCESS'),
    ec2Exec: {
      mode: get('CENTRAL_OPS_EC2_EXEC') === 'approved' ? 'approved' : 'off',
      allowFile: get('CENTRAL_OPS_EC2_EXEC_ALLOW'),
      ec2Endpoint: get('AWS_ENDPOINT_URL_EC2'),
    },
    host: get('CENTRAL_OPS_HOST') ?? (environment['DOCKER_CONTAINER'] === '1' ? '0.0.0.0' : '127.0.0.1'),
    port: Number(get('PORT') ?? SERVE_PORT),
    server: serverConfiguration(number, environment),
    mcp: mcpConfiguration(values),
    logLevel: oneOf(LOG_LEVELS, get('CENTRAL_OPS_LOG_LEVEL') ?? (door === 'server' ? 'info' : 'warn')),
    awsService: awsServiceAround(environment),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hubRegion,
    stsEndpoint: get('AWS_ENDPOINT_URL_STS'),
    ssmEndpoint: get('AWS_ENDPOINT_URL_SSM'),
    network: {
      proxy: proxyOf(get('HTTPS_PROXY'), text('NO_PROXY')),
      certificateBundle: get('AWS_CA_BUNDLE'),
      extraCertificates: get('NODE_EXTRA_CA_CERTS'),
    },
    awsCli: awsCliSurroundings(environment, {
      program: get('CENTRAL_OPS_AWS_CLI'),
      proxy: proxyOf(get('HTTPS_PROXY'), text('NO_PROXY')),
      certificateBundle: get('AWS_CA_BUNDLE'),
    }),
    organizations: {
      tags: ['1', 'true'].includes(text('CENTRAL_OPS_ORGANIZATIONS_TAGS')),
      endpoint: get('AWS_ENDPOINT_URL_ORGANIZATIONS'),
    },
    agents: agentsConfiguration(get),
    model:
      text('CENTRAL_OPS_MODEL') === 'none'
        ? undefined
        : {
            id: text('CENTRAL_OPS_MODEL').slice('bedrock:'.length),
            endpoint: get('AWS_ENDPOINT_URL_BEDROCK_RUNTIME'),
            budget: {
              calls: number('CENTRAL_OPS_BUDGET_MODEL_CALLS'),
              tokens: number('CENTRAL_OPS_BUDGET_MODEL_TOKENS'),
            },
          },
    stateDirectory: stateDirectoryOf(environment, home),
    planner: oneOf(['auto', 'rules', 'model'], get('CENTRAL_OPS_PLANNER')),
    sandbox: ['1', 'true'].includes(text('CENTRAL_OPS_SANDBOX'))
      ? {
          accounts: number('CENTRAL_OPS_SANDBOX_ACCOUNTS'),
          seed: number('CENTRAL_OPS_SANDBOX_SEED'),
          latency: get('CENTRAL_OPS_SANDBOX_LATENCY'),
          faults: get('CENTRAL_OPS_SANDBOX_FAULTS'),
        }
      : undefined,
    variable: (name) => environment[name],
  };
}

/** AgentCore expects the servers of its HTTP protocol there. */
const SERVE_PORT = 8080;

function proxyOf(url: string | undefined, noProxy: string): NetworkConfiguration['proxy'] {
  const parsed = url === undefined ? undefined : proxyUrl(url);
  return parsed === undefined ? undefined : { url: parsed, noProxy };
}

function defaultOf(setting: Setting): string | undefined {
  return setting.default;
}

function rowsPlace(
  value: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
  door: ConfigurationSources['door'],
): Configuration['rows'] {
  if (value === 'memory' || (value === undefined && door === 'server')) return { kind: 'memory' };
  return { kind: 'directory', path: value ?? join(stateDirectoryOf(environment, home), 'runs') };
}

function checkpointsPlace(
  value: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
  door: ConfigurationSources['door'],
): Configuration['checkpoints'] {
  if (value === 'memory' || (value === undefined && door === 'server')) return { kind: 'memory' };
  if (value?.startsWith('postgres') === true) return { kind: 'postgres', url: value };
  const path = value?.slice('file:'.length);
  return { kind: 'directory', path: path ?? join(stateDirectoryOf(environment, home), 'sessions') };
}

function stateDirectoryOf(environment: Readonly<Record<string, string | undefined>>, home: string): string {
  return join(absolute(environment['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'central-ops');
}

interface Found {
  readonly value: string;
  readonly place: string;
}

function firstOf(
  name: SettingName,
  flags: ConfigurationSources['flags'],
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
function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
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
function shown(name: SettingName, value: string): string {
  if (SECRET_SETTINGS.includes(name) && !value.startsWith('file:')) return '(not shown)';
  return value.replaceAll(/\/\/[^/@]*@/g, '//(not shown)@').slice(0, 200);
}

/**
 * Keeps the AWS SDK's notice about Node 20 off stderr, which belongs to progress. Called by the entries before the SDK
 * is loaded.
 */
export function quietSdkWarning(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}

/** For the entry that loads AWS's distribution of OpenTelemetry, before it does. */
export function useDistributionDefaults(): void {
  distributionDefaults(process.env);
}

/** The user's own configuration file, whether it exists or not. */
export function userConfigFile(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return configFileOf(environment);
}
