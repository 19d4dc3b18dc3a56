/** Who may become whom: the trust policies and what the agent's own role may do, as the templates say it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { iamLevels } from '../../infrastructure/scripts/policies/iam-levels.js';
import type { RequestContext } from './support/iam/conditions.js';
import { type Decision, evaluate, type Principal } from './support/iam/evaluate.js';
import { matchesAction } from './support/iam/match.js';
import { parsePolicy, type Policy, type Statement } from './support/iam/policy.js';
import { EXTERNAL_ID, HUB, MEMBER, ORGANIZATION, roleOf, templateText, type TemplateRole } from './support/roles.js';

const ANOTHER_ORGANIZATION = 'o-anotherorgid';
const allowAll = parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });

/** One way of asking STS for the member's role: everything right unless a case says otherwise. */
interface Attempt {
  readonly as?: Principal;
  readonly action?: string;
  readonly context?: RequestContext;
  readonly without?: readonly string[];
}

const RIGHT: RequestContext = {
  'sts:ExternalId': EXTERNAL_ID,
  'aws:PrincipalOrgID': ORGANIZATION,
  'aws:ResourceOrgID': ORGANIZATION,
};

function attempt(role: TemplateRole, trust: Policy, { as, action, context, without = [] }: Attempt): Decision {
  const given = Object.entries({ ...RIGHT, ...context }).filter(([key]) => !without.includes(key));
  return evaluate(
    as ?? roleOf('central', { InvokeAgents: 'listed' }).principal,
    {
      action: action ?? 'sts:AssumeRole',
      resource: `arn:aws:iam::${MEMBER}:role/${role.name}`,
      context: Object.fromEntries(given),
    },
    { accountId: MEMBER, policy: trust },
  );
}

/** Somebody whose own policies allow everything, so that only the trust policy is between them and the role. */
function administrator(name: string, accountId: string): Principal {
  return { name: `arn:aws:iam::${accountId}:${name}`, accountId, identity: [allowAll] };
}

const CASES: readonly (readonly [string, Attempt, Decision])[] = [
  ['the agent with the external id', {}, 'allowed'],
  ['the agent without an external id', { without: ['sts:ExternalId'] }, 'implicit-deny'],
  ['the agent with a wrong external id', { context: { 'sts:ExternalId': 'guess' } }, 'implicit-deny'],
  [
    'the agent in another letter case of the external id',
    { context: { 'sts:ExternalId': EXTERNAL_ID.toUpperCase() } },
    'implicit-deny',
  ],
  [
    'the agent, when its account has left the organization',
    { context: { 'aws:PrincipalOrgID': ANOTHER_ORGANIZATION } },
    'implicit-deny',
  ],
  [
    'the agent, to an account of another organization',
    { context: { 'aws:ResourceOrgID': ANOTHER_ORGANIZATION } },
    'implicit-deny',
  ],
  ['an administrator of the central account', { as: administrator('role/Admin', HUB) }, 'implicit-deny'],
  ['the root user of the central account', { as: administrator('root', HUB) }, 'implicit-deny'],
  [
    'a role whose name begins like the agent’s',
    { as: administrator('role/CentralOpsAgentRole2', HUB) },
    'implicit-deny',
  ],
  [
    'a role of the same name in another account of the organization',
    { as: administrator('role/CentralOpsAgentRole', '333333333333') },
    'implicit-deny',
  ],
  ['an administrator of the member account itself', { as: administrator('role/Admin', MEMBER) }, 'implicit-deny'],
  [
    'an outsider who knows the external id',
    { as: administrator('role/Any', '999999999999'), context: { 'aws:PrincipalOrgID': ANOTHER_ORGANIZATION } },
    'implicit-deny',
  ],
  [
    'the service itself',
    { as: { name: 'bedrock-agentcore.amazonaws.com', accountId: HUB, identity: [] } },
    'implicit-deny',
  ],
  ['the agent, to say who asked', { action: 'sts:SetSourceIdentity' }, 'allowed'],
  [
    'the agent, to say who asked as a tag',
    { action: 'sts:TagSession', context: { 'aws:TagKeys': ['CentralOpsCaller'] } },
    'allowed',
  ],
  [
    'the agent, to set a tag that other policies may trust',
    { action: 'sts:TagSession', context: { 'aws:TagKeys': ['CentralOpsCaller', 'team'] } },
    'implicit-deny',
  ],
  ['the agent through a web identity', { action: 'sts:AssumeRoleWithWebIdentity' }, 'implicit-deny'],
];

