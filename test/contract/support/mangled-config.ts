import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { CentralOpsError } from '../../../src/domain/errors.js';
import type { ScannedAccount } from '../../../src/identity-center/account-scan.js';
import {
  type ProfileOptions,
  type ProfileSync,
  syncProfiles,
} from '../../../src/identity-center/profiles/sync-profiles.js';
import { sleep } from '../../../src/network/sleep.js';

/** Configuration files as people and programs leave them behind, and what `profiles sync` makes of each. */
export interface Mangled {
  readonly edited: number;
  readonly unchanged: number;
  readonly refused: number;
}

export const hasBotocore = spawnSync('python3', ['-c', 'import botocore']).status === 0;

const IDS = ['000000000001', '000000000002', '000000000003', '000000000004'] as const;
const NAMES = ['Alpha', 'Beta', 'alpha', 'Gamma Ray'];

const mark = (id: string): string[] => ['managed_by = central-ops', `managed_key = corp/${id}/ReadOnly`];
const sso = (id: string): string[] => ['sso_session = corp', `sso_account_id = ${id}`, 'sso_role_name = ReadOnly'];

// prettier-ignore
const HEADERS = [
  '[default]', '[DEFAULT]', '[profile a]', '[profile "a b"]', '[profile  a]', '  [profile indented]', '\t[profile tab]', '[profile a] ; c',
  '[services s]', '[e]', '[profile ü]', '[profile "h]', '[profile corp-alpha-ReadOnly]', '[profile corp-beta-ReadOnly]',
  '[profile corp-alpha-ReadOnly-000000000001]', '[profile "corp-gamma-ray-ReadOnly"]', "[profile 'corp-beta-ReadOnly']", '[profile mine]',
  '[profile old]', '[profile default]', '[sso-session other]', '    [profile deep]', '[plugins]', '[profile x] [y]',
];
// prettier-ignore
const LINES = [
  'region = eu-west-1', 'REGION=eu-west-1', '  region = eu-west-1', 'output : x', 'o = v # c', 's3 =', '  max = 1', '    min = 2', '# comment', '; comment',
  '  # inner', '', '   ', '\t', 'k = ü 日本', 'l = a = b', 'cli_pager =', 'sso_session = corp', 'sso_account_id = 000000000009', 'sso_role_name = Admin',
  'credential_process = /bin/x', '  more', '\tmore = 1', 'p = \u2028x', 'q = \u0085', '# [profile commented]', 'm = [x]', 'role_arn = arn:aws:iam::1:role/r',
  'managed_by = someone', 'managed_key = x', 'n\u00a0= v', '\u00a0r = v', 'w = \f', 'a\u001fb = 1',
];
/** What makes botocore refuse the file, mostly. */
const RARE = ['no value', '= x', '[]', '[profile a', '\ufeff', 'region = again', 'c = caf\u00e9\u0000'];

const anyLine = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);
const indent = fc.constantFrom('', '', '', '  ', '\t', '    ');
/** A profile of ours, as somebody's editor has left it. */
const ours = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.constantFrom(...IDS),
    fc.boolean(),
    fc.array(anyLine, { maxLength: 2 }),
    indent,
  )
  .map(([header, id, usual, added, space]) => [
    header,
    ...[...(usual ? sso(id) : []), ...mark(id), ...added].map((one) => space + one),
  ]);
const foreign = fc
  .tuple(fc.constantFrom(...HEADERS), fc.uniqueArray(anyLine, { maxLength: 5 }))
  .map(([header, lines]) => [header, ...lines]);
const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r');

const file = fc
  .tuple(
    fc.uniqueArray(fc.oneof(foreign, ours), { maxLength: 6, selector: ([header = '']) => header }),
    ending,
    fc.constantFrom('', '\n', '\n\n', '\n  ', '\r', '\n# end'),
    fc.oneof(
      { weight: 30, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('k = 1\n', '\ufeff', '\n\n') },
    ),
    fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(200) }),
    fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: ending }),
  )
  .map(([sections, end, tail, before, broken, other]) => {
    const text = sections.map((lines, index) => lines.join(index % 2 === 1 ? (other ?? end) : end)).join(end);
    const bytes = Buffer.from(`${before}${text}${tail}`);
    // A byte of another encoding somewhere in the middle.
    return broken === undefined
      ? bytes
      : Buffer.concat([bytes.subarray(0, broken), Buffer.from([0xe9]), bytes.subarray(broken)]);
  });

