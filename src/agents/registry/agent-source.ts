import type { RawRow } from './parse-agents.js';

/** A place that keeps rows: a file or a table. It returns every row or throws a `CentralOpsError`. */
export interface AgentSource {
  /** For people: "agents.json", "the DynamoDB table central-ops-agents in us-east-1". */
  readonly origin: string;
  rows(signal: AbortSignal): Promise<readonly RawRow[]>;
}
