import type { z } from 'zod';
import type { JsonObject } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';
import type { Approval, ApprovalRecord, Decided } from './approval.js';

/**
 * Where approvals are kept. It stores and knows no rules; that an approval is decided once is the one thing that only it
 * can promise. Ids have passed {@link APPROVAL_ID} before they get here.
 */
export interface ApprovalStore {
  add(approval: Approval): Promise<void>;
  /** `unreadable` when something is there that is no record. */
  load(approvalId: string): Promise<ApprovalRecord | 'unreadable' | undefined>;
  /** False when it was decided before, by whichever process. */
  claim(approvalId: string, decided: Decided): Promise<boolean>;
  /** Adds what came of it. */
  conclude(approvalId: string, outcome: JsonObject): Promise<void>;
}

/** Ids become file names, so nothing else gets near a path. */
export const APPROVAL_ID = /^approval-[0-9a-f]{32}-[0-9a-f]{16}$/;

/** How long records are kept after they were requested: audits read them. */
export const KEPT_MILLIS = 30 * 24 * 60 * 60 * 1000;

/** A part of a record from its text. */
export function readStored<Shape extends z.ZodType>(text: string, shape: Shape): z.infer<Shape> | 'unreadable' {
  const json = parseJsonText(text);
  return json.ok ? (shape.safeParse(json.value).data ?? 'unreadable') : 'unreadable';
}
