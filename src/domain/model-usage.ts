import type { Usage } from './answer.js';

/** What was asked of a model: requests, and the tokens that it counted. */
export type ModelUsage = Pick<Usage, 'modelCalls' | 'inputTokens' | 'outputTokens'>;

export const NO_MODEL_USAGE: ModelUsage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };

export function addModelUsage(left: ModelUsage, right: ModelUsage): ModelUsage {
  return {
    modelCalls: left.modelCalls + right.modelCalls,
    inputTokens: left.inputTokens + right.inputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
  };
}
