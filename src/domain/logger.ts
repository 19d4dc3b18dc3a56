import type { JsonObject } from './json.js';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Where a module says what happened: a short constant message in lower case, and the facts as fields, so that lines
 * can be searched. Implementations redact, but callers do not pass secrets in the first place.
 */
export interface Logger {
  error(message: string, fields?: JsonObject): void;
  warn(message: string, fields?: JsonObject): void;
  info(message: string, fields?: JsonObject): void;
  debug(message: string, fields?: JsonObject): void;
  /** A logger whose every line also carries these fields (run id, account). */
  child(context: JsonObject): Logger;
}
