import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { firstHalf, piecesOf, splitInCharacters } from '../agents/agent-hall.js';
import type { AgentFault } from '../options.js';
import type { SignedRequest } from '../identity/signature.js';
import { notAuthorized, refusalFor, refused, SIGNATURE_REFUSALS } from './agent-refusals.js';
import type { AgentDoorOptions } from './agentcore.js';
import { eventFrame } from './event-stream.js';
import { type HttpReply, piecesReply } from './http-reply.js';

const PATH = /^\/agents\/([^/]*)\/agentAliases\/([^/]*)\/sessions\/([^/]+)\/text$/u;
const ACTION = 'bedrock:InvokeAgent';

/** Whether a request invokes a Bedrock agent. */
export function isBedrockAgentPath(path: string): boolean {
  return PATH.test(path);
}

/**
 * InvokeAgent of Amazon Bedrock Agents, as an event stream.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html
 */
export function createBedrockAgentsDoor({
  hall,
  verify,
  log,
}: AgentDoorOptions): (request: SignedRequest) => HttpReply {
  return (request) => {
    const verdict = verify('bedrock', request);
    if (verdict.kind === 'invalid') {
      log('bedrock agents refused a signature', { problem: verdict.problem });
      return refused(403, SIGNATURE_REFUSALS[verdict.problem], verdict.message);
    }
    const [, agentId = '', alias = '', sessionId = ''] = (PATH.exec(request.target.split('?')[0] ?? '') ?? []).map(
      decodeURIComponent,
    );
    const wrong = wrongField(agentId, alias, sessionId);
    if (wrong !== undefined) return refused(400, 'ValidationException', wrong);
    const { principal, accessKeyId } = verdict.credentials;
    const { accountId } = principal;
    const { region } = verdict;
    const resource = `arn:aws:bedrock:${region}:${accountId}:agent-alias/${agentId}/${alias}`;
    const why = principal.refusal(ACTION, resource);
    if (why !== undefined)
      return refused(403, 'AccessDeniedException', notAuthorized(principal.arn, ACTION, resource, why));
    // Whoever signed is asked in their own account: another one's agent is not found, as seed 2 saw.
    const agent = hall.find({ kind: 'bedrock-agent', accountId, region, agentId, alias });
    if (agent === undefined) {
      return refused(
        404,
        'ResourceNotFoundException',
        "Failed to retrieve resource because it doesn't exist. Retry the request with a different resource identifier.",
      );
    }
    const fault = hall.faultFor(agent);
    const refusal = refusalFor(fault, principal.arn, ACTION, resource);
    if (refusal !== undefined) return refusal;
    const text = inputText(request.body);
    const question = hall.invoked(agent, { signedBy: accountId, accessKeyId, arn: principal.arn, sessionId, text });
    if (fault === 'error')
      return refused(
        424,
        'DependencyFailedException',
        'The Lambda function fleet-lookup encountered a problem while processing request.',
      );
    return streamed(agent.answer(question), fault, sessionId, agent.thinksMillis);
  };
}

function streamed(
  answer: string,
  fault: AgentFault | undefined,
  sessionId: string,
  gapMillis: number | undefined,
): HttpReply {
  const headers = {
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-bedrock-agent-content-type': 'application/json',
    'x-amz-bedrock-agent-session-id': sessionId,
  };
  const chunks = (fault === 'split-characters' ? splitInCharacters(answer) : piecesOf(answer)).map((bytes) =>
    event('chunk', { bytes: bytes.toString('base64') }),
  );
  switch (fault) {
    case 'cut-off':
      return piecesReply(200, headers, firstHalf(chunks), 'cut');
    case 'stalled':
      return piecesReply(200, headers, firstHalf(chunks), 'stalled');
    case 'returns-control':
      return piecesReply(200, headers, [event('returnControl', CONTROL)], 'end');
    case 'fails-midway':
      return piecesReply(
        200,
        headers,
        [...firstHalf(chunks), exception('dependencyFailedException', 'Could not query the knowledge base.')],
        'end',
      );
    case 'throttled-midway':
      return piecesReply(
        200,
        headers,
        [...firstHalf(chunks), exception('throttlingException', 'Your request rate is too high.')],
        'end',
      );
    default:
      return { ...piecesReply(200, headers, chunks, 'end'), ...(gapMillis === undefined ? {} : { gapMillis }) };
  }
}

const CONTROL = {
  invocationId: randomUUID(),
  invocationInputs: [
    {
      functionInvocationInput: {
        actionGroup: 'FleetActions',
        function: 'sendDistressCall',
        parameters: [{ name: 'vessel', type: 'string', value: 'Taíno' }],
      },
    },
  ],
};

function event(type: string, payload: unknown): Buffer {
  return eventFrame({ ':message-type': 'event', ':event-type': type, ':content-type': 'application/json' }, payload);
}

function exception(type: string, message: string): Buffer {
  return eventFrame(
    { ':message-type': 'exception', ':exception-type': type, ':content-type': 'application/json' },
    { message },
  );
}

/** The constraints of the service's own model. */
function wrongField(agentId: string, alias: string, sessionId: string): string | undefined {
  if (!/^[0-9a-zA-Z]{1,10}$/u.test(agentId)) return failed('agentId', '^[0-9a-zA-Z]+$');
  if (!/^[0-9a-zA-Z]{1,10}$/u.test(alias)) return failed('agentAliasId', '^[0-9a-zA-Z]+$');
  return /^[0-9a-zA-Z._:-]{2,100}$/u.test(sessionId) ? undefined : failed('sessionId', '^[0-9a-zA-Z._:-]+$');
}

function failed(member: string, pattern: string): string {
  return `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`;
}

const requestShape = z.object({ inputText: z.string() });

function inputText(body: Buffer): string {
  return requestShape.parse(JSON.parse(body.toString('utf8'))).inputText;
}
