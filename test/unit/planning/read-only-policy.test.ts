import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import type { AccessLevel } from '../../../src/planning/catalogue/facts.js';
import { catalogueHolding } from './catalogue/made-up.js';
import { reasonNeverToRead } from '../../../src/planning/never-read.js';
import { proveReadOnly } from '../../../src/planning/read-only-policy.js';

const catalogue = createCatalogue();

/** A catalogue of one operation that says of itself what a test needs. */
function catalogueOf(operation: string, access: AccessLevel): ReturnType<typeof createCatalogue> {
  const reads = access === 'Read' || access === 'List';
  return catalogueHolding({
    service: 'made-up',
    operations: reads ? { [operation]: { level: access, takes: '', items: '', item: '{Thing}', sends: {} } } : {},
    refused: reads ? {} : { [access]: operation },
  });
}

describe('proveReadOnly', () => {
  it.each([
    ['ec2', 'DescribeInstances'],
    ['s3', 'ListBuckets'],
    ['s3', 'GetBucketPolicyStatus'],
    ['rds', 'DescribeDBInstances'],
    ['lambda', 'ListFunctions'],
    ['ecs', 'DescribeServices'],
    ['eks', 'DescribeCluster'],
    ['iam', 'ListUsers'],
    ['iam', 'GetAccountPasswordPolicy'],
    ['sts', 'GetCallerIdentity'],
    ['secretsmanager', 'ListSecrets'],
    ['ssm', 'DescribeParameters'],
    ['resource-explorer-2', 'Search'],
  ])('allows %s %s', (service, operation) => {
    expect(proveReadOnly(catalogue, { service, operation })).toEqual({
      allowed: true,
      facts: catalogue.find(service, operation),
    });
  });

  it.each([
    ['ec2', 'TerminateInstances', 'under Write'],
    ['ec2', 'CreateTags', 'under Tagging, Write'],
    ['s3', 'PutBucketPolicy', 'under Permissions management, Write'],
    ['lambda', 'Invoke', 'lambda:InvokeFunction under Write'],
    ['secretsmanager', 'GetSecretValue', 'holds secrets'],
    ['secretsmanager', 'BatchGetSecretValue', 'holds secrets'],
    ['sts', 'GetSessionToken', 'holds secrets'],
    ['sts', 'AssumeRole', 'holds secrets'],
    ['ec2', 'GetPasswordData', 'holds secrets'],
    ['ec2', 'GetConsoleOutput', 'holds secrets'],
    ['iam', 'GetCredentialReport', 'holds secrets'],
    ['iam', 'GenerateCredentialReport', 'starts or changes'],
    ['logs', 'StartQuery', 'starts or changes'],
    ['logs', 'GetLogEvents', 'CENTRAL_OPS_SENSITIVE_READS names log-events'],
    ['logs', 'FilterLogEvents', 'CENTRAL_OPS_SENSITIVE_READS names log-events'],
    ['cloudsearchdomain', 'Search', 'CENTRAL_OPS_SENSITIVE_READS names object-bodies'],
    ['s3', 'GetObject', 'CENTRAL_OPS_SENSITIVE_READS names object-bodies'],
    ['lambda', 'GetFunction', 'CENTRAL_OPS_SENSITIVE_READS names object-bodies'],
    ['ssm', 'GetParameter', 'CENTRAL_OPS_SENSITIVE_READS names parameters'],
    ['ssm', 'GetParametersByPath', 'CENTRAL_OPS_SENSITIVE_READS names parameters'],
    ['rds', 'DownloadDBLogFilePortion', 'CENTRAL_OPS_SENSITIVE_READS names log-events'],
    ['ecr', 'GetAuthorizationToken', 'holds secrets'],
    ['codeartifact', 'GetAuthorizationToken', 'holds secrets'],
    ['redshift', 'GetClusterCredentials', 'holds secrets'],
    ['sso', 'GetRoleCredentials', 'holds secrets'],
    ['lightsail', 'GetRelationalDatabaseMasterUserPassword', 'holds secrets'],
    ['cloudformation', 'DetectStackDrift', 'starts or changes'],
    ['athena', 'StartQueryExecution', 'starts or changes'],
    ['dynamodb', 'GetItem', 'stored data'],
    ['anything', 'GetDatabaseCredentials', 'by its name'],
    ['anything', 'GetMagicToken', 'by its name'],
    ['anything', 'GetPresignedUrl', 'by its name'],
    ['nowhere', 'ListTables', 'no service "nowhere" in the catalogue'],
    ['ecr', 'ListImageReferrers', 'unknown means no'],
  ])('refuses %s %s', (service, operation, reason) => {
    expect(proveReadOnly(catalogue, { service, operation })).toMatchObject({
      allowed: false,
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    ['ec2', 'describeinstances', 'Did you mean DescribeInstances?'],
    ['ec2', 'DESCRIBEINSTANCES', 'Did you mean DescribeInstances'],
    ['ec2', 'describe_instances', 'Did you mean DescribeInstances'],
    ['ec2', 'DescribeInstances ', 'Did you mean DescribeInstances'],
    ['EC2', 'DescribeInstances', 'Did you mean ec2'],
    ['apprunne', 'ListServices', 'Did you mean apprunner?'],
    ['nonsense', 'ListThings', 'services under botocore'],
  ])('refuses %j %j, and says what was meant', (service, operation, suggestion) => {
    expect(proveReadOnly(catalogue, { service, operation })).toMatchObject({
      allowed: false,
      suggestion: expect.stringContaining(suggestion),
    });
  });

  it('never suggests what it would refuse', () => {
    expect(proveReadOnly(catalogue, { service: 'ec2', operation: 'TerminateInstance' })).toEqual({
      allowed: false,
      reason: 'ec2 TerminateInstance is not in the catalogue, and what is unknown is not asked.',
      suggestion: expect.not.stringContaining('TerminateInstances'),
    });
  });

  it.each<[string, AccessLevel, boolean]>([
    ['ListThings', 'List', true],
    ['BatchGetThings', 'Read', true],
    ['SearchThings', 'Read', true],
    ['Search', 'Read', true],
    ['FilterThings', 'Read', true],
    ['ListThings', 'Write', false],
    ['ListThings', 'Tagging, Write', false],
    ['ListThings', 'Permissions management, Write', false],
    ['StartThings', 'Read', false],
    ['Getaway', 'Read', false],
    ['listThings', 'List', false],
  ])('takes level and verb together: %s under %s is %s', (operation, access, allowed) => {
    const made = catalogueOf(operation, access);

    expect(proveReadOnly(made, { service: 'made-up', operation }).allowed).toBe(allowed);
  });

  it('opens a sensitive read when configuration names it, and only that one', () => {
    expect(reasonNeverToRead('logs', 'GetLogEvents', ['log-events'])).toBeUndefined();
    expect(reasonNeverToRead('logs', 'GetLogEvents', ['object-bodies', 'parameters'])).toContain('log-events');
    expect(
      reasonNeverToRead('secretsmanager', 'GetSecretValue', ['log-events', 'object-bodies', 'parameters']),
    ).toContain('secrets');
  });

  it('keeps streams closed, whatever is switched on', () => {
    const sensitiveReads = ['log-events', 'object-bodies', 'parameters'] as const;

    expect(proveReadOnly(catalogue, { service: 's3', operation: 'GetObject' }, { sensitiveReads })).toEqual({
      allowed: false,
      reason: 's3 GetObject is not asked: its reply is a stream, and no rows.',
    });
  });

  it('allows nothing but names of the catalogue, exactly', () => {
    const known = new Set([...catalogue.operations()].map(({ service, operation }) => `${service} ${operation}`));
    const services = [...catalogue.services()].map(({ service }) => service);
    const operations = [...catalogue.operations()].map(({ operation }) => operation);
    const bent = fc
      .tuple(fc.constantFrom(...operations), fc.constantFrom('', ' ', '\n', '\u0000', 'ſ', 'x'), fc.boolean())
      .map(([name, extra, front]) => (front ? extra + name : name + extra));

    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...services), fc.string()),
        fc.oneof(
          bent,
          fc.string(),
          fc.constantFrom(...operations).map((name) => name.toLowerCase()),
        ),
        (service, operation) => {
          const proof = proveReadOnly(catalogue, { service, operation });
          const level = proof.allowed ? proof.facts.access : 'List';
          expect(['Read', 'List']).toContain(level);
          expect(!proof.allowed || known.has(`${service} ${operation}`)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shows no control characters of a name', () => {
    const proof = proveReadOnly(catalogue, { service: 'ec2\u001b[31m', operation: 'x'.repeat(500) });

    expect(JSON.stringify(proof)).not.toContain('\\u001b');
    expect(JSON.stringify(proof).length).toBeLessThan(500);
  });
});
