import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, type Splice } from '../../../../src/identity-center/aws-config/edit-ini.js';
import { unifiedDiff } from '../../../../src/identity-center/aws-config/unified-diff.js';

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${String(index + 1)}\n`).join('');

describe('unifiedDiff', () => {
  it('shows three lines around a change, and changes near to each other as one', () => {
    const splices = [
      { line: 5, removed: 1, inserted: ['five\n'] },
      { line: 8, removed: 1, inserted: [] },
      { line: 21, removed: 0, inserted: ['new\n'] },
    ];

    expect(unifiedDiff({ file: 'config', before: numbered(20), splices })).toBe(
      `--- config
+++ config
@@ -2,10 +2,9 @@
 line 2
 line 3
 line 4
-line 5
+five
 line 6
 line 7
-line 8
 line 9
 line 10
 line 11
@@ -18,3 +17,4 @@
 line 18
 line 19
 line 20
+new
`,
    );
  });

  it('shows a last line that gets its line break', () => {
    expect(unifiedDiff({ file: 'c', before: 'a', splices: [{ line: 2, removed: 0, inserted: ['b\n'] }] })).toBe(
      '--- c\n+++ c\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n',
    );
  });

  it('is empty where nothing changes', () => {
    expect(unifiedDiff({ file: 'c', before: 'a\n', splices: [{ line: 1, removed: 0, inserted: [] }] })).toBe('');
  });
});

const hasPatch = spawnSync('patch', ['--version']).status === 0;

/** Splices that do not touch each other. */
const changes = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '', '  c'), { maxLength: 40 }), fc.boolean(), fc.infiniteStream(fc.nat(4)))
  .map(([lines, hasEnd, choices]) => {
    const before = lines.map((line, index) => `${line}${hasEnd || index < lines.length - 1 ? '\n' : ''}`).join('');
    const count = linesOf(before).length;
    const splices: Splice[] = [];
    const next = (): number => choices.next().value ?? 0;
    for (let line = 1 + next() * 3; line <= count + 1; line += 2 + next() * 3) {
      const removed = line <= count ? next() % 2 : 0;
      splices.push({ line, removed, inserted: Array.from({ length: next() % 3 }, () => 'new\n') });
    }
    return { before, splices };
  });

describe.skipIf(!hasPatch)('patch (needs `patch`)', () => {
  it('makes of the diff what the edit makes', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'central-ops-patch-'));
    const path = join(directory, 'file');
    for (const { before, splices } of fc.sample(changes, { numRuns: 60, seed: 3 })) {
      const diff = unifiedDiff({ file: 'file', before, splices });
      if (diff === '') continue;
      await writeFile(path, before);
      const { status, stdout } = spawnSync('patch', ['--no-backup-if-mismatch', '--fuzz=0', path], {
        input: diff,
        encoding: 'utf8',
      });
      const after = await readFile(path, 'utf8').catch(() => '');

      expect({ status, after, diff, stdout }).toEqual({ status: 0, after: applied(before, splices), diff, stdout });
      expect(stdout).not.toContain('offset');
    }
    await rm(directory, { recursive: true });
  });
});

function applied(before: string, splices: readonly Splice[]): string {
  const lines = [...linesOf(before)];
  const last = lines.at(-1);
  const end = splices.at(-1);
  if (last !== undefined && end?.line === lines.length + 1 && end.inserted.length > 0 && !last.endsWith('\n')) {
    lines[lines.length - 1] = `${last}\n`;
  }
  for (const { line, removed, inserted } of splices.toReversed()) lines.splice(line - 1, removed, ...inserted);
  return lines.join('');
}
