import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  type BedrockAgentCoreControlClient,
  GetAgentRuntimeEndpointCommand,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { S3Client } from '@aws-sdk/client-s3';
import type { RunCommand } from './commands.js';
import { ensureImage, findEngine, type ImageTarget } from './image.js';
import { ensurePackage } from './package.js';
import { DeploymentError, type Surroundings } from './progress.js';
import { ensureStack, plannedChange, type StackOutputs, stackOutputs } from './stack.js';

export interface AgentWish {
  readonly stackName: string;
  /** A zip to deploy instead of an image. */
  readonly packageFile?: string;
  /** The tag of the image, made of its sources. */
  readonly tag: string;
  readonly target?: ImageTarget;
  readonly platformVersion?: 'V1' | 'V2';
}

export interface AgentUses {
  readonly cloudFormation: CloudFormationClient;
  readonly control: BedrockAgentCoreControlClient;
  readonly ecr: ECRClient;
  readonly s3: S3Client;
  readonly run: RunCommand;
  readonly template: string;
  /** Makes the zip package and returns its path, for machines without a container engine. */
  readonly makePackage: () => Promise<string>;
  readonly around: Surroundings;
}

/** Image or package, then the runtime and its endpoint. Safe to run again. Returns the runtime's ARN. */
export async function deployAgent(wish: AgentWish, uses: AgentUses): Promise<string> {
  const { cloudFormation, around } = uses;
  const artifact = await artifactParameters(wish, uses, await requiredOutputs(wish, uses));
  const outputs = await ensureStack(cloudFormation, stackWish(wish, uses, artifact), around);
  const arn = outputs['RuntimeArn'] ?? '';
  await endpointReady(uses, arn);
  return arn;
}

/** What `deployAgent` would do; reads only, builds nothing. */
export async function planAgent(wish: AgentWish, uses: AgentUses): Promise<readonly string[]> {
  const outputs = await requiredOutputs(wish, uses);
  const engine = wish.packageFile === undefined ? await findEngine(uses.run) : undefined;
  if (engine === undefined) {
    const from = wish.packageFile ?? 'a package made here';
    return [
      `${from}: would be put into ${outputs['ArtifactsBucket']}`,
      `stack ${wish.stackName}: would be updated to it`,
    ];
  }
  const tag = imageTag(wish);
  const uri = `${outputs['RepositoryUri']}:${tag}`;
  return [
    `image ${tag}: would be built with ${engine}, unless the repository has it`,
    await plannedChange(uses.cloudFormation, stackWish(wish, uses, imageParameters(uri)), uses.around.signal),
  ];
}

/** Removes the runtime and its endpoint; role, repository, registry and bucket stay. */
export async function removeAgent(wish: Pick<AgentWish, 'stackName'>, uses: AgentUses): Promise<void> {
  await requiredOutputs(wish, uses);
  const nothing = { ContainerUri: '', CodePackageKey: '', CodePackageVersion: '' };
  await ensureStack(
    uses.cloudFormation,
    { name: wish.stackName, template: uses.template, parameters: nothing },
    uses.around,
  );
}

async function artifactParameters(wish: AgentWish, uses: AgentUses, outputs: StackOutputs) {
  const { run, around } = uses;
  const engine = wish.packageFile === undefined ? await findEngine(run) : undefined;
  if (engine !== undefined) {
    const repositoryUri = outputs['RepositoryUri'] ?? '';
    const target = wish.target === undefined ? {} : { target: wish.target };
    const image = { repositoryUri, tag: imageTag(wish), engine, ...target };
    return imageParameters(await ensureImage(uses.ecr, run, image, around));
  }
  if (wish.target !== undefined)
    throw new DeploymentError(
      `${wish.target} is a part of the image, and a zip package was to be deployed.`,
      'Deploy where docker with buildx, finch or podman answers, and without --package.',
    );
  if (wish.packageFile === undefined)
    around.say('no docker with buildx, finch or podman: deploying a zip package instead');
  const file = wish.packageFile ?? (await uses.makePackage());
  const { key, version } = await ensurePackage(uses.s3, outputs['ArtifactsBucket'] ?? '', file, around);
  return { ContainerUri: '', CodePackageKey: key, CodePackageVersion: version };
}

/** The same sources make another image up to another target. */
function imageTag({ tag, target }: AgentWish): string {
  return target === undefined ? tag : `${tag}-${target}`;
}

function imageParameters(uri: string) {
  return { ContainerUri: uri, CodePackageKey: '', CodePackageVersion: '' };
}

function stackWish(wish: AgentWish, { template }: AgentUses, artifact: Readonly<Record<string, string>>) {
  const platform = wish.platformVersion === undefined ? {} : { PlatformVersion: wish.platformVersion };
  return { name: wish.stackName, template, parameters: { ...artifact, ...platform } };
}

async function requiredOutputs(
  { stackName }: Pick<AgentWish, 'stackName'>,
  { cloudFormation, around }: AgentUses,
): Promise<StackOutputs> {
  const outputs = await stackOutputs(cloudFormation, stackName, around.signal);
  if (outputs?.['RepositoryUri'] !== undefined) return outputs;
  throw new DeploymentError(
    `There is no finished stack ${stackName} in this account and Region.`,
    'Run deploy-infrastructure first, or name the stack with --stack-name.',
  );
}

/** CloudFormation is done when the runtime is; the endpoint then still moves to the new version. */
async function endpointReady({ control, around }: AgentUses, runtimeArn: string): Promise<void> {
  const agentRuntimeId = runtimeArn.split('/').at(-1) ?? '';
  const command = new GetAgentRuntimeEndpointCommand({ agentRuntimeId, endpointName: 'production' });
  for (;;) {
    const { status = '', liveVersion, failureReason } = await control.send(command, { abortSignal: around.signal });
    if (status === 'READY') {
      around.say(`endpoint production: READY, version ${liveVersion ?? '?'} of ${runtimeArn}`);
      return;
    }
    if (status.endsWith('FAILED')) {
      throw new DeploymentError(
        `The endpoint production is ${status}: ${failureReason ?? 'no reason given'}`,
        'Look at the log group of the runtime, then run the same command again.',
      );
    }
    around.say(`endpoint production: ${status}`);
    await around.pause();
  }
}
