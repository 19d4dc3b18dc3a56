/**
 * Looks at a deployed agent from outside: does it answer, does it refuse to write, could its role write at all, and does
 * CloudTrail in a member account show what it did under the name that we expect.
 */
import { type CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { type IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { z } from 'zod';
import { createAttribution } from '../../../src/credentials/session-attribution.js';
import type { AgentAnswer, AskedAgent } from './ask.js';
import { ask } from './ask.js';
import type { Surroundings } from './progress.js';

export interface VerificationWish {
  /** An account that has the role. */
  readonly memberAccountId: string;
  /** How the registry calls it, for the question that asks by name. */
  readonly memberName: string;
  /** An environment of the registry: "staging". */
  readonly environment: string;
  readonly roleName: string;
  readonly partition: string;
}

export interface VerificationUses {
  readonly agent: AskedAgent;
  /** Clients with credentials of the member account's own people; without them those two checks are left out, and said so. */
  readonly member?: { readonly iam: IAMClient; readonly cloudTrail: CloudTrailClient };
  /** CloudTrail's history is up to this many looks late. */
  readonly looks: number;
  readonly now: () => number;
  readonly around: Surroundings;
}

export interface Check {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'skip';
  readonly saw: string;
}

/** The end-to-end questions of a first deployment, with this organization's names in them. */
export function questions({ memberAccountId, memberName, environment }: VerificationWish): readonly string[] {
  return [
    'List all available accounts',
    `Show EC2 instances in account ${memberAccountId}`,
    'List S3 buckets across all accounts',
    `What Lambda functions exist in ${memberName}?`,
    `Describe EKS clusters in ${environment}`,
  ];
}

export async function verify(wish: VerificationWish, uses: VerificationUses): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const done = (check: Check): void => {
    checks.push(check);
    uses.around.say(
      `${check.status === 'pass' ? '✔' : check.status === 'skip' ? '–' : '✘'} ${check.name}: ${check.saw}`,
    );
  };
  const begun = uses.now();
  for (const question of questions(wish)) done(await answered(question, uses));
  done(await refused('asked to terminate an instance, as a query', terminateQuery(wish), uses));
  done(
    await refused(
      'asked to terminate an instance, in words',
      { prompt: `Terminate the EC2 instance i-00000000000000000 in account ${wish.memberAccountId}` },
      uses,
    ),
  );
  done(await writesDenied(wish, uses));
  done(await seenInCloudTrail(wish, uses, begun));
  return checks;
}

async function answered(question: string, uses: VerificationUses): Promise<Check> {
  const reply = await asked({ prompt: question }, uses);
  if (typeof reply === 'string') return { name: question, status: 'fail', saw: reply };
  // Partly answered is an answer: it says itself which accounts did not.
  const good = reply.status === 'complete' || reply.status === 'partial';
  return { name: question, status: good ? 'pass' : 'fail', saw: summary(reply) };
}

function terminateQuery({ memberAccountId }: VerificationWish): object {
  const params = { InstanceIds: ['i-00000000000000000'] };
  return { query: { service: 'ec2', operation: 'TerminateInstances', params, accounts: [memberAccountId] } };
}

async function refused(name: string, body: object, uses: VerificationUses): Promise<Check> {
  const reply = await asked(body, uses);
  if (typeof reply === 'string') return { name, status: 'fail', saw: reply };
  return { name, status: reply.status === 'refused' ? 'pass' : 'fail', saw: summary(reply) };
}

async function asked(body: object, { agent, around }: VerificationUses): Promise<AgentAnswer | string> {
  try {
    return await ask(agent, body, around.signal);
  } catch (error) {
    around.signal.throwIfAborted();
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

const WRITES = ['ec2:TerminateInstances', 's3:PutObject', 'iam:CreateUser', 'lambda:InvokeFunction'];
const SECRETS = ['secretsmanager:GetSecretValue', 'sts:AssumeRole', 'kms:Decrypt', 'ec2:GetPasswordData'];

/** IAM's own simulator over the role as it is in the account, boundary included. */
async function writesDenied(wish: VerificationWish, { member, around }: VerificationUses): Promise<Check> {
  const name = `writes and secrets of ${wish.roleName}, by IAM's simulator in ${wish.memberAccountId}`;
  if (member === undefined) return { name, status: 'skip', saw: 'needs --member-profile' };
  const command = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: `arn:${wish.partition}:iam::${wish.memberAccountId}:role/${wish.roleName}`,
    ActionNames: ['ec2:DescribeInstances', ...WRITES, ...SECRETS],
  });
  const { EvaluationResults = [] } = await member.iam.send(command, { abortSignal: around.signal });
  const decided = new Map(EvaluationResults.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision]));
  const wrong = [...WRITES, ...SECRETS].filter((action) => !/Deny$/i.test(decided.get(action) ?? ''));
  if (wrong.length > 0) return { name, status: 'fail', saw: `not denied: ${wrong.join(', ')}` };
  const reads = decided.get('ec2:DescribeInstances') === 'allowed';
  return {
    name,
    status: reads ? 'pass' : 'fail',
    saw: reads ? 'all denied, reads allowed' : 'ec2:DescribeInstances is not allowed either',
  };
}

