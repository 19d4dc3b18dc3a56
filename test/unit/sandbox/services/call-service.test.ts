import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.js';
import type { Ec2Instance } from '../../../../src/sandbox/organization/model.js';
import { account, accounts, call, clientError, refusal } from './service-calls.js';

const home = account.regional('us-east-1');

describe('callService', () => {
  it('says what botocore says of names it does not know', () => {
    expect(refusal('ec3', 'DescribeInstances')).toEqual({
      type: 'UnknownServiceError',
      text: expect.stringMatching(/^Unknown service: 'ec3'\. Valid service names are: accessanalyzer, account, /u),
    });
    expect(refusal('rds', 'DescribeDBThings')).toEqual({
      type: 'AttributeError',
      text: expect.stringMatching(/^'RDS' object has no attribute 'describe_db_things' /u),
    });
    expect(refusal('rds', 'toString')).toMatchObject({ type: 'AttributeError' });
    expect(refusal('glue', 'GetDatabases')).toMatchObject({
      type: 'NotImplementedError',
      text: expect.stringContaining('The sandbox does not model glue'),
    });
  });

  it('checks parameters as botocore does, all at once', () => {
    expect(refusal('eks', 'DescribeCluster', { params: { cluster: 'x' } })).toEqual({
      type: 'ParamValidationError',
      text:
        'Parameter validation failed:\nMissing required parameter in input: "name"\n' +
        'Unknown parameter in input: "cluster", must be one of: name',
    });
    expect(refusal('ec2', 'DescribeInstances', { params: { InstanceIds: 'i-1', MaxResults: '5' } })).toEqual({
      type: 'ParamValidationError',
      text:
        "Parameter validation failed:\nInvalid type for parameter InstanceIds, value: i-1, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'>\n" +
        "Invalid type for parameter MaxResults, value: 5, type: <class 'str'>, valid types: <class 'int'>",
    });
  });

  it.each([
    ['ec2', 'DescribeVpcs', 'AuthFailure', 'AWS was not able to validate the provided access credentials'],
    [
      'lambda',
      'ListFunctions',
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ],
    ['rds', 'DescribeDBInstances', 'InvalidClientTokenId', 'The security token included in the request is invalid.'],
  ])('does not know the credentials of %s in a Region that is not enabled', (service, operation, code, message) => {
    expect(refusal(service, operation, { region: 'ap-east-1' })).toEqual(
      clientError(`An error occurred (${code}) when calling the ${operation} operation: ${message}`),
    );
  });

  it('cannot reach a service in a Region that does not offer it, nor a Region that does not exist', () => {
    expect(refusal('apprunner', 'ListServices', { region: 'eu-north-1' })).toEqual({
      type: 'EndpointConnectionError',
      text: 'Could not connect to the endpoint URL: "https://apprunner.eu-north-1.amazonaws.com/"',
    });
    expect(refusal('cloudwatch', 'DescribeAlarms', { region: 'mars-north-1' })).toEqual({
      type: 'EndpointConnectionError',
      text: 'Could not connect to the endpoint URL: "https://monitoring.mars-north-1.amazonaws.com/"',
    });
    expect(refusal('ec2', 'DescribeVpcs', { region: 'not a region' })).toMatchObject({ type: 'InvalidRegionError' });
  });

  it('answers global services from every Region', () => {
    expect(call('iam', 'ListUsers', { region: 'ap-east-1' })).toEqual(call('iam', 'ListUsers'));
  });

  it('counts what would change something, and refuses it to a session that only reads', () => {
    let mutations = 0;
    const mutated = (): void => {
      mutations += 1;
    };
    const params = { InstanceIds: [home.ec2Instances[0]?.id ?? ''] };

    call('ec2', 'TerminateInstances', { params, mutated });
    const refused = refusal('ec2', 'TerminateInstances', { params, mutated, readOnly: true });

    expect(mutations).toBe(1);
    expect(refused).toEqual(
      clientError(
        'An error occurred (UnauthorizedOperation) when calling the TerminateInstances operation: You are not authorized to perform this operation. ' +
          `User: arn:aws:sts::${account.id}:assumed-role/CentralOpsTargetRole/test is not authorized to perform: ` +
          'ec2:TerminateInstances because no session policy allows the ec2:TerminateInstances action',
      ),
    );
  });

  it('hands out secret values to the role, and not to a session that only reads', () => {
    const owner = accounts.find((candidate) => candidate.regional('us-east-1').secrets.length > 0);
    if (owner === undefined) throw new Error('Some account has a secret.');
    const params = { SecretId: owner.regional('us-east-1').secrets[0]?.name ?? '' };

    expect(call('secretsmanager', 'GetSecretValue', { of: owner, params })).toMatchObject({
      SecretString: expect.stringContaining('canary-secret'),
    });
    expect(refusal('secretsmanager', 'GetSecretValue', { of: owner, params, readOnly: true }).text).toContain(
      '(AccessDeniedException)',
    );
  });
});

