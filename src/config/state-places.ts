import { join } from 'node:path';
import { absolute } from './config-file.js';
import type { Configuration, Door } from './configuration.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where full rows are kept: a server remembers, a command line is another process the next time. */
export function rowsPlace(
  value: string | undefined,
  environment: Environment,
  home: string,
  door: Door,
): Configuration['rows'] {
  if (value === 'memory' || (value === undefined && door === 'server')) return { kind: 'memory' };
  return { kind: 'directory', path: value ?? join(stateDirectoryOf(environment, home), 'runs') };
}

/** Where sessions are kept, likewise. */
export function checkpointsPlace(
  value: string | undefined,
  environment: Environment,
  home: string,
  door: Door,
): Configuration['checkpoints'] {
  if (value === 'memory' || (value === undefined && door === 'server')) return { kind: 'memory' };
  if (value?.startsWith('postgres') === true) return { kind: 'postgres', url: value };
  const path = value?.slice('file:'.length);
  return { kind: 'directory', path: path ?? join(stateDirectoryOf(environment, home), 'sessions') };
}

/** `$XDG_STATE_HOME/central-ops`: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function stateDirectoryOf(environment: Environment, home: string): string {
  return join(absolute(environment['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'central-ops');
}
