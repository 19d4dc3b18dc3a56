import { z } from 'zod';
import { CentralOpsError, messageOf, withNextStep } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import { addModelUsage, NO_MODEL_USAGE, type ModelUsage } from '../domain/model-usage.js';
import type { MeterModel, Model, ModelExchange, ModelQuestion, ModelReply } from './model.js';

/** What a request costs besides our own texts: what the model's maker puts around messages and tools. */
const REQUEST_TOKENS = 500;

/**
 * Keeps the model within the budget of a run. The size of a request is counted in bytes, because no tokenizer makes more
 * tokens than there are bytes; what is deducted afterwards is what the service counted.
 */
export function createMeter(uses: {
  readonly model: Model;
  /** Of one run. */
  readonly budget: { readonly calls: number; readonly tokens: number };
  readonly logger: Logger;
}): MeterModel {
  const { model, budget, logger } = uses;
  return (spent) => {
    let used = NO_MODEL_USAGE;
    const callsLeft = (): number => budget.calls - spent.modelCalls - used.modelCalls;
    const tokensLeft = (): number => {
      const { inputTokens, outputTokens } = addModelUsage(spent, used);
      return budget.tokens - inputTokens - outputTokens;
    };

    return {
      get used() {
        return used;
      },
      get callsLeft() {
        return callsLeft();
      },
      async ask(question, build, { signal, millis }) {
        signal.throwIfAborted();
        if (callsLeft() < 1) return failed(overBudget('CALLS', budget.calls));
        const room = tokensLeft() - sizeOf(question);
        const prompt = room > 0 ? build(room) : undefined;
        if (prompt === undefined || bytesOf(prompt) > room) return failed(overBudget('TOKENS', budget.tokens));
        const limit = AbortSignal.timeout(millis);
        try {
          const reply = await model.ask({ ...question, prompt }, { signal: AbortSignal.any([signal, limit]) });
          used = addModelUsage(used, usageOf(reply));
          return reply;
        } catch (error) {
          used = addModelUsage(used, { ...NO_MODEL_USAGE, modelCalls: 1 });
          signal.throwIfAborted();
          if (limit.aborted) return failed(`${model.label} did not answer within ${(millis / 1000).toFixed(1)} s`);
          logger.warn('model did not answer', { question: question.name, error: messageOf(error) });
          return failed(
            error instanceof CentralOpsError ? withNextStep(error.message, error.nextStep) : 'asking the model failed',
          );
        }
      },
    };
  };
}

function failed(problem: string): { readonly kind: 'failed'; readonly problem: string } {
  return { kind: 'failed', problem };
}

function overBudget(name: 'CALLS' | 'TOKENS', value: number): string {
  return `CENTRAL_OPS_BUDGET_MODEL_${name} (${value}) does not allow it`;
}

function usageOf({ inputTokens, outputTokens }: ModelReply<unknown>): ModelUsage {
  return { modelCalls: 1, inputTokens, outputTokens };
}

/** Tokens at most of a question without its prompt. */
function sizeOf(question: Omit<ModelQuestion<z.ZodType>, 'prompt'>): number {
  const { system, shape, tools = [], exchanges = [], maxOutputTokens } = question;
  const texts = [system, JSON.stringify(z.toJSONSchema(shape, { io: 'input' })), JSON.stringify(tools)];
  const said = exchanges.map(exchangeText);
  return maxOutputTokens + REQUEST_TOKENS + [...texts, ...said].reduce((sum, text) => sum + bytesOf(text), 0);
}

function exchangeText({ calls, told }: ModelExchange): string {
  return JSON.stringify([calls, told]);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
