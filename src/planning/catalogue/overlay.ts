import type { JsonObject } from '../../domain/json.js';

/** What is written by hand of an operation, because no data says it. */
export interface OperationOverlay {
  /** `Heading=path` separated by `; `. */
  readonly columns?: string;
  readonly absentCodes?: readonly string[];
  readonly regionPath?: string;
  readonly defaults?: JsonObject;
  readonly defaultsNote?: string;
  /** Besides those that the data names. */
  readonly secretFields?: readonly string[];
  /** Asked once although its service is regional, because every Region gives the same answer. */
  readonly global?: boolean;
}

export interface ServiceOverlay {
  readonly service: string;
  readonly operations: Readonly<Record<string, OperationOverlay>>;
}
