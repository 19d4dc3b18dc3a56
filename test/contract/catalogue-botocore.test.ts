import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import type { Call } from '../../src/domain/plan.js';
import type { Catalogue, OperationFacts } from '../../src/planning/catalogue/facts.js';
import { buildTable } from '../../src/planning/rules/build-plan.js';
import { TOPICS } from '../../src/planning/rules/topics/index.js';

const hasBotocore = spawnSync('python3', ['-c', 'import botocore']).status === 0;
const script = fileURLToPath(new URL('support/catalogue-botocore.py', import.meta.url));

/** The calls of every topic, and those that each of its properties adds. */
function plannedCalls(catalogue: Catalogue): readonly Call[] {
  return TOPICS.flatMap((topic) => {
    const effects = [
      ...Object.values(topic.traits ?? {}).flatMap((trait) => [trait.yes ?? {}, trait.no ?? {}]),
      topic.tag?.('team', 'payments', true) ?? {},
      topic.tag?.('team', undefined, false) ?? {},
    ];
    return effects.flatMap(
      (effect) =>
        buildTable(catalogue, {
          topic,
          effects: [effect],
          counts: false,
          measure: undefined,
          group: undefined,
          across: false,
          each: undefined,
          sort: undefined,
          limit: undefined,
          regions: [],
          excludedRegions: [],
        }).calls,
    );
  });
}

function plannedReferences(catalogue: Catalogue): readonly { readonly source: Call; readonly path: string }[] {
  const calls = plannedCalls(catalogue);
  return calls.flatMap(({ forEach }) => {
    const source = calls.find((call) => call.id === forEach?.call);
    return source === undefined || forEach === undefined ? [] : [{ source, path: forEach.path }];
  });
}

function differences(operations: readonly OperationFacts[]): string {
  const input = JSON.stringify(operations, (_, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
  const run = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 100_000_000 });
  return run.status === 0 ? run.stdout : `the comparison failed: ${run.stderr}`;
}

/** Tokens that no parameter takes, or that are no page tokens; and one that is a choice of two. */
const KNOWN_DIFFERENCES = [
  'codeconnections ListRepositorySyncDefinitions: the reply has a token that is not followed',
  'codestar-connections ListRepositorySyncDefinitions: the reply has a token that is not followed',
  'cognito-identity GetOpenIdToken: the reply has a token that is not followed',
  'cognito-identity GetOpenIdTokenForDeveloperIdentity: the reply has a token that is not followed',
  'directconnect DescribeConnectionsOnInterconnect: the reply has a token that is not followed',
  'entityresolution GetPolicy: the reply has a token that is not followed',
  'greengrass GetCoreDefinitionVersion: the reply has a token that is not followed',
  'guardduty GetFindingsStatistics: the reply has a token that is not followed',
  'qapps ListQAppSessionData: the reply has a token that is not followed',
  'redshift GetIdentityCenterAuthToken: the reply has a token that is not followed',
  'redshift-serverless GetIdentityCenterAuthToken: the reply has a token that is not followed',
  's3 ListObjects: pagination differs',
];

describe.skipIf(!hasBotocore)('the catalogue next to botocore (needs python3 with botocore)', () => {
  it('has its operations, parameters, paths and pagination', () => {
    const operations = [...createCatalogue().operations()];

    const found = differences(operations);

    expect(operations.length).toBeGreaterThan(18_000);
    expect(
      found.split('\n').filter((line) => line !== '' && !KNOWN_DIFFERENCES.some((known) => line.startsWith(known))),
    ).toEqual([]);
  }, 180_000);

  it('has every path that the rules look at', () => {
    const catalogue = createCatalogue();
    const entries = plannedCalls(catalogue).flatMap((call) => {
      const facts = catalogue.find(call.service, call.operation);
      return facts === undefined
        ? []
        : [{ ...facts, columns: call.columns.length === 0 ? facts.columns : call.columns }];
    });
    const sources = plannedReferences(catalogue).flatMap(({ source, path }) => {
      const facts = catalogue.find(source.service, source.operation);
      return facts === undefined ? [] : [{ ...facts, replyPaths: [path] }];
    });

    const found = differences([...entries, ...sources]);

    expect(entries.some(({ columns }) => columns.some(({ path }) => path === 'MetadataOptions.HttpTokens'))).toBe(true);
    expect(sources.length).toBeGreaterThan(8);
    expect(found).toBe('');
  }, 60_000);

  it('is caught when it is wrong', () => {
    const facts = createCatalogue().find('ec2', 'DescribeVpcs');
    if (facts === undefined) throw new Error('the catalogue has lost DescribeVpcs');

    const found = differences([
      {
        ...facts,
        parameters: new Map(),
        columns: [{ name: 'Wrong', path: 'NoSuchField' }],
        pagination: { input: 'NextToken', output: 'Marker' },
      },
    ]);

    expect(found).toContain('ec2 DescribeVpcs: parameters differ');
    expect(found).toContain('ec2 DescribeVpcs: an item has no NoSuchField');
    expect(found).toContain('ec2 DescribeVpcs: pagination differs');
  }, 60_000);
});
