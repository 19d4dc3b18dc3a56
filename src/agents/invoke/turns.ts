/** Keeps how many invocations of an agent run at once; the others wait in their order. */
export interface Turns {
  /** Runs the work when it is its turn. Rejects with the signal's reason when that comes first; the work is then not begun. */
  take<T>(key: string, most: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const agents = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  return {
    async take(key, most, signal, work) {
      signal.throwIfAborted();
      const agent = agents.get(key) ?? { running: 0, waiting: [] };
      agents.set(key, agent);
      if (agent.running < most) agent.running += 1;
      else await handedOver(agent.waiting, signal);
      try {
        return await work();
      } finally {
        // A turn goes straight to the next in line, so that nobody slips in between.
        const next = agent.waiting.shift();
        if (next !== undefined) next();
        else {
          agent.running -= 1;
          if (agent.running === 0) agents.delete(key);
        }
      }
    },
  };
}

function handedOver(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = (): void => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(take), 1);
      reject(signal.reason);
    };
    waiting.push(take);
    signal.addEventListener('abort', leave, { once: true });
  });
}
