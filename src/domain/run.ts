import type { Caller } from './caller.js';
import type { JsonObject } from './json.js';
import type { QueryView } from './query-view.js';

/** What a door asks for, already parsed. */
export type RunRequest = (
  | { readonly kind: 'ask'; readonly prompt: string }
  | {
      readonly kind: 'query';
      readonly service: string;
      readonly operation: string;
      readonly params: JsonObject;
      /** How the items become a table. Absent: one row each, in the order of accounts and Regions. */
      readonly view?: QueryView;
    }
  | { readonly kind: 'retry'; readonly runId: string }
  /** Hands a text to one agent; by id, name or key. */
  | { readonly kind: 'invoke-agent'; readonly agentId: string; readonly text: string }
) & {
  /** Selectors that replace those of the question. */
  readonly accounts?: readonly string[];
  /** Regions, or `['all']`, that replace those of the question. */
  readonly regions?: readonly string[];
  /** Nothing but reads: a door that promised so hands no question to an agent. */
  readonly readsOnly?: boolean;
  /** Stop after the plan has been authorised. */
  readonly planOnly?: boolean;
};

/** A person's decision on what waits for one, bound to its caller by the approval. */
export interface DecisionRequest {
  readonly kind: 'resume';
  readonly approvalId: string;
  readonly decision: 'approve' | 'reject';
}

/** Forgets the session of the caller: what it remembers, and with that what waits in it. */
export interface ForgetRequest {
  readonly kind: 'forget';
}

/** Whatever the operations service takes. */
export type OperationRequest = RunRequest | DecisionRequest | ForgetRequest;

/** What was asked for, in words. */
export function requestText(request: OperationRequest): string {
  switch (request.kind) {
    case 'resume':
      return `${request.decision} ${request.approvalId}`;
    case 'forget':
      return 'forget the session';
    case 'ask':
      return request.prompt;
    case 'query':
      return `${request.service} ${request.operation}`;
    case 'retry':
      return `Ask the accounts that failed in ${request.runId} again`;
    case 'invoke-agent':
      return `ask agent ${request.agentId}: ${request.text}`;
    default:
      return request satisfies never;
  }
}

/** One run: who asked, in which session, until when. */
export interface Run {
  readonly runId: string;
  readonly sessionId: string;
  readonly caller: Caller;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** Milliseconds since the Unix epoch after which no new work starts. */
  readonly deadline: number;
}

/** The limits of one run, from configuration. Reaching one is reported, never silent. */
export interface Budgets {
  readonly accounts: number;
  /** Planned calls, whatever their Regions, pages and items. */
  readonly calls: number;
  /** Items per reference. */
  readonly fanOut: number;
  /** Pages per call and Region. */
  readonly pages: number;
  readonly rows: number;
  readonly seconds: number;
  /** Account × Region × call above which a person at a terminal is asked first. */
  readonly confirmAbove: number;
}
