import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApprovalStore } from '../../../src/approvals/approval-store.js';
import { type ApprovalRequest, type Approvals, createApprovals } from '../../../src/approvals/approvals.js';
import { createDirectoryApprovalStore } from '../../../src/approvals/directory-approval-store.js';
import { createMemoryApprovalStore } from '../../../src/approvals/memory-approval-store.js';
import type { Caller } from '../../../src/domain/caller.js';
import { createIdentifiers } from '../../../src/identifiers.js';
import { decideElsewhere } from './support/decider.js';

const START = Date.parse('2026-11-27T10:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const ANNA: Caller = { kind: 'verified', name: 'anna' };
const BEN: Caller = { kind: 'verified', name: 'ben' };

let directory = '';
let now = START;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-approvals-'));
  now = START;
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const clock = (): number => now;
const place = (): string => join(directory, 'approvals');

function approvalsIn(store: ApprovalStore): Approvals {
  return createApprovals({ store, clock, newId: createIdentifiers() });
}

/** As a process that starts now finds them. */
function approvalsNow(): Approvals {
  return approvalsIn(createDirectoryApprovalStore(place(), clock));
}

function fileOf(approvalId: string): string {
  return join(place(), `${approvalId}.approval.json`);
}

function request(change: Partial<ApprovalRequest> = {}): ApprovalRequest {
  return {
    kind: 'ec2-command',
    caller: ANNA,
    payload: { command: 'uptime', instanceId: 'i-0123456789abcdef0' },
    summary: 'Run "uptime" on i-0123456789abcdef0.',
    expiresInMillis: 600_000,
    ...change,
  };
}

const STORES: readonly (readonly [string, () => ApprovalStore])[] = [
  ['in memory', () => createMemoryApprovalStore(clock)],
  ['in a directory', () => createDirectoryApprovalStore(place(), clock)],
];

describe.each(STORES)('approvals %s', (_, createStore) => {
  it('come back as they were requested, to the caller that asked', async () => {
    const approvals = approvalsIn(createStore());

    const { approvalId } = await approvals.request(request({ runId: 'run-1', sessionId: 's' }));

    expect(approvalId).toMatch(/^approval-[0-9a-f]{32}-[0-9a-f]{16}$/);
    expect(await approvals.get(approvalId, ANNA)).toEqual({
      approvalId,
      kind: 'ec2-command',
      caller: 'verified:anna',
      payload: { command: 'uptime', instanceId: 'i-0123456789abcdef0' },
      // printf '{"command":"uptime","instanceId":"i-0123456789abcdef0"}' | sha256sum
      payloadHash: '8dbe8dd4f250d6d7911eae3ff2986a3da3755865f1af8e42af1a71f0258157c4',
      summary: 'Run "uptime" on i-0123456789abcdef0.',
      runId: 'run-1',
      sessionId: 's',
      requestedAt: START,
      expiresAt: START + 600_000,
    });
  });

  it('give the decision to exactly one of all that take it at once', async () => {
    const approvals = approvalsIn(createStore());
    const { approvalId } = await approvals.request(request());

    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (__, index) =>
        approvals.decide({ approvalId, caller: ANNA, decision: index % 2 === 0 ? 'approve' : 'reject' }),
      ),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await approvals.get(approvalId, ANNA)).toMatchObject({ decided: { decidedAt: START } });
  });

  it('say to others what they say of an approval that never was', async () => {
    const approvals = approvalsIn(createStore());
    const { approvalId } = await approvals.request(request());
    const messageTo = async (id: string, caller: Caller): Promise<string> => {
      const error: unknown = await approvals
        .decide({ approvalId: id, caller, decision: 'approve' })
        .catch((thrown: unknown) => thrown);
      return String(error).replaceAll(id, 'ID');
    };
    const never = `${approvalId.slice(0, -1)}${approvalId.endsWith('0') ? '1' : '0'}`;

    const heard = [await messageTo(approvalId, BEN), await messageTo(never, ANNA), await messageTo('../x', ANNA)];

    expect(new Set(heard)).toEqual(new Set(['CentralOpsError: unknown approval "ID"']));
    expect((await approvals.decide({ approvalId, caller: ANNA, decision: 'approve' })).decided.decision).toBe(
      'approve',
    );
  });

  it('do not tell a caller from another of a different kind and the same name', async () => {
    const approvals = approvalsIn(createStore());
    const { approvalId } = await approvals.request(request());

    const elsewhere = approvals.get(approvalId, { kind: 'operating-system-user', name: 'anna' });

    await expect(elsewhere).rejects.toMatchObject({ code: 'unknown-approval' });
  });

  it('work until the millisecond before they expire', async () => {
    const approvals = approvalsIn(createStore());
    const late = await approvals.request(request());
    const timely = await approvals.request(request());

    now = START + 599_999;
    const decided = await approvals.decide({ approvalId: timely.approvalId, caller: ANNA, decision: 'approve' });
    now = START + 600_000;
    const tooLate = approvals.decide({ approvalId: late.approvalId, caller: ANNA, decision: 'approve' });

    expect(decided.decided).toEqual({ decision: 'approve', decidedAt: START + 599_999 });
    await expect(tooLate).rejects.toMatchObject({
      code: 'approval-expired',
      message: `approval ${late.approvalId} expired at 2026-11-27T10:10:00.000Z. Nothing was done`,
    });
  });

  it.each(['approve', 'reject'] as const)(
    'work once: after "%s" they say when and what came of it',
    async (decision) => {
      const approvals = approvalsIn(createStore());
      const { approvalId } = await approvals.request(request());
      await approvals.decide({ approvalId, caller: ANNA, decision });
      await approvals.conclude(approvalId, { commandId: 'c-1' });

      const again = approvals.decide({ approvalId, caller: ANNA, decision: 'approve' });

      await expect(again).rejects.toMatchObject({
        code: 'approval-decided',
        message: `approval ${approvalId} was already ${decision === 'approve' ? 'approved' : 'rejected'} at 2026-11-27T10:00:00.000Z. It works once, and nothing was done now. What came of it: {"commandId":"c-1"}`,
        facts: { approvalId, decision, decidedAt: START, outcome: { commandId: 'c-1' } },
      });
    },
  );

  it('refuse a decision on something else than was shown', async () => {
    const approvals = approvalsIn(createStore());
    const shown = await approvals.request(request());
    const other = await approvals.request(request({ payload: { command: 'reboot' } }));

    const decide = approvals.decide({
      approvalId: other.approvalId,
      caller: ANNA,
      decision: 'approve',
      expectedHash: shown.payloadHash,
    });

    await expect(decide).rejects.toMatchObject({ code: 'approval-tampered' });
    await expect(
      approvals.decide({ ...other, caller: ANNA, decision: 'approve', expectedHash: other.payloadHash }),
    ).resolves.toMatchObject({ decided: { decision: 'approve' } });
  });
});

