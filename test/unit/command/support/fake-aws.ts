import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a program `aws` that writes down how it was called, and then does what a shell script says. */
export interface FakeAws {
  readonly folder: string;
  readonly program: string;
  /** The arguments of each call. */
  calls(): readonly (readonly string[])[];
  /** What any script wrote to this file of the folder. */
  read(name: string): string;
  has(name: string): boolean;
  remove(): void;
}

/** `script` is run by /bin/sh with the arguments; `$folder` is the folder. */
export function fakeAws(script = ''): FakeAws {
  const folder = mkdtempSync(join(tmpdir(), 'fake-aws-'));
  mkdirSync(join(folder, 'bin'));
  const program = join(folder, 'bin', 'aws');
  const log = join(folder, 'calls');
  writeFileSync(log, '');
  // One write for each call: calls run side by side.
  const record = `{ printf '%s\\0' "$#" "$@"; } | cat >> '${log}'`;
  writeFileSync(program, `#!/bin/sh\nfolder='${folder}'\n${record}\n${script}\n`);
  chmodSync(program, 0o755);
  return {
    folder,
    program,
    calls() {
      const parts = readFileSync(log, 'utf8').split('\0');
      const found: string[][] = [];
      for (let at = 0; at < parts.length - 1;) {
        const count = Number(parts[at]);
        found.push(parts.slice(at + 1, at + 1 + count));
        at += 1 + count;
      }
      return found;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    has: (name) => existsSync(join(folder, name)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
