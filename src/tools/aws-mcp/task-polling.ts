import { z } from 'zod';

import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import { isJsonObject } from '../../domain/json.js';
import type { Sleep } from '../../network/sleep.js';
import type { ToolDescription } from '../account-tools.js';
import type { Envelope, ToolResult } from './script/envelope.js';
import { readEnvelope } from './script/envelope.js';
import { GET_TASKS } from './tool-catalogue.js';

export interface TaskPolling {
  /** Calls a tool of the same session. */
  readonly call: (name: string, args: Record<string, unknown>) => Promise<ToolResult>;
  readonly tools: () => Promise<readonly ToolDescription[]>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  readonly deadline: number;
}

const FIRST_PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 10_000;

/**
 * Waits for a script that the server turned into a task, asking with growing pauses until the deadline. AWS documents
 * neither the argument's name nor the form of the answer, so the name is taken from the tool's own schema, and the
 * answer may be the script's envelope itself or carry it as the task's result.
 */
export async function pollTask(taskId: string, polling: TaskPolling): Promise<Extract<Envelope, { kind: 'done' }>> {
  const tools = await polling.tools();
  const args = argumentsFor(
    tools.find((tool) => tool.name === GET_TASKS),
    taskId,
  );
  for (let pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 1.6)) {
    if (polling.clock() + pause >= polling.deadline) {
      throw new CentralOpsError(
        'timed-out',
        `The script was still running as task ${taskId.slice(0, 80)} when the time for this run was over.`,
      );
    }
    await polling.sleep(pause, polling.signal);
    const envelope = readEnvelope(taskResult(await polling.call(GET_TASKS, args), taskId));
    if (envelope.kind === 'done') return envelope;
  }
}

function argumentsFor(tool: ToolDescription | undefined, taskId: string): Record<string, unknown> {
  const properties = tool?.inputSchema['properties'];
  if (!isJsonObject(properties)) return { task_id: taskId };
  const names = Object.keys(properties);
  const name =
    ['task_id', 'taskId', 'task_ids', 'taskIds', 'id'].find((candidate) => names.includes(candidate)) ??
    names.find((candidate) => /task/i.test(candidate)) ??
    'task_id';
  const property = properties[name];
  return { [name]: isJsonObject(property) && property['type'] === 'array' ? [taskId] : taskId };
}

const TaskSchema = z.looseObject({
  status: z.string(),
  task_id: z.string().optional(),
  taskId: z.string().optional(),
  result: z.unknown().optional(),
});

const FINISHED = new Set(['completed', 'complete', 'success', 'succeeded', 'done']);

/** Unwraps `{tasks: [{task_id, status, result}]}`, or one such task, to what the script's own call would have answered. */
function taskResult(result: ToolResult, taskId: string): ToolResult {
  if (result.isError === true) return result;
  const content = result.structuredContent ?? parsedText(result);
  const listed = isJsonObject(content) && Array.isArray(content['tasks']) ? content['tasks'] : [content];
  for (const candidate of listed) {
    const task = TaskSchema.safeParse(candidate);
    if (!task.success) continue;
    const id = task.data.task_id ?? task.data.taskId;
    if (id !== undefined && id !== taskId) continue;
    const inner = task.data.result;
    if (FINISHED.has(task.data.status) && isJsonObject(inner)) {
      // An MCP tool result inside, or the envelope at once.
      return isJsonObject(inner['structuredContent'])
        ? { structuredContent: inner['structuredContent'] }
        : { structuredContent: inner };
    }
    return { structuredContent: { ...task.data, ...(id === undefined ? { task_id: taskId } : {}) } };
  }
  return result;
}

function parsedText(result: ToolResult): unknown {
  const text = result.content?.find((part) => part.type === 'text')?.text;
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
