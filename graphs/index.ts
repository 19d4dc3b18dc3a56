import { loadConfiguration, quietSdkWarning } from '../src/config.js';
import { compose } from '../src/compose.js';
import type { OperationsGraph } from './operations.js';

let composed: Promise<OperationsGraph> | undefined;

/**
 * What langgraph.json loads: the same graph, for LangGraph Studio. A factory, so that importing this file runs nothing;
 * its server calls it for every request, so the graph is put together once. Threads and checkpoints are the server's.
 */
export function operations(): Promise<OperationsGraph> {
  composed ??= composeForStudio();
  return composed;
}

async function composeForStudio(): Promise<OperationsGraph> {
  quietSdkWarning();
  const configuration = await loadConfiguration({ door: 'server' });
  const composition = await compose(configuration, {
    log: (line) => process.stderr.write(line),
    auditName: 'studio',
    ownCaller: { kind: 'studio', name: 'studio' },
  });
  return composition.graph();
}
