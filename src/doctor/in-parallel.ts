/** Results in the order in which they come, at most `limit` at once. */
export async function* inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const running = new Set<Promise<{ readonly result: Result; readonly done: () => void }>>();
  let next = 0;
  const start = (): void => {
    const item = items[next];
    if (item === undefined) return;
    next += 1;
    const task = work(item).then((result) => ({ result, done: () => running.delete(task) }));
    running.add(task);
  };
  while (running.size < limit && next < items.length) start();
  while (running.size > 0) {
    const { result, done } = await Promise.race(running);
    done();
    start();
    yield result;
  }
}
