import type { Telemetry } from '../domain/telemetry.js';
import type { Model } from './model.js';

/** A model whose every question is a step of the trace, with its tokens; what is asked and answered is not in it. */
export function createTracedModel(model: Model, modelId: string, telemetry: Telemetry): Model {
  return {
    label: model.label,
    ask: (question, options) => {
      const facts = {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'aws.bedrock',
        'gen_ai.request.model': modelId,
        'central_ops.question': question.name,
      };
      return telemetry.step(`chat ${modelId}`, facts, async (step) => {
        const reply = await model.ask(question, options);
        const { inputTokens, outputTokens } = reply;
        step.add({ 'gen_ai.usage.input_tokens': inputTokens, 'gen_ai.usage.output_tokens': outputTokens });
        telemetry.modelUsed(modelId, reply);
        return reply;
      });
    },
  };
}
