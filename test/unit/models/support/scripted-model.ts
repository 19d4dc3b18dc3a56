import type { z } from 'zod';
import type { JsonObject } from '../../../../src/domain/json.js';
import { createMeter } from '../../../../src/models/metered-model.js';
import type { MeterModel, Model, ModelQuestion, ModelToolCall } from '../../../../src/models/model.js';
import { recordingLogger } from '../../nodes/support/state.js';

/** What the model does next: answers, calls tools, is unusable, or fails. */
export type Turn =
  | { readonly answer: JsonObject }
  | { readonly calls: readonly (readonly [name: string, args: JsonObject])[] }
  | { readonly unusable: string; readonly details?: string }
  | { readonly stopped: string }
  | { readonly fails: Error };

/** A model that plays turns and keeps what it is asked. Its answers are parsed as those of the real one. */
export function scriptedModel(
  turns: readonly Turn[],
  budget: { readonly calls?: number; readonly tokens?: number } = {},
): { readonly meter: MeterModel; readonly asked: ModelQuestion<z.ZodType>[] } {
  const asked: ModelQuestion<z.ZodType>[] = [];
  const model: Model = {
    label: 'a model',
    ask(question) {
      const turn = turns[asked.length];
      asked.push(question);
      if (turn === undefined) return Promise.reject(new Error('the script has no further turn'));
      if ('fails' in turn) return Promise.reject(turn.fails);
      const calls = callsOf(turn, question.name, asked.length);
      const rest = { calls, inputTokens: 100, outputTokens: 10 };
      if ('stopped' in turn) return Promise.resolve({ kind: 'stopped', problem: turn.stopped, ...rest });
      if ('calls' in turn) return Promise.resolve({ kind: 'asks', ...rest });
      if ('unusable' in turn) {
        const details = turn.details === undefined ? {} : { details: turn.details };
        return Promise.resolve({ kind: 'unusable', problem: turn.unusable, ...details, ...rest });
      }
      const parsed = question.shape.safeParse(turn.answer);
      return Promise.resolve(
        parsed.success
          ? { kind: 'answered', outcome: parsed.data, ...rest }
          : { kind: 'unusable', problem: 'it did not have the form that was asked for', ...rest },
      );
    },
  };
  const limits = { calls: budget.calls ?? 6, tokens: budget.tokens ?? 60_000 };
  return { meter: createMeter({ model, budget: limits, logger: recordingLogger().logger }), asked };
}

function callsOf(turn: Turn, answer: string, request: number): readonly ModelToolCall[] {
  const named = 'answer' in turn ? [[answer, turn.answer] as const] : 'calls' in turn ? turn.calls : [];
  return named.map(([name, args], index) => ({ id: `call-${request}-${index}`, name, arguments: args }));
}
