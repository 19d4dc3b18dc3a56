import { z } from 'zod';
import type { Answer, Table } from '../../../src/domain/answer.js';

/**
 * What the sandbox says is there, as a reader of its truth file sees it: JSON, parsed here by a schema of the tests'
 * own. Expectations are computed from this and from nothing of the product.
 */
const tags = z.record(z.string(), z.string());

const rule = z.object({
  protocol: z.string(),
  fromPort: z.number().nullable(),
  toPort: z.number().nullable(),
  peer: z.string(),
});

const regional = z.object({
  ec2Instances: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      state: z.string(),
      type: z.string(),
      publicIp: z.string().nullable(),
      launchTime: z.string(),
      requiresImdsV2: z.boolean(),
      tags,
    }),
  ),
  vpcs: z.array(z.object({ id: z.string(), name: z.string().nullable(), cidr: z.string(), isDefault: z.boolean() })),
  subnets: z.array(z.object({ id: z.string(), vpcId: z.string(), isPublic: z.boolean() })),
  securityGroups: z.array(z.object({ id: z.string(), name: z.string(), inbound: z.array(rule) })),
  networkAcls: z.array(
    z.object({ id: z.string(), inbound: z.array(rule.extend({ number: z.number(), action: z.string() })) }),
  ),
  volumes: z.array(
    z.object({
      id: z.string(),
      sizeGiB: z.number(),
      type: z.string(),
      encrypted: z.boolean(),
      attachedTo: z.string().nullable(),
    }),
  ),
  rdsInstances: z.array(
    z.object({
      name: z.string(),
      engine: z.string(),
      engineVersion: z.string(),
      class: z.string(),
      status: z.string(),
      storageGiB: z.number(),
      publiclyAccessible: z.boolean(),
      encrypted: z.boolean(),
      multiAz: z.boolean(),
      deletionProtection: z.boolean(),
      tags,
    }),
  ),
  rdsClusters: z.array(
    z.object({ name: z.string(), engine: z.string(), engineVersion: z.string(), encrypted: z.boolean() }),
  ),
  lambdaFunctions: z.array(z.object({ name: z.string(), runtime: z.string(), memoryMiB: z.number(), tags })),
  ecsClusters: z.array(z.object({ name: z.string(), status: z.string(), services: z.number() })),
  ecsServices: z.array(
    z.object({
      name: z.string(),
      cluster: z.string(),
      launchType: z.string(),
      desired: z.number(),
      running: z.number(),
    }),
  ),
  eksClusters: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      status: z.string(),
      publicEndpoint: z.boolean(),
      nodegroups: z.array(z.object({ name: z.string(), instanceType: z.string() })),
    }),
  ),
  alarms: z.array(z.object({ name: z.string(), state: z.string(), actionsEnabled: z.boolean() })),
  logGroups: z.array(z.object({ name: z.string(), retentionDays: z.number().nullable() })),
  appRunnerServices: z.array(z.object({ name: z.string(), status: z.string() })),
  secrets: z.array(z.object({ name: z.string() })),
  loadBalancers: z.array(z.object({ name: z.string(), type: z.string(), isPublic: z.boolean() })),
  targetGroups: z.array(
    z.object({
      name: z.string(),
      port: z.number(),
      loadBalancer: z.string().nullable(),
      targets: z.array(z.object({ id: z.string(), healthy: z.boolean() })),
    }),
  ),
  certificates: z.array(z.object({ domain: z.string(), endsAt: z.string() })),
  dynamoTables: z.array(z.object({ name: z.string(), pointInTimeRecovery: z.boolean() })),
  queues: z.array(z.object({ name: z.string(), messages: z.number() })),
  topics: z.array(z.object({ name: z.string(), subscriptions: z.number() })),
  kmsKeys: z.array(z.object({ id: z.string(), rotates: z.boolean() })),
  metrics: z.array(
    z.object({
      namespace: z.string(),
      metric: z.string(),
      value: z.string(),
      average: z.number(),
      maximum: z.number(),
      perMinute: z.number(),
    }),
  ),
  trailEvents: z.array(
    z.object({
      name: z.string(),
      user: z.string(),
      at: z.string(),
      resource: z.object({ name: z.string() }).optional(),
    }),
  ),
});

