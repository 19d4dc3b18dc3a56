import type { PlannedRow } from './import-plan.js';

/** Somewhere that rows can be written. */
export interface RegistryWriter {
  readonly origin: string;
  /**
   * Writes the rows, each only if what is there is still what the plan was made for. Throws a `CentralOpsError` that says
   * how many were written; whatever was, is whole, and the same import again does the rest.
   */
  write(rows: readonly PlannedRow[], signal: AbortSignal): Promise<void>;
}
