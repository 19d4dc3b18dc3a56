import type {
  ApiParameter,
  FunctionParameter,
  InvocationInputMember,
  ResponseStream,
  ReturnControlPayload,
} from '@aws-sdk/client-bedrock-agent-runtime';
import { agentLabel, type BedrockAgent } from '../../domain/agent.js';
import type { AgentProblem } from '../../domain/agent-reply.js';
import { oneLine } from './aws-error.js';
import { createCappedText, MOST_CHARACTERS } from './capped-text.js';
import { bedrockAgentClient, type ClientUses } from './clients.js';
import { type AgentService, type Invocation, type OpenAnswer, tooLong, unfinished } from './service.js';

/**
 * `InvokeAgent` of Amazon Bedrock Agents ("Classic"), as an event stream.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html
 *
 * Traces hold the agent's reasoning and what its tools answered, so they are not asked for.
 */
export function createBedrockAgents(uses: ClientUses): AgentService<BedrockAgent> {
  return {
    async open(invocation) {
      const { agent, credentials, text, sessionId, signal } = invocation;
      const [{ InvokeAgentCommand }, client] = await Promise.all([
        import('@aws-sdk/client-bedrock-agent-runtime'),
        bedrockAgentClient(uses, agent.region, credentials),
      ]);
      // The answer is cut off through the request: nothing else reaches its connection.
      const cut = new AbortController();
      const output = await client.send(
        new InvokeAgentCommand({
          agentId: agent.agentId,
          agentAliasId: agent.aliasId,
          sessionId,
          inputText: text,
          enableTrace: false,
        }),
        { abortSignal: AbortSignal.any([signal, cut.signal]) },
      );
      return answerOf(invocation, output.completion ?? nothing(), () => cut.abort());
    },
  };
}

async function* nothing(): AsyncGenerator<ResponseStream, void, undefined> {}

function answerOf(
  { agent, accountId, signal, onText, heard }: Invocation<BedrockAgent>,
  events: AsyncIterable<ResponseStream>,
  cut: () => void,
): OpenAnswer {
  const who = agentLabel({ ...agent, accountId });
  const answer = createCappedText();
  // One decoder for the whole answer: characters are split between its chunks.
  const decoder = new TextDecoder();
  const hear = (text: string): void => {
    const kept = answer.add(text);
    if (kept !== '') onText(kept);
  };
  let ended = false;
  return {
    async read() {
      let control: ReturnControlPayload | undefined;
      const notes: string[] = [];
      for await (const event of events) {
        heard();
        if (event.chunk?.bytes !== undefined) hear(decoder.decode(event.chunk.bytes, { stream: true }));
        if (event.returnControl !== undefined) control = event.returnControl;
        if (event.files !== undefined) notes.push(filesNote(event.files.files?.map(({ name }) => name ?? '') ?? []));
        if (answer.cut) return { text: answer.text, problem: tooLong(who, MOST_CHARACTERS), notes };
      }
      // An aborted stream can end as if it were whole.
      signal.throwIfAborted();
      ended = true;
      hear(decoder.decode());
      if (control !== undefined) return { text: answer.text, problem: controlReturned(who, control), notes };
      if (answer.text.trim() !== '') return { text: answer.text, notes };
      return { text: '', problem: unfinished(who, 'its stream had no words in it'), notes };
    },
    get textSoFar() {
      return answer.text;
    },
    release: () => {
      if (!ended) cut();
    },
  };
}

function filesNote(names: readonly string[]): string {
  return `It also made ${names.length === 1 ? 'a file' : 'files'} that ${names.length === 1 ? 'was' : 'were'} not taken over: ${oneLine(names.join(', '))}.`;
}

/** The agent wants whoever asked to do something and to come back with the result. */
function controlReturned(who: string, { invocationInputs = [] }: ReturnControlPayload): AgentProblem {
  const actions = invocationInputs.map(actionText).join('; ');
  return {
    outcome: 'refused',
    code: 'returned-control',
    message: `${who} asks its caller to act for it, which is refused: ${oneLine(actions === '' ? 'it does not say what' : actions)}`,
    nextStep:
      'Nothing was carried out. Do it yourself if it is right, or have its owners give that action group a Lambda function.',
  };
}

function actionText({ apiInvocationInput: api, functionInvocationInput: called }: InvocationInputMember): string {
  if (called !== undefined) {
    return `${called.actionGroup ?? ''}.${called.function ?? ''}(${parametersText(called.parameters)})`;
  }
  if (api !== undefined) {
    return `${api.actionGroup ?? ''}: ${api.httpMethod ?? ''} ${api.apiPath ?? ''} (${parametersText(api.parameters)})`;
  }
  return 'something of a kind that is not known';
}

function parametersText(parameters: readonly (FunctionParameter | ApiParameter)[] = []): string {
  return parameters.map(({ name = '', value = '' }) => `${name}=${value}`).join(', ');
}
