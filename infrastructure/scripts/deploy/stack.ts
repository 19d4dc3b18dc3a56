/**
 * Brings one CloudFormation stack to a template and its parameters, from whatever state an earlier run has left it in, and
 * says each step. Made to be run again: what is already so is left alone, what still goes on is waited for.
 */
import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Parameter,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { DeploymentError, isNamed, type Surroundings } from './progress.js';

export interface StackWish {
  readonly name: string;
  readonly template: string;
  /** Parameters with new values. Those that the stack has and that are not named here keep theirs. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type StackOutputs = Readonly<Record<string, string>>;

/** Returns the outputs of the finished stack. Throws `DeploymentError` with the first reasons that CloudFormation gives. */
export async function ensureStack(
  client: CloudFormationClient,
  wish: StackWish,
  around: Surroundings,
): Promise<StackOutputs> {
  let stack = await settled(client, wish.name, around);
  if (stack !== undefined && neverCame(stack)) {
    around.say(`stack ${wish.name}: an earlier creation failed (${status(stack)}); removing what is left of it`);
    await client.send(new DeleteStackCommand({ StackName: wish.name }), { abortSignal: around.signal });
    stack = await settled(client, wish.name, around);
  }
  if (stack !== undefined && !isGood(status(stack))) {
    throw new DeploymentError(
      `The stack ${wish.name} is ${status(stack)} and takes no updates.`,
      `Look at its events, then continue the roll-back (aws cloudformation continue-update-rollback --stack-name ${wish.name}) or delete it.`,
    );
  }

  const since = await newestEvent(client, wish.name, around);
  const started = stack === undefined ? await create(client, wish, around) : await update(client, wish, stack, around);
  if (!started) {
    around.say(`stack ${wish.name}: nothing to change`);
    return outputsOf(stack);
  }
  const finished = await settled(client, wish.name, around, since);
  if (finished === undefined || !isGood(status(finished)) || status(finished).includes('ROLLBACK')) {
    const reasons = await failures(client, wish.name, since, around);
    throw new DeploymentError(
      `The stack ${wish.name} failed (${finished === undefined ? 'it is gone' : status(finished)}): ${reasons.join('; ')}`,
      'Correct what is named and run the same command again.',
    );
  }
  around.say(`stack ${wish.name}: ${status(finished)}`);
  return outputsOf(finished);
}

/** The outputs of a stack as it is; undefined when there is none. */
export async function stackOutputs(
  client: CloudFormationClient,
  name: string,
  signal: AbortSignal,
): Promise<StackOutputs | undefined> {
  const stack = await find(client, name, signal);
  return stack === undefined ? undefined : outputsOf(stack);
}

/** What `ensureStack` would do, in words. Reads only. */
export async function plannedChange(
  client: CloudFormationClient,
  wish: StackWish,
  signal: AbortSignal,
): Promise<string> {
  const stack = await find(client, wish.name, signal);
  if (stack === undefined) return `stack ${wish.name}: would be created`;
  if (neverCame(stack)) return `stack ${wish.name}: is ${status(stack)}; would be removed and created anew`;
  const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: wish.name }), { abortSignal: signal });
  const changed = Object.entries(wish.parameters)
    .filter(([key, value]) => {
      const known = stack.Parameters?.find(({ ParameterKey }) => ParameterKey === key)?.ParameterValue;
      // CloudFormation never shows the value of a NoEcho parameter.
      return known !== value && known !== '****';
    })
    .map(([key]) => key);
  if (TemplateBody !== wish.template) changed.unshift('the template');
  return changed.length === 0
    ? `stack ${wish.name}: nothing to change`
    : `stack ${wish.name}: would be updated (${changed.join(', ')})`;
}

/** Deletes a stack and waits until it is gone; resources with a deletion policy of Retain stay. */
export async function deleteStack(client: CloudFormationClient, name: string, around: Surroundings): Promise<void> {
  const stack = await settled(client, name, around);
  if (stack === undefined) {
    around.say(`stack ${name}: there is none`);
    return;
  }
  const since = await newestEvent(client, name, around);
  await client.send(new DeleteStackCommand({ StackName: name }), { abortSignal: around.signal });
  const left = await settled(client, name, around, since);
  if (left !== undefined) {
    const reasons = await failures(client, name, since, around);
    throw new DeploymentError(
      `The stack ${name} was not deleted (${status(left)}): ${reasons.join('; ')}`,
      'Remove what holds it and run the same command again.',
    );
  }
  around.say(`stack ${name}: deleted`);
}

