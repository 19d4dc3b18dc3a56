import type { AccountReference } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { AccountReply } from '../domain/outcome.js';
import type { JsonObject } from '../domain/json.js';
import type { Assignment } from '../domain/plan.js';

export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly readOnlyHint?: boolean;
}

/**
 * The seam between the graph and whatever reads an account. The AWS MCP Server is the first implementation.
 *
 * `run` answers every (Region, call) of the assignment with an outcome. A failure of the account (refused role,
 * throttling, a dead server, the deadline) is an outcome, never an exception; what it throws is a defect.
 */
export interface AccountTools {
  run(assignment: Assignment, options: RunOptions): Promise<AccountReply>;
  /** What the tool server offers, asked with this account's identity. Throws a `CentralOpsError`. */
  list(account: AccountReference, options: { readonly signal: AbortSignal }): Promise<readonly ToolDescription[]>;
  /** Ends every session. Safe to call twice. */
  close(): Promise<void>;
}

export interface RunOptions {
  /** For whom: where the caller travels along, each has an identity and a session of their own. */
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch after which no new work starts. */
  readonly deadline: number;
}
