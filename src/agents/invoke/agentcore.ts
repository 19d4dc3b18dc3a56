import type { InvokeAgentRuntimeCommandOutput } from '@aws-sdk/client-bedrock-agentcore';
import { type AgentCoreAgent, agentLabel, runtimeArn } from '../../domain/agent.js';
import type { AgentProblem } from '../../domain/agent-reply.js';
import { type AgentAnswer, parsed, readAnswer } from './answer-text.js';
import { oneLine } from './aws-error.js';
import { createCappedText, cutWhole, MOST_CHARACTERS } from './capped-text.js';
import { agentCoreClient, type ClientUses } from './clients.js';
import { createEventAnswer } from './event-answer.js';
import { containerProblem } from './problems.js';
import { type AgentService, type Heard, type Invocation, type OpenAnswer, tooLong, unfinished } from './service.js';

/** A body that has to be read whole before it means anything: JSON is not cut. AgentCore sends up to 100 MB. */
const MOST_BODY_CHARACTERS = 4 * 1024 * 1024;

/**
 * `InvokeAgentRuntime`: `{"prompt": …}` in, JSON or server-sent events back.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html
 */
export function createAgentCore(uses: ClientUses): AgentService<AgentCoreAgent> {
  return {
    async open(invocation) {
      const { agent, accountId, credentials, text, sessionId, signal } = invocation;
      const [{ InvokeAgentRuntimeCommand }, client] = await Promise.all([
        import('@aws-sdk/client-bedrock-agentcore'),
        agentCoreClient(uses, agent.region, credentials),
      ]);
      const output = await client.send(
        new InvokeAgentRuntimeCommand({
          agentRuntimeArn: runtimeArn(agent, accountId),
          qualifier: agent.qualifier,
          runtimeSessionId: sessionId,
          contentType: 'application/json',
          accept: 'application/json, text/event-stream',
          payload: Buffer.from(JSON.stringify({ prompt: text })),
        }),
        { abortSignal: signal },
      );
      const { contentType = '', statusCode = 200 } = output;
      const body = bodyOf(output.response);
      // A container's own error, which has no form of an answer.
      if (statusCode >= 400) return errorReply(invocation, statusCode, body);
      return contentType.startsWith('text/event-stream') ? eventReply(invocation, body) : wholeReply(invocation, body);
    },
  };
}

interface Body extends AsyncIterable<Uint8Array> {
  destroy?(): unknown;
}

function bodyOf(response: InvokeAgentRuntimeCommandOutput['response']): Body {
  if (response !== undefined && Symbol.asyncIterator in response) return response;
  throw new TypeError('the SDK handed over a body that cannot be read piece by piece');
}

/** One decoder for the whole body: characters are split between its pieces. */
async function* textOf(body: Body, heard: () => void): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  for await (const piece of body) {
    heard();
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

function eventReply({ agent, accountId, onText, heard }: Invocation<AgentCoreAgent>, body: Body): OpenAnswer {
  const who = agentLabel({ ...agent, accountId });
  const answer = createEventAnswer(onText);
  return {
    async read() {
      for await (const text of textOf(body, heard)) {
        answer.push(text);
        if (answer.tooLong) return { text: answer.textSoFar, problem: tooLong(who, MOST_CHARACTERS), notes: [] };
      }
      return heardOf(agent, who, answer.end(), answer.textSoFar);
    },
    get textSoFar() {
      return answer.textSoFar;
    },
    release: () => void body.destroy?.(),
  };
}

function wholeReply({ agent, accountId, onText, heard }: Invocation<AgentCoreAgent>, body: Body): OpenAnswer {
  const who = agentLabel({ ...agent, accountId });
  const whole = createCappedText(MOST_BODY_CHARACTERS);
  return {
    async read() {
      for await (const text of textOf(body, heard)) {
        whole.add(text);
        if (whole.cut) {
          return {
            text: cutWhole(whole.text, MOST_CHARACTERS),
            problem: tooLong(who, MOST_BODY_CHARACTERS),
            notes: [],
          };
        }
      }
      const read = heardOf(agent, who, answerOf(whole.text), '');
      onText(read.text);
      return read;
    },
    get textSoFar() {
      return cutWhole(whole.text, MOST_CHARACTERS);
    },
    release: () => void body.destroy?.(),
  };
}

function errorReply({ agent, accountId, heard }: Invocation<AgentCoreAgent>, status: number, body: Body): OpenAnswer {
  const head = createCappedText(2000);
  return {
    async read() {
      for await (const text of textOf(body, heard)) {
        head.add(text);
        if (head.cut) break;
      }
      return { text: '', problem: failedProblem(agent, accountId, `HTTP ${status}: ${oneLine(head.text)}`), notes: [] };
    },
    textSoFar: '',
    release: () => void body.destroy?.(),
  };
}

/** A JSON body in one of the forms that are known, or whatever text it is. */
function answerOf(body: string): AgentAnswer {
  if (body.trim() === '') return { kind: 'text', text: '', unfinished: 'it is empty' };
  const value = parsed(body);
  if (value === undefined) return { kind: 'text', text: body };
  return readAnswer(value) ?? { kind: 'text', text: JSON.stringify(value, undefined, 2) };
}

function heardOf(agent: AgentCoreAgent, who: string, answer: AgentAnswer, before: string): Heard {
  if (answer.kind === 'failed') {
    return { text: before, problem: containerProblem(agent, who, oneLine(answer.message)), notes: [] };
  }
  const text = cutWhole(answer.text, MOST_CHARACTERS);
  const problem = text.length < answer.text.length ? tooLong(who, MOST_CHARACTERS) : missing(who, answer);
  return { text, ...(problem === undefined ? {} : { problem }), notes: [] };
}

function missing(
  who: string,
  { text, unfinished: why }: Extract<AgentAnswer, { kind: 'text' }>,
): AgentProblem | undefined {
  if (why !== undefined) return unfinished(who, why);
  return text.trim() === '' ? unfinished(who, 'it has no words in it') : undefined;
}

function failedProblem(agent: AgentCoreAgent, accountId: string, said: string): AgentProblem {
  return containerProblem(agent, agentLabel({ ...agent, accountId }), said);
}
