import type { Clock } from '../domain/clock.js';
import type { AccountSource } from './account-source.js';
import { parseRegistry } from './registry.js';

/** The registry in a parameter of the hub's account (`ACCOUNT_REGISTRY=ssm:NAME`), checked like a file. */
export function createParameterSource(options: {
  readonly name: string;
  readonly read: (name: string, usedFor: string, signal: AbortSignal) => Promise<string>;
  readonly clock: Clock;
}): AccountSource {
  const origin = `ssm:${options.name}`;
  return {
    origin,
    async load(signal) {
      const fetchedAt = options.clock();
      const text = await options.read(options.name, 'the account registry (ACCOUNT_REGISTRY)', signal);
      return { fetchedAt, accounts: parseRegistry(text, { origin }).accounts() };
    },
  };
}
