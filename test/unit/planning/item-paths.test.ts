import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { missingInItem } from '../../../src/planning/item-paths.js';

const catalogue = createCatalogue();

function missing(service: string, operation: string, path: string): string | undefined {
  const facts = catalogue.find(service, operation);
  if (facts === undefined) throw new Error(`the catalogue has lost ${service} ${operation}`);
  return missingInItem(facts.item, path);
}

describe('missingInItem', () => {
  it.each([
    ['ec2', 'DescribeInstances', 'MetadataOptions.HttpTokens'],
    ['ec2', 'DescribeInstances', 'SecurityGroups[].GroupId'],
    ['ec2', 'DescribeInstances', 'Tags[Key=Name].Value'],
    ['ec2', 'DescribeInstances', '@InstanceIds'],
    ['ec2', 'DescribeInstances', ''],
    // A map has whatever keys it has, and deeper than the catalogue goes nobody knows.
    ['iam', 'GetAccountSummary', 'SummaryMap.AccountMFAEnabled'],
    [
      's3',
      'GetBucketEncryption',
      'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm',
    ],
    ['eks', 'ListClusters', ''],
  ])('finds nothing wrong in %s %s with %j', (service, operation, path) => {
    expect(missing(service, operation, path)).toBeUndefined();
  });

  it.each([
    ['InstanceID', 'an item has no InstanceID; did you mean InstanceId?'],
    ['State.Nam', 'State has no Nam; did you mean Name?'],
    ['State.Name.First', 'State.Name is string, and has nothing in it.'],
    ['SecurityGroups.GroupId', 'SecurityGroups is a list: write SecurityGroups[].GroupId.'],
    ['State[].Name', 'State is no list.'],
    ['Tags[Name=x].Value', 'the elements of Tags have no Name.'],
    ['SecurityGroups[].Id', 'SecurityGroups[] has no Id'],
  ])('says of %s of an EC2 instance: %s', (path, reason) => {
    expect(missing('ec2', 'DescribeInstances', path)).toContain(reason);
  });

  it('finds nothing wrong with any default column', () => {
    const wrong = [...catalogue.operations()].flatMap((facts) =>
      facts.columns
        .filter(({ path }) => missingInItem(facts.item, path) !== undefined)
        .map(({ path }) => `${facts.service} ${facts.operation}: ${path}`),
    );

    expect(wrong).toEqual([]);
  });
});
