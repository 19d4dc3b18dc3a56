import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration, type Configuration, type ConfigurationSources } from '../../../src/config.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

type Sources = Omit<ConfigurationSources, 'door'> & { readonly door?: ConfigurationSources['door'] };

/** A home directory of its own, and configuration loaded from nowhere else. */
export interface Home {
  readonly path: string;
  readonly load: (sources?: Sources) => Promise<Configuration>;
  /** What loading complains about. */
  readonly mistakeOf: (sources: Sources) => Promise<CentralOpsError>;
  /** Writes a file, by its path in the home directory. */
  readonly withFile: (content: string, name?: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function createHome(): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'central-ops-home-'));
  const load = (sources: Sources = {}): Promise<Configuration> =>
    loadConfiguration({ door: 'command-line', ...sources, environment: { HOME: path, ...sources.environment } });
  return {
    path,
    load,
    async mistakeOf(sources) {
      const thrown = await load(sources).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (thrown instanceof CentralOpsError) return thrown;
      throw new Error('there was no mistake', { cause: thrown });
    },
    async withFile(content, name = 'config.json') {
      const file = join(path, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
