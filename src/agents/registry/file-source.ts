import { CentralOpsError } from '../../domain/errors.js';
import type { AgentSource } from './agent-source.js';
import { rowsOfText } from './parse-agents.js';
import { systemCodeOf } from '../../domain/system-error.js';

/** A JSON file, read anew each time: it is small, and an agent that was switched off in it must be off at once. */
export function createAgentFile(
  path: string,
  readFile: (path: string, signal: AbortSignal) => Promise<string>,
): AgentSource {
  return {
    origin: path,
    async rows(signal) {
      return rowsOfText(await read(path, readFile, signal), path);
    },
  };
}

async function read(
  path: string,
  readFile: (path: string, signal: AbortSignal) => Promise<string>,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await readFile(path, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = systemCodeOf(error) ?? 'unknown';
    throw new CentralOpsError(
      'configuration',
      `The agent registry ${path} ${code === 'ENOENT' ? 'does not exist' : `could not be read (${code})`}.`,
      {
        facts: { path, code },
        nextStep: 'Set CENTRAL_OPS_AGENT_REGISTRY to the path of a JSON file, or to dynamodb: and the name of a table.',
        cause: error,
      },
    );
  }
}
