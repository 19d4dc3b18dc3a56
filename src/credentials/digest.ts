import { createHash } from 'node:crypto';

/** For keys of caches: tells texts apart without keeping them. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
