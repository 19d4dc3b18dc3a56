import type { Table } from '../../../domain/answer.js';
import type { Caller } from '../../../domain/caller.js';
import { CentralOpsError, messageOf, type ErrorCode } from '../../../domain/errors.js';
import type { RunEvent } from '../../../domain/event.js';
import type { JsonObject } from '../../../domain/json.js';
import type { OperationRequest } from '../../../domain/run.js';
import type { LogLevel } from '../../../domain/logger.js';
import type { RowsQuery, StartOptions } from '../../../operations.js';
import type { SettingName } from '../../../settings.js';

/** What the thread is started with. Configuration itself holds functions, so that it reads its own. */
export interface WorkerData {
  readonly flags: Readonly<Partial<Record<SettingName, string>>>;
  readonly configFile: string | undefined;
  /** Whether the graph is loaded before the thread says that it is ready. */
  readonly preload: boolean;
}

/** What can be said of a run to another thread: neither a signal nor somebody to ask. */
export type PlainStartOptions = Omit<StartOptions, 'signal' | 'confirm'>;

/** From the door to the thread. A run's events are asked for one at a time, so that a slow reader slows its run down. */
export type ToWorker =
  | {
      readonly kind: 'start';
      readonly id: number;
      readonly request: OperationRequest;
      readonly options: PlainStartOptions;
    }
  | { readonly kind: 'next'; readonly id: number }
  | { readonly kind: 'leave'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number; readonly reason: PlainError }
  | { readonly kind: 'rows'; readonly id: number; readonly query: RowsQuery; readonly caller: Caller }
  | { readonly kind: 'log-level'; readonly level: LogLevel }
  | { readonly kind: 'close' };

/** From the thread to the door. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly error: PlainError }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'event'; readonly id: number; readonly event: RunEvent }
  | { readonly kind: 'over'; readonly id: number }
  | { readonly kind: 'table'; readonly id: number; readonly table: Table }
  | { readonly kind: 'failed'; readonly id: number; readonly error: PlainError };

/** An error on its way: threads copy what an error says, and lose what it is. */
export interface PlainError {
  /** Absent for one that is not ours. */
  readonly code?: ErrorCode;
  readonly message: string;
  readonly facts?: JsonObject;
  readonly nextStep?: string;
}

export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof CentralOpsError)) return { message: messageOf(error) };
  const { code, message, facts, nextStep } = error;
  return { code, message, facts, ...(nextStep === undefined ? {} : { nextStep }) };
}

export function fromPlainError({ code, message, facts, nextStep }: PlainError): Error {
  if (code === undefined) return new Error(message);
  return new CentralOpsError(code, message, {
    ...(facts === undefined ? {} : { facts }),
    ...(nextStep === undefined ? {} : { nextStep }),
  });
}
