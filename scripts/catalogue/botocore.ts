import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A shape of a service model, as far as the catalogue looks at it. */
const shape = z.object({
  type: z.string(),
  members: z.record(z.string(), z.object({ shape: z.string(), streaming: z.boolean().optional() })).optional(),
  required: z.array(z.string()).optional(),
  member: z.object({ shape: z.string() }).optional(),
  value: z.object({ shape: z.string() }).optional(),
  enum: z.array(z.string()).optional(),
  max: z.number().optional(),
  sensitive: z.boolean().optional(),
  streaming: z.boolean().optional(),
  eventstream: z.boolean().optional(),
  document: z.boolean().optional(),
});

const model = z.object({
  metadata: z.object({
    endpointPrefix: z.string(),
    signingName: z.string().optional(),
    serviceAbbreviation: z.string().optional(),
    serviceFullName: z.string(),
  }),
  operations: z.record(
    z.string(),
    z.object({
      http: z.object({ method: z.string() }),
      input: z.object({ shape: z.string() }).optional(),
      output: z.object({ shape: z.string() }).optional(),
    }),
  ),
  shapes: z.record(z.string(), shape),
});

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const paginator = z.object({
  input_token: names,
  output_token: names,
  limit_key: z.string().optional(),
  more_results: z.string().optional(),
  result_key: names.optional(),
});

const paginators = z.object({ pagination: z.record(z.string(), paginator) });

const endpoints = z.object({
  partitions: z.array(
    z.object({
      partition: z.string(),
      regions: z.record(z.string(), z.unknown()),
      services: z.record(
        z.string(),
        z.object({
          isRegionalized: z.boolean().optional(),
          partitionEndpoint: z.string().optional(),
          endpoints: z.record(z.string(), z.object({ deprecated: z.boolean().optional() })),
        }),
      ),
    }),
  ),
});

export type Shape = z.output<typeof shape>;
export type Shapes = Readonly<Record<string, Shape>>;
export type Paginator = z.output<typeof paginator>;

/** One service as botocore describes it, in its newest API version. */
export interface ServiceModel extends z.output<typeof model> {
  /** botocore's name, which is what `call_boto3` takes. */
  readonly service: string;
  readonly version: string;
  readonly paginators: Readonly<Record<string, Paginator>>;
}

export interface Botocore {
  readonly version: string;
  readonly services: readonly string[];
  read(service: string): ServiceModel;
  /** Regions of the commercial partition that endpoints.json lists for an endpoint prefix. */
  readonly endpoints: z.output<typeof endpoints>;
}

/** botocore as python3 has it installed, or as it lies in `folder` (the one that holds `data`). */
export function openBotocore(folder?: string): Botocore {
  const [place = '', version = ''] = folder === undefined ? installed() : [folder, versionIn(folder)];
  const data = join(place, 'data');
  const services = readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && newestVersion(join(data, entry.name)) !== undefined)
    .map((entry) => entry.name)
    .sort();
  return {
    version,
    services,
    endpoints: endpoints.parse(readJson(join(data, 'endpoints'))),
    read(service) {
      const apiVersion = newestVersion(join(data, service));
      if (apiVersion === undefined) throw new Error(`botocore has no service model of ${service} in ${data}.`);
      const at = join(data, service, apiVersion);
      return {
        service,
        version: apiVersion,
        ...model.parse(withExtras(at, readJson(join(at, 'service-2')))),
        paginators: readPaginators(at),
      };
    },
  };
}

/** The `sdk-extras` beside them name members that repeat on every page; nothing here asks for those. */
function readPaginators(at: string): Readonly<Record<string, Paginator>> {
  const found = readJsonIfThere(join(at, 'paginators-1'));
  return found === undefined ? {} : paginators.parse(found).pagination;
}

const extras = z.object({ merge: z.record(z.string(), z.unknown()) });

/** What botocore changes of a model when it loads it. */
function withExtras(at: string, read: unknown): unknown {
  const found = readJsonIfThere(join(at, 'service-2.sdk-extras'));
  return found === undefined ? read : merged(read, extras.parse(found).merge);
}

function merged(base: unknown, change: unknown): unknown {
  if (!isRecord(base) || !isRecord(change)) return change;
  const entries = Object.entries(change).map(([key, value]) => [key, key in base ? merged(base[key], value) : value]);
  return { ...base, ...Object.fromEntries(entries) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function newestVersion(folder: string): string | undefined {
  return readdirSync(folder)
    .filter((version) => ['.json', '.json.gz'].some((end) => existsSync(join(folder, version, `service-2${end}`))))
    .sort()
    .at(-1);
}

function readJson(path: string): unknown {
  const found = readJsonIfThere(path);
  if (found === undefined) throw new Error(`There is neither ${path}.json nor ${path}.json.gz.`);
  return found;
}

function readJsonIfThere(path: string): unknown {
  if (existsSync(`${path}.json`)) return JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  if (existsSync(`${path}.json.gz`)) return JSON.parse(gunzipSync(readFileSync(`${path}.json.gz`)).toString('utf8'));
  return undefined;
}

function installed(): readonly string[] {
  const code = 'import botocore, os; print(os.path.dirname(botocore.__file__)); print(botocore.__version__)';
  const run = spawnSync('python3', ['-c', code], { encoding: 'utf8' });
  if (run.status !== 0) {
    throw new Error(
      `python3 has no botocore: install it (pip install botocore), or name its folder with --botocore. ${run.stderr}`,
    );
  }
  return run.stdout.trim().split('\n');
}

function versionIn(folder: string): string {
  const found = /__version__ = '([^']+)'/.exec(readFileSync(join(folder, '__init__.py'), 'utf8'));
  return found?.[1] ?? 'unknown';
}
