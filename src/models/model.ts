import type { z } from 'zod';

/** One question to a model that must answer with an object of a given shape. */
export interface ModelQuestion<Shape extends z.ZodType> {
  /** What the answer is called, in the letters of a tool's name: "narrative". */
  readonly name: string;
  readonly shape: Shape;
  /** The fixed text. */
  readonly system: string;
  /** What was built from data. */
  readonly prompt: string;
  readonly maxOutputTokens: number;
}

export type ModelReply<Outcome> = (
  | { readonly kind: 'answered'; readonly outcome: Outcome }
  /** It refused, was stopped, or answered in another shape; `problem` says which, without its words. */
  | { readonly kind: 'unusable'; readonly problem: string }
) & { readonly inputTokens: number; readonly outputTokens: number };

/** The seam between the nodes and whatever writes text. Amazon Bedrock is the first implementation. */
export interface Model {
  /** For people: "us.anthropic.claude-haiku-4-5-20251001-v1:0 (Amazon Bedrock, us-east-1)". */
  readonly label: string;
  /**
   * Asks once; nothing is repeated. An abort rejects with the signal's reason, every other failure is a
   * `CentralOpsError` (`throttled`, `credentials-denied`, `credentials-missing`, `unreachable`, `configuration`).
   */
  ask<Shape extends z.ZodType>(
    question: ModelQuestion<Shape>,
    options: { readonly signal: AbortSignal },
  ): Promise<ModelReply<z.output<Shape>>>;
}
