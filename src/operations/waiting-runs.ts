import { z } from 'zod';
import type { OperationsGraph } from '../../graphs/operations.js';
import type { Answer, PendingApproval } from '../domain/answer.js';
import { NO_MODEL_USAGE, type ModelUsage } from '../domain/model-usage.js';
import type { Run } from '../domain/run.js';

const Waiting = z.object({
  approvalId: z.string(),
  summary: z.string(),
  expiresAt: z.string(),
  usage: z.custom<ModelUsage>().default(NO_MODEL_USAGE),
});

/**
 * Whether the session still stands where this approval was asked for. Read off the state and not off the pending
 * interrupts: those are not written down where a run is checkpointed once, at its end (`durability: 'exit'`).
 */
export async function waitsFor(
  graph: OperationsGraph,
  thread: { readonly configurable: { readonly thread_id: string } },
  approvalId: string,
): Promise<boolean> {
  const { next, values } = await graph.getState(thread);
  return next.includes('approve') && Standing.safeParse(values).data?.approval.approvalId === approvalId;
}

const Standing = z.object({ approval: z.object({ approvalId: z.string() }) });

/** What is said where {@link waitsFor} says no. */
export const STALE =
  'This session has gone on with another question since, so the approval is not used any more. Nothing was sent. Ask again.';

/** LangGraph's own name for it. */
const INTERRUPT = '__interrupt__';
const Interrupted = z.object({ [INTERRUPT]: z.array(z.object({ value: Waiting })) });

/** The answer of a run that stopped to wait; undefined for one that did not. */
export function waitingAnswer(run: Run, chunk: unknown, now: number): Answer | undefined {
  const [first] = Interrupted.safeParse(chunk).data?.[INTERRUPT] ?? [];
  if (first === undefined) return undefined;
  const { usage, ...approval } = first.value;
  return {
    response: `${approval.summary}\n\n${howToDecide(approval)}`,
    status: 'needs-approval',
    sessionId: run.sessionId,
    runId: run.runId,
    approval,
    tables: [],
    warnings: [],
    usage: { ...usage, apiCalls: 0, millis: now - run.startedAt },
  };
}

function howToDecide({ approvalId, expiresAt }: PendingApproval): string {
  return `Nothing was sent yet. Approve or reject ${approvalId} before ${expiresAt}.`;
}
