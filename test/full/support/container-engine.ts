import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PULL_MILLIS = 120_000;
const BUILD_MILLIS = 580_000;

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A container engine that has the Dockerfile's base. */
export interface ContainerEngine {
  /** Runs one command of the engine; never rejects for its exit code. */
  run(...args: readonly string[]): Promise<Ended>;
  /** Builds the repository as it is, up to a target of the Dockerfile ('' for all of it), under a name. */
  build(target: string, image: string): Promise<void>;
  /** What makes a container as tight as one that is meant to be. */
  readonly tight: readonly string[];
}

/** The first of Docker and Podman that answers here and has the base, or can pull it; otherwise why there is none. */
export async function findContainerEngine(): Promise<ContainerEngine | string> {
  const base = /node:\S+/.exec(await readFile(`${ROOT}/Dockerfile`, 'utf8'))?.[0] ?? '';
  const found: string[] = [];
  for (const program of ['docker', 'podman']) {
    if ((await command(program, ['info'])).code !== 0) continue;
    found.push(program);
    const image = `docker.io/library/${base}`;
    if ((await command(program, ['image', 'inspect', image])).code === 0) return engineOf(program);
    if ((await command(program, ['pull', image], PULL_MILLIS)).code === 0) return engineOf(program);
  }
  return found.length === 0
    ? 'needs docker or podman'
    : `needs ${base}, which ${found.join(' and ')} neither has nor can pull`;
}

function engineOf(program: string): ContainerEngine {
  // Podman lays writable directories over a read-only file system unless it is told not to.
  const nothingElse = program === 'podman' ? ['--read-only-tmpfs=false'] : [];
  return {
    run: (...args) => command(program, args),
    async build(target, image) {
      const args = ['build', ...(target === '' ? [] : ['--target', target]), '--tag', image, ROOT];
      const { code, stderr } = await command(program, args, BUILD_MILLIS);
      if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stderr.slice(-2000)}`);
    },
    tight: ['--read-only', ...nothingElse, '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
  };
}

function command(program: string, args: readonly string[], timeout = 60_000): Promise<Ended> {
  // Podman's own format of images has no health check.
  const env = { ...process.env, BUILDAH_FORMAT: 'docker' };
  return new Promise((resolve) => {
    execFile(program, args, { timeout, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, stdout, stderr });
    });
  });
}
