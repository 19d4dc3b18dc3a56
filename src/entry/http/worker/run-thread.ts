import { parentPort, workerData } from 'node:worker_threads';
import { compose } from '../../../compose.js';
import { loadConfiguration } from '../../../config.js';
import { messageOf } from '../../../domain/errors.js';
import { serveThread, type Port } from './serve-thread.js';
import { toPlainError, type WorkerData } from './messages.js';

/** The thread that answers questions: the whole product, apart from the door. Started by `startRunThread`. */
const port: Port | null = parentPort;
if (port === null) throw new Error('this file is a thread of the server');
const { flags, configFile, preload }: WorkerData = workerData;
try {
  const configuration = await loadConfiguration({
    door: 'server',
    flags,
    ...(configFile === undefined ? {} : { configFile }),
  });
  let level = configuration.logLevel;
  const composition = await compose(configuration, {
    log: (line) => port.postMessage({ kind: 'log', line }),
    auditName: 'server',
    logLevel: () => level,
  });
  serveThread(port, composition.operations, {
    setLogLevel: (next) => {
      level = next;
    },
    close: async () => {
      // What cannot be ended in order must not keep the server from ending.
      await composition.close().catch((error: unknown) => {
        composition.logger.warn('not closed in order', { error: messageOf(error) });
      });
      port.close();
    },
  });
  if (preload) await composition.graph();
  port.postMessage({ kind: 'ready' });
} catch (error) {
  port.postMessage({ kind: 'unusable', error: toPlainError(error) });
}
