/**
 * The process that runs scripts: Python on WebAssembly, apart from the sandbox, with an empty environment, so that a
 * script that breaks out finds nothing worth having and one that runs away can be killed.
 */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';
import { INTERPRETER_PROGRAM } from './interpreter/interpreter-program.js';
import type { FromInterpreter, ToInterpreter } from './interpreter/messages.js';

const own = process;
const replies = new Map<number, (text: string) => void>();
let calls = 0;

function tell(message: FromInterpreter): void {
  own.send?.(message);
}

const bridge = {
  call: (run: number, text: string): Promise<string> =>
    new Promise((resolve) => {
      calls += 1;
      replies.set(calls, resolve);
      tell({ kind: 'call', run, call: calls, text });
    }),
  done: (run: number, text: string): void => tell({ kind: 'done', run, text }),
};

/** Python sees JavaScript's globals; what leads from there to the machine is taken away. */
function removeGlobals(): void {
  for (const name of [
    'process',
    'require',
    'fetch',
    'WebSocket',
    'EventSource',
    'Buffer',
    'loadMicroPython',
    'sandboxBridge',
  ]) {
    Reflect.deleteProperty(globalThis, name);
  }
}

function callable(value: unknown): (...values: readonly unknown[]) => void {
  if (typeof value !== 'function') throw new TypeError('The interpreter program lacks a function.');
  return (...values) => void Reflect.apply(value, undefined, values);
}

own.on('disconnect', () => own.exit(0));
const python = await loadMicroPython({
  // Taken from the machine only as it is used.
  heapsize: 512 * 1024 * 1024,
  stdout: () => undefined,
  stderr: () => undefined,
});
Reflect.set(globalThis, 'sandboxBridge', bridge);
python.runPython(INTERPRETER_PROGRAM);
const start = callable(python.globals.get('start'));
const cancel = callable(python.globals.get('cancel'));
removeGlobals();

own.on('message', (message: ToInterpreter) => {
  switch (message.kind) {
    case 'run':
      start(message.run, message.code);
      return;
    case 'cancel':
      cancel(message.run);
      return;
    case 'reply': {
      const resolve = replies.get(message.call);
      replies.delete(message.call);
      resolve?.(message.text);
    }
  }
});
tell({ kind: 'ready' });
