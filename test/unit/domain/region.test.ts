import { describe, expect, it } from 'vitest';
import {
  homeRegion,
  isKnownRegion,
  isOptInRegion,
  knownRegions,
  partitionOfRegion,
} from '../../../src/domain/region.js';

describe('Regions', () => {
  it.each([
    ['us-east-1', true, false, 'aws'],
    ['eu-central-2', true, true, 'aws'],
    ['ap-southeast-7', true, true, 'aws'],
    ['cn-north-1', true, false, 'aws-cn'],
    ['us-gov-west-1', true, false, 'aws-us-gov'],
    ['us-esat-1', false, false, 'aws'],
    ['US-EAST-1', false, false, 'aws'],
    ['all', false, false, 'aws'],
    ['', false, false, 'aws'],
  ])('%s: known %s, to be enabled %s, in %s', (region, known, optIn, partition) => {
    expect([isKnownRegion(region), isOptInRegion(region), partitionOfRegion(region)]).toEqual([
      known,
      optIn,
      partition,
    ]);
  });

  it('belong to exactly one partition, each once, sorted', () => {
    const partitions = ['aws', 'aws-cn', 'aws-us-gov'] as const;

    const listed = partitions.map((partition) => knownRegions(partition));

    expect(listed.map((regions) => regions.length)).toEqual([34, 2, 2]);
    expect(knownRegions()).toEqual(listed.flat());
    expect(new Set(listed.flat()).size).toBe(38);
    for (const [index, regions] of listed.entries()) {
      expect(new Set(regions.map((region) => partitionOfRegion(region)))).toEqual(new Set([partitions[index]]));
      expect(regions).toEqual(regions.toSorted((left, right) => (left < right ? -1 : 1)));
    }
  });

  it('have one home in each partition, which every account has', () => {
    const homes = (['aws', 'aws-cn', 'aws-us-gov'] as const).map((partition) => homeRegion(partition));

    expect(homes).toEqual(['us-east-1', 'cn-north-1', 'us-gov-west-1']);
    expect(homes.filter((home) => isOptInRegion(home))).toEqual([]);
  });
});
