import type { Clock } from '../domain/clock.js';
import { type Json, isJsonObject, type JsonObject } from '../domain/json.js';
import { LOG_LEVELS, type Logger, type LogLevel } from '../domain/logger.js';
import { isSecretName, redact } from './redact.js';

export interface LoggerOptions {
  /** Lines below it are not written. Asked for with every line: it may be changed while the process runs. */
  readonly level: LogLevel | (() => LogLevel);
  /** Takes one line, newline included. Servers and the command line pass stderr, so that stdout stays an answer. */
  readonly write: (line: string) => void;
  readonly clock: Clock;
  /** The trace that a line belongs to. */
  readonly trace?: () => JsonObject;
  /** Fields of every line. */
  readonly context?: JsonObject;
}

/** Writes `{"time", "level", "message", …fields}`, one JSON object per line, with secrets taken out. */
export function createLogger(options: LoggerOptions): Logger {
  const { write, clock, trace, level: given, context = {} } = options;
  const threshold = typeof given === 'function' ? given : () => given;
  const log = (level: LogLevel) => (message: string, fields?: JsonObject) => {
    if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(threshold())) return;
    const time = new Date(clock()).toISOString();
    // The first three last, so that no field can pass for them; first in the line all the same, to be read.
    const line = { time, level, message: redact(message), ...redactFields({ ...trace?.(), ...context, ...fields }) };
    write(`${JSON.stringify({ ...line, time, level, message: redact(message) })}\n`);
  };
  return {
    error: log('error'),
    warn: log('warn'),
    info: log('info'),
    debug: log('debug'),
    child: (more) => createLogger({ ...options, context: { ...context, ...more } }),
  };
}

function redactFields(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      redact(name),
      isSecretName(name) ? '[redacted]' : redactValue(value),
    ]),
  );
}

function redactValue(value: Json): Json {
  if (typeof value === 'string') return redact(value);
  if (isJsonObject(value)) return redactFields(value);
  return isList(value) ? value.map(redactValue) : value;
}

/** `Array.isArray` does not narrow a read-only array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
