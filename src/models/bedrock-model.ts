import type { ChatBedrockConverse } from '@langchain/aws';
import type { z } from 'zod';
import type { CredentialProvider } from '../domain/credentials.js';
import type { Fetch } from '../network/fetch.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { bedrockError } from './bedrock-errors.js';
import type { Model, ModelQuestion, ModelReply } from './model.js';
import { createRequestHandler } from './request-handler.js';

export interface BedrockModelOptions {
  /** The id of a model or inference profile, or its ARN. */
  readonly modelId: string;
  readonly region: string;
  /** Only for another endpoint than AWS's. */
  readonly endpoint?: string;
  /** The hub's own identity. Absent: the SDK's default chain finds it. */
  readonly hubCredentials?: CredentialProvider;
  readonly fetch: Fetch;
  /** Loads LangChain's Bedrock package. A parameter, so that a test sees when it happens. */
  readonly load?: () => Promise<{ readonly ChatBedrockConverse: typeof ChatBedrockConverse }>;
}

/** Amazon Bedrock's Converse API. Nothing is loaded or connected before the first question. */
export function createBedrockModel(options: BedrockModelOptions): Model {
  const { load = () => import('@langchain/aws') } = options;
  const label = `${options.modelId} (Amazon Bedrock, ${options.region})`;
  return {
    label,
    async ask(question, { signal }) {
      try {
        const { ChatBedrockConverse: Chat } = await load();
        const chat = new Chat({ ...chatOptions(options), maxTokens: question.maxOutputTokens });
        // Studio's message stream would show the model's words before they have been checked. (The constructor ignores it.)
        chat.disableStreaming = true;
        return await askOnce(chat, question, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw bedrockError(error, label);
      }
    },
  };
}

function chatOptions(options: BedrockModelOptions) {
  const { modelId, region, endpoint, hubCredentials } = options;
  return {
    model: modelId,
    region,
    // Neither temperature nor topP: newer models refuse requests that carry them.
    // Which choices a model takes is guessed from its id, and an inference profile's ARN tells nothing.
    supportsToolChoiceValues: ['auto' as const, 'any' as const, 'tool' as const],
    // LangGraph leaves runs with these tags out of its message stream.
    tags: ['nostream', 'langsmith:nostream'],
    clientOptions: {
      // One request per question: a narrative is not worth a wait. (`maxRetries` is ignored here.)
      maxAttempts: 1,
      retryMode: 'standard',
      defaultsMode: 'standard' as const,
      requestHandler: createRequestHandler(options.fetch),
      // Without it AWS_BEARER_TOKEN_BEDROCK would be used instead of the credentials that were handed over.
      ...(hubCredentials === undefined ? {} : { authSchemePreference: ['aws.auth#sigv4'] }),
      // `endpoint` would be overwritten by ChatBedrockConverse, and its `endpointHost` is https always.
      ...(endpoint === undefined ? {} : { endpointProvider: () => ({ url: new URL(endpoint) }) }),
    },
    // An empty bearer token keeps ChatBedrockConverse from looking for one in the environment.
    ...(hubCredentials === undefined ? {} : { bedrockBearerToken: '', credentials: () => sdkIdentity(hubCredentials) }),
  };
}

async function askOnce<Shape extends z.ZodType>(
  chat: ChatBedrockConverse,
  { name, shape, system, prompt }: ModelQuestion<Shape>,
  signal: AbortSignal,
): Promise<ModelReply<z.output<Shape>>> {
  const structured = chat.withStructuredOutput<Record<string, unknown>>(shape, { name, includeRaw: true });
  const { raw, parsed } = await structured.invoke(
    [
      ['system', system],
      ['human', prompt],
    ],
    { signal },
  );
  const tokens = tokensOf(raw);
  // The library hands on whatever the model sent as arguments, whether it fits the schema or not.
  const outcome = shape.safeParse(parsed);
  if (outcome.success) return { kind: 'answered', outcome: outcome.data, ...tokens };
  return { kind: 'unusable', problem: problemOf(raw), ...tokens };
}

function tokensOf(message: object): { readonly inputTokens: number; readonly outputTokens: number } {
  const usage = 'usage_metadata' in message ? message.usage_metadata : undefined;
  const count = (field: string): number => {
    const value: unknown = typeof usage === 'object' && usage !== null ? Reflect.get(usage, field) : undefined;
    return typeof value === 'number' ? value : 0;
  };
  return { inputTokens: count('input_tokens'), outputTokens: count('output_tokens') };
}

const STOPPED: Readonly<Record<string, string>> = {
  guardrail_intervened: 'a guardrail stopped it',
  content_filtered: 'its content filter stopped it',
  refusal: 'the model refused',
  max_tokens: 'it was longer than allowed',
};

function problemOf(message: { readonly response_metadata: Readonly<Record<string, unknown>> }): string {
  const reason = message.response_metadata['stopReason'];
  const known = typeof reason === 'string' && Object.hasOwn(STOPPED, reason) ? STOPPED[reason] : undefined;
  return known ?? 'it did not have the form that was asked for';
}
