import { describe, expect, it } from 'vitest';
import { contentTerms, termsOf, wordsOf } from '../../../../src/planning/search/terms.js';

describe('words', () => {
  it.each([
    ['DescribeDBClusterSnapshots', 'describe db cluster snapshots'],
    ['ListWebACLs', 'list web acls'],
    ['GetEC2InstanceRecommendations', 'get ec2 instance recommendations'],
    ['ListOpenIDConnectProviders', 'list open id connect providers'],
    ['DescribeIpv6Pools', 'describe ipv6 pools'],
    ['EC2 instances using IMDSv2', 'ec2 instances using imdsv2'],
    ['filesystems and NodeGroups', 'file system and node groups'],
    ["the bucket's policy", 'the bucket policy'],
    ['who deleted the bucket', 'whodid deleted the bucket'],
    ['which user has just changed it', 'whodid changed it'],
    ['who can delete the bucket', 'who can delete the bucket'],
    ['which role named deployer', 'which role named deployer'],
  ])('of %j are %j', (text, expected) => {
    expect(wordsOf(text).join(' ')).toBe(expected);
  });

  it('are the same in singular and plural, and as verb and noun', () => {
    expect(termsOf('policies rotation encrypted indices')).toEqual(termsOf('policy rotated encryption index'));
  });

  it('that say nothing are left out', () => {
    expect(contentTerms('show me all of our load balancers please')).toEqual(termsOf('load balancers'));
  });
});
