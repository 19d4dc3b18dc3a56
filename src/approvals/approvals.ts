import { canonicalJson } from '../domain/canonical-json.js';
import { callerKey, type Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { JsonObject } from '../domain/json.js';
import {
  type Approval,
  approvalIdOf,
  type ApprovalKind,
  type ApprovalRecord,
  type DecidedApproval,
  type Decision,
  isIntact,
  payloadHashOf,
} from './approval.js';
import { APPROVAL_ID, type ApprovalStore } from './approval-store.js';

export interface ApprovalRequest {
  readonly kind: ApprovalKind;
  /** Who asks, and alone may decide. */
  readonly caller: Caller;
  /** Exactly what will be done, without secrets. */
  readonly payload: JsonObject;
  /** What the person is shown: everything that matters in the payload, in words. */
  readonly summary: string;
  readonly runId?: string;
  readonly sessionId?: string;
  readonly expiresInMillis: number;
}

export interface DecideRequest {
  readonly approvalId: string;
  readonly caller: Caller;
  readonly decision: Decision;
  /** The `payloadHash` that went with what the person saw, where the door has kept it. */
  readonly expectedHash?: string;
}

/** Things that wait for a person's yes. Every one is bound to its caller and to what was shown, expires, and works once. */
export interface Approvals {
  request(request: ApprovalRequest): Promise<Approval>;
  /**
   * Takes the decision: for one caller of all that try, in whichever process. Throws `unknown-approval` (also for another
   * caller's), `approval-tampered`, `approval-decided` or `approval-expired`; then nothing may be done.
   *
   * It is taken before anything is done: a process that dies between the two leaves something undone, never done twice.
   */
  decide(request: DecideRequest): Promise<DecidedApproval>;
  /** The request, the decision and the outcome, whatever its age. Throws `unknown-approval` or `approval-tampered`. */
  get(approvalId: string, caller: Caller): Promise<ApprovalRecord>;
  /** Adds what came of an approval, for audits. No secrets. */
  conclude(approvalId: string, outcome: JsonObject): Promise<void>;
}

export interface ApprovalsUses {
  readonly store: ApprovalStore;
  readonly clock: Clock;
  /** Unguessable: `createIdentifiers`. */
  readonly newId: (prefix: string) => string;
}

export function createApprovals({ store, clock, newId }: ApprovalsUses): Approvals {
  const get = async (approvalId: string, caller: Caller): Promise<ApprovalRecord> => {
    if (!APPROVAL_ID.test(approvalId)) throw unknownApproval(approvalId);
    const record = await store.load(approvalId);
    if (record === undefined) throw unknownApproval(approvalId);
    if (record === 'unreadable') throw tampered(approvalId, 'its record cannot be read');
    if (record.caller !== callerKey(caller)) throw unknownApproval(approvalId);
    if (!isIntact(record)) throw tampered(approvalId, 'its record has been changed since it was requested');
    return record;
  };

  return {
    get,
    async request({ kind, caller, payload, summary, runId, sessionId, expiresInMillis }) {
      const requestedAt = clock();
      const asked = {
        kind,
        caller: callerKey(caller),
        payload,
        payloadHash: payloadHashOf(payload),
        summary,
        ...(runId === undefined ? {} : { runId }),
        ...(sessionId === undefined ? {} : { sessionId }),
        requestedAt,
        expiresAt: requestedAt + expiresInMillis,
      };
      const approval = { ...asked, approvalId: approvalIdOf(newId('approval'), asked) };
      await store.add(approval);
      return approval;
    },
    async decide({ approvalId, caller, decision, expectedHash }) {
      const { decided: before, outcome, ...approval } = await get(approvalId, caller);
      if (expectedHash !== undefined && expectedHash !== approval.payloadHash) {
        throw tampered(approvalId, 'it is not for what was shown');
      }
      if (before !== undefined) throw alreadyDecided({ ...approval, decided: before, outcome });
      const decidedAt = clock();
      if (approval.expiresAt <= decidedAt) throw expired(approval);
      const decided = { decision, decidedAt };
      if (!(await store.claim(approvalId, decided))) throw alreadyDecided(await get(approvalId, caller));
      return { ...approval, decided };
    },
    conclude: (approvalId, outcome) => store.conclude(approvalId, outcome),
  };
}

/** The same for one that never was and for another caller's, so that ids cannot be probed. */
function unknownApproval(approvalId: string): CentralOpsError {
  return new CentralOpsError('unknown-approval', `unknown approval "${approvalId.slice(0, 100)}"`, {
    nextStep: 'Copy the whole id; only the caller that asked can decide. Otherwise ask for it again.',
  });
}

function tampered(approvalId: string, how: string): CentralOpsError {
  return new CentralOpsError('approval-tampered', `approval ${approvalId} is refused: ${how}. Nothing was done`, {
    facts: { approvalId },
    nextStep: 'Ask for it again, and find out who may write where approvals are kept.',
  });
}

function expired({ approvalId, expiresAt }: Approval): CentralOpsError {
  const at = new Date(expiresAt).toISOString();
  return new CentralOpsError('approval-expired', `approval ${approvalId} expired at ${at}. Nothing was done`, {
    facts: { approvalId, expiresAt: at },
    nextStep: 'Ask for it again, and decide before it expires.',
  });
}

function alreadyDecided({ approvalId, decided, outcome }: ApprovalRecord): CentralOpsError {
  const word = decided?.decision === 'reject' ? 'rejected' : 'approved';
  const at = decided === undefined ? '' : ` at ${new Date(decided.decidedAt).toISOString()}`;
  const since =
    outcome !== undefined
      ? ` What came of it: ${canonicalJson(outcome)}`
      : word === 'approved'
        ? ' It may be under way; when it was interrupted, what came of it is not known.'
        : '';
  return new CentralOpsError(
    'approval-decided',
    `approval ${approvalId} was already ${word}${at}. It works once, and nothing was done now.${since}`,
    {
      facts: {
        approvalId,
        ...(decided === undefined ? {} : { ...decided }),
        ...(outcome === undefined ? {} : { outcome }),
      },
      nextStep: 'To do it again, ask for it again.',
    },
  );
}
