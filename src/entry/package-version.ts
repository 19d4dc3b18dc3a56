import { createRequire } from 'node:module';
import { z } from 'zod';

/** The version of this program, as its package says. */
export function packageVersion(): string {
  const text: unknown = createRequire(import.meta.url)('#package');
  return z.object({ version: z.string() }).parse(text).version;
}
