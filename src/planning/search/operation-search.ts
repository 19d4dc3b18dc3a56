/** An operation that may answer a question. */
export interface OperationMatch {
  readonly service: string;
  readonly operation: string;
  /** Comparable within one search alone; the best is first. */
  readonly score: number;
  /** In a person's words: "list EBS volumes". */
  readonly summary: string;
}

/** Finds the operations that a question in human words is about. Only operations that the read-only policy allows. */
export interface OperationSearch {
  /** Best first, at most `limit`. Empty when no word of the question means anything in AWS. */
  find(question: string, limit: number): readonly OperationMatch[];
}
