import { createRequire } from 'node:module';
import { isJsonObject } from '../domain/json.js';

/** The version of this program, as its package says. */
export function packageVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('#package');
  const version = isJsonObject(manifest) ? manifest['version'] : undefined;
  return typeof version === 'string' ? version : 'unknown';
}
