import { describe, expect, it } from 'vitest';
import { withoutExternalIds } from '../../../src/tools/aws-mcp/script/without-external-ids.js';

function statement(condition: object): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole', Condition: condition }],
  };
}

describe('a trust policy in a cell', () => {
  it('keeps that an external id is asked for, and not which', () => {
    const cell = statement({
      StringEquals: { 'sts:ExternalId': 'one-of-ours', 'aws:PrincipalOrgID': 'o-example' },
      StringLike: { 'STS:externalid': ['two', 'three'] },
    });

    expect(withoutExternalIds(JSON.parse(JSON.stringify(cell)))).toEqual(
      statement({
        StringEquals: { 'sts:ExternalId': '[removed]', 'aws:PrincipalOrgID': 'o-example' },
        StringLike: { 'STS:externalid': '[removed]' },
      }),
    );
  });

  it.each([['text'], [7], [null], [true], [['a', { b: [1] }]]])('leaves %j as it is', (cell) => {
    expect(withoutExternalIds(cell)).toEqual(cell);
  });
});
