import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { Principal } from '../identity/principal.js';
import { type HttpReply, reply } from './http-reply.js';

/** What a service answers with when it refuses. */
export class TargetError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface TargetService {
  /** Name in the signature: `organizations`. */
  readonly signingName: string;
  /** What `x-amz-target` begins with: `AWSOrganizationsV20161128`. */
  readonly prefix: string;
  /** Prefix of its IAM actions. */
  readonly actionPrefix: string;
  /** One handler per operation; they throw {@link TargetError}s. */
  readonly operations: Readonly<Record<string, (input: JsonObject, principal: Principal) => JsonObject>>;
}

/**
 * Services of AWS's JSON 1.1 protocol: the operation in a header, JSON in and out, the error's name in `__type`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function createJsonTargets(options: {
  readonly services: readonly TargetService[];
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}): (request: SignedRequest) => HttpReply | undefined {
  return (request) => {
    const [prefix = '', operation = ''] = (Target.parse(request.headers['x-amz-target']) ?? '').split('.');
    const service = options.services.find((candidate) => candidate.prefix === prefix);
    if (service === undefined) return undefined;
    try {
      return jsonTargetReply(200, perform(service, operation, request, options.verify));
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      options.log(`${service.signingName} refused`, { code: error.code, reason: error.message });
      return jsonTargetReply(400, { __type: error.code, message: error.message });
    }
  };
}

/** A member that has to be text. */
export function textOf(input: JsonObject, member: string): string {
  const value = input[member];
  if (typeof value === 'string') return value;
  throw new TargetError('ValidationException', `${member} must be a string.`);
}

const Target = z.string().optional().catch(undefined);

function perform(
  service: TargetService,
  operation: string,
  request: SignedRequest,
  verify: (service: string, request: SignedRequest) => SignatureVerdict,
): JsonObject {
  const verdict = verify(service.signingName, request);
  if (verdict.kind === 'invalid') throw new TargetError(REFUSALS[verdict.problem], verdict.message);
  const handler = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
  if (handler === undefined) throw new TargetError('UnknownOperationException', `There is no operation ${operation}.`);
  const { principal } = verdict.credentials;
  const action = `${service.actionPrefix}:${operation}`;
  if (principal.refusal(action) !== undefined) {
    const message = `User: ${principal.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
    throw new TargetError('AccessDeniedException', message);
  }
  return handler(readInput(request.body), principal);
}

function readInput(body: Buffer): JsonObject {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    if (isJsonObject(input)) return input;
  } catch {
    // Told below, like anything else that is no object.
  }
  throw new TargetError('SerializationException', 'The body is not a JSON object.');
}

function jsonTargetReply(status: number, body: JsonObject): HttpReply {
  return reply(status, JSON.stringify(body), { 'content-type': 'application/x-amz-json-1.1' });
}

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
