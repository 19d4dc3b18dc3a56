import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../domain/canonical-json.js';
import type { JsonObject } from '../domain/json.js';

/** What a person is asked to approve: each kind has one executor. */
export const APPROVAL_KINDS = ['agent-invocation', 'ec2-command'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export type Decision = 'approve' | 'reject';

/** Something that waits, or waited, for a person's yes. Kept as it was shown; never changed. */
export interface Approval {
  /** Unguessable, and ends in the beginning of {@link sealOf}: whoever holds the id notices a record that was changed. */
  readonly approvalId: string;
  readonly kind: ApprovalKind;
  /** `callerKey` of who may decide. */
  readonly caller: string;
  /** Exactly what will be done. No secrets: it is written to disk, and shown. */
  readonly payload: JsonObject;
  readonly payloadHash: string;
  /** What the person read. */
  readonly summary: string;
  readonly runId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly requestedAt: number;
  /** Milliseconds since the Unix epoch from which it cannot be decided any more. */
  readonly expiresAt: number;
}

/** What was decided, once and for all. */
export interface Decided {
  readonly decision: Decision;
  /** Milliseconds since the Unix epoch. */
  readonly decidedAt: number;
}

/** What is known of an approval: the request, the decision on it, and what came of that. */
export interface ApprovalRecord extends Approval {
  readonly decided?: Decided | undefined;
  /** Written by the executor, for audits. */
  readonly outcome?: JsonObject | undefined;
}

/** An approval that has just been decided, for its executor. */
export interface DecidedApproval extends Approval {
  readonly decided: Decided;
}

/** SHA-256 of the payload. Executors compute it again of what they are about to do. */
export function payloadHashOf(payload: JsonObject): string {
  return sha256(canonicalJson(payload));
}

const SEAL_CHARACTERS = 16;

/** Names an approval: random text, and a seal over everything that was asked for and shown. */
export function approvalIdOf(random: string, approval: Omit<Approval, 'approvalId'>): string {
  return `${random}-${sealOf(random, approval)}`;
}

/** Whether the record is still the one that its id was made for. */
export function isIntact(approval: Approval): boolean {
  const { approvalId, ...rest } = approval;
  const random = approvalId.slice(0, -SEAL_CHARACTERS - 1);
  return approvalIdOf(random, rest) === approvalId && payloadHashOf(rest.payload) === rest.payloadHash;
}

function sealOf(random: string, approval: Omit<Approval, 'approvalId'>): string {
  const { kind, caller, payload, summary, runId = null, sessionId = null, requestedAt, expiresAt } = approval;
  const sealed = { random, kind, caller, payload, summary, runId, sessionId, requestedAt, expiresAt };
  return sha256(canonicalJson(sealed)).slice(0, SEAL_CHARACTERS);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const jsonObject = z.record(z.string(), z.json());

/** Records as stores keep them, checked when read: another program or an older version may have been at them. */
export const approvalShape = z.strictObject({
  approvalId: z.string(),
  kind: z.enum(APPROVAL_KINDS),
  caller: z.string(),
  payload: jsonObject,
  payloadHash: z.string(),
  summary: z.string(),
  runId: z.string().optional(),
  sessionId: z.string().optional(),
  requestedAt: z.number(),
  expiresAt: z.number(),
});

export const decidedShape = z.strictObject({ decision: z.enum(['approve', 'reject']), decidedAt: z.number() });

export const outcomeShape = jsonObject;
