import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../../scripts/package/zip.js';

const run = promisify(execFile);
const ENTRIES = [
  { name: 'main.js', bytes: Buffer.from('console.log(1);\n'.repeat(100)) },
  { name: 'dist/ü/empty', bytes: Buffer.alloc(0) },
  { name: 'noise', bytes: Buffer.from([1, 2, 3]) },
];
/** Another implementation of the format: Python's. */
const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    print(json.dumps([[archive.testzip()]] + [
        [info.filename, archive.read(info).hex(), info.date_time, oct(info.external_attr >> 16)] for info in archive.infolist()
    ]))`;

describe('zipOf', () => {
  it('is read by another implementation, whole and with its checksums', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'central-ops-zip-'));
    const file = join(directory, 'a.zip');
    await writeFile(file, zipOf(ENTRIES));

    const { stdout } = await run('python3', ['-c', READ, file]);
    await rm(directory, { recursive: true });

    expect(JSON.parse(stdout)).toEqual([
      [null],
      ...ENTRIES.map(({ name, bytes }) => [name, bytes.toString('hex'), [1980, 1, 1, 0, 0, 0], '0o100644']),
    ]);
  });

  it('is the same for the same files', () => {
    expect(zipOf(ENTRIES).equals(zipOf(ENTRIES))).toBe(true);
  });

  it('refuses more files than it can count', () => {
    const many = Array.from({ length: 65_536 }, (_, index) => ({ name: String(index), bytes: Buffer.alloc(0) }));

    expect(() => zipOf(many)).toThrow('65536 files are more than a zip of this kind has room for');
  });
});
