import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { isSecretField, isSecretInReply } from '../../../src/planning/secret-fields.js';

const catalogue = createCatalogue();

function factsOf(service: string, operation: string) {
  const facts = catalogue.find(service, operation);
  if (facts === undefined) throw new Error(`the catalogue has lost ${service} ${operation}`);
  return facts;
}

describe('isSecretField', () => {
  it.each([
    ['lambda', 'ListFunctions', 'Environment'],
    ['lambda', 'ListFunctions', 'Environment.Variables.DB_PASSWORD'],
    ['lambda', 'ListFunctions', 'environment.variables'],
    ['lambda', 'ListFunctions', ''],
    ['lambda', 'ListFunctions', '*'],
    ['lambda', 'GetFunctionConfiguration', 'Environment.Variables'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[]'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[].environment[].value'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[name=web].environment[name=DB_PASSWORD].value'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[].secrets'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[environment=x].image'],
    ['ecs', 'DescribeTasks', 'overrides'],
    ['ec2', 'DescribeInstanceAttribute', 'UserData.Value'],
    ['ec2', 'DescribeLaunchTemplateVersions', 'LaunchTemplateData.UserData'],
    ['ec2', 'DescribeVpnConnections', 'Options.TunnelOptions[].PreSharedKey'],
    ['apprunner', 'DescribeService', 'SourceConfiguration'],
  ])('is true of %s %s %j', (service, operation, path) => {
    expect(isSecretField(factsOf(service, operation), path)).toBe(true);
  });

  it.each([
    ['lambda', 'ListFunctions', 'FunctionName'],
    ['lambda', 'ListFunctions', 'EnvironmentName'],
    ['lambda', 'ListFunctions', '@FunctionVersion'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[].image'],
    ['ecs', 'DescribeTaskDefinition', 'containerDefinitions[name=web].image'],
    ['ec2', 'DescribeInstanceAttribute', 'InstanceId'],
    ['s3', 'ListBuckets', ''],
  ])('is false of %s %s %j', (service, operation, path) => {
    expect(isSecretField(factsOf(service, operation), path)).toBe(false);
  });

  it('reads a path of the whole reply from its top', () => {
    const functions = factsOf('lambda', 'ListFunctions');

    expect(isSecretInReply(functions, 'Functions[].Environment.Variables')).toBe(true);
    expect(isSecretInReply(functions, 'Functions')).toBe(true);
    expect(isSecretInReply(functions, 'Functions[].FunctionArn')).toBe(false);
  });

  it('is false of every default column of the catalogue', () => {
    const secret = [...catalogue.operations()].flatMap((facts) =>
      facts.columns
        .filter((column) => isSecretField(facts, column.path))
        .map((column) => `${facts.operation} ${column.name}`),
    );

    expect(secret).toEqual([]);
  });
});
