import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import { converseReply, streamReply } from './bedrock-replies.js';
import type { ScriptedModel } from './bedrock-script.js';
import { jsonReply, type HttpReply } from './http-reply.js';

export interface BedrockOptions {
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly model: ScriptedModel;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

const PATH = /^\/model\/([^/]+)\/(converse|converse-stream)$/u;

/** Whether a request is for the models. */
export function isBedrockPath(path: string): boolean {
  return PATH.test(path);
}

/**
 * Amazon Bedrock's Converse and ConverseStream, signed like everything else, answered by a script.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function createBedrock({ verify, model, log }: BedrockOptions): (request: SignedRequest) => HttpReply {
  return (request) => {
    const [, written = '', operation] = PATH.exec(request.target.split('?')[0] ?? '') ?? [];
    const streamed = operation === 'converse-stream';
    const verdict = verify('bedrock', request);
    if (verdict.kind === 'invalid') {
      log('bedrock refused a signature', { problem: verdict.problem });
      return refused(403, REFUSALS[verdict.problem], verdict.message);
    }
    const { principal } = verdict.credentials;
    const action = streamed ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
    const denied = principal.refusal(action);
    if (denied !== undefined) {
      const message = `User: ${principal.arn} is not authorized to perform: ${action} on the model ${denied}`;
      return refused(403, 'AccessDeniedException', message);
    }
    const body = readBody(request.body);
    if (body === undefined || request.method !== 'POST') {
      return refused(400, 'ValidationException', 'The request is not what Converse takes: messages are missing.');
    }
    const modelId = decodeURIComponent(written);
    const asked = { modelId, streamed, body, bytes: request.body.length };
    const turn = model.turn(asked);
    return streamed ? streamReply(turn, asked) : converseReply(turn, asked);
  };
}

/** The codes of https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html */
const REFUSALS: Readonly<Record<SignatureProblem, string>> = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  'expired-signature': 'InvalidSignatureException',
  'wrong-scope': 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};

/** As far as the real service would refuse: roles that take turns, and blocks of content. */
const requestShape = z.object({
  messages: z
    .array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(z.looseObject({})).min(1) }))
    .min(1)
    .refine((messages) => messages.every(({ role }, index) => role === (index % 2 === 0 ? 'user' : 'assistant'))),
});

function readBody(bytes: Buffer): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    return isJsonObject(body) && requestShape.safeParse(body).success ? body : undefined;
  } catch {
    return undefined;
  }
}

function refused(status: number, type: string, message: string): HttpReply {
  return jsonReply(status, { message }, { 'x-amzn-errortype': type });
}
