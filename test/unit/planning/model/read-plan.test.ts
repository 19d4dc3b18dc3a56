import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../src/planning/model/read-plan.js';
import { CallShape, TableShape } from '../../../../prompts/plan-language.js';

const calls = [CallShape.parse({ id: 'volumes', service: 'ec2', operation: 'DescribeVolumes' })];

describe('a plan of amounts, as a model writes it', () => {
  it('may measure a column, over all accounts, in the order of the measure', () => {
    const table = TableShape.parse({
      call: 'volumes',
      kind: 'count',
      measure: { of: 'average', column: 'Size GiB' },
      by: 'Region',
      across: true,
      sort: { column: 'Size GiB', descending: true },
      noun: 'EBS volumes',
    });

    const read = readPlan({ calls, tables: [table] }, 'average size per Region');

    expect(read).toMatchObject({
      ok: true,
      plan: {
        show: {
          tables: [
            {
              call: 'volumes',
              filters: [],
              kind: 'count',
              measure: { of: 'average', column: 'Size GiB' },
              by: 'Region',
              across: true,
              sort: { column: 'Average Size GiB', descending: true },
              noun: 'EBS volumes',
            },
          ],
        },
      },
    });
  });

  it('computes nothing that it has no word for', () => {
    const median = { call: 'volumes', kind: 'count', measure: { of: 'median', column: 'Size GiB' }, noun: 'volumes' };

    expect(TableShape.safeParse(median).success).toBe(false);
  });
});
