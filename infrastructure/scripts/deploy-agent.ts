/**
 * `npm run -s deploy-agent`: builds the agent and runs it on Amazon Bedrock AgentCore Runtime, after deploy-infrastructure.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { ECRClient } from '@aws-sdk/client-ecr';
import { S3Client } from '@aws-sdk/client-s3';
import { deployAgent, planAgent, removeAgent } from './deploy/agent.js';
import { createRunCommand } from './deploy/commands.js';
import { makePackage } from './deploy/package.js';
import { DeploymentError, type Surroundings } from './deploy/progress.js';
import { confirmed, identityIn, runScript } from './deploy/run.js';
import { sourceTag } from './deploy/source-tag.js';

const USAGE = `usage: npm run -s deploy-agent -- [options]
  --package FILE              a zip package instead of an image; without a container engine one is made
  --aws-distribution          an image that starts with AWS's distribution of OpenTelemetry
  --platform-version V1|V2    how sessions start (as it is; V1 at first)
  --stack-name, --region
  --dry-run                   says what would be done and does nothing
  --destroy [--yes]           removes the runtime and its endpoint`;

async function main(around: Surroundings): Promise<number> {
  const given = parse(process.argv.slice(2));
  const stackName = given['stack-name'] ?? 'central-ops';
  const platformVersion = platformOf(given['platform-version']);
  const region = given.region ?? process.env['AWS_REGION'] ?? 'us-east-1';
  const clients = {
    cloudFormation: new CloudFormationClient({ region }),
    control: new BedrockAgentCoreControlClient({ region }),
    ecr: new ECRClient({ region }),
    s3: new S3Client({ region }),
  };
  const run = createRunCommand(around.signal);
  const uses = {
    ...clients,
    run,
    template: readFileSync('infrastructure/central-account.yaml', 'utf8'),
    makePackage: () => makePackage(run, around),
    around,
  };
  const wish = {
    stackName,
    tag: sourceTag('.'),
    ...(given.package === undefined ? {} : { packageFile: given.package }),
    ...(given['aws-distribution'] === true ? { target: 'aws-distribution' as const } : {}),
    ...(platformVersion === undefined ? {} : { platformVersion }),
  };
  try {
    const { accountId } = await identityIn(region, around.signal);
    around.say(`central account ${accountId}, ${region}`);
    if (given.destroy === true) {
      const question = `The runtime of the stack ${stackName} is removed from ${accountId}.`;
      if (given.yes !== true && !(await confirmed(question, stackName))) {
        throw new DeploymentError('Nothing was removed.', 'Confirm, or give --yes.');
      }
      await removeAgent(wish, uses);
    } else if (given['dry-run'] === true) {
      for (const line of await planAgent(wish, uses)) around.say(line);
    } else {
      process.stdout.write(`${await deployAgent(wish, uses)}\n`);
    }
    return 0;
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}

function platformOf(text: string | undefined): 'V1' | 'V2' | undefined {
  if (text === undefined || text === 'V1' || text === 'V2') return text;
  throw new DeploymentError(USAGE, '--platform-version is V1 or V2');
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  try {
    const options = {
      package: text,
      'platform-version': text,
      'aws-distribution': flag,
      'stack-name': text,
      region: text,
      'dry-run': flag,
      destroy: flag,
      yes: flag,
    };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new DeploymentError(USAGE, String(error));
  }
}

process.exitCode = await runScript(main);
