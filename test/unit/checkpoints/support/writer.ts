import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const BUILT = new URL('../../../../dist/src/', import.meta.url);

/**
 * Another process that adds `times` values to a thread, each as large as `size`, and prints a line per value. From the
 * build, because Node 20 reads no TypeScript.
 */
export function startWriter(
  directory: string,
  threadId: string,
  { times, size = 1 }: { readonly times: number; readonly size?: number },
): ChildProcessByStdio<null, Readable, null> {
  const module = (path: string): string => JSON.stringify(new URL(path, BUILT).href);
  const program = `
    import { createDirectoryThreads } from ${module('checkpoints/directory-threads.js')};
    import { sleep } from ${module('network/sleep.js')};
    const threads = createDirectoryThreads(${JSON.stringify(directory)}, { clock: Date.now, sleep });
    for (let time = 0; time < ${times}; time += 1) {
      const value = { namespace: '', channel: String(process.pid), version: time, value: { json: 'x'.repeat(${size}) } };
      await threads.update(${JSON.stringify(threadId)}, (thread) => ({ ...thread, values: [...thread.values, value].slice(-400) }));
      process.stdout.write('written\\n');
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(BUILT),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
