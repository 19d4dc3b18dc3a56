import type { Agent } from './agent.js';
import type { Caller } from './caller.js';

/** One thing wrong with one row. The row is left out of everything until it is corrected; the others are not touched. */
export interface QuarantinedRow {
  /** "agents[3] VesselOperations", for people. */
  readonly row: string;
  /** The field as it is written: `alias_id`. Empty when it is about the row as a whole. */
  readonly field: string;
  /** What was found, capped and without characters that act; never an external id. */
  readonly value: string;
  /** To follow the field: "ends in a quotation mark". */
  readonly problem: string;
  /** What to write instead: `write "IO1GTTHP0M"`. Never applied by itself. */
  readonly suggestion: string;
}

export interface AgentList {
  /** Enabled or not, in the order of the registry. */
  readonly agents: readonly Agent[];
  readonly quarantined: readonly QuarantinedRow[];
}

/** Where the agents are kept: a file or a DynamoDB table. */
export interface AgentRegistry {
  /** For people: "agents.json", "the DynamoDB table central-ops-agents in us-east-1", or that none is configured. */
  readonly origin: string;
  /**
   * Every row, checked. Throws a `CentralOpsError` when the registry cannot be read as a whole: half a list would quietly
   * leave agents out. Without a configured registry there are no agents.
   */
  load(signal: AbortSignal): Promise<AgentList>;
  /** The agents that this caller may have invoked, by the access file. What is outside does not exist for them. */
  forCaller(caller: Caller, signal: AbortSignal): Promise<AgentList>;
}
