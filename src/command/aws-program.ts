/** Where the AWS CLI is on this machine. */
import { constants } from 'node:fs';
import { access, open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { CentralOpsError } from '../domain/errors.js';

export interface AwsProgramPlace {
  /** `CENTRAL_OPS_AWS_CLI`: an absolute path. */
  readonly program: string | undefined;
  /** `PATH`. */
  readonly searchPath: string;
}

/**
 * The absolute path of the AWS CLI: what is configured, else the first `aws` of the search path that can be run. Folders that are
 * not absolute lead into the working directory, where anybody may have put one, and are passed over. Throws `configuration`.
 */
export async function findAwsProgram({ program, searchPath }: AwsProgramPlace): Promise<string> {
  if (program !== undefined) {
    if (isAbsolute(program) && (await isProgram(program))) return (await behindShim(program)) ?? realpath(program);
    throw new CentralOpsError(
      'configuration',
      `CENTRAL_OPS_AWS_CLI is ${program}, which is no program that can be run`,
      {
        nextStep: 'Set it to the absolute path of the AWS CLI, or unset it to take the one of PATH.',
      },
    );
  }
  const folders = searchPath.split(':').filter((folder) => isAbsolute(folder));
  for (const folder of folders) {
    const path = join(folder, 'aws');
    if (!(await isProgram(path))) continue;
    const found = await behindShim(path);
    if (found !== undefined) return found;
  }
  throw new CentralOpsError('configuration', 'The AWS CLI is not installed: there is no program "aws" in PATH', {
    facts: { folders },
    nextStep:
      'Install it (https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html), or set CENTRAL_OPS_AWS_CLI to its absolute path.',
  });
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Longer than any shim; the CLI itself is another program's file or a few lines of Python. */
const HEAD_BYTES = 2048;

/**
 * What a version manager's shim stands for, because a shim looks for its settings in HOME and in the working directory: for
 * pyenv the first of its global versions that has an `aws`; undefined for a shim that leads nowhere. Anything else is itself.
 */
async function behindShim(path: string): Promise<string | undefined> {
  const head = await headOf(path);
  if (!head.startsWith('#!')) return realpath(path);
  const root = /^export PYENV_ROOT="([^"\n]+)"$/m.exec(head)?.[1];
  if (root !== undefined && /^exec .*pyenv" exec /m.test(head)) return pyenvProgram(root);
  return /\b(?:asdf|mise|rtx|rbenv|nodenv)\b.* exec /.test(head) ? undefined : realpath(path);
}

async function pyenvProgram(root: string): Promise<string | undefined> {
  const versions = await readFile(join(root, 'version'), 'utf8').catch(() => '');
  for (const version of versions.split(/\s+/).filter((name) => /^[\w.+-]+$/.test(name))) {
    const path = join(root, 'versions', version, 'bin', 'aws');
    if (await isProgram(path)) return realpath(path);
  }
  return undefined;
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
