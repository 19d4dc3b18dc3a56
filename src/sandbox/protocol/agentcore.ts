import { type AgentHall, firstHalf, piecesOf, splitInCharacters } from '../agents/agent-hall.js';
import type { SpokeAgent } from '../agents/spoke-agents.js';
import type { SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { AgentFault } from '../options.js';
import { isJsonObject } from '../../domain/json.js';
import { notAuthorized, refusalFor, refused, SIGNATURE_REFUSALS } from './agent-refusals.js';
import { type HttpReply, jsonReply, piecesReply } from './http-reply.js';

export interface AgentDoorOptions {
  readonly hall: AgentHall;
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

const PATH = /^\/runtimes\/([^/]+)\/invocations$/u;
const ARN = /^arn:(aws[a-z-]*):bedrock-agentcore:([a-z0-9-]+):(\d{12}):runtime\/([\w-]+)$/u;
const SESSION = 'x-amzn-bedrock-agentcore-runtime-session-id';
const ACTION = 'bedrock-agentcore:InvokeAgentRuntime';

/** Whether a request invokes a runtime. */
export function isRuntimePath(path: string): boolean {
  return PATH.test(path);
}

/**
 * InvokeAgentRuntime of Amazon Bedrock AgentCore, with the answer of a container behind it.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html
 */
export function createAgentCoreDoor({ hall, verify, log }: AgentDoorOptions): (request: SignedRequest) => HttpReply {
  return (request) => {
    const verdict = verify('bedrock-agentcore', request);
    if (verdict.kind === 'invalid') {
      log('agentcore refused a signature', { problem: verdict.problem });
      return refused(403, SIGNATURE_REFUSALS[verdict.problem], verdict.message);
    }
    const url = new URL(request.target, 'http://sandbox');
    const arn = decodeURIComponent(PATH.exec(url.pathname)?.[1] ?? '');
    const [, , region = '', accountId = '', agentId = ''] = ARN.exec(arn) ?? [];
    const alias = url.searchParams.get('qualifier') ?? 'DEFAULT';
    const sessionId = headerOf(request, SESSION);
    if (agentId === '') return refused(400, 'ValidationException', `Invalid agent runtime ARN: ${arn}`);
    if (sessionId.length < 33 || sessionId.length > 256) {
      return refused(400, 'ValidationException', 'runtimeSessionId must be at least 33 characters');
    }
    const { principal, accessKeyId } = verdict.credentials;
    // Both are asked for (resource-based-policies.html); another account's would need a policy of its own on both.
    for (const resource of [arn, `${arn}/runtime-endpoint/${alias}`]) {
      const why =
        principal.accountId === accountId
          ? principal.refusal(ACTION, resource)
          : 'because no resource-based policy allows the action';
      if (why !== undefined)
        return refused(403, 'AccessDeniedException', notAuthorized(principal.arn, ACTION, resource, why));
    }
    const agent =
      verdict.region === region ? hall.find({ kind: 'agentcore', accountId, region, agentId, alias }) : undefined;
    if (agent === undefined)
      return refused(
        404,
        'ResourceNotFoundException',
        `No endpoint or agent found with qualifier '${alias}' for agent '${arn}'`,
      );

    const fault = hall.faultFor(agent);
    const endpoint = `${arn}/runtime-endpoint/${alias}`;
    if (fault === 'endpoint-denied') {
      return refused(
        403,
        'AccessDeniedException',
        notAuthorized(principal.arn, ACTION, endpoint, `because no identity-based policy allows the ${ACTION} action`),
      );
    }
    const refusal = refusalFor(fault, principal.arn, ACTION, arn);
    if (refusal !== undefined) return refusal;
    const question = hall.invoked(agent, {
      signedBy: principal.accountId,
      accessKeyId,
      arn: principal.arn,
      sessionId,
      text: promptOf(request.body),
    });
    if (fault === 'error') {
      return refused(
        424,
        'RuntimeClientError',
        "Received error (500) from runtime. Please check your CloudWatch logs for more information. Body: KeyError: 'fleet'",
      );
    }
    const own = agent.container?.(question);
    if (own !== undefined) {
      return piecesReply(200, { 'content-type': own.contentType, [SESSION]: sessionId }, piecesOf(own.body), 'end');
    }
    return containerReply(agent, agent.answer(question), fault, { [SESSION]: sessionId });
  };
}

function containerReply(
  agent: SpokeAgent,
  answer: string,
  fault: AgentFault | undefined,
  headers: Readonly<Record<string, string>>,
): HttpReply {
  if (fault === 'error-in-body') return jsonReply(200, { error: "KeyError: 'fleet'" }, headers);
  const events = agent.form === 'events';
  const whole = events ? eventsOf(answer) : JSON.stringify({ response: answer });
  const type = { 'content-type': events ? 'text/event-stream; charset=utf-8' : 'application/json', ...headers };
  const pieces = fault === 'split-characters' ? splitInCharacters(whole) : piecesOf(whole);
  const gapMillis = fault === 'split-characters' ? 2 : agent.thinksMillis;
  if (fault === 'cut-off') return piecesReply(200, type, firstHalf(pieces), 'cut');
  if (fault === 'stalled') return piecesReply(200, type, firstHalf(pieces), 'stalled');
  return { ...piecesReply(200, type, pieces, 'end'), ...(gapMillis === undefined ? {} : { gapMillis }) };
}

/** As a Strands agent streams when its events are handed on: each piece in two forms. */
function eventsOf(answer: string): string {
  const pieces = answer.match(/.{1,20}/gsu) ?? [''];
  const events: unknown[] = [
    { init_event_loop: true },
    { event: { messageStart: { role: 'assistant' } } },
    ...pieces.flatMap((text) => [
      { event: { contentBlockDelta: { delta: { text }, contentBlockIndex: 0 } } },
      { data: text, delta: { text } },
    ]),
    { event: { messageStop: { stopReason: 'end_turn' } } },
  ];
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
}

function promptOf(body: Buffer): string {
  const parsed: unknown = JSON.parse(body.toString('utf8'));
  const prompt = isJsonObject(parsed) ? parsed['prompt'] : undefined;
  return typeof prompt === 'string' ? prompt : '';
}

function headerOf(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
