import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type AwsConfig,
  type ConfigSection,
  readAwsConfig,
} from '../../src/identity-center/aws-config/read-aws-config.js';

const hasBotocore = spawnSync('python3', ['-c', 'import botocore']).status === 0;
const script = fileURLToPath(new URL('support/botocore-config.py', import.meta.url));

type Files = readonly [config: string, credentials: string];

const sectionsShape = z.record(z.string(), z.record(z.string(), z.string()));
const repliesShape = z.array(z.object({ profiles: sectionsShape, sessions: sectionsShape }).nullable());

function readByBotocore(files: readonly Files[]): z.infer<typeof repliesShape> {
  const run = spawnSync('python3', [script], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return repliesShape.parse(JSON.parse(run.stdout));
}

async function readByUs([config, credentials]: Files): Promise<unknown> {
  try {
    const read = await readAwsConfig(
      {
        configFile: 'config',
        credentialsFile: 'credentials',
        readFile: (path) => Promise.resolve(new TextEncoder().encode(path === 'config' ? config : credentials)),
      },
      AbortSignal.timeout(5000),
    );
    return plain(read);
  } catch {
    return null;
  }
}

function plain({ profiles, sessions }: AwsConfig): unknown {
  return { profiles: valuesOf(profiles), sessions: valuesOf(sessions) };
}

function valuesOf(sections: ReadonlyMap<string, ConfigSection>): unknown {
  return Object.fromEntries(
    [...sections].map(([name, { settings }]) => [
      name,
      // Values that are a block of settings say nothing about Identity Center.
      Object.fromEntries(
        [...settings].flatMap(([key, { value }]) => (value.startsWith('\n') ? [] : [[key, value] as const])),
      ),
    ]),
  );
}

// prettier-ignore
const HEADERS = [
  '[default]', '[profile a]', '[profile "a b"]', "[sso-session 'c d']", '[sso-session e]', '[profile a\\ b]', '[profilex y]',
  '[DEFAULT]', '[profile  a]', '[services z]', '[profile f] ; g', '[profile "h]', '  [profile i]', '[]', '[e]', '[sso-session j]',
];
// prettier-ignore
const LINES = [
  'region = us-east-1', 'REGION=eu-west-1', 'output : x', 'o = us-east-1 # home', 'sso_start_url = https://d-1/start#/',
  'sso_region=', 's3 =', '  max = 1', '  a: b', '# comment', ' ; comment', '', '   ', '\t', 'k = ü 日本', 'l = a = b', 'm = "quoted"',
  'n\u00a0= v', 'sso_session = e', 'sso_account_id = 000000000012', 'p = \u2028x', 'sso_region = eu-west-1',
];
/** Mostly what breaks a file, so that each is rare. */
const RARE = ['no value', '= x', '\ufeff', 'region = again'];

const line = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);
const section = fc
  .tuple(fc.constantFrom(...HEADERS), fc.uniqueArray(line, { maxLength: 5 }))
  .map(([header, lines]) => [header, ...lines]);
const file = fc
  .tuple(
    fc.uniqueArray(section, { maxLength: 4, selector: ([header]) => header }),
    fc.constantFrom('\n', '\r\n'),
    fc.oneof({ weight: 20, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom('k = 1', '\ufeff') }),
  )
  .map(([sections, end, before]) => `${before}${sections.flat().join(end)}`);

describe.skipIf(!hasBotocore)('the configuration reader next to botocore (needs python3 with botocore)', () => {
  it('reads and refuses what botocore reads and refuses', async () => {
    const samples = fc.sample(fc.tuple(file, file), { numRuns: 2000, seed: 1 });

    const theirs = readByBotocore(samples);
    const ours = await Promise.all(samples.map(readByUs));

    const different = samples.flatMap((files, index) =>
      JSON.stringify(sorted(ours[index])) === JSON.stringify(sorted(theirs[index]))
        ? []
        : [{ files, ours: ours[index], theirs: theirs[index] }],
    );
    expect(theirs.filter((reply) => reply !== null).length).toBeGreaterThan(500);
    expect(different.slice(0, 3)).toEqual([]);
  }, 60_000);
});

/** Keys in one order, at every depth. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]): [string, unknown] => [key, sorted(inner)]),
  );
}