describe.each(['member', 'spoke'] as const)('the role of the %s template', (name) => {
  const parameters = name === 'spoke' ? { RuntimeArns: runtimeArns().join(',') } : {};

  it.each(CASES)('%s: is %3$s', (_, how, expected) => {
    const role = roleOf(name, parameters);

    expect(attempt(role, role.trust, how)).toBe(expected);
  });

  it('writes its trust anew when the central role was made anew', () => {
    const sids = ['', 'AROAEXAMPLEONE', 'AROAEXAMPLETWO'].map(
      (CentralRoleId) => roleOf(name, { ...parameters, CentralRoleId }).trust.Statement[0]?.Sid,
    );

    expect(sids).toEqual(['CentralOpsAgent', 'CentralOpsAgentAROAEXAMPLEONE', 'CentralOpsAgentAROAEXAMPLETWO']);
  });

  it.each<[string, (statement: Statement) => Statement]>([
    ['no conditions', (statement) => ({ ...statement, Condition: {} })],
    ['no external id', (statement) => withoutKey(statement, 'sts:ExternalId')],
    ['no organization', (statement) => withoutKey(statement, 'aws:PrincipalOrgID')],
    ['any tag', (statement) => withoutKey(statement, 'aws:TagKeys')],
    ['the whole central account', (statement) => ({ ...statement, Principal: { AWS: [`arn:aws:iam::${HUB}:root`] } })],
    ['everybody', (statement) => ({ ...statement, Principal: '*' })],
    ['every way of assuming', (statement) => ({ ...statement, Action: ['sts:*'] })],
  ])('a trust policy with %s is caught', (_, mutate) => {
    const role = roleOf(name, parameters);
    const trust = { ...role.trust, Statement: role.trust.Statement.map(mutate) };

    const wrong = CASES.filter(([, how, expected]) => attempt(role, trust, how) !== expected);

    expect(wrong.map(([title]) => title)).not.toEqual([]);
  });
});

function withoutKey(statement: Statement, key: string): Statement {
  const operators = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).filter(([name]) => name !== key)),
  ]);
  return { ...statement, Condition: Object.fromEntries(operators) };
}

function runtimeArns(): readonly string[] {
  const runtime = `arn:aws:bedrock-agentcore:us-east-1:${MEMBER}:runtime/invoices-AbCdEf1234`;
  return [runtime, `${runtime}/runtime-endpoint/DEFAULT`];
}

describe('the role that invokes agents', () => {
  const alias = `arn:aws:bedrock:us-east-1:${MEMBER}:agent-alias/PEGHWIVI5Y/IO1GTTHP0M`;
  const role = roleOf('spoke', { RuntimeArns: runtimeArns().join(','), AgentAliasArns: alias }).principal;
  const [runtime = '', endpoint = ''] = runtimeArns();

  it.each([
    ['bedrock-agentcore:InvokeAgentRuntime', runtime, 'allowed'],
    ['bedrock-agentcore:InvokeAgentRuntime', endpoint, 'allowed'],
    ['bedrock-agentcore:InvokeAgentRuntime', runtime.replace('invoices', 'payments'), 'implicit-deny'],
    ['bedrock-agentcore:InvokeAgentRuntimeForUser', runtime, 'implicit-deny'],
    ['bedrock-agentcore:InvokeAgentRuntimeCommand', runtime, 'explicit-deny'],
    ['bedrock-agentcore:InvokeAgentRuntimeCommandShell', endpoint, 'explicit-deny'],
    ['bedrock:InvokeAgent', alias, 'allowed'],
    ['bedrock:InvokeAgent', alias.replace('IO1GTTHP0M', 'TSTALIASID'), 'implicit-deny'],
    ['bedrock:InvokeModel', 'arn:aws:bedrock:us-east-1::foundation-model/any', 'implicit-deny'],
  ] as const)('%s on %s is %s', (action, resource, expected) => {
    expect(evaluate(role, { action, resource })).toBe(expected);
  });
});

function central(parameters: Readonly<Record<string, string>> = {}, text?: string): Principal {
  return roleOf('central', parameters, text).principal;
}

