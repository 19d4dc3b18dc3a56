import { awsServiceAround } from '../domain/surroundings.js';
import type { SettingName } from '../settings.js';

/** How the HTTP server runs. */
export interface ServerConfiguration {
  /** Runs at once. */
  readonly concurrentRuns: number;
  /** How long runs may go on after SIGTERM. */
  readonly drainSeconds: number;
  /**
   * Whether everything that a question needs is loaded before the first healthy `/ping`: where the host waits for it, and
   * may take its snapshot then. On a laptop the server is there at once, and its first question loads the rest.
   */
  readonly preload: boolean;
}

export function serverConfiguration(
  number: (name: SettingName) => number,
  environment: Readonly<Record<string, string | undefined>>,
): ServerConfiguration {
  return {
    concurrentRuns: number('CENTRAL_OPS_CONCURRENT_RUNS'),
    drainSeconds: number('CENTRAL_OPS_DRAIN_SECONDS'),
    preload: environment['DOCKER_CONTAINER'] === '1' || awsServiceAround(environment) !== undefined,
  };
}
