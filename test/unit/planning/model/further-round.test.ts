import { describe, expect, it } from 'vitest';
import type { Call, Plan } from '../../../../src/domain/plan.js';
import { ReviewOutcome } from '../../../../prompts/review.js';
import { furtherProblem, readFurther, scopeSheets } from '../../../../src/planning/model/further-round.js';
import { queryIntent } from '../../nodes/support/state.js';
import { view } from '../../results/support/builders.js';
import { authorize, catalogue, REGISTRY } from './support.js';

const intent = queryIntent({
  plan: {
    calls: [
      {
        id: 'logs',
        service: 'logs',
        operation: 'DescribeLogGroups',
        params: { logGroupNamePrefix: '/aws/lambda' },
        columns: [],
      },
    ],
    show: { title: 'Log groups', tables: [view('logs')] },
  },
  scope: [
    { service: 'eks', operation: 'ListClusters' },
    { service: 'eks', operation: 'DescribeCluster' },
    { service: 'logs', operation: 'DescribeLogGroups' },
    { service: 'ec2', operation: 'TerminateInstances' },
  ],
});

function plan(...calls: readonly Partial<Call>[]): Plan {
  return {
    calls: calls.map((call, index) => ({
      id: `round2-${index}`,
      service: 'eks',
      operation: 'ListClusters',
      params: {},
      columns: [],
      ...call,
    })),
    show: { title: '', tables: [] },
  };
}

function problem(further: Plan, said: readonly string[] = ['which clusters of team blue are old?'], callsBefore = 1) {
  return furtherProblem(further, catalogue, { intent, callsBefore, callBudget: 5, said });
}

describe('a further round', () => {
  it('may list and describe what was shortlisted, by reference', () => {
    const further = plan(
      {},
      {
        operation: 'DescribeCluster',
        forEach: { call: 'round2-0', path: 'clusters[]', parameter: 'name' },
        columns: [{ name: 'Public endpoint', path: 'resourcesVpcConfig.endpointPublicAccess' }].slice(1),
      },
    );

    expect(problem(further)).toBeUndefined();
  });

  it.each<[string, Call['params']]>([
    ['the question’s own words', { name: 'Blue' }],
    ['several of them', { name: 'team-blue' }],
    ['texts of the first plan', { name: '/aws/lambda' }],
    ['numbers and switches', { limit: 5, all: true, nested: [{ Deep: [1, false, null] }] }],
  ])('may have parameters made of %s', (_case, params) => {
    expect(problem(plan({ operation: 'DescribeCluster', params }))).toBeUndefined();
  });

  it('may have the texts that AWS names for a parameter', () => {
    const further = plan({
      service: 'logs',
      operation: 'DescribeLogGroups',
      params: { logGroupClass: 'INFREQUENT_ACCESS' },
    });

    expect(problem(further)).toBeUndefined();
  });

  it.each<[string, Partial<Call>, string]>([
    [
      'another operation',
      { service: 'iam', operation: 'ListUsers' },
      'iam ListUsers is not among the operations of this question',
    ],
    [
      'a text that nobody said',
      { params: { name: 'prod-cluster-1' } },
      'the text "prod-cluster-1" in a parameter of eks ListClusters is neither the question\'s nor the first plan\'s',
    ],
    [
      'a part of a word',
      { params: { name: 'blu' } },
      'the text "blu" in a parameter of eks ListClusters is neither the question\'s nor the first plan\'s',
    ],
    [
      'an empty text',
      { params: { name: '' } },
      'the text "" in a parameter of eks ListClusters is neither the question\'s nor the first plan\'s',
    ],
    [
      'a text deep inside',
      { params: { Filters: [{ Name: 'blue', Values: ['i-0123'] }] } },
      'the text "i-0123" in a parameter of eks ListClusters is neither the question\'s nor the first plan\'s',
    ],
    [
      'a text as a key',
      { params: { map: { 'i-0123/x': 1 } } },
      'the text "i-0123/x" in a parameter of eks ListClusters is neither the question\'s nor the first plan\'s',
    ],
    [
      'a heading with news',
      { operation: 'DescribeCluster', columns: [{ name: 'All is well', path: 'name' }] },
      'the column "All is well" of eks DescribeCluster is not named after name',
    ],
  ])('may not have %s', (_case, call, expected) => {
    expect(problem(plan(call))).toBe(expected);
  });

  it('shares the budget of calls with the rounds before', () => {
    expect(problem(plan({}, {}), undefined, 4)).toBe('with it the question would have 6 calls, and 5 are allowed');
  });

  it('does not make a write a read by having it in the scope', () => {
    const further = plan({ service: 'ec2', operation: 'TerminateInstances' });

    expect(problem(further)).toBeUndefined();
    expect(authorize(further, [], REGISTRY)).toMatchObject({ authorized: false, code: 'refused' });
    expect(scopeSheets(catalogue, intent).map(({ service, operation }) => `${service} ${operation}`)).toEqual([
      'logs DescribeLogGroups',
      'eks ListClusters',
      'eks DescribeCluster',
    ]);
  });
});

describe('reading a further round', () => {
  const words = ReviewOutcome.parse({
    decision: 'more',
    calls: [
      { id: 'names', service: 'eks', operation: 'ListClusters' },
      {
        id: 'details',
        service: 'eks',
        operation: 'DescribeCluster',
        forEach: { call: 'names', path: 'clusters[]', parameter: 'name' },
      },
    ],
    tables: [
      {
        call: 'details',
        join: [{ call: 'names', on: 'Cluster' }],
        filters: [{ column: 'Status', is: 'equal', value: 'ACTIVE' }],
        noun: 'harmless things',
      },
    ],
  });

  it('names calls by their round and rows by their operation', () => {
    expect(readFurther(words, 2)).toEqual({
      ok: true,
      plan: {
        calls: [
          { id: 'round2-names', service: 'eks', operation: 'ListClusters', params: {}, columns: [] },
          {
            id: 'round2-details',
            service: 'eks',
            operation: 'DescribeCluster',
            params: {},
            forEach: { call: 'round2-names', path: 'clusters[]', parameter: 'name' },
            columns: [],
          },
        ],
        show: {
          title: 'Clusters',
          tables: [
            {
              call: 'round2-details',
              join: [{ call: 'round2-names', on: 'Cluster' }],
              filters: [{ column: 'Status', is: 'equal', value: 'ACTIVE' }],
              kind: 'rows',
              noun: 'clusters',
            },
          ],
        },
      },
    });
  });

  it('cannot refer to what an earlier round read', () => {
    const [, details] = words.calls;
    const [table] = words.tables;
    if (details === undefined || table === undefined) throw new Error('they are above');
    const read = readFurther({ ...words, calls: [details], tables: [{ ...table, join: [] }] }, 2);

    expect(read.ok && authorize(read.plan, [], REGISTRY)).toMatchObject({
      authorized: false,
      reason: 'eks DescribeCluster: it refers to "round2-names", which is no earlier call of the plan.',
    });
  });
});
