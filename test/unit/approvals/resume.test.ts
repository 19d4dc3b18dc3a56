import { describe, expect, it } from 'vitest';
import type { DecidedApproval } from '../../../src/approvals/approval.js';
import { type Approvals, createApprovals } from '../../../src/approvals/approvals.js';
import { createMemoryApprovalStore } from '../../../src/approvals/memory-approval-store.js';
import { type ApprovalExecutor, type ApprovalExecutors, resumeApproval } from '../../../src/approvals/resume.js';
import type { Caller } from '../../../src/domain/caller.js';
import type { RunEvent } from '../../../src/domain/event.js';
import { createIdentifiers } from '../../../src/identifiers.js';

const ANNA: Caller = { kind: 'verified', name: 'anna' };
const ENDED: RunEvent = {
  type: 'run-failed',
  runId: 'run-1',
  at: '2026-11-27T10:00:00Z',
  error: { code: 'x', message: 'y' },
};

function approvals(): Approvals {
  return createApprovals({
    store: createMemoryApprovalStore(() => 0),
    clock: () => 0,
    newId: createIdentifiers(),
  });
}

const COMMAND = { kind: 'ec2-command', caller: ANNA, payload: { a: 1 }, summary: 's', expiresInMillis: 1 } as const;

function recording(): { readonly executor: ApprovalExecutor; readonly seen: DecidedApproval[] } {
  const seen: DecidedApproval[] = [];
  return {
    seen,
    async *executor(approval) {
      seen.push(approval);
      yield await Promise.resolve(ENDED);
    },
  };
}

async function resume(
  store: Approvals,
  executors: ApprovalExecutors,
  approvalId: string,
  decision: 'approve' | 'reject' = 'approve',
): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  const stream = resumeApproval({ approvals: store, executors }, { approvalId, decision }, { caller: ANNA });
  for await (const event of stream) events.push(event);
  return events;
}

describe('resuming an approval', () => {
  it.each(['approve', 'reject'] as const)('hands the decision "%s" to the executor of its kind', async (decision) => {
    const store = approvals();
    const { approvalId } = await store.request(COMMAND);
    const { executor, seen } = recording();
    const other = recording();
    const executors = { 'ec2-command': executor, 'agent-invocation': other.executor };

    const events = await resume(store, executors, approvalId, decision);

    expect(events).toEqual([ENDED]);
    expect(seen.map(({ payload, decided }) => ({ payload, decided }))).toEqual([
      { payload: { a: 1 }, decided: { decision, decidedAt: 0 } },
    ]);
    expect(other.seen).toEqual([]);
  });

  it('calls the executor once, however often it is resumed', async () => {
    const store = approvals();
    const { approvalId } = await store.request(COMMAND);
    const { executor, seen } = recording();

    const tries = await Promise.allSettled([1, 2, 3].map(() => resume(store, { 'ec2-command': executor }, approvalId)));

    expect([tries.filter(({ status }) => status === 'fulfilled').length, seen.length]).toEqual([1, 1]);
  });

  it('does not use up what this deployment has switched off', async () => {
    const store = approvals();
    const { approvalId } = await store.request(COMMAND);

    await expect(resume(store, {}, approvalId)).rejects.toMatchObject({
      code: 'refused',
      nextStep: 'Set CENTRAL_OPS_EC2_EXEC to approved where this runs.',
    });
    expect((await store.get(approvalId, ANNA)).decided).toBeUndefined();
  });
});
