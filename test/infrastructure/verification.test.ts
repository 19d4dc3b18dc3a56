import { BedrockAgentCoreClient } from '@aws-sdk/client-bedrock-agentcore';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import { afterEach, describe, expect, it } from 'vitest';
import { type Check, verify, type VerificationUses } from '../../infrastructure/scripts/deploy/verification.js';
import { CREDENTIALS, surroundings } from './support/emulator/around.js';
import { type Emulator, startEmulator } from './support/emulator/emulator.js';

const SESSION = 'verify-deployment-00000000-0000-4000-8000-000000000000';
// `anonymous:` and the session id, hashed: echo -n anonymous:verify-… | sha256sum | cut -c1-8
const NAME = 'f0eff525';
const WISH = {
  memberAccountId: '222222222222',
  memberName: 'the production account',
  environment: 'staging',
  roleName: 'CentralOpsTargetRole',
  partition: 'aws',
};

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

interface Deployed {
  /** What the agent answers to a question or query. */
  readonly answer?: (body: string) => object;
  /** What IAM decides of an action. */
  readonly decide?: (action: string) => string;
  /** What CloudTrail has, look by look. */
  readonly trail?: readonly (readonly object[])[];
}

const WELL: Required<Deployed> = {
  answer: (body) =>
    /erminate/.test(body)
      ? { status: 'refused', response: '', error: { code: 'refused', message: 'ec2 TerminateInstances is not asked' } }
      : { status: 'complete', response: 'x', coverage: { line: '10 of 10 accounts in 1 Region' } },
  decide: (action) => (action === 'ec2:DescribeInstances' ? 'allowed' : 'implicitDeny'),
  trail: [[], [trailEvent()]],
};

function trailEvent(changes: { arn?: string; sourceIdentity?: string; readOnly?: boolean; eventName?: string } = {}) {
  const { eventName = 'DescribeInstances', readOnly = true } = changes;
  const arn =
    changes.arn ?? `arn:aws:sts::222222222222:assumed-role/CentralOpsTargetRole/central-ops-anonymous-${NAME}`;
  const sessionContext = { sourceIdentity: changes.sourceIdentity ?? `anonymous-${NAME}` };
  return { eventName, readOnly, userIdentity: { arn, sessionContext } };
}

async function check(deployed: Deployed, { withMember = true } = {}): Promise<readonly Check[]> {
  const { answer, decide, trail } = { ...WELL, ...deployed };
  const looks = [...trail];
  emulator = await startEmulator({
    rest: ({ path, headers, body }) => {
      expect(decodeURIComponent(path)).toBe(
        '/runtimes/arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/central_ops-x/invocations?qualifier=production',
      );
      expect(headers['x-amzn-bedrock-agentcore-runtime-session-id']).toBe(SESSION);
      return {
        status: 200,
        body: JSON.stringify(answer(body.toString('utf8'))),
        headers: { 'content-type': 'application/json' },
      };
    },
    targets: {
      'CloudTrail_20131101.LookupEvents': ({ LookupAttributes }) => {
        expect(LookupAttributes).toEqual([
          { AttributeKey: 'Username', AttributeValue: `central-ops-anonymous-${NAME}` },
        ]);
        const events = looks.length > 1 ? looks.shift() : looks[0];
        return { Events: (events ?? []).map((event) => ({ CloudTrailEvent: JSON.stringify(event) })) };
      },
    },
    actions: {
      SimulatePrincipalPolicy: (form) => ({
        EvaluationResults: Object.values(JSON.parse(JSON.stringify(form['ActionNames'])).member).map((action) => ({
          EvalActionName: String(action),
          EvalDecision: decide(String(action)),
        })),
      }),
    },
  });
  const common = { region: 'us-east-1', endpoint: emulator.url, credentials: CREDENTIALS };
  const uses: VerificationUses = {
    agent: {
      client: new BedrockAgentCoreClient(common),
      runtimeArn: 'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/central_ops-x',
      sessionId: SESSION,
    },
    ...(withMember ? { member: { iam: new IAMClient(common), cloudTrail: new CloudTrailClient(common) } } : {}),
    looks: 3,
    now: () => 0,
    around: surroundings(),
  };
  return verify(WISH, uses);
}

const notPassed = (checks: readonly Check[]) => checks.filter(({ status }) => status !== 'pass');

describe('verify', () => {
  it('asks the five questions, tries to write, and finds the calls in CloudTrail under the expected name', async () => {
    const checks = await check({});

    expect(checks).toEqual([
      ...[
        'List all available accounts',
        'Show EC2 instances in account 222222222222',
        'List S3 buckets across all accounts',
        'What Lambda functions exist in the production account?',
        'Describe EKS clusters in staging',
      ].map((name) => ({ name, status: 'pass', saw: 'complete: 10 of 10 accounts in 1 Region' })),
      ...['asked to terminate an instance, as a query', 'asked to terminate an instance, in words'].map((name) => ({
        name,
        status: 'pass',
        saw: 'refused: ec2 TerminateInstances is not asked',
      })),
      {
        name: "writes and secrets of CentralOpsTargetRole, by IAM's simulator in 222222222222",
        status: 'pass',
        saw: 'all denied, reads allowed',
      },
      {
        name: `CloudTrail in 222222222222 shows central-ops-anonymous-${NAME}`,
        status: 'pass',
        saw: `1 event(s): DescribeInstances; source identity anonymous-${NAME}`,
      },
    ]);
  });

  it.each<[string, Deployed, string]>([
    [
      'an agent that fails',
      { answer: () => ({ status: 'failed', error: { code: 'x', message: 'no registry' } }) },
      'failed: no registry',
    ],
    [
      'an agent that writes',
      { answer: () => ({ status: 'complete', response: 'terminated' }) },
      'complete: terminated',
    ],
    ['a role that may write', { decide: () => 'allowed' }, 'not denied: ec2:TerminateInstances, s3:PutObject'],
    ['a role that may not read', { decide: () => 'implicitDeny' }, 'ec2:DescribeInstances is not allowed either'],
    ['nothing in CloudTrail', { trail: [[]] }, 'no event arrived in time'],
    [
      'another role in CloudTrail',
      { trail: [[trailEvent({ arn: 'arn:aws:sts::222222222222:assumed-role/Admin/x' })]] },
      'an event of arn:aws:sts::222222222222:assumed-role/Admin/x',
    ],
    [
      'no source identity',
      { trail: [[trailEvent({ sourceIdentity: 'somebody' })]] },
      `DescribeInstances without the source identity anonymous-${NAME}`,
    ],
    [
      'a write in CloudTrail',
      { trail: [[trailEvent({ readOnly: false, eventName: 'TerminateInstances' })]] },
      'a write arrived: TerminateInstances',
    ],
  ])('fails for %s', async (_, deployed, expected) => {
    const failed = notPassed(await check(deployed));

    expect(failed.map(({ status }) => status)).toContain('fail');
    expect(failed.map(({ saw }) => saw).join('\n')).toContain(expected);
  });

  it('says what it left out without credentials of the member account', async () => {
    expect(notPassed(await check({}, { withMember: false })).map(({ status, saw }) => [status, saw])).toEqual([
      ['skip', 'needs --member-profile'],
      ['skip', 'needs --member-profile'],
    ]);
  });
});
