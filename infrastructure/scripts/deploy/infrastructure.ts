import type { CallAs, CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { Partition } from '../../../src/domain/account.js';
import type { SensitiveRead } from '../../../src/domain/sensitive-read.js';
import { externalId, PARAMETER_BYTES, putRegistry } from './external-id.js';
import { modelArns } from './model-arns.js';
import { DeploymentError, type Surroundings } from './progress.js';
import { deleteStack, ensureStack, plannedChange, stackOutputs, type StackWish } from './stack.js';
import {
  deleteStackSet,
  ensureStackSet,
  plannedStackSetChange,
  type StackSetResult,
  type StackSetWish,
} from './stack-set.js';

export interface InfrastructureWish {
  readonly organizationId: string;
  readonly units: readonly string[];
  readonly accounts: readonly string[];
  readonly stackName: string;
  readonly stackSetName: string;
  readonly callAs: CallAs;
  readonly breadth: 'broad' | 'narrow';
  readonly sensitiveReads: readonly SensitiveRead[];
  readonly onlyThroughAwsMcp: boolean;
  readonly model: string;
  readonly callers: readonly string[];
  /** Further parameters of the central account's template, as they are. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The JSON of the account registry. Absent: the accounts come from AWS Organizations. */
  readonly registry?: string;
}

export interface InfrastructureUses {
  readonly cloudFormation: CloudFormationClient;
  readonly ssm: SSMClient;
  /** Whose credentials these are: the central account. */
  readonly identity: { readonly accountId: string; readonly partition: Partition; readonly region: string };
  readonly templates: { readonly central: string; readonly member: string };
  readonly around: Surroundings;
}

export const EXTERNAL_ID_PARAMETER = '/central-ops/external-id';
export const REGISTRY_PARAMETER = '/central-ops/accounts';

/** The central account's stack, then the role in every account. Safe to run again after whatever went wrong. */
export async function deployInfrastructure(
  wish: InfrastructureWish,
  uses: InfrastructureUses,
): Promise<StackSetResult> {
  const { cloudFormation, ssm, around } = uses;
  checkRegistry(wish.registry);
  const id = await externalId(ssm, EXTERNAL_ID_PARAMETER, around, { create: true });
  if (wish.registry !== undefined) await putRegistry(ssm, REGISTRY_PARAMETER, wish.registry, around);
  const outputs = await ensureStack(cloudFormation, stackWish(wish, uses), around);
  const result = await ensureStackSet(
    cloudFormation,
    stackSetWish(wish, uses, id ?? '', outputs['AgentRoleId']),
    around,
  );
  around.say(`${result.current.length} account(s) have the role, ${result.failed.length} failed`);
  for (const { account, reason } of result.failed) around.say(`  ${account}: ${reason}`);
  return result;
}

/** What `deployInfrastructure` would do; reads only. */
export async function planInfrastructure(
  wish: InfrastructureWish,
  uses: InfrastructureUses,
): Promise<readonly string[]> {
  const { cloudFormation, ssm, around } = uses;
  checkRegistry(wish.registry);
  const id = await externalId(ssm, EXTERNAL_ID_PARAMETER, around, { create: false });
  const outputs = await stackOutputs(cloudFormation, wish.stackName, around.signal);
  return [
    ...(id === undefined ? [`parameter ${EXTERNAL_ID_PARAMETER}: would be created, with a new external id`] : []),
    ...(wish.registry === undefined ? [] : [`parameter ${REGISTRY_PARAMETER}: would be written if it is another one`]),
    await plannedChange(cloudFormation, stackWish(wish, uses), around.signal),
    ...(await plannedStackSetChange(
      cloudFormation,
      stackSetWish(wish, uses, id ?? '', outputs?.['AgentRoleId']),
      around.signal,
    )),
  ];
}

/** Takes the role out of every account, then removes the central account's stack. Says what is kept and how to remove it. */
export async function destroyInfrastructure(
  wish: Pick<InfrastructureWish, 'stackName' | 'stackSetName' | 'callAs'>,
  uses: InfrastructureUses,
): Promise<void> {
  const { cloudFormation, around, identity } = uses;
  const outputs = await stackOutputs(cloudFormation, wish.stackName, around.signal);
  await deleteStackSet(
    cloudFormation,
    { name: wish.stackSetName, callAs: wish.callAs, region: identity.region },
    around,
  );
  await deleteStack(cloudFormation, wish.stackName, around);
  const { ArtifactsBucket, AgentRegistryTable } = outputs ?? {};
  around.say('kept, because they hold data; remove them when nobody needs it any more:');
  if (AgentRegistryTable !== undefined) around.say(`  aws dynamodb delete-table --table-name ${AgentRegistryTable}`);
  if (ArtifactsBucket !== undefined)
    around.say(`  the bucket ${ArtifactsBucket}, with all versions of its objects (console: Empty, then Delete)`);
  around.say(`  aws ssm delete-parameters --names ${EXTERNAL_ID_PARAMETER} ${REGISTRY_PARAMETER}`);
}

function stackWish(wish: InfrastructureWish, { identity, templates }: InfrastructureUses): StackWish {
  return {
    name: wish.stackName,
    template: templates.central,
    parameters: {
      OrganizationId: wish.organizationId,
      ExternalIdParameter: EXTERNAL_ID_PARAMETER,
      AccountRegistryParameter: wish.registry === undefined ? '' : REGISTRY_PARAMETER,
      Model: wish.model,
      ModelArns: modelArns(wish.model, identity).join(','),
      CallerPrincipalArns: wish.callers.join(','),
      SensitiveReads: wish.sensitiveReads.join(','),
      ...wish.parameters,
    },
  };
}

function stackSetWish(
  wish: InfrastructureWish,
  { identity, templates }: InfrastructureUses,
  id: string,
  centralRoleId = '',
): StackSetWish {
  const decided = (read: SensitiveRead): string => (wish.sensitiveReads.includes(read) ? 'allowed' : 'denied');
  return {
    name: wish.stackSetName,
    template: templates.member,
    parameters: {
      CentralAccountId: identity.accountId,
      CentralRoleId: centralRoleId,
      OrganizationId: wish.organizationId,
      ExternalId: id,
      Breadth: wish.breadth,
      ObjectBodies: decided('object-bodies'),
      LogEvents: decided('log-events'),
      ParameterValues: decided('parameters'),
      OnlyThroughAwsMcp: wish.onlyThroughAwsMcp ? 'yes' : 'no',
    },
    units: wish.units,
    accounts: wish.accounts,
    region: identity.region,
    callAs: wish.callAs,
  };
}

function checkRegistry(text: string | undefined): void {
  if (text === undefined || Buffer.byteLength(text) <= PARAMETER_BYTES) return;
  throw new DeploymentError(
    `The account registry has ${Buffer.byteLength(text)} bytes, and a parameter holds ${PARAMETER_BYTES}.`,
    'Leave out --registry, so that the accounts come from AWS Organizations (this account must be a delegated administrator).',
  );
}