const trailEvent = z.looseObject({
  eventName: z.string(),
  readOnly: z.boolean().optional(),
  userIdentity: z.looseObject({
    arn: z.string().optional(),
    sessionContext: z.looseObject({ sourceIdentity: z.string().optional() }).optional(),
  }),
});

/** The session name and source identity are computed by the product's own code from the session that we asked in. */
async function seenInCloudTrail(wish: VerificationWish, uses: VerificationUses, begun: number): Promise<Check> {
  const { sessionName, sourceIdentity } = createAttribution('', ['session-name', 'source-identity'])({
    kind: 'anonymous',
    name: uses.agent.sessionId,
  });
  const name = `CloudTrail in ${wish.memberAccountId} shows ${sessionName}`;
  if (uses.member === undefined) return { name, status: 'skip', saw: 'needs --member-profile' };
  const { around } = uses;
  for (let look = 1; look <= uses.looks; look += 1) {
    const command = new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'Username', AttributeValue: sessionName }],
      StartTime: new Date(begun),
    });
    const { Events = [] } = await uses.member.cloudTrail.send(command, { abortSignal: around.signal });
    const events = Events.map(({ CloudTrailEvent = '{}' }) => trailEvent.parse(JSON.parse(CloudTrailEvent)));
    if (events.length > 0) return { name, ...judged(events, wish, sessionName, sourceIdentity ?? '') };
    if (look === 1) around.say('waiting for CloudTrail, which is some minutes late');
    await around.pause();
  }
  return { name, status: 'fail', saw: 'no event arrived in time' };
}

function judged(
  events: readonly z.infer<typeof trailEvent>[],
  { memberAccountId, roleName, partition }: VerificationWish,
  sessionName: string,
  sourceIdentity: string,
): Pick<Check, 'status' | 'saw'> {
  const arn = `arn:${partition}:sts::${memberAccountId}:assumed-role/${roleName}/${sessionName}`;
  const strangers = events.filter(({ userIdentity }) => userIdentity.arn !== arn);
  if (strangers.length > 0) return { status: 'fail', saw: `an event of ${strangers[0]?.userIdentity.arn ?? 'nobody'}` };
  const nameless = events.filter(({ userIdentity }) => userIdentity.sessionContext?.sourceIdentity !== sourceIdentity);
  if (nameless.length > 0)
    return { status: 'fail', saw: `${nameless[0]?.eventName ?? ''} without the source identity ${sourceIdentity}` };
  const writes = events.filter(({ readOnly }) => readOnly === false);
  if (writes.length > 0) return { status: 'fail', saw: `a write arrived: ${writes[0]?.eventName ?? ''}` };
  const names = [...new Set(events.map(({ eventName }) => eventName))];
  return { status: 'pass', saw: `${events.length} event(s): ${names.join(', ')}; source identity ${sourceIdentity}` };
}

function summary({ status, coverage, error, response }: AgentAnswer): string {
  const detail = error?.message ?? coverage?.line ?? response.split('\n')[0] ?? '';
  return detail === '' ? status : `${status}: ${detail}`;
}
