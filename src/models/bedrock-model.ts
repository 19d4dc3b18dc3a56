import type { ChatBedrockConverse } from '@langchain/aws';
import { z } from 'zod';
import type { CredentialProvider } from '../domain/credentials.js';
import { isJsonObject, type JsonObject } from '../domain/json.js';
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
        const chat = new Chat({ ...chatOptions(options), ...questionOptions(question) });
        // Studio's message stream would show the model's words before they have been checked. (The constructor ignores it.
        // It does not keep the request itself from being a stream.)
        chat.disableStreaming = true;
        const reply = await askOnce(chat, question, signal);
        // A stream that is aborted ends like one that is done.
        signal.throwIfAborted();
        return reply;
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
      // Whoever asks decides whether to ask again. (`maxRetries` is ignored here.)
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

function questionOptions({ maxOutputTokens, patienceMillis }: ModelQuestion<z.ZodType>) {
  const streamed = patienceMillis === undefined ? {} : { streaming: true, streamIdleTimeout: patienceMillis };
  return { maxTokens: maxOutputTokens, ...streamed };
}

async function askOnce<Shape extends z.ZodType>(
  chat: ChatBedrockConverse,
  question: ModelQuestion<Shape>,
  signal: AbortSignal,
): Promise<ModelReply<z.output<Shape>>> {
  // They load LangChain's messages, which the package has loaded by now.
  const { messagesOf, readReply } = await import('./bedrock-messages.js');
  const messages = messagesOf(question);
  const { name, shape, tools = [] } = question;
  if (tools.length === 0) {
    const structured = chat.withStructuredOutput<Record<string, unknown>>(shape, { name, includeRaw: true });
    return readReply((await structured.invoke(messages, { signal })).raw, question);
  }
  const answer = { name, description: ANSWER, inputSchema: schemaOf(shape) };
  const offered = [...tools, answer].map((tool) => ({
    toolSpec: { name: tool.name, description: tool.description, inputSchema: { json: tool.inputSchema } },
  }));
  return readReply(await chat.bindTools(offered, { tool_choice: 'any' }).invoke(messages, { signal }), question);
}

const ANSWER = 'Takes your answer. Call it once you know enough.';

function schemaOf(shape: z.ZodType): JsonObject {
  const schema: unknown = z.toJSONSchema(shape, { io: 'input' });
  return isJsonObject(schema) ? schema : {};
}
