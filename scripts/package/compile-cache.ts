import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BUNDLE } from '../bundle/bundle.js';

/** Where the image has it, from the program's root: the Dockerfile's `NODE_COMPILE_CACHE`. */
export const COMPILE_CACHE = 'compile-cache';

/** Whom the image runs as. Node keeps a cache for each user. */
const USER = 1000;

/** How a server is started, beyond the ordinary. */
export interface StartedWith {
  readonly options: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** As on AgentCore, which names no collector; nothing is sent, because nobody asks. */
export const WITH_DISTRIBUTION: StartedWith = {
  options: ['--import', `./${BUNDLE}/aws-distribution.js`],
  variables: { AGENT_OBSERVABILITY_ENABLED: 'true', AWS_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'true' },
};

/** A start only wants to know where accounts would be. */
const REGISTRY = '[{"id": "222222222222", "name": "Production"}]';

/**
 * Starts the server once and ends it, so that Node keeps in `directory` what it compiled. Node finds it again for the same
 * version, architecture, user and path of the program, and compiles as ever where one differs, or a file has changed.
 */
export async function fillCompileCache(
  root: string,
  directory: string,
  { options, variables }: StartedWith = { options: [], variables: {} },
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await chown(directory, USER, USER);
  const child = spawn(process.execPath, [...options, `${BUNDLE}/main.js`, 'serve', '--preload', '--port', '0'], {
    cwd: root,
    env: {
      HOME: '/tmp',
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: directory,
      ACCOUNT_REGISTRY: REGISTRY,
      CENTRAL_OPS_HOST: '127.0.0.1',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(asRoot ? { uid: USER, gid: USER } : {}),
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
