import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { proveReadOnly } from '../../../../src/planning/read-only-policy.js';
import { createOperationSearch } from '../../../../src/planning/search/create-operation-search.js';

const catalogue = createCatalogue();
const search = await createOperationSearch({ catalogue });

describe('the operation search', () => {
  it.each([
    ['which disks are not attached to anything', 'ec2 DescribeVolumes'],
    ['log groups that never expire', 'logs DescribeLogGroups'],
    ['who has no second factor for the console', 'iam ListMFADevices'],
    ['alarms that are going off', 'cloudwatch DescribeAlarms'],
    ['describe db instances', 'rds DescribeDBInstances'],
    ['functions still on an old python', 'lambda ListFunctions'],
  ])('finds for %j %s', (question, expected) => {
    const found = search.find(question, 3).map(({ service, operation }) => `${service} ${operation}`);

    expect(found).toContain(expected);
  });

  it('says what an operation does', () => {
    expect(search.find('unattached EBS volumes', 1)).toEqual([
      { service: 'ec2', operation: 'DescribeVolumes', score: expect.any(Number), summary: 'list volumes' },
    ]);
  });

  it('finds nothing where no word means anything in AWS', () => {
    expect(search.find('xyzzy qwrtp', 10)).toEqual([]);
    expect(search.find('', 10)).toEqual([]);
  });

  it('is not slowed down by a hostile question', () => {
    const started = performance.now();

    for (const part of ['a-', 'a.', '/', '"', 'arn:aws:', 'instances ', 'x']) search.find(part.repeat(16_000), 10);

    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('finds only what may be asked, best first, the same each time, whatever is written', () => {
    const words = fc.array(
      fc.constantFrom(
        ...'delete stop secret value password keys instances buckets get put list users token role'.split(' '),
      ),
      { maxLength: 8 },
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      words.map((chosen) => chosen.join(' ')),
    );
    fc.assert(
      fc.property(texts, (question) => {
        const found = search.find(question, 10);

        expect(found.filter((match) => !proveReadOnly(catalogue, match).allowed)).toEqual([]);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
        expect(search.find(question, 10)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
