/**
 * `npm run -s deploy-infrastructure -- --organization-id o-… --ou ou-… [--ou …]`: the central account's stack and the
 * read-only role in every account. `docs/deploy.md` says in which order, and as whom.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SSMClient } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import { SENSITIVE_READS } from '../../src/domain/sensitive-read.js';
import {
  deployInfrastructure,
  destroyInfrastructure,
  type InfrastructureWish,
  planInfrastructure,
} from './deploy/infrastructure.js';
import { DeploymentError, type Surroundings } from './deploy/progress.js';
import { confirmed, identityIn, runScript } from './deploy/run.js';

const USAGE = `usage: npm run -s deploy-infrastructure -- --organization-id o-… --ou ou-…|r-… [options]
  --account ID            of the units, this account alone; may be repeated
  --registry FILE         the account registry, kept as a parameter (default: AWS Organizations)
  --breadth broad|narrow  what the role may read (broad)
  --sensitive-reads LIST  object-bodies, log-events, parameters, separated by commas (none)
  --only-through-aws-mcp  the role is of no use but through the AWS MCP Server
  --model MODEL           none, or bedrock: and a model or inference profile (none)
  --caller ARN            a role of another account that may invoke the agent; may be repeated
  --parameter KEY=VALUE   a further parameter of central-account.yaml; may be repeated
  --call-as self|delegated-admin   whose StackSets (delegated-admin)
  --stack-name, --stack-set-name, --region
  --dry-run               says what would be done and does nothing
  --destroy [--yes]       removes the role from all accounts and the stack`;

const options = z.object({
  'organization-id': z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, 'is the id of an organization, o-…')
    .optional(),
  ou: z
    .array(z.string().regex(/^(ou-[a-z0-9-]+|r-[a-z0-9]+)$/, 'is the id of a unit or root, ou-… or r-…'))
    .default([]),
  account: z.array(z.string().regex(/^\d{12}$/, 'is twelve digits')).default([]),
  registry: z.string().optional(),
  breadth: z.enum(['broad', 'narrow']).default('broad'),
  'sensitive-reads': z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(SENSITIVE_READS))),
  'only-through-aws-mcp': z.boolean().default(false),
  model: z
    .string()
    .regex(/^(none|bedrock:.+)$/, 'is none, or bedrock: and an id')
    .default('none'),
  caller: z.array(z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'is the ARN of a role')).default([]),
  parameter: z.array(z.string().regex(/^\w+=/, 'is KEY=VALUE')).default([]),
  'call-as': z.enum(['self', 'delegated-admin']).default('delegated-admin'),
  'stack-name': z.string().default('central-ops'),
  'stack-set-name': z.string().default('central-ops-target-role'),
  region: z.string().default(process.env['AWS_REGION'] ?? 'us-east-1'),
  'dry-run': z.boolean().default(false),
  destroy: z.boolean().default(false),
  yes: z.boolean().default(false),
});

async function main(around: Surroundings): Promise<number> {
  const given = parse(process.argv.slice(2));
  const cloudFormation = new CloudFormationClient({ region: given.region });
  const ssm = new SSMClient({ region: given.region });
  try {
    const identity = await identityIn(given.region, around.signal);
    around.say(`central account ${identity.accountId}, ${identity.region}`);
    const templates = {
      central: readFileSync('infrastructure/central-account.yaml', 'utf8'),
      member: readFileSync('infrastructure/member-account-role.yaml', 'utf8'),
    };
    const uses = { cloudFormation, ssm, identity, templates, around };
    const wish = wishOf(given);
    if (given.destroy) {
      const question = `The role is removed from all accounts, and the stack ${wish.stackName} from ${identity.accountId}.`;
      if (!given.yes && !(await confirmed(question, wish.stackName)))
        throw new DeploymentError('Nothing was removed.', 'Confirm, or give --yes.');
      await destroyInfrastructure(wish, uses);
      return 0;
    }
    if (wish.organizationId === '' || wish.units.length === 0)
      throw new DeploymentError(USAGE, 'Name the organization and at least one unit.');
    if (given['dry-run']) {
      for (const line of await planInfrastructure(wish, uses)) around.say(line);
      return 0;
    }
    const { failed } = await deployInfrastructure(wish, uses);
    return failed.length === 0 ? 0 : 1;
  } finally {
    cloudFormation.destroy();
    ssm.destroy();
  }
}

function wishOf(given: z.infer<typeof options>): InfrastructureWish {
  return {
    organizationId: given['organization-id'] ?? '',
    units: given.ou,
    accounts: given.account,
    stackName: given['stack-name'],
    stackSetName: given['stack-set-name'],
    callAs: given['call-as'] === 'self' ? 'SELF' : 'DELEGATED_ADMIN',
    breadth: given.breadth,
    sensitiveReads: given['sensitive-reads'],
    onlyThroughAwsMcp: given['only-through-aws-mcp'],
    model: given.model,
    callers: given.caller,
    parameters: Object.fromEntries(
      given.parameter.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
    ),
    ...(given.registry === undefined ? {} : { registry: readFileSync(given.registry, 'utf8') }),
  };
}

function parse(args: readonly string[]): z.infer<typeof options> {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'organization-id': text,
        ou: texts,
        account: texts,
        registry: text,
        breadth: text,
        'sensitive-reads': text,
        'only-through-aws-mcp': flag,
        model: text,
        caller: texts,
        parameter: texts,
        'call-as': text,
        'stack-name': text,
        'stack-set-name': text,
        region: text,
        'dry-run': flag,
        destroy: flag,
        yes: flag,
      },
    });
    return options.parse(values);
  } catch (error) {
    const problems =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `--${path.join(' ')} ${message}`).join('; ')
        : String(error);
    throw new DeploymentError(USAGE, problems);
  }
}

process.exitCode = await runScript(main);
