import type { z } from 'zod';
import type { JsonObject } from '../domain/json.js';
import type { ModelUsage } from '../domain/model-usage.js';

/** A tool that a model may call before it answers. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its arguments: an object. */
  readonly inputSchema: JsonObject;
}

/** What a model called: a tool, or the one that takes its answer. */
export interface ModelToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: JsonObject;
}

/** A reply of the model and what it was told then, to be repeated with the next request: the service remembers nothing. */
export interface ModelExchange {
  readonly calls: readonly ModelToolCall[];
  /** One per call, in their order; one where nothing was called. */
  readonly told: readonly string[];
}

/** One question to a model that must answer with an object of a given shape. */
export interface ModelQuestion<Shape extends z.ZodType> {
  /** What the answer is called, in the letters of a tool's name: "narrative". */
  readonly name: string;
  readonly shape: Shape;
  /** The fixed text. */
  readonly system: string;
  /** What was built from data. */
  readonly prompt: string;
  /** What was said since, oldest first. */
  readonly exchanges?: readonly ModelExchange[];
  /** What it may call instead of answering. */
  readonly tools?: readonly ModelTool[];
  readonly maxOutputTokens: number;
  /**
   * For long answers. Read as they are written, and given up when nothing comes for so many milliseconds. Absent: the answer
   * comes in one piece.
   */
  readonly patienceMillis?: number;
}

export type ModelReply<Outcome> = (
  | { readonly kind: 'answered'; readonly outcome: Outcome }
  /** It called tools, and has not answered. */
  | { readonly kind: 'asks' }
  /** It refused, or something stopped it: asking again would not help. `problem` is to follow "because". */
  | { readonly kind: 'stopped'; readonly problem: string }
  /** It answered in another shape, or not to the end. `details` are for the model alone, which may try again. */
  | { readonly kind: 'unusable'; readonly problem: string; readonly details?: string }
) & {
  /** Everything it called, the answer included: what an exchange begins with. */
  readonly calls: readonly ModelToolCall[];
  readonly inputTokens: number;
  readonly outputTokens: number;
};

/** The seam between the nodes and whatever writes text. Amazon Bedrock is the first implementation. */
export interface Model {
  /** For people: "us.anthropic.claude-haiku-4-5-20251001-v1:0 (Amazon Bedrock, us-east-1)". */
  readonly label: string;
  /**
   * Asks once; nothing is repeated. An abort rejects with the signal's reason, every other failure is a
   * `CentralOpsError` (`throttled`, `timed-out`, `credentials-denied`, `credentials-missing`, `unreachable`,
   * `configuration`).
   */
  ask<Shape extends z.ZodType>(
    question: ModelQuestion<Shape>,
    options: { readonly signal: AbortSignal },
  ): Promise<ModelReply<z.output<Shape>>>;
}

/** A reply, or why there is none: a budget, a limit of time, a failure of the service; to follow "because". */
export type MeteredReply<Outcome> = ModelReply<Outcome> | { readonly kind: 'failed'; readonly problem: string };

/** Makes a prompt of at most so many bytes of UTF-8; undefined where nothing useful fits. */
export type BuildPrompt = (maxBytes: number) => string | undefined;

/** A model within the budget of one run, over planning, review and narrative. */
export interface MeteredModel {
  /** What was asked through this meter; what the run had spent before is not in it. */
  readonly used: ModelUsage;
  /** Requests that the budget still allows. */
  readonly callsLeft: number;
  /** Asks once. Rejects with the signal's reason when that is aborted, and with nothing else. */
  ask<Shape extends z.ZodType>(
    question: Omit<ModelQuestion<Shape>, 'prompt'>,
    prompt: BuildPrompt,
    limits: { readonly signal: AbortSignal; readonly millis: number },
  ): Promise<MeteredReply<z.output<Shape>>>;
}

/** Makes the meter of a run that has spent so much. */
export type MeterModel = (spent: ModelUsage) => MeteredModel;
