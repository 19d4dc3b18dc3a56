import { CentralOpsError } from '../domain/errors.js';
import { parseRegistry, type Registry } from './registry.js';
import { systemCodeOf } from '../domain/system-error.js';

export interface LoadRegistryOptions {
  /** A path, or the JSON itself. */
  readonly source: string;
  /** Rejects when the file cannot be read. */
  readonly readFile: (path: string, signal: AbortSignal) => Promise<string>;
  readonly signal: AbortSignal;
}

/**
 * Opens a registry that was written by hand. Throws `configuration` for one that cannot be read, `registry-invalid` for
 * what is wrong in it.
 */
export async function loadRegistry({ source, readFile, signal }: LoadRegistryOptions): Promise<Registry> {
  const written = source.trim();
  if (/^[[{\uFEFF]/.test(written)) return parseRegistry(written, { origin: 'in ACCOUNT_REGISTRY' });
  if (written === '') throw configuration('ACCOUNT_REGISTRY is empty.');
  return parseRegistry(await read(source, readFile, signal), { origin: source });
}

async function read(path: string, readFile: LoadRegistryOptions['readFile'], signal: AbortSignal): Promise<string> {
  try {
    return await readFile(path, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = systemCodeOf(error) ?? '';
    throw configuration(`The account registry ${path} ${whyUnread(code)}.`, error);
  }
}

function whyUnread(code: string): string {
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  if (code === 'EISDIR') return 'is a directory';
  return `could not be read${code === '' ? '' : ` (${code})`}`;
}

function configuration(what: string, cause?: unknown): CentralOpsError {
  return new CentralOpsError(
    'configuration',
    `${what} Set ACCOUNT_REGISTRY to the path of a JSON file, or to the JSON itself: ` +
      '{"accounts": [{"id": "222222222222", "name": "Production"}]}.',
    cause === undefined ? {} : { cause },
  );
}