describe('approvals in memory', () => {
  it('forget the oldest beyond the limit, and what is 30 days old', async () => {
    const approvals = approvalsIn(createMemoryApprovalStore(clock, 20_000));
    const big = request({ payload: { command: 'x'.repeat(9000) } });
    const [first, second, third] = [
      await approvals.request(big),
      await approvals.request(big),
      await approvals.request(big),
    ];

    await expect(approvals.get(first.approvalId, ANNA)).rejects.toMatchObject({ code: 'unknown-approval' });
    expect((await approvals.get(second.approvalId, ANNA)).approvalId).toBe(second.approvalId);

    now = START + 30 * DAY;
    await approvals.request(request());

    await expect(approvals.get(third.approvalId, ANNA)).rejects.toMatchObject({ code: 'unknown-approval' });
  });
});

describe('approvals in a directory', () => {
  it('outlive the process, in files that only their owner may read', async () => {
    const { approvalId } = await approvalsNow().request(request());
    await approvalsNow().decide({ approvalId, caller: ANNA, decision: 'approve' });
    await approvalsNow().conclude(approvalId, { status: 'Success' });

    expect(await approvalsNow().get(approvalId, ANNA)).toMatchObject({
      decided: { decision: 'approve', decidedAt: START },
      outcome: { status: 'Success' },
    });
    const names = (await readdir(place())).toSorted();
    const modes = await Promise.all(names.map(async (name) => (await stat(join(place(), name))).mode & 0o777));
    expect([names, modes, (await stat(place())).mode & 0o777]).toEqual([
      ['approval', 'decision', 'outcome'].map((what) => `${approvalId}.${what}.json`),
      [0o600, 0o600, 0o600],
      0o700,
    ]);
  });

  it('are each decided by one of several processes', async () => {
    now = Date.now();
    const requested = await Promise.all(Array.from({ length: 20 }, () => approvalsNow().request(request())));
    const ids = requested.map(({ approvalId }) => approvalId);

    const decided = await Promise.all([1, 2].map(() => decideElsewhere(place(), ids, ANNA)));

    expect(decided.flat().toSorted()).toEqual(ids.toSorted());
    expect((await readdir(place())).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it.each<[string, (record: Record<string, unknown>) => unknown]>([
    ['the payload', (record) => ({ ...record, payload: { command: 'reboot', instanceId: 'i-0123456789abcdef0' } })],
    ['the summary', (record) => ({ ...record, summary: 'Run "date".' })],
    ['the kind', (record) => ({ ...record, kind: 'agent-invocation' })],
    ['the end', (record) => ({ ...record, expiresAt: START + DAY })],
    ['the run', (record) => ({ ...record, runId: 'run-2' })],
    ['a member that nobody knows', (record) => ({ ...record, other: 1 })],
    ['everything', () => 'nothing'],
  ])('refuse a record of which somebody changed %s', async (__, change) => {
    const { approvalId } = await approvalsNow().request(request());
    const record: Record<string, unknown> = JSON.parse(await readFile(fileOf(approvalId), 'utf8'));
    await writeFile(fileOf(approvalId), JSON.stringify(change(record)));

    const decide = approvalsNow().decide({ approvalId, caller: ANNA, decision: 'approve' });

    await expect(decide).rejects.toMatchObject({ code: 'approval-tampered' });
  });

  it('refuse a payload that was changed together with its hash', async () => {
    const { approvalId } = await approvalsNow().request(request());
    const other = await approvalsNow().request(request({ payload: { command: 'reboot' } }));
    const record: Record<string, unknown> = JSON.parse(await readFile(fileOf(other.approvalId), 'utf8'));
    await writeFile(fileOf(approvalId), JSON.stringify({ ...record, approvalId }));

    const decide = approvalsNow().decide({ approvalId, caller: ANNA, decision: 'approve' });

    await expect(decide).rejects.toMatchObject({ code: 'approval-tampered' });
  });

  it('cannot be decided again with a decision that cannot be read', async () => {
    const { approvalId } = await approvalsNow().request(request());
    await writeFile(join(place(), `${approvalId}.decision.json`), '{');

    const decide = approvalsNow().decide({ approvalId, caller: ANNA, decision: 'approve' });

    await expect(decide).rejects.toMatchObject({ code: 'approval-tampered' });
  });

  it('lose what is 30 days old, and what killed processes left behind', async () => {
    const { approvalId } = await approvalsNow().request(request());
    await writeFile(`${fileOf(approvalId)}.killed.partial`, '');
    const then = new Date(START - 30 * DAY);
    for (const name of await readdir(place())) await utimes(join(place(), name), then, then);

    const { approvalId: next } = await approvalsNow().request(request());

    expect(await readdir(place())).toEqual([`${next}.approval.json`]);
  });
});
