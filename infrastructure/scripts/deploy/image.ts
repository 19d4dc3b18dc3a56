/** The container image: built for arm64, which is what AgentCore runs, with whichever engine is installed. */
import { DescribeImagesCommand, type ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { RunCommand } from './commands.js';
import { DeploymentError, isNamed, type Surroundings } from './progress.js';

export type Engine = 'docker' | 'finch' | 'podman';

/** The first engine that answers. Docker has to have buildx: the plain builder makes images of the machine's own kind. */
export async function findEngine(run: RunCommand): Promise<Engine | undefined> {
  const probes: readonly (readonly [Engine, ...string[]])[] = [
    ['docker', 'buildx', 'version'],
    ['finch', 'info'],
    ['podman', 'info'],
  ];
  for (const [engine, ...args] of probes) if ((await run(engine, args)).code === 0) return engine;
  return undefined;
}

/** Of the Dockerfile: the program with AWS's distribution of OpenTelemetry. */
export type ImageTarget = 'aws-distribution';

export interface ImageWish {
  /** `111111111111.dkr.ecr.us-east-1.amazonaws.com/central-ops-repository-x`. */
  readonly repositoryUri: string;
  /** Of the sources: the same sources are not built twice. */
  readonly tag: string;
  readonly engine: Engine;
  /** The whole Dockerfile when there is none. */
  readonly target?: ImageTarget;
}

/** Podman 4 does not know this by itself, and would emulate arm64 to build: five minutes instead of one, or a failure. */
const BUILT_HERE = `--build-arg=BUILDPLATFORM=linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;

/** Builds and pushes the image unless the repository has it. Returns its URI. */
export async function ensureImage(
  ecr: ECRClient,
  run: RunCommand,
  { repositoryUri, tag, engine, target }: ImageWish,
  around: Surroundings,
): Promise<string> {
  const uri = `${repositoryUri}:${tag}`;
  if (await hasImage(ecr, repositoryUri, tag, around.signal)) {
    around.say(`image ${tag}: is in the repository`);
    return uri;
  }
  await signIn(ecr, run, repositoryUri, engine, around);
  around.say(`image ${tag}: building for linux/arm64 with ${engine}`);
  const what = ['--platform', 'linux/arm64', ...(target === undefined ? [] : ['--target', target]), '--tag', uri];
  if (engine === 'docker') {
    // An index with attestations is not an image to AgentCore's registry check.
    await must(run, engine, ['buildx', 'build', '--provenance=false', ...what, '--push', '.'], around);
  } else {
    await must(run, engine, ['build', ...(engine === 'podman' ? [BUILT_HERE] : []), ...what, '.'], around);
    await must(run, engine, ['push', uri], around);
  }
  if (!(await hasImage(ecr, repositoryUri, tag, around.signal))) {
    throw new DeploymentError(
      `${engine} pushed ${uri}, and the repository does not have it.`,
      'Run the same command again.',
    );
  }
  around.say(`image ${tag}: pushed`);
  return uri;
}

async function hasImage(ecr: ECRClient, repositoryUri: string, tag: string, signal: AbortSignal): Promise<boolean> {
  const repositoryName = repositoryUri.slice(repositoryUri.indexOf('/') + 1);
  try {
    const command = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: tag }] });
    const { imageDetails = [] } = await ecr.send(command, { abortSignal: signal });
    return imageDetails.length > 0;
  } catch (error) {
    if (isNamed(error, 'ImageNotFoundException')) return false;
    throw error;
  }
}

/** The password goes to the engine's standard input: an argument would be in the machine's list of processes. */
async function signIn(
  ecr: ECRClient,
  run: RunCommand,
  repositoryUri: string,
  engine: Engine,
  around: Surroundings,
): Promise<void> {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}), { abortSignal: around.signal });
  const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString('utf8');
  const registry = repositoryUri.split('/')[0] ?? '';
  const args = ['login', '--username', 'AWS', '--password-stdin', registry];
  const { code, output } = await run(engine, args, { input: token.replace(/^AWS:/, '') });
  if (code !== 0)
    throw new DeploymentError(
      `${engine} could not sign in to ${registry}: ${lastLine(output)}`,
      'Is the engine running?',
    );
}

async function must(run: RunCommand, engine: Engine, args: readonly string[], around: Surroundings): Promise<void> {
  const { code, output } = await run(engine, args, { say: (line) => around.say(`  ${line}`) });
  if (code === 0) return;
  throw new DeploymentError(
    `${engine} ${args[0] ?? ''} failed (exit code ${code}): ${lastLine(output)}`,
    'Correct what is named and run the same command again; or give --package, which needs no container engine.',
  );
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
