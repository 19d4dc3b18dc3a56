import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BUNDLE } from '../bundle/bundle.js';

/** A question needs accounts; a start only wants to know where they would be. */
const REGISTRY = '[{"id": "222222222222", "name": "Production"}]';

/**
 * Starts the server once and ends it, so that Node keeps in `directory` what it compiled (`NODE_COMPILE_CACHE`): a start from it
 * takes a quarter less. Node finds it again for the same version, architecture, user id and path of the program, and compiles
 * as ever where one differs; a file that has changed is compiled, too.
 */
export async function fillCompileCache(root: string, directory: string, user: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await chown(directory, user, user);
  const child = spawn(process.execPath, [`${BUNDLE}/main.js`, 'serve', '--preload', '--port', '0'], {
    cwd: root,
    env: {
      HOME: '/tmp',
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: directory,
      ACCOUNT_REGISTRY: REGISTRY,
      CENTRAL_OPS_HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(asRoot ? { uid: user, gid: user } : {}),
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    if (line.includes('"listening"')) child.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the server ended with ${String(code)}:\n${said.join('\n')}`);
  // Node keeps them for their owner alone, which in the image is root.
  const kept = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const file of kept.filter((entry) => entry.isFile())) await chmod(join(file.parentPath, file.name), 0o644);
}