const accounts = fc
  .tuple(...IDS.map(() => fc.constantFrom('granted', 'granted', 'granted', 'other', 'failed', 'gone')))
  .map((states) =>
    IDS.flatMap((id, index): ScannedAccount[] => {
      const account = { id, name: NAMES[index] ?? '', email: '' };
      switch (states[index]) {
        case 'granted':
          return [{ ...account, kind: 'listed', roles: ['ReadOnly'] }];
        case 'other':
          return [{ ...account, kind: 'listed', roles: ['Admin'] }];
        case 'failed':
          return [{ ...account, kind: 'failed', code: 'throttled', message: 'throttled' }];
        default:
          return [];
      }
    }),
  );

const options = fc.record({
  prune: fc.boolean(),
  regionForAll: fc.boolean(),
  nameTemplate: fc.constantFrom(undefined, undefined, '{account}'),
  program: fc.constantFrom(undefined, undefined, ['/usr/bin/node', '/opt/with space/main.js']),
});

const OWN_LINE =
  /^\s*(?:\[profile [^\]]+\].*|(?:sso_session|sso_account_id|sso_role_name|credential_process|region|managed_by|managed_key)\s*[=:].*|)$/i;

interface Case {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly synced: ProfileSync;
}

/** Throws at the first file that was damaged. */
export async function syncMangledFiles(runs: number, seed: number): Promise<Mangled> {
  const directory = await mkdtemp(join(tmpdir(), 'central-ops-mangled-'));
  const configFile = join(directory, 'config');
  const sync = (scanned: readonly ScannedAccount[], chosen: Partial<ProfileOptions>): Promise<ProfileSync> =>
    syncProfiles(
      { configFile, credentialsFile: join(directory, 'credentials'), readFile: (path) => readFile(path) },
      { clock: Date.now, sleep },
      { name: 'corp', startUrl: 'https://d-1.awsapps.com/start', region: 'us-east-1', scopes: [] },
      { accounts: scanned, failed: 0 },
      {
        roleName: 'ReadOnly',
        nameTemplate: undefined,
        region: 'us-east-1',
        regionForAll: false,
        prune: false,
        dryRun: false,
        program: undefined,
        ...chosen,
      },
      AbortSignal.timeout(60_000),
    );
  const cases: Case[] = [];
  const refused: Buffer[] = [];
  try {
    for (const [before, scanned, chosen] of fc.sample(fc.tuple(file, accounts, options), { numRuns: runs, seed })) {
      await writeFile(configFile, before);
      let synced: ProfileSync;
      try {
        synced = await sync(scanned, chosen);
      } catch (error) {
        if (!(error instanceof CentralOpsError)) throw error;
        expect((await readFile(configFile)).toString('hex')).toBe(before.toString('hex'));
        // Nobody grants the role: not a matter of the file.
        if (error.code === 'usage' || error.message.includes('lists no account')) continue;
        expect(error).toMatchObject({ code: 'configuration', message: expect.stringMatching(/, line \d+: /) });
        refused.push(before);
        continue;
      }
      const after = await readFile(configFile);
      cases.push({ before, after, synced });
      linesAreKept(before, after);
      // When its only profiles are gone there is nobody left who grants the role.
      const again = await sync(scanned, chosen).catch(() => undefined);
      // A name that a pruned profile had is given away by the next run at the earliest.
      const mayBeFree = synced.outcomes.some(({ reason }) => reason.includes('never overwritten'));
      if ((again?.diff ?? '') !== '' && !mayBeFree) {
        throw new Error(`not idempotent: ${JSON.stringify({ before: before.toString(), first: synced, again })}`);
      }
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  if (hasBotocore) readersAgree(cases);
  const edited = cases.filter(({ synced }) => synced.changed).length;
  return { edited, unchanged: cases.length - edited, refused: refused.length };
}

/**
 * Without what we write, the file afterwards is the file before: each other line is still there, in its order. Known by their
 * look, whatever section they stand in; a line that goes on with a value of ours goes with it.
 */
function linesAreKept(before: Buffer, after: Buffer): void {
  const [old, fresh] = [before, after].map((bytes) => bytes.toString().split(/(?<=\n)/));
  const endings = /[\r\n]+$/;
  let next = 0;
  let lastIsLost = false;
  for (const line of old ?? []) {
    const isSame = (other: string): boolean =>
      other === line || (!endings.test(line) && other.replace(endings, '') === line);
    const isOwn = OWN_LINE.test(line.replace(endings, ''));
    const rest = (fresh ?? []).slice(next);
    const at = rest.findIndex((other) => isSame(other) || !OWN_LINE.test(other.replace(endings, '')));
    const isKept = at >= 0 && isSame(rest[at] ?? '');
    if (isKept) next += at + 1;
    else if (!isOwn && !(lastIsLost && /^\s/.test(line))) {
      throw new Error(`lost ${JSON.stringify({ line, before: before.toString(), after: after.toString() })}`);
    }
    lastIsLost = !isKept;
  }
  const added = (fresh ?? []).slice(next).filter((other) => !OWN_LINE.test(other.replace(endings, '')));
  if (added.length > 0)
    throw new Error(`added ${JSON.stringify({ added, before: before.toString(), after: after.toString() })}`);
}

const sections = z.record(z.string(), z.record(z.string(), z.unknown()));

/** botocore's own reader sees the sections that we say we changed, and the others as they were. */
function readersAgree(cases: readonly Case[]): void {
  const texts = cases.flatMap(({ before, after }) => [before.toString('base64'), after.toString('base64')]);
  const script = fileURLToPath(new URL('botocore-raw.py', import.meta.url));
  const run = spawnSync('python3', [script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 30 });
  const read = z.array(sections.nullable()).parse(JSON.parse(run.stdout));
  for (const [index, { before, synced }] of cases.entries()) {
    const [old, fresh] = [read[2 * index], read[2 * index + 1]];
    const shown = { before: before.toString(), after: cases[index]?.after.toString() };
    if (old === null || old === undefined || fresh === null || fresh === undefined) {
      throw new Error(`botocore refuses what was edited: ${JSON.stringify({ ...shown, old, fresh })}`);
    }
    const touched = new Set(
      synced.outcomes.flatMap(({ result, profile }) =>
        ['added', 'updated', 'pruned'].includes(result) ? [profile] : [],
      ),
    );
    const others = (all: z.infer<typeof sections>): unknown =>
      Object.fromEntries(Object.entries(all).filter(([name, values]) => !isOurs(name, values, touched)));
    expect({ ...shown, sections: others(fresh) }).toEqual({ ...shown, sections: others(old) });
    for (const { result, profile, accountId } of synced.outcomes) {
      if (result !== 'added' && result !== 'updated' && result !== 'unchanged') continue;
      const found = Object.entries(fresh).filter(
        ([name, values]) => profileName(name) === profile && values['managed_key'] === `corp/${accountId}/ReadOnly`,
      );
      // Of two spellings of one name botocore takes the last.
      const [, values = {}] = found.at(-1) ?? [];
      const opens = typeof values['credential_process'] === 'string' || values['sso_account_id'] === accountId;
      expect({ ...shown, profile, opens }).toEqual({ ...shown, profile, opens: true });
    }
  }
}

/** A section that bears our mark, under a name that was changed. */
function isOurs(name: string, values: Readonly<Record<string, unknown>>, touched: ReadonlySet<string>): boolean {
  const marked =
    values['managed_by'] === 'central-ops' && /^corp\/\d{12}\/ReadOnly$/.test(String(values['managed_key']));
  return marked && (touched.has(profileName(name)) || touched.size > 0);
}

function profileName(section: string): string {
  return section === 'default' ? 'default' : section.replace(/^profile\s*/, '').replace(/^(["'])(.*)\1$/, '$2');
}
