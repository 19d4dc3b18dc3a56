import type { JsonObject } from '../../domain/json.js';

/** A tool that looks something up in public documentation, never in an account. */
export interface LookUp {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  /** Rejects when it cannot answer, with the signal's reason when that is aborted. */
  call(args: JsonObject, options: { readonly signal: AbortSignal }): Promise<string>;
}

/** Where look-ups come from. Nothing is opened before they are first wanted. */
export interface Knowledge {
  /** What there is now; none when the server cannot be reached in time. Rejects only with the signal's reason. */
  tools(options: { readonly signal: AbortSignal }): Promise<readonly LookUp[]>;
  /** Ends the session. Safe to call twice. */
  close(): Promise<void>;
}

export const NO_KNOWLEDGE: Knowledge = { tools: () => Promise.resolve([]), close: () => Promise.resolve() };