async function create(client: CloudFormationClient, wish: StackWish, around: Surroundings): Promise<boolean> {
  around.say(`stack ${wish.name}: creating`);
  await client.send(
    new CreateStackCommand({
      StackName: wish.name,
      TemplateBody: wish.template,
      Parameters: Object.entries(wish.parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      OnFailure: 'ROLLBACK',
      Tags: TAGS,
    }),
    { abortSignal: around.signal },
  );
  return true;
}

/** False when CloudFormation says that nothing is different. */
async function update(
  client: CloudFormationClient,
  wish: StackWish,
  stack: Stack,
  around: Surroundings,
): Promise<boolean> {
  const kept = (stack.Parameters ?? [])
    .map(({ ParameterKey = '' }) => ParameterKey)
    .filter((key) => wish.parameters[key] === undefined && wish.template.includes(`\n  ${key}:\n`));
  const Parameters: Parameter[] = [
    ...Object.entries(wish.parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    ...kept.map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
  ];
  try {
    await client.send(
      new UpdateStackCommand({
        StackName: wish.name,
        TemplateBody: wish.template,
        Parameters,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Tags: TAGS,
      }),
      { abortSignal: around.signal },
    );
  } catch (error) {
    if (
      isNamed(error, 'ValidationError') &&
      error instanceof Error &&
      /No updates are to be performed/.test(error.message)
    )
      return false;
    throw error;
  }
  around.say(`stack ${wish.name}: updating`);
  return true;
}

/** The stack once nothing is going on in it any more; says every event that is newer than `since` on the way. */
async function settled(
  client: CloudFormationClient,
  name: string,
  around: Surroundings,
  since?: string,
): Promise<Stack | undefined> {
  let said = since ?? (await newestEvent(client, name, around));
  for (;;) {
    const stack = await find(client, name, around.signal);
    // Deleted stacks keep their events only under their id, which nobody needs here.
    if (stack === undefined) return undefined;
    const events = await eventsAfter(client, name, said, around.signal);
    for (const event of events) around.say(lineOf(name, event));
    said = events.at(-1)?.EventId ?? said;
    if (!status(stack).endsWith('_IN_PROGRESS') || status(stack) === 'REVIEW_IN_PROGRESS') return stack;
    await around.pause();
  }
}

async function find(client: CloudFormationClient, name: string, signal: AbortSignal): Promise<Stack | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }), { abortSignal: signal });
    const stack = Stacks?.[0];
    return stack?.StackStatus === 'DELETE_COMPLETE' ? undefined : stack;
  } catch (error) {
    if (isNamed(error, 'ValidationError') && error instanceof Error && /does not exist/.test(error.message))
      return undefined;
    throw error;
  }
}

/** Oldest first. */
async function eventsAfter(
  client: CloudFormationClient,
  name: string,
  last: string | undefined,
  signal: AbortSignal,
): Promise<readonly StackEvent[]> {
  const found: StackEvent[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const page = await client.send(
        new DescribeStackEventsCommand({ StackName: name, ...(NextToken === undefined ? {} : { NextToken }) }),
        { abortSignal: signal },
      );
      for (const event of page.StackEvents ?? []) {
        if (event.EventId === last) return found.toReversed();
        found.push(event);
      }
      NextToken = page.NextToken;
      // Without an event to stop at, the newest page is all that is wanted.
      if (last === undefined) break;
    } while (NextToken !== undefined);
  } catch (error) {
    if (!isNamed(error, 'ValidationError')) throw error;
  }
  return found.toReversed();
}

async function newestEvent(
  client: CloudFormationClient,
  name: string,
  around: Surroundings,
): Promise<string | undefined> {
  return (await eventsAfter(client, name, undefined, around.signal)).at(-1)?.EventId;
}

/** The reasons that started a failure; what CloudFormation then cancelled is not one. */
async function failures(
  client: CloudFormationClient,
  name: string,
  since: string | undefined,
  around: Surroundings,
): Promise<readonly string[]> {
  const events = await eventsAfter(client, name, since, around.signal);
  const reasons = events
    .filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('_FAILED'))
    .filter(({ ResourceStatusReason = '' }) => !/Resource (creation|update) cancelled/.test(ResourceStatusReason))
    .map(
      (event) =>
        `${event.LogicalResourceId ?? name} ${event.ResourceStatus ?? ''}: ${event.ResourceStatusReason ?? 'no reason given'}`,
    );
  return reasons.length === 0 ? ['CloudFormation gives no reason; look at the events of the stack'] : reasons;
}

function lineOf(name: string, event: StackEvent): string {
  const reason = event.ResourceStatusReason === undefined ? '' : `  ${event.ResourceStatusReason}`;
  return `stack ${name}: ${event.LogicalResourceId ?? ''} ${event.ResourceStatus ?? ''}${reason}`;
}

function status({ StackStatus }: Stack): string {
  return StackStatus ?? '';
}

/** Never finished its creation: it takes no update and has to go first. */
function neverCame(stack: Stack): boolean {
  return ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'CREATE_FAILED', 'REVIEW_IN_PROGRESS'].includes(status(stack));
}

function isGood(stackStatus: string): boolean {
  return ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(stackStatus);
}

function outputsOf(stack: Stack | undefined): StackOutputs {
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

const TAGS = [{ Key: 'application', Value: 'central-ops' }];
