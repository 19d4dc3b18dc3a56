/**
 * Brings a service-managed StackSet, and its instance in every account that is wanted, to a template and its parameters.
 * One account that fails stops none of the others; all that failed are named with their reasons at the end.
 */
import {
  type CallAs,
  type CloudFormationClient,
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  DeleteStackInstancesCommand,
  DeleteStackSetCommand,
  type DeploymentTargets,
  DescribeStackSetCommand,
  DescribeStackSetOperationCommand,
  ListStackInstancesCommand,
  ListStackSetOperationResultsCommand,
  ListStackSetOperationsCommand,
  type StackInstanceSummary,
  type StackSet,
  UpdateStackInstancesCommand,
  UpdateStackSetCommand,
} from '@aws-sdk/client-cloudformation';
import { DeploymentError, isNamed, type Surroundings } from './progress.js';

export interface StackSetWish {
  readonly name: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Organizational units (`ou-…`) or the root (`r-…`). */
  readonly units: readonly string[];
  /** Of the units, these accounts alone. Empty: all of them, those that join later included. */
  readonly accounts: readonly string[];
  /** The Region that the instances are in; IAM is the same in all. */
  readonly region: string;
  /** `DELEGATED_ADMIN` outside of the management account. */
  readonly callAs: CallAs;
}

export interface StackSetResult {
  readonly current: readonly string[];
  /** Account and reason. */
  readonly failed: readonly { readonly account: string; readonly reason: string }[];
}

export async function ensureStackSet(
  client: CloudFormationClient,
  wish: StackSetWish,
  around: Surroundings,
): Promise<StackSetResult> {
  const set = await find(client, wish, around.signal);
  if (set === undefined) {
    around.say(`stack set ${wish.name}: creating`);
    await client.send(
      new CreateStackSetCommand({
        StackSetName: wish.name,
        Description: 'The read-only role that Central Ops assumes.',
        ...definition(wish),
        PermissionModel: 'SERVICE_MANAGED',
        ManagedExecution: { Active: true },
      }),
      { abortSignal: around.signal },
    );
  } else {
    await finishRunning(client, wish, around);
    if (differs(set, wish)) {
      around.say(`stack set ${wish.name}: updating it and its instances`);
      const { OperationId = '' } = await client.send(
        new UpdateStackSetCommand({ StackSetName: wish.name, ...definition(wish), OperationPreferences: PREFERENCES }),
        { abortSignal: around.signal },
      );
      await operation(client, wish, OperationId, around);
    }
  }

  const missing = await missingUnits(client, wish, around.signal);
  if (missing.length > 0) {
    around.say(`stack set ${wish.name}: deploying to ${missing.join(', ')}`);
    const { OperationId = '' } = await client.send(
      new CreateStackInstancesCommand({
        StackSetName: wish.name,
        DeploymentTargets: targets(missing, wish.accounts),
        Regions: [wish.region],
        OperationPreferences: PREFERENCES,
        CallAs: wish.callAs,
      }),
      { abortSignal: around.signal },
    );
    await operation(client, wish, OperationId, around);
  } else if (set !== undefined) {
    const behind = (await instances(client, wish, around.signal)).filter(({ Status }) => Status !== 'CURRENT');
    if (behind.length > 0) {
      around.say(`stack set ${wish.name}: trying again in ${behind.length} account(s) that are not up to date`);
      const { OperationId = '' } = await client.send(
        new UpdateStackInstancesCommand({
          StackSetName: wish.name,
          DeploymentTargets: targets(
            unitsOf(behind, wish),
            behind.map(({ Account = '' }) => Account),
          ),
          Regions: [wish.region],
          OperationPreferences: PREFERENCES,
          CallAs: wish.callAs,
        }),
        { abortSignal: around.signal },
      );
      await operation(client, wish, OperationId, around);
    }
  }
  return resultOf(await instances(client, wish, around.signal));
}

