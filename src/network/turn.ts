/**
 * Lets everything else that is ready have its turn: sockets to read, a `/ping` to answer. For work on a great many things,
 * between two portions of it.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
