import { join } from 'node:path';
import { oneOf, proxyUrl, splitList } from '../check-setting.js';
import { awsCliSurroundings } from '../domain/aws-cli-surroundings.js';
import { CALLER_PLACES } from '../domain/caller.js';
import { LOG_LEVELS } from '../domain/logger.js';
import { SENSITIVE_READS } from '../domain/sensitive-read.js';
import { awsServiceAround, expandPath, whyNoBrowser } from '../domain/surroundings.js';
import { SETTINGS, type Setting, type SettingName } from '../settings.js';
import { agentsConfiguration } from './agents.js';
import { homeOf } from './config-file.js';
import type { Configuration, Door, NetworkConfiguration } from './configuration.js';
import { mcpConfiguration } from './mcp.js';
import { serverConfiguration } from './server.js';
import { checkpointsPlace, rowsPlace, stateDirectoryOf } from './state-places.js';
import { telemetrySettings } from './telemetry.js';

/** Builds the configuration from settings that have been checked one by one. */
export function buildConfiguration(
  values: ReadonlyMap<SettingName, string>,
  environment: Readonly<Record<string, string | undefined>>,
  door: Door,
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
