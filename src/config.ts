import { checkSetting } from './check-setting.js';
import { buildConfiguration } from './config/build-configuration.js';
import { homeOf, readConfigFile, userConfigFile as configFileOf } from './config/config-file.js';
import type { Configuration, Door } from './config/configuration.js';
import { readMcpConfigsFile } from './config/mcp-configs-file.js';
import { firstOf, shown, unknownVariables } from './config/setting-values.js';
import { distributionDefaults } from './config/telemetry.js';
import { CentralOpsError } from './domain/errors.js';
import { isLoopbackHost } from './domain/loopback.js';
import { createMistakes } from './domain/mistakes.js';
import { settingNames, type SettingName } from './settings.js';

export type {
  Configuration,
  Ec2ExecConfiguration,
  IdentityCenterConfiguration,
  ModelConfiguration,
  NetworkConfiguration,
  SandboxConfiguration,
} from './config/configuration.js';

export interface ConfigurationSources {
  /** Flags of the command line, by the name of the variable that they beat. */
  readonly flags?: Readonly<Partial<Record<SettingName, string>>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** `--config FILE`; the user's own configuration file when absent. Never one of the working directory. */
  readonly configFile?: string;
  readonly door: Door;
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
  return withLocalModel(withPlanner(buildConfiguration(values, environment, sources.door)));
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