describe('ec2 DescribeInstances', () => {
  it('returns every instance that the account has, grouped by reservation', () => {
    const reply = call('ec2', 'DescribeInstances');

    expect([...ids(reply)].sort()).toEqual(home.ec2Instances.map((instance) => instance.id).sort());
  });

  it('filters by state, tag, type and wildcard', () => {
    expect([...filtered('instance-state-name', 'running')].sort()).toEqual(
      [...having((instance) => instance.state === 'running')].sort(),
    );
    expect(filtered('tag:Name', 'production-*').length).toBe(
      having((instance) => instance.name?.startsWith('production-') ?? false).length,
    );
    expect(filtered('instance-type', 'm?i.*', 't*').length).toBe(
      having((instance) => /^(?:m.i\.|t)/u.test(instance.type)).length,
    );
    expect(filtered('instance-type', 'm.*')).toEqual([]);
  });

  it('refuses filters, ids and page sizes as EC2 does', () => {
    const first = home.ec2Instances[0]?.id ?? '';

    expect(refusedInstances({ Filters: [{ Name: 'colour', Values: ['red'] }] })).toContain(
      "(InvalidParameterValue) when calling the DescribeInstances operation: The filter 'colour' is invalid",
    );
    expect(refusedInstances({ InstanceIds: ['i-00000000000000000'] })).toContain(
      "The instance ID 'i-00000000000000000' does not exist",
    );
    expect(refusedInstances({ InstanceIds: [first], MaxResults: 10 })).toContain('(InvalidParameterCombination)');
    expect(refusedInstances({ MaxResults: 4 })).toContain('Expecting a value greater than 5.');
    expect(refusedInstances({ NextToken: 'forged' })).toContain('(InvalidNextToken)');
  });
});

describe('what is absent', () => {
  const buckets = accounts.slice(1).flatMap((of) => of.global().s3Buckets.map((bucket) => ({ of, bucket })));
  const refusedFor = (operation: string, found: (typeof buckets)[number] | undefined): string =>
    refusal('s3', operation, {
      params: { Bucket: found?.bucket.name ?? '' },
      ...(found === undefined ? {} : { of: found.of }),
    }).text;

  it.each([
    [
      'GetBucketEncryption',
      'ServerSideEncryptionConfigurationNotFoundError',
      buckets.find(({ bucket }) => !bucket.encrypted),
    ],
    ['GetBucketPolicyStatus', 'NoSuchBucketPolicy', buckets.find(({ bucket }) => !bucket.hasPolicy)],
    ['GetBucketTagging', 'NoSuchTagSet', buckets.find(({ bucket }) => Object.keys(bucket.tags).length === 0)],
    [
      'GetPublicAccessBlock',
      'NoSuchPublicAccessBlockConfiguration',
      buckets.find(({ bucket }) => bucket.publicAccessBlocked === null),
    ],
    ['GetBucketVersioning', 'NoSuchBucket', undefined],
  ])('has its own error: %s', (operation, code, found) => {
    expect(refusedFor(operation, found)).toContain(
      `An error occurred (${code}) when calling the ${operation} operation: `,
    );
  });

  it('ECS reports as a failure beside what it found', () => {
    const owner = accounts.find((of) => of.regional('us-east-1').ecsClusters.length > 0);
    const name = owner?.regional('us-east-1').ecsClusters[0]?.name ?? '';

    const reply = call('ecs', 'DescribeClusters', {
      params: { clusters: [name, 'gone'] },
      ...(owner === undefined ? {} : { of: owner }),
    });

    expect(reply).toMatchObject({
      clusters: [{ clusterName: name }],
      failures: [{ arn: `arn:aws:ecs:us-east-1:${owner?.id ?? ''}:cluster/gone`, reason: 'MISSING' }],
    });
  });
});

describe('ec2 DescribeRegions', () => {
  it('lists the enabled Regions, and with AllRegions the others as not opted in', () => {
    const opted = accounts.find((candidate) => candidate.enabledRegions.includes('me-central-1'));
    const regions = (params: JsonObject): readonly unknown[] => {
      const found = call('ec2', 'DescribeRegions', { params, ...(opted === undefined ? {} : { of: opted }) })[
        'Regions'
      ];
      return Array.isArray(found) ? found : [];
    };

    expect(regions({})).toHaveLength(18);
    expect(regions({})).toContainEqual({
      RegionName: 'me-central-1',
      Endpoint: 'ec2.me-central-1.amazonaws.com',
      OptInStatus: 'opted-in',
    });
    expect(regions({ AllRegions: true })).toContainEqual({
      RegionName: 'ap-east-1',
      Endpoint: 'ec2.ap-east-1.amazonaws.com',
      OptInStatus: 'not-opted-in',
    });
  });
});

function ids(reply: JsonObject): readonly string[] {
  return JSON.stringify(reply).match(/(?<="InstanceId":")i-[0-9a-f]{17}/gu) ?? [];
}

function filtered(name: string, ...values: string[]): readonly string[] {
  return ids(call('ec2', 'DescribeInstances', { params: { Filters: [{ Name: name, Values: values }] } }));
}

function having(wanted: (instance: Ec2Instance) => boolean): readonly string[] {
  return home.ec2Instances.filter(wanted).map((instance) => instance.id);
}

function refusedInstances(params: JsonObject): string {
  return refusal('ec2', 'DescribeInstances', { params }).text;
}