/** What `ensureStackSet` would do, in words. Reads only. */
export async function plannedStackSetChange(
  client: CloudFormationClient,
  wish: StackSetWish,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const set = await find(client, wish, signal);
  const where = `${wish.units.join(', ')}${wish.accounts.length === 0 ? '' : `, accounts ${wish.accounts.join(', ')} alone`}`;
  if (set === undefined) return [`stack set ${wish.name}: would be created, and deployed to ${where}`];
  const lines: string[] = [];
  if (differs(set, wish)) lines.push(`stack set ${wish.name}: would be updated in all its accounts`);
  const missing = await missingUnits(client, wish, signal);
  if (missing.length > 0) lines.push(`stack set ${wish.name}: would be deployed to ${missing.join(', ')}`);
  const behind = (await instances(client, wish, signal)).filter(({ Status }) => Status !== 'CURRENT');
  for (const { Account = '', Status = '' } of behind) {
    lines.push(`stack set ${wish.name}: ${Account} is ${Status} and would be tried again`);
  }
  return lines.length === 0 ? [`stack set ${wish.name}: nothing to change`] : lines;
}

/** Removes the role from every account, then the StackSet. */
export async function deleteStackSet(
  client: CloudFormationClient,
  wish: Pick<StackSetWish, 'name' | 'callAs' | 'region'>,
  around: Surroundings,
): Promise<void> {
  if ((await find(client, wish, around.signal)) === undefined) {
    around.say(`stack set ${wish.name}: there is none`);
    return;
  }
  await finishRunning(client, wish, around);
  const left = await instances(client, wish, around.signal);
  if (left.length > 0) {
    around.say(`stack set ${wish.name}: removing it from ${left.length} account(s)`);
    const { OperationId = '' } = await client.send(
      new DeleteStackInstancesCommand({
        StackSetName: wish.name,
        DeploymentTargets: { OrganizationalUnitIds: [...unitsOf(left, { units: [] })] },
        Regions: [wish.region],
        RetainStacks: false,
        OperationPreferences: PREFERENCES,
        CallAs: wish.callAs,
      }),
      { abortSignal: around.signal },
    );
    await operation(client, wish, OperationId, around);
    const { failed } = resultOf(await instances(client, wish, around.signal));
    if (failed.length > 0) {
      throw new DeploymentError(
        `The role is still in ${failed.map(({ account, reason }) => `${account} (${reason})`).join('; ')}.`,
        'Correct what is named and run the same command again.',
      );
    }
  }
  await client.send(new DeleteStackSetCommand({ StackSetName: wish.name, CallAs: wish.callAs }), {
    abortSignal: around.signal,
  });
  around.say(`stack set ${wish.name}: deleted`);
}

type Set = Pick<StackSetWish, 'name' | 'callAs'>;

/** All accounts at once would hit IAM's rate; a failure in some of them is no reason to leave out the rest. */
const PREFERENCES = {
  MaxConcurrentPercentage: 25,
  FailureTolerancePercentage: 100,
  ConcurrencyMode: 'SOFT_FAILURE_TOLERANCE',
} as const;

function definition({ template, parameters, callAs, accounts }: StackSetWish) {
  return {
    TemplateBody: template,
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Capabilities: ['CAPABILITY_NAMED_IAM' as const],
    // With a list of accounts, one that joins a unit later is not in it.
    AutoDeployment: accounts.length === 0 ? { Enabled: true, RetainStacksOnAccountRemoval: false } : { Enabled: false },
    CallAs: callAs,
  };
}

function differs(set: StackSet, wish: StackSetWish): boolean {
  const auto = set.AutoDeployment?.Enabled ?? false;
  return (
    set.TemplateBody !== wish.template ||
    auto !== (wish.accounts.length === 0) ||
    Object.entries(wish.parameters).some(([key, value]) => {
      const known = set.Parameters?.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue;
      return known !== value && known !== '****';
    })
  );
}

function targets(units: readonly string[], accounts: readonly string[]): DeploymentTargets {
  return {
    OrganizationalUnitIds: [...units],
    ...(accounts.length === 0 ? {} : { Accounts: [...accounts], AccountFilterType: 'INTERSECTION' as const }),
  };
}

