import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../src/domain/plan.js';
import { pathProblem } from '../../../../src/planning/model/check-paths.js';
import { catalogue } from './support.js';

function call(operation: string, paths: readonly string[], more: Partial<Call> = {}): Call {
  const [service = '', name = ''] = operation.split(' ');
  return {
    id: 'call',
    service,
    operation: name,
    params: {},
    columns: paths.map((path) => ({ name: path, path })),
    ...more,
  };
}

function problem(...calls: readonly Call[]): string | undefined {
  return pathProblem({ calls, show: { title: '', tables: [] } }, catalogue);
}

describe('the paths of a model’s plan', () => {
  it.each<[string, string]>([
    ['ec2 DescribeInstances', 'MetadataOptions.HttpTokens'],
    ['ec2 DescribeInstances', 'Tags[Key=Name].Value'],
    ['ec2 DescribeInstances', 'SecurityGroups[].GroupId'],
    ['ec2 DescribeInstances', ''],
    ['eks DescribeCluster', '@name'],
    ['eks DescribeCluster', 'tags.team'],
    ['eks DescribeCluster', 'not(a)path'],
    ['nobody Knows', 'Anything'],
  ])('may read of %s "%s"', (operation, path) => {
    expect(problem(call(operation, [path]))).toBeUndefined();
  });

  it.each<[string, string, string]>([
    [
      'ec2 DescribeInstances',
      'MetadataOption.HttpTokens',
      'ec2 DescribeInstances: "MetadataOption.HttpTokens" reads "MetadataOption", which is not there. Did you mean MetadataOptions?',
    ],
    [
      'ec2 DescribeInstances',
      'MetadataOptions.Tokens',
      'ec2 DescribeInstances: "MetadataOptions.Tokens" reads "Tokens", which is not there. Did you mean HttpTokens?',
    ],
    [
      'ec2 DescribeInstances',
      'State.Zebra',
      'ec2 DescribeInstances: "State.Zebra" reads "Zebra", which is not there. There are Code, Name.',
    ],
    [
      'ec2 DescribeInstances',
      'InstanceId.Value',
      'ec2 DescribeInstances: "InstanceId.Value" reads "Value" of a value that has no fields.',
    ],
  ])('may not read of %s "%s"', (operation, path, expected) => {
    expect(problem(call(operation, [path]))).toBe(expected);
  });

  it('are read in references as well, as far as an item goes', () => {
    const source = call('ec2 DescribeInstances', [], { id: 'instances' });
    const reading = (path: string): Call =>
      call('ec2 DescribeVolumes', [], { forEach: { call: 'instances', path, parameter: 'VolumeIds', batch: 10 } });

    expect(problem(source, reading('Reservations[].Instances[].SubnetId'))).toBeUndefined();
    expect(problem(source, reading('Reservations[].OwnerId'))).toBeUndefined();
    expect(problem(source, reading('Reservations[].Instances[].Subnet'))).toContain('Did you mean SubnetId');
  });
});
