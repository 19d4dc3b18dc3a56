import { randomUUID } from 'node:crypto';
import type { Delays } from './delays.js';

/** Work that outlives the request that asked for it. */
export interface Tasks {
  /** The result when it comes soon, else `{status: "working", task_id}`. */
  start(owner: string, work: (signal: AbortSignal) => Promise<object>): Promise<object>;
  /** Where a task of this owner is; undefined for somebody else's and for none. */
  read(taskId: string, owner: string): object | undefined;
}

/** How long a caller waits before it is given a task instead. */
const SOON_MS = 50;

/** `signal` ends all that is still running. */
export function createTasks(delays: Delays, signal: AbortSignal): Tasks {
  const tasks = new Map<string, { readonly owner: string; result: object | undefined }>();
  return {
    start: async (owner, work) => {
      const task: { readonly owner: string; result: object | undefined } = { owner, result: undefined };
      const finished = work(signal).then((result) => {
        task.result = result;
        return result;
      });
      const first = await Promise.race([finished, delays.pause(SOON_MS)]);
      if (first !== undefined) return first;
      const taskId = randomUUID();
      tasks.set(taskId, task);
      // Whoever polls reads the state; a failure after this moment has nobody else to tell.
      finished.catch(() => {
        task.result = { status: 'error', error: 'InternalError: the task was ended' };
      });
      return working(taskId);
    },
    read: (taskId, owner) => {
      const task = tasks.get(taskId);
      return task?.owner === owner ? (task.result ?? working(taskId)) : undefined;
    },
  };
}

function working(taskId: string): object {
  return {
    status: 'working',
    task_id: taskId,
    message: 'The task is still running. Call aws___get_tasks with its id.',
  };
}