const global = z.object({
  s3Buckets: z.array(
    z.object({
      name: z.string(),
      region: z.string(),
      encryption: z.string().nullable(),
      versioning: z.string().nullable(),
      publicByPolicy: z.boolean(),
      publicByAcl: z.boolean(),
      publicAccessBlocked: z.boolean().nullable(),
      tags,
    }),
  ),
  iamUsers: z.array(
    z.object({
      name: z.string(),
      mfa: z.boolean(),
      accessKeys: z.array(z.object({ id: z.string(), active: z.boolean(), createdAt: z.string() })),
    }),
  ),
  iamRoles: z.array(z.object({ name: z.string(), path: z.string() })),
  iamPolicies: z.array(z.object({ name: z.string(), attachments: z.number() })),
});

const truthShape = z.object({
  accounts: z.array(
    z
      .object({
        id: z.string().regex(/^\d{12}$/),
        name: z.string(),
        environment: z.string(),
        role: z.enum(['central', 'workload']),
        tags,
        enabledRegions: z.array(z.string()),
        regions: z.array(z.string()),
        resources: z.record(z.string(), z.unknown()),
      })
      .transform(({ resources, ...account }) => {
        const { global: shared, ...byRegion } = resources;
        const regions = Object.entries(byRegion).map(([name, found]) => [name, regional.parse(found)] as const);
        return { ...account, global: global.parse(shared), byRegion: new Map(regions) };
      }),
  ),
});

export type TrueRegion = z.infer<typeof regional>;
export type TrueAccount = z.infer<typeof truthShape>['accounts'][number];

/** The accounts that a question without a selector is about: all but the hub. */
export function readTruth(text: string): readonly TrueAccount[] {
  return truthShape.parse(JSON.parse(text)).accounts.filter((account) => account.role === 'workload');
}

/** One row as a test states it: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of regional things: `list` says which of a Region's belong to the answer, and what is shown of each. */
export function inRegions(
  accounts: readonly TrueAccount[],
  regionsOf: (account: TrueAccount) => readonly string[],
  list: (region: TrueRegion, name: string, account: TrueAccount) => readonly Row[],
): readonly Row[] {
  return accounts.flatMap((account) =>
    regionsOf(account).flatMap((name) => {
      const found = account.byRegion.get(name);
      return found === undefined
        ? []
        : list(found, name, account).map((row) => ({
            Account: account.name,
            'Account ID': account.id,
            Region: name,
            ...row,
          }));
    }),
  );
}

/** Rows of things that an account has once. */
export function perAccount(
  accounts: readonly TrueAccount[],
  list: (account: TrueAccount) => readonly Row[],
): readonly Row[] {
  return accounts.flatMap((account) =>
    list(account).map((row) => ({ Account: account.name, 'Account ID': account.id, ...row })),
  );
}

/** How many rows each account has, zeros included, as the table of a count shows it. */
export function countsOf(accounts: readonly TrueAccount[], rows: readonly Row[]): readonly Row[] {
  return accounts.map(({ id, name }) => ({
    Account: name,
    'Account ID': id,
    Count: rows.filter((row) => row['Account ID'] === id).length,
  }));
}

/** How many rows each account has per value of a column; an account that has nothing says so with a zero. */
export function countsBy(accounts: readonly TrueAccount[], rows: readonly Row[], column: string): readonly Row[] {
  return accounts.flatMap(({ id, name }) => {
    const own = rows.filter((row) => row['Account ID'] === id).map((row) => String(row[column]));
    const counted = (value: string | null, count: number): Row => ({
      Account: name,
      'Account ID': id,
      [column]: value,
      Count: count,
    });
    if (own.length === 0) return [counted(null, 0)];
    return [...new Set(own)].map((value) => counted(value, own.filter((one) => one === value).length));
  });
}

/** An answer's rows cut to the columns that a test states, in an order of their own. */
export function rowsOf(answer: Answer, columns: readonly string[], table = 0): readonly string[] {
  const found: Table | undefined = answer.tables[table];
  if (found === undefined) throw new Error(`there is no table ${table}: ${answer.status}: ${answer.response}`);
  const places = columns.map((column) => {
    const place = found.columns.indexOf(column);
    if (place < 0) throw new Error(`there is no column "${column}" in ${found.columns.join(', ')}`);
    return place;
  });
  return sorted(
    found.rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[places[at] ?? -1]]))),
  );
}

/** Rows as text, so that a difference reads well and an order that nobody promised does not count. */
export function sorted(rows: readonly Row[]): readonly string[] {
  return rows
    .map((row) =>
      Object.entries(row)
        .map(([column, value]) => `${column}=${JSON.stringify(value)}`)
        .join(' '),
    )
    .sort();
}
