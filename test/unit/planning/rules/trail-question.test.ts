import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src/domain/intent.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { ACCOUNTS, BUDGETS } from '../fixtures.js';
import { line, talk } from '../support/talk.js';

const INSTANCE = 'i-0123456789abcdef0';

function query(...questions: string[]): Extract<Intent, { kind: 'query' }> {
  const { last } = talk(questions);
  if (last.kind !== 'query') throw new Error(line(last));
  return last;
}

/** By what the history is asked, what is kept of it, and where. It is 12:00 UTC on 21 November 2026. */
function looked(question: string): unknown {
  const { plan, regions } = query(question);
  const [asked] = plan.calls;
  const lookup = asked?.params['LookupAttributes'];
  const [attribute] = Array.isArray(lookup) ? lookup : [];
  return [attribute, plan.show.tables[0]?.filters, regions];
}

describe("a question about CloudTrail's history", () => {
  it('is asked with absolute times, for the whole of what was said', () => {
    const { plan, summary } = query(`Who stopped instance ${INSTANCE} yesterday in production?`);

    expect(plan).toEqual({
      calls: [
        {
          id: 'events',
          service: 'cloudtrail',
          operation: 'LookupEvents',
          params: {
            LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: INSTANCE }],
            StartTime: '2026-11-20T00:00:00Z',
            EndTime: '2026-11-20T23:59:59Z',
          },
          columns: [
            { name: 'Time', path: 'EventTime' },
            { name: 'Event', path: 'EventName' },
            { name: 'User', path: 'Username' },
            { name: 'Resources', path: 'Resources[].ResourceName' },
            { name: 'Source', path: 'EventSource' },
            { name: 'Read only', path: 'ReadOnly' },
          ],
        },
      ],
      show: {
        title: `StopInstances events of ${INSTANCE}`,
        tables: [
          {
            call: 'events',
            filters: [{ column: 'Event', is: 'equal', value: 'StopInstances' }],
            kind: 'rows',
            noun: `StopInstances events of ${INSTANCE}`,
          },
        ],
      },
    });
    expect(summary).toContain('from 2026-11-20 00:00 to 2026-11-21 00:00 (UTC)');
    expect(summary).toContain('attempts that AWS refused are listed too');
  });

  it.each([
    [
      'who terminated EC2 instances since Monday',
      { AttributeKey: 'EventName', AttributeValue: 'TerminateInstances' },
      [],
      [],
    ],
    ['What did alice do today?', { AttributeKey: 'Username', AttributeValue: 'alice' }, [], ['all']],
    [
      'API calls by user "Alice Smith" in eu-west-1',
      { AttributeKey: 'Username', AttributeValue: 'Alice Smith' },
      [],
      ['eu-west-1'],
    ],
    [`what happened to ${INSTANCE}`, { AttributeKey: 'ResourceName', AttributeValue: INSTANCE }, [], []],
    [
      'Who changed sg-0123456789abcdef0 in the last 2 weeks?',
      { AttributeKey: 'ResourceName', AttributeValue: 'sg-0123456789abcdef0' },
      [{ column: 'Read only', is: 'not-equal', value: 'true' }],
      [],
    ],
    [
      'who changed security groups this month',
      { AttributeKey: 'ResourceType', AttributeValue: 'AWS::EC2::SecurityGroup' },
      [{ column: 'Read only', is: 'not-equal', value: 'true' }],
      [],
    ],
    [
      'yesterday, who deleted the bucket orders-logs',
      { AttributeKey: 'ResourceName', AttributeValue: 'orders-logs' },
      [{ column: 'Event', is: 'equal', value: 'DeleteBucket' }],
      ['all'],
    ],
    [
      'who called DeleteBucket since Monday',
      { AttributeKey: 'EventName', AttributeValue: 'DeleteBucket' },
      [],
      ['all'],
    ],
    ['Console logins since yesterday', { AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }, [], ['all']],
    [
      'console logins of the root user in staging',
      { AttributeKey: 'Username', AttributeValue: 'root' },
      [{ column: 'Event', is: 'equal', value: 'ConsoleLogin' }],
      ['all'],
    ],
    [
      'show StopLogging events of production',
      { AttributeKey: 'EventName', AttributeValue: 'StopLogging' },
      [],
      ['all'],
    ],
    ['what changed in production yesterday', { AttributeKey: 'ReadOnly', AttributeValue: 'false' }, [], ['all']],
  ])('%s', (question, attribute, filters, regions) => {
    expect(looked(question)).toEqual([attribute, filters, regions]);
  });

  it('is about the last day when no time is said, and about no more than what is kept', () => {
    expect(query('who stopped instances')).toMatchObject({
      plan: { calls: [{ params: { StartTime: '2026-11-20T12:00:00Z', EndTime: '2026-11-21T11:59:59Z' } }] },
      summary: expect.stringContaining('because no time was said'),
    });
    expect(query('who stopped instances since 2025-01-01')).toMatchObject({
      plan: { calls: [{ params: { StartTime: '2026-08-23T12:00:00Z' } }] },
      summary: expect.stringContaining("CloudTrail's history goes no further back"),
    });
  });

  it.each([
    ['who stopped instances tagged team=x', 'I can list the events of one resource'],
    ['who stopped it', 'name the kind of resource'],
    ['who stopped lambda orders-api', 'I do not know how CloudTrail records Lambda functions'],
    ['who stopped the instances in vpc-0123456789abcdef0', 'Name its own id'],
    ['who stopped instances quickly', 'did not understand "quickly"'],
    ['who stopped instances on 3 March 2026', 'the last 90 days'],
    ['who stopped instances yesterday and since Monday', 'one stretch of time'],
    ['what happened to production', 'Name its id'],
    ['what did alice do in the bucket orders-logs', 'Say either'],
  ])('%s: is asked back', (question, why) => {
    expect(line(talk([question]).last)).toContain(why);
  });

  it.each(['who stopped instances, and then stop them again', 'stop the instances that alice started yesterday'])(
    '%s: is refused',
    (question) => {
      expect(line(talk([question]).last)).toMatch(/^no: Accounts are only ever read/);
    },
  );

  it('can be gone on from', () => {
    const asked = `who stopped ${INSTANCE} yesterday in production`;

    expect(line(query(asked, 'and in staging?'))).toBe(`rows StopInstances events of ${INSTANCE} | in staging`);
    expect(line(query(asked, 'sort by user'))).toContain('sorted by User');
    expect(line(talk([asked, 'and today?']).last)).toMatch(/^\?/);
  });

  it('passes the policy', () => {
    const { plan } = query('what did alice do yesterday');

    expect(
      authorizePlan({
        plan,
        regions: ['eu-west-1'],
        accounts: ACCOUNTS,
        catalogue: createCatalogue(),
        budgets: BUDGETS,
      }),
    ).toMatchObject({ authorized: true });
  });
});
