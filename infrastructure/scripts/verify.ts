/**
 * `npm run -s verify-deployment -- --member ACCOUNT_ID --member-profile PROFILE`: asks the deployed agent, and looks in a
 * member account at what arrived there.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { BedrockAgentCoreClient } from '@aws-sdk/client-bedrock-agentcore';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import { DeploymentError, type Surroundings } from './deploy/progress.js';
import { identityIn, runScript } from './deploy/run.js';
import { stackOutputs } from './deploy/stack.js';
import { verify } from './deploy/verification.js';

const USAGE = `usage: npm run -s verify-deployment -- --member ACCOUNT_ID [options]
  --member-profile NAME   a profile of the AWS CLI in that account, for CloudTrail and IAM's simulator
  --member-name NAME      how the registry calls it ("the production account")
  --environment NAME      an environment of the registry (staging)
  --role-name             CentralOpsTargetRole
  --wait-minutes N        for CloudTrail (15)
  --stack-name, --region`;

async function main(around: Surroundings): Promise<number> {
  const given = parse(process.argv.slice(2));
  const { member } = given;
  if (member === undefined || !/^\d{12}$/.test(member)) throw new DeploymentError(USAGE, 'Name the member account.');
  const region = given.region ?? process.env['AWS_REGION'] ?? 'us-east-1';
  const stackName = given['stack-name'] ?? 'central-ops';
  const cloudFormation = new CloudFormationClient({ region });
  const agentCore = new BedrockAgentCoreClient({ region });
  const profile = given['member-profile'];
  const iam = new IAMClient({ region, ...(profile === undefined ? {} : { profile }) });
  const cloudTrail = new CloudTrailClient({ region, ...(profile === undefined ? {} : { profile }) });
  try {
    const { partition } = await identityIn(region, around.signal);
    const outputs = await stackOutputs(cloudFormation, stackName, around.signal);
    const runtimeArn = outputs?.['RuntimeArn'];
    if (runtimeArn === undefined)
      throw new DeploymentError(`The stack ${stackName} has no runtime.`, 'Run deploy-agent first.');
    const checks = await verify(
      {
        memberAccountId: member,
        memberName: given['member-name'] ?? 'the production account',
        environment: given.environment ?? 'staging',
        roleName: given['role-name'] ?? 'CentralOpsTargetRole',
        partition,
      },
      {
        agent: { client: agentCore, runtimeArn, sessionId: `verify-deployment-${randomUUID()}` },
        ...(profile === undefined ? {} : { member: { iam, cloudTrail } }),
        looks: Math.ceil((Number(given['wait-minutes'] ?? 15) * 60_000) / 5000),
        now: Date.now,
        around,
      },
    );
    const failed = checks.filter(({ status }) => status === 'fail').length;
    around.say(`${checks.length - failed} of ${checks.length} checks did not fail`);
    return failed === 0 ? 0 : 1;
  } finally {
    for (const client of [cloudFormation, agentCore, iam, cloudTrail]) client.destroy();
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        member: text,
        'member-profile': text,
        'member-name': text,
        environment: text,
        'role-name': text,
        'wait-minutes': text,
        'stack-name': text,
        region: text,
      },
    }).values;
  } catch (error) {
    throw new DeploymentError(USAGE, String(error));
  }
}

process.exitCode = await runScript(main);
