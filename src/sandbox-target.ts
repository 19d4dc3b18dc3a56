import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from './config.js';
import type { DependencyOverrides } from './dependencies.js';
import { atEndpoint } from './domain/aws-cli-surroundings.js';
import { temporaryDirectory } from './files/temporary-directory.js';
import { createTokenCache } from './identity-center/token/token-cache.js';
import { DEFAULT_SCOPES } from './identity-center/session.js';
import { sleep } from './network/sleep.js';
import type { Sandbox } from './sandbox/sandbox.js';

/** The name of the sandbox's `[sso-session]`. */
const SESSION = 'sandbox';

/** What the product is pointed at. */
export interface Target {
  readonly configuration: Configuration;
  readonly overrides: DependencyOverrides;
  close(): Promise<void>;
}

/** In sandbox mode other endpoints and another identity; nothing else of the product differs. */
export async function sandboxTarget(configuration: Configuration, overrides: DependencyOverrides): Promise<Target> {
  const { sandbox } = configuration;
  if (sandbox === undefined) return { configuration, overrides, close: () => Promise.resolve() };
  const [{ startSandbox }, { parseFaults, parseLatency }] = await Promise.all([
    import('./sandbox/sandbox.js'),
    import('./sandbox/options.js'),
  ]);
  // Its sign-ins and account lists are of another organization, and end with it.
  const directory = await temporaryDirectory('sandbox');
  let started: Sandbox | undefined;
  const close = async (): Promise<void> => {
    await started?.close();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    started = await startSandbox({
      accounts: sandbox.accounts,
      seed: sandbox.seed,
      ...(sandbox.latency === undefined ? {} : { latency: parseLatency(sandbox.latency) }),
      ...(sandbox.faults === undefined ? {} : { faults: parseFaults(sandbox.faults) }),
    });
    const { hub } = started;
    const target = pointedAt(configuration, started, directory);
    await writeFile(target.identityCenter.configFile, configOf(started));
    await signInAlready(target, started);
    return { configuration: target, overrides: { ...overrides, hubCredentials: () => Promise.resolve(hub) }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function pointedAt(configuration: Configuration, started: Sandbox, directory: string): Configuration {
  const credentials = configuration.credentials === 'identity-center' ? 'identity-center' : 'iam';
  const registry = credentials === 'iam' ? JSON.stringify(started.registry()) : undefined;
  return {
    ...configuration,
    credentials,
    // A source that asks AWS asks the sandbox; whatever else is configured is of another organization.
    registry: askedRegistry(configuration.registry) ?? registry,
    externalId: started.externalId,
    stsEndpoint: started.url,
    ssmEndpoint: started.url,
    ec2Exec: { ...configuration.ec2Exec, ec2Endpoint: started.url },
    organizations: { ...configuration.organizations, endpoint: started.url },
    // Its agents are there to be asked.
    agents: {
      ...configuration.agents,
      registry: { kind: 'written', json: JSON.stringify(started.agents.registry()) },
      invoke: 'listed',
      agentCoreEndpoint: started.url,
      bedrockAgentRuntimeEndpoint: started.url,
      bedrockAgentEndpoint: started.url,
      agentCoreControlEndpoint: started.url,
    },
    awsMcpUrl: new URL(started.mcpUrl),
    awsCli: atEndpoint(configuration.awsCli, started.url),
    stateDirectory: directory,
    identityCenter: {
      ...configuration.identityCenter,
      sessionName: undefined,
      startUrl: started.identityCenter.startUrl,
      region: started.identityCenter.region,
      awsDirectory: directory,
      configFile: join(directory, 'config'),
      credentialsFile: join(directory, 'credentials'),
      portalEndpoint: started.identityCenter.url,
      oidcEndpoint: started.identityCenter.url,
    },
  };
}

/** The sources that the sandbox can answer for. */
function askedRegistry(configured: string | undefined): string | undefined {
  const written = configured?.trim() ?? '';
  return written === 'organizations' || written === 'identity-center' || written.startsWith('ssm:')
    ? written
    : undefined;
}

/** What the AWS CLI's file would say of the sandbox's portal. */
function configOf({ identityCenter }: Sandbox): string {
  return `[sso-session ${SESSION}]\nsso_start_url = ${identityCenter.startUrl}\nsso_region = ${identityCenter.region}\n`;
}

/** Nobody could sign in to a sandbox that starts with the question and ends with the answer. */
async function signInAlready({ identityCenter }: Configuration, started: Sandbox): Promise<void> {
  const { startUrl, region } = started.identityCenter;
  const { accessToken, expiresIn } = started.identityCenter.signIn('alice');
  const cache = createTokenCache({
    directory: join(identityCenter.awsDirectory, 'sso', 'cache'),
    clock: Date.now,
    sleep,
  });
  await cache.write(
    { name: SESSION, startUrl, region, scopes: DEFAULT_SCOPES },
    { accessToken, expiresAt: Date.now() + expiresIn * 1000, startUrl },
  );
}