async function find(
  client: CloudFormationClient,
  { name, callAs }: Set,
  signal: AbortSignal,
): Promise<StackSet | undefined> {
  try {
    const command = new DescribeStackSetCommand({ StackSetName: name, CallAs: callAs });
    const { StackSet: set } = await client.send(command, { abortSignal: signal });
    return set?.Status === 'DELETED' ? undefined : set;
  } catch (error) {
    if (isNamed(error, 'StackSetNotFoundException')) return undefined;
    throw error;
  }
}

/** Units without any instance, or, when accounts are named, without one of these. */
async function missingUnits(
  client: CloudFormationClient,
  wish: StackSetWish,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const present = await instances(client, wish, signal);
  const units = new Set(present.map(({ OrganizationalUnitId = '' }) => OrganizationalUnitId));
  const accounts = new Set(present.map(({ Account = '' }) => Account));
  if (wish.accounts.some((account) => !accounts.has(account))) return wish.units;
  // An instance names the unit that was asked for, not the one below it that its account is in.
  return wish.accounts.length > 0 ? [] : wish.units.filter((unit) => !units.has(unit));
}

function unitsOf(present: readonly StackInstanceSummary[], { units }: Pick<StackSetWish, 'units'>): readonly string[] {
  const own = new Set(
    present.map(({ OrganizationalUnitId }) => OrganizationalUnitId).filter((unit) => unit !== undefined),
  );
  return own.size === 0 ? units : [...own];
}

async function instances(
  client: CloudFormationClient,
  { name, callAs }: Set,
  signal: AbortSignal,
): Promise<readonly StackInstanceSummary[]> {
  const found: StackInstanceSummary[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListStackInstancesCommand({
        StackSetName: name,
        CallAs: callAs,
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
      { abortSignal: signal },
    );
    found.push(...(page.Summaries ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

/** An earlier run, or somebody else, may have left an operation behind; a StackSet does one at a time. */
async function finishRunning(client: CloudFormationClient, set: Set, around: Surroundings): Promise<void> {
  const { Summaries = [] } = await client.send(
    new ListStackSetOperationsCommand({ StackSetName: set.name, CallAs: set.callAs }),
    { abortSignal: around.signal },
  );
  for (const { OperationId = '', Status } of Summaries) {
    if (Status !== 'RUNNING' && Status !== 'QUEUED' && Status !== 'STOPPING') continue;
    around.say(`stack set ${set.name}: waiting for the operation ${OperationId}, which is ${Status}`);
    await operation(client, set, OperationId, around);
  }
}

/** Waits for an operation and says what becomes of each account. */
async function operation(client: CloudFormationClient, set: Set, id: string, around: Surroundings): Promise<void> {
  const said = new Map<string, string>();
  for (;;) {
    const { StackSetOperation: running } = await client.send(
      new DescribeStackSetOperationCommand({ StackSetName: set.name, OperationId: id, CallAs: set.callAs }),
      { abortSignal: around.signal },
    );
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new ListStackSetOperationResultsCommand({
          StackSetName: set.name,
          OperationId: id,
          CallAs: set.callAs,
          ...(NextToken === undefined ? {} : { NextToken }),
        }),
        { abortSignal: around.signal },
      );
      for (const { Account = '', Status = '', StatusReason } of page.Summaries ?? []) {
        if (said.get(Account) === Status) continue;
        said.set(Account, Status);
        around.say(
          `stack set ${set.name}: ${Account} ${Status}${StatusReason === undefined ? '' : `  ${StatusReason}`}`,
        );
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    const status = running?.Status ?? '';
    if (status !== 'RUNNING' && status !== 'QUEUED' && status !== 'STOPPING') return;
    await around.pause();
  }
}

function resultOf(present: readonly StackInstanceSummary[]): StackSetResult {
  const failed = present
    .filter(({ Status }) => Status !== 'CURRENT')
    .map(({ Account = '', Status = '', StatusReason }) => ({ account: Account, reason: StatusReason ?? Status }));
  const current = present.filter(({ Status }) => Status === 'CURRENT').map(({ Account = '' }) => Account);
  return { current, failed };
}
