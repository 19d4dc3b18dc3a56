import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editTextFile } from '../../../src/files/edit-file.js';
import { sleep } from '../../../src/network/sleep.js';

const LOOP = fileURLToPath(new URL('edit-loop.mjs', import.meta.url));
const SIZE = 200_000;

/** Kills two programs that edit one file, in the middle of it, for so many rounds. Says what was found of the file each time. */
export async function killWhileEditing(
  rounds: number,
): Promise<{ readonly texts: readonly string[]; readonly left: readonly string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'central-ops-kill-'));
  const path = join(directory, 'config');
  await writeFile(path, 'a'.repeat(SIZE));
  const texts: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const children = [0, 1].map(() =>
        spawn(process.execPath, [LOOP, path], { stdio: ['ignore', 'pipe', 'inherit'] }),
      );
      await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
      // Spread over the few milliseconds that one edit takes.
      await sleep(5 + ((round * 7) % 41));
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map((child) => once(child, 'exit')));
      const text = await readFile(path, 'utf8');
      texts.push(text.length === SIZE && /^(?:a+|b+)$/.test(text) ? 'whole' : `damaged: ${String(text.length)} bytes`);
    }
    // Whoever comes next takes over the lock of the killed and tidies up.
    await editTextFile(
      path,
      (text) => Promise.resolve({ text: `${text}!`, result: undefined }),
      { clock: Date.now, sleep },
      AbortSignal.timeout(60_000),
    );
    // Of a lock in the making a few bytes may stay: it could be that of a process which is alive.
    const left = (await readdir(directory)).filter((name) => !/backup-\w+-[\da-f]{4}$|\.lock\./.test(name));
    return { texts, left };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
