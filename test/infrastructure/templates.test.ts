import { afterAll, describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/config.js';
import { isObject, textOf } from './support/json.js';
import { resourcesOf, templateText, TEMPLATES, type TemplateName } from './support/roles.js';
import { createValidator } from './support/validate.js';

/** Every parameter with a value, so that every branch of the template is looked at. */
const FILLED: Readonly<Record<TemplateName, Readonly<Record<string, string>>>> = {
  central: {
    OrganizationId: 'o-exampleorgid',
    AccountRegistryParameter: '/central-ops/accounts',
    ContainerUri: '111111111111.dkr.ecr.us-east-1.amazonaws.com/central-ops:0.1.0',
    CodePackageKey: 'packages/central-ops-0.1.0.zip',
    CodePackageVersion: 'a1b2c3d4',
    ModelArns: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x',
    CallerPrincipalArns: 'arn:aws:iam::222222222222:role/Caller',
    JwtDiscoveryUrl: 'https://idp.example.com/.well-known/openid-configuration',
    JwtAudiences: 'central-ops',
    SubnetIds: 'subnet-0123456789abcdef0,subnet-0123456789abcdef1',
    SecurityGroupIds: 'sg-0123456789abcdef0',
    InvokeAgents: 'listed',
    LocalAgentArns: 'arn:aws:bedrock:us-east-1:111111111111:agent-alias/PEGHWIVI5Y/IO1GTTHP0M',
  },
  member: {
    CentralAccountId: '111111111111',
    OrganizationId: 'o-exampleorgid',
    ExternalId: 'an-external-id',
    PermissionsBoundaryArn: 'arn:aws:iam::222222222222:policy/Boundary',
    OnlyThroughAwsMcp: 'yes',
  },
  spoke: {
    CentralAccountId: '111111111111',
    OrganizationId: 'o-exampleorgid',
    ExternalId: 'an-external-id',
    RuntimeArns: 'arn:aws:bedrock-agentcore:us-east-1:222222222222:runtime/a-AbCdEf1234',
    AgentAliasArns: 'arn:aws:bedrock:us-east-1:222222222222:agent-alias/PEGHWIVI5Y/IO1GTTHP0M',
  },
  permissionSet: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef' },
};

const validator = createValidator();
afterAll(() => validator.close());

const NAMES: readonly TemplateName[] = ['central', 'member', 'spoke', 'permissionSet'];

describe('the templates', () => {
  it.each(NAMES)('%s is valid by the schemas and the linter of CloudFormation', (name) => {
    expect(validator.problems(TEMPLATES[name], templateText(name), FILLED[name])).toEqual([]);
  });

  it.each(NAMES)('%s is small enough to be sent in a request', (name) => {
    expect(Buffer.byteLength(templateText(name))).toBeLessThan(51_200);
  });

  // One validation for all mistakes of a template: it takes most of a second.
  it.each<[TemplateName, readonly (readonly [was: string, becomes: string, caught: string])[]]>([
    [
      'central',
      [
        ['  RoleArn:', '  RolArn:', "('RolArn' was unexpected"],
        ['PlatformVersion: !Ref PlatformVersion', 'PlatformVersion: V3', 'V3'],
        ['ScanOnPush: true', 'ScanOnPush: [always]', 'ScanOnPush'],
        ['AWS::BedrockAgentCore::RuntimeEndpoint', 'AWS::BedrockAgentCore::Doorway', 'AWS::BedrockAgentCore::Doorway'],
        ['KeySchema:\n        - { AttributeName: agent_key, KeyType: HASH }', '', "'KeySchema'"],
      ],
    ],
    [
      'member',
      [
        ['aws:PrincipalOrgID: !Ref OrganizationId', 'aws:PrincipalOrgID: !Ref Organisation', 'Organisation'],
        ['- DeniesLogEvents', '- DeniesLogs', 'DeniesLogs'],
      ],
    ],
    ['spoke', [['InvokerRole.Arn', 'InvokerRole.Urn', 'Urn']]],
    ['permissionSet', [['Effect: Deny', 'Effect: Forbid', 'Forbid']]],
  ])('%s with mistakes is caught, with each of them', (name, mistakes) => {
    let mutated = templateText(name);
    for (const [was, becomes] of mistakes) {
      expect(mutated).toContain(was);
      mutated = mutated.replace(was, becomes);
    }

    const found = validator.problems(TEMPLATES[name], mutated, FILLED[name]).join('\n');

    for (const [, , caught] of mistakes) expect(found).toContain(caught);
  });
});

describe('the central account’s template', () => {
  const container = { ContainerUri: FILLED.central['ContainerUri'] ?? '' };

  it('makes no runtime before there is something to run', () => {
    expect(Object.keys(resourcesOf('central'))).toEqual([
      'AgentRole',
      'Repository',
      'AgentRegistry',
      'ArtifactsBucket',
      'ArtifactsBucketPolicy',
    ]);
  });

  it('runs an image', () => {
    const { Runtime } = resourcesOf('central', container);

    expect(Runtime?.properties).toEqual({
      AgentRuntimeName: 'central_ops',
      Description: 'Answers one question over all AWS accounts of the organization, read-only.',
      RoleArn: 'arn:aws:other:us-east-1:111111111111:AgentRole',
      AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: container.ContainerUri } },
      PlatformVersion: 'V1',
      ProtocolConfiguration: 'HTTP',
      NetworkConfiguration: { NetworkMode: 'PUBLIC' },
      LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900, MaxLifetime: 28800 },
      RequestHeaderConfiguration: { RequestHeaderAllowlist: ['traceparent', 'tracestate', 'baggage'] },
      EnvironmentVariables: {
        ACCOUNT_REGISTRY: 'organizations',
        CENTRAL_OPS_CALLER_IN_SESSION: 'session-name,source-identity',
        CENTRAL_OPS_CREDENTIALS: 'iam',
        CENTRAL_OPS_EXTERNAL_ID: 'ssm:/central-ops/external-id',
        CENTRAL_OPS_HOST: '0.0.0.0',
        CENTRAL_OPS_MODEL: 'none',
        CENTRAL_OPS_REGIONS: 'us-east-1',
        CENTRAL_OPS_ROLE_NAME: 'CentralOpsTargetRole',
        OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'false',
      },
      Tags: { application: 'central-ops' },
    });
  });

  it('runs a package where there is no image', () => {
    const parameters = { CodePackageKey: 'packages/a.zip', CodePackageVersion: 'v1', PlatformVersion: 'V2' };

    const { Runtime } = resourcesOf('central', parameters);

    expect(Runtime?.properties).toMatchObject({
      AgentRuntimeArtifact: {
        CodeConfiguration: {
          Code: { S3: { Bucket: 'ArtifactsBucket', Prefix: 'packages/a.zip', VersionId: 'v1' } },
          EntryPoint: ['main.js'],
          Runtime: 'NODE_22',
        },
      },
      PlatformVersion: 'V2',
    });
  });

  it('takes the caller from the token when callers present tokens', () => {
    const jwt = { JwtDiscoveryUrl: FILLED.central['JwtDiscoveryUrl'] ?? '', JwtAudiences: 'central-ops' };

    const { Runtime } = resourcesOf('central', { ...container, ...jwt });

    expect(Runtime?.properties).toMatchObject({
      AuthorizerConfiguration: {
        CustomJWTAuthorizer: { DiscoveryUrl: jwt.JwtDiscoveryUrl, AllowedAudience: ['central-ops'] },
      },
      RequestHeaderConfiguration: {
        RequestHeaderAllowlist: ['traceparent', 'tracestate', 'baggage', 'Authorization'],
      },
      EnvironmentVariables: { CENTRAL_OPS_CALLER_HEADER: 'Authorization' },
    });
  });

  it('closes the shell to everybody and opens the agent to the named roles of other accounts alone', () => {
    const callers = 'arn:aws:iam::222222222222:role/A,arn:aws:iam::333333333333:role/B';

    const resources = resourcesOf('central', { ...container, CallerPrincipalArns: callers });

    for (const [id, arn] of [
      ['RuntimePolicy', 'Runtime.AgentRuntimeArn'],
      ['EndpointPolicy', 'Endpoint.AgentRuntimeEndpointArn'],
    ] as const) {
      expect(JSON.parse(textOf(resources[id]?.properties['Policy']))).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'NoShellInSessions',
            Effect: 'Deny',
            Principal: '*',
            Action: ['bedrock-agentcore:InvokeAgentRuntimeCommand', 'bedrock-agentcore:InvokeAgentRuntimeCommandShell'],
            Resource: arn,
          },
          {
            Sid: 'CallersOfOtherAccounts',
            Effect: 'Allow',
            Principal: { AWS: callers.split(',') },
            Action: ['bedrock-agentcore:InvokeAgentRuntime'],
            Resource: arn,
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
          },
        ],
      });
    }
  });

  it.each([
    ['defaults', {}],
    ['everything set', { ...FILLED.central, CodePackageKey: '', Model: 'bedrock:us.anthropic.claude-x' }],
  ])('gives the agent settings that it understands: %s', async (_, parameters) => {
    const { Runtime } = resourcesOf('central', { ...container, ...parameters });
    const variables = Runtime?.properties['EnvironmentVariables'];
    const environment = isObject(variables)
      ? Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, textOf(value)]))
      : {};

    const configuration = await loadConfiguration({
      environment: { ...environment, AWS_REGION: 'us-east-1' },
      door: 'server',
    });

    expect(configuration.externalId).toBe('ssm:/central-ops/external-id');
    // Platform version V2 takes 2.5 KB of variables for a container and 1.5 KB for a package.
    expect(JSON.stringify(environment).length).toBeLessThan(1500);
  });
});