function runtimeOf(name: string, account = HUB): string {
  return `arn:aws:bedrock-agentcore:us-east-1:${account}:runtime/${name}`;
}

describe('the agent’s role', () => {
  const model = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x';
  let actions: readonly string[];
  beforeAll(async () => {
    actions = [...(await iamLevels()).keys()];
  });

  /** Every action that any statement allows, on whatever resource and condition. */
  const namedIn = ({ identity }: Principal): readonly string[] => {
    const statements = identity.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow');
    return actions.filter((action) =>
      statements.some(({ Action, NotAction }) => NotAction !== undefined || matchesAction(Action ?? [], action)),
    );
  };

  const ALWAYS = [
    'cloudwatch:PutMetricData',
    'dynamodb:DescribeTable',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'ecr:BatchGetImage',
    'ecr:GetAuthorizationToken',
    'ecr:GetDownloadUrlForLayer',
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
    'logs:PutResourcePolicy',
    'ssm:GetParameter',
    'sts:AssumeRole',
    'sts:SetSourceIdentity',
    'sts:TagSession',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ];
  const ORGANIZATIONS = [
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    'organizations:ListAccountsForParent',
    'organizations:ListOrganizationalUnitsForParent',
    'organizations:ListRoots',
    'organizations:ListTagsForResource',
  ];

  it.each([
    ['accounts from AWS Organizations', {}, [...ALWAYS, ...ORGANIZATIONS]],
    ['accounts from a parameter', { AccountRegistryParameter: '/central-ops/accounts' }, ALWAYS],
    [
      'a model',
      { AccountRegistryParameter: '/a', ModelArns: model },
      [...ALWAYS, 'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    ],
    [
      'a package',
      { AccountRegistryParameter: '/a', CodePackageKey: 'packages/a.zip' },
      [...ALWAYS, 's3:GetObject', 's3:GetObjectVersion'],
    ],
    ['agents', { AccountRegistryParameter: '/a', InvokeAgents: 'listed' }, ALWAYS],
    ['agents of its own account, switched off', { AccountRegistryParameter: '/a', LocalAgentArns: model }, ALWAYS],
    [
      'agents of its own account',
      { AccountRegistryParameter: '/a', InvokeAgents: 'listed', LocalAgentArns: model },
      [...ALWAYS, 'bedrock-agentcore:InvokeAgentRuntime', 'bedrock:InvokeAgent'],
    ],
  ])('with %s: names these actions and no other', (_, parameters, expected) => {
    expect([...namedIn(central(parameters))].toSorted()).toEqual([...expected].toSorted());
  });

  const org = { 'aws:ResourceOrgID': ORGANIZATION };
  const us = 'us-east-1:111111111111';
  it.each([
    ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/CentralOpsTargetRole', org, 'allowed'],
    [
      'sts:AssumeRole',
      'arn:aws:iam::222222222222:role/CentralOpsTargetRole',
      { 'aws:ResourceOrgID': ANOTHER_ORGANIZATION },
      'implicit-deny',
    ],
    ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/CentralOpsTargetRole', {}, 'implicit-deny'],
    ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/OrganizationAccountAccessRole', org, 'implicit-deny'],
    ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/CentralOpsTargetRoleAdmin', org, 'implicit-deny'],
    ['sts:AssumeRole', 'arn:aws:iam::222222222222:role/CentralOpsAgentInvoker', org, 'implicit-deny'],
    ['sts:AssumeRole', `arn:aws:iam::${HUB}:role/Admin`, org, 'implicit-deny'],
    ['ssm:GetParameter', `arn:aws:ssm:${us}:parameter/central-ops/external-id`, {}, 'allowed'],
    ['ssm:GetParameter', `arn:aws:ssm:${us}:parameter/other`, {}, 'implicit-deny'],
    [
      'logs:PutLogEvents',
      `arn:aws:logs:${us}:log-group:/aws/bedrock-agentcore/runtimes/central_ops-AbCdEf1234-production:log-stream:x`,
      {},
      'allowed',
    ],
    ['logs:PutLogEvents', `arn:aws:logs:${us}:log-group:/aws/lambda/other:log-stream:x`, {}, 'implicit-deny'],
    ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'bedrock-agentcore' }, 'allowed'],
    ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }, 'implicit-deny'],
    ['bedrock:InvokeModel', model, {}, 'implicit-deny'],
    [
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
      `arn:aws:bedrock-agentcore:${us}:runtime/central_ops-x`,
      {},
      'explicit-deny',
    ],
    ['bedrock-agentcore:InvokeAgentRuntimeCommandShell', '*', {}, 'explicit-deny'],
    ['bedrock-agentcore:GetWorkloadAccessTokenForUserId', '*', {}, 'implicit-deny'],
    ['dynamodb:PutItem', `arn:aws:dynamodb:us-east-1:${HUB}:AgentRegistry`, {}, 'implicit-deny'],
    ['s3:GetObject', `arn:aws:s3:us-east-1:${HUB}:ArtifactsBucket/packages/a.zip`, {}, 'implicit-deny'],
  ] as const)('%s on %s with %j is %s', (action, resource, context, expected) => {
    expect(evaluate(central(), { action, resource, context })).toBe(expected);
  });

  it('invokes the configured model and no other', () => {
    const role = central({ ModelArns: model });

    expect(evaluate(role, { action: 'bedrock:InvokeModel', resource: model })).toBe('allowed');
    expect(evaluate(role, { action: 'bedrock:InvokeModel', resource: `${model}-2` })).toBe('implicit-deny');
  });

  it.each([
    ['any role', (text: string) => text.replace('iam::*:role/${TargetRoleName}', 'iam::*:role/*')],
    [
      'any resource',
      (text: string) =>
        text.replace(/Resource: !Sub arn:\$\{AWS::Partition\}:iam::\*:role\/\$\{TargetRoleName\}/, "Resource: '*'"),
    ],
    [
      'the organization of the agent itself, which is always its own',
      (text: string) => text.replace('aws:ResourceOrgID', 'aws:PrincipalOrgID'),
    ],
  ])('a policy that lets it assume %s is caught', (_, mutate) => {
    const mutated = mutate(templateText('central'));
    expect(mutated).not.toBe(templateText('central'));
    const role = central({}, mutated);
    const context = { 'aws:ResourceOrgID': ANOTHER_ORGANIZATION, 'aws:PrincipalOrgID': ORGANIZATION };

    const mayAssume = (name: string, asked: RequestContext): Decision =>
      evaluate(role, { action: 'sts:AssumeRole', resource: `arn:aws:iam::${MEMBER}:role/${name}`, context: asked });

    expect([mayAssume('CentralOpsTargetRole', context), mayAssume('OrganizationAccountAccessRole', org)]).toContain(
      'allowed',
    );
  });

  it.each([
    [
      'its own runtime',
      'bedrock-agentcore.amazonaws.com',
      { 'aws:SourceAccount': HUB, 'aws:SourceArn': runtimeOf('central_ops-AbCdEf1234') },
      'allowed',
    ],
    [
      'another runtime of the account',
      'bedrock-agentcore.amazonaws.com',
      { 'aws:SourceAccount': HUB, 'aws:SourceArn': runtimeOf('other-AbCdEf1234') },
      'implicit-deny',
    ],
    [
      'a runtime of another account',
      'bedrock-agentcore.amazonaws.com',
      { 'aws:SourceAccount': MEMBER, 'aws:SourceArn': runtimeOf('central_ops-x', MEMBER) },
      'implicit-deny',
    ],
    ['the service for nobody in particular', 'bedrock-agentcore.amazonaws.com', {}, 'implicit-deny'],
    [
      'another service',
      'lambda.amazonaws.com',
      { 'aws:SourceAccount': HUB, 'aws:SourceArn': runtimeOf('central_ops-x') },
      'implicit-deny',
    ],
  ] as const)('is taken on by %s (%s, %j): %s', (_, name, context, expected) => {
    const { trust } = roleOf('central');
    const service: Principal = { name, accountId: HUB, identity: [] };
    const resource = `arn:aws:iam::${HUB}:role/CentralOpsAgentRole`;

    expect(evaluate(service, { action: 'sts:AssumeRole', resource, context }, { accountId: HUB, policy: trust })).toBe(
      expected,
    );
  });

  it.each(['role/Admin', 'root'])('is not assumed by %s of its own account', (name) => {
    const request = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${HUB}:role/CentralOpsAgentRole` };
    const resource = { accountId: HUB, policy: roleOf('central').trust };

    expect(evaluate(administrator(name, HUB), request, resource)).toBe('implicit-deny');
  });
});
