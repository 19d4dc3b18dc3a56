import type { Answer } from './answer.js';
import type { OperationRequest, Run } from './run.js';

/** What a step says of itself: names, counts and outcomes; never resource data, secrets or what somebody wrote. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Whatever watches runs from outside: traces and metrics. Without one, nothing happens and nothing is kept. */
export interface Telemetry {
  /** Begins to watch a run, as a part of what `trace` (the W3C headers of a request) belongs to. */
  run(asked: {
    readonly request: OperationRequest;
    readonly sessionId?: string;
    readonly trace?: Readonly<Record<string, string>>;
  }): RunWatch;
  /** Watches one step of whatever runs now. A step that throws has failed. */
  step<Result>(name: string, facts: Facts, work: (step: StepWatch) => Promise<Result>): Promise<Result>;
  /** Something was asked of a model. */
  modelUsed(modelId: string, usage: { readonly inputTokens: number; readonly outputTokens: number }): void;
  /** A call of an account ended. */
  callEnded(facts: Facts): void;
}

export interface RunWatch {
  began(run: Pick<Run, 'runId' | 'sessionId'>): void;
  /** Does something as a part of the run. */
  within<Result>(work: () => Result): Result;
  ended(answer: Answer): void;
  failed(code: string): void;
}

export interface StepWatch {
  add(facts: Facts): void;
  failed(code: string): void;
  /** A part that was not watched while it ran, from `startedAt` (milliseconds since the Unix epoch) until now. */
  part(name: string, facts: Facts, startedAt: number, failed: boolean): void;
}
