import { isJsonObject } from '../../domain/json.js';

/** How a script ended: the part of the tool's answer that does not depend on its calls. */
export interface ScriptResult {
  readonly status: 'success' | 'error';
  readonly return_value: unknown;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: string;
}

/** Reads what the interpreter printed. A value that JSON cannot hold (a set, NaN) makes the script a failed one. */
export function readScriptResult(text: string): ScriptResult {
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    return scriptFailure('TypeError', 'the return value is not JSON serializable');
  }
  if (!isJsonObject(result)) return scriptFailure('InterpreterError', 'the script left no result');
  const words = { stdout: textOf(result['stdout']), stderr: textOf(result['stderr']) };
  if (result['status'] === 'success')
    return { status: 'success', return_value: result['return_value'] ?? null, ...words };
  return { status: 'error', return_value: null, ...words, error: textOf(result['error']) };
}

export function scriptFailure(type: string, message: string): ScriptResult {
  const error = `${type}: ${message}`;
  return { status: 'error', return_value: null, stdout: '', stderr: `${error}\n`, error };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
