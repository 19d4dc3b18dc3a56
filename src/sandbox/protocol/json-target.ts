import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { Principal } from '../identity/principal.js';
import type { FaultTable } from '../faults.js';
import type { FaultOutcome } from '../options.js';
import { DROP, HANG, type HttpReply, reply } from './http-reply.js';

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
  readonly operations: Readonly<Record<string, (input: JsonObject, asked: AskedBy) => JsonObject>>;
  /** The ARNs that an operation acts on, each of which has to be allowed. Absent: none that IAM tells apart. */
  readonly resources?: Readonly<Record<string, (input: JsonObject, asked: AskedBy) => readonly string[]>>;
}

/** Who asks, and in which Region. */
export interface AskedBy {
  readonly principal: Principal;
  readonly region: string;
}

/**
 * Services of AWS's JSON 1.1 protocol: the operation in a header, JSON in and out, the error's name in `__type`.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function createJsonTargets(options: {
  readonly services: readonly TargetService[];
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly faults: FaultTable;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}): (request: SignedRequest) => HttpReply | undefined {
  return (request) => {
    const [prefix = '', operation = ''] = (Target.parse(request.headers['x-amz-target']) ?? '').split('.');
    const service = options.services.find((candidate) => candidate.prefix === prefix);
    if (service === undefined) return undefined;
    try {
      return perform(service, operation, request, options);
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
  {
    verify,
    faults,
  }: { readonly verify: (service: string, request: SignedRequest) => SignatureVerdict; readonly faults: FaultTable },
): HttpReply {
  const verdict = verify(service.signingName, request);
  if (verdict.kind === 'invalid') throw new TargetError(REFUSALS[verdict.problem], verdict.message);
  const handler = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
  if (handler === undefined) throw new TargetError('UnknownOperationException', `There is no operation ${operation}.`);
  const asked = { principal: verdict.credentials.principal, region: verdict.region };
  const broken = injected(faults.at(asked.principal.accountId, service.signingName, asked.region));
  if (broken !== undefined) return broken;
  const input = readInput(request.body);
  authorize(`${service.actionPrefix}:${operation}`, service.resources?.[operation]?.(input, asked) ?? [], asked);
  return jsonTargetReply(200, handler(input, asked));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function authorize(action: string, resources: readonly string[], { principal }: AskedBy): void {
  for (const resource of resources.length === 0 ? [undefined] : resources) {
    const refusal = principal.refusal(action, resource);
    if (refusal === undefined) continue;
    const what = resource === undefined ? action : `${action} on resource: ${resource}`;
    throw new TargetError(
      'AccessDeniedException',
      `User: ${principal.arn} is not authorized to perform: ${what} ${refusal}`,
    );
  }
}

/** What goes wrong on purpose. A denial looks like that of a service control policy. */
function injected(outcome: FaultOutcome | undefined): HttpReply | undefined {
  switch (outcome) {
    case undefined:
      return undefined;
    case 'unreachable':
      return DROP;
    case 'timeout':
      return HANG;
    case 'denied':
      throw new TargetError('AccessDeniedException', 'Denied with an explicit deny in a service control policy');
    case 'throttled':
      throw new TargetError('ThrottlingException', 'Rate exceeded');
    case 'expired-session':
      throw new TargetError('ExpiredTokenException', 'The security token included in the request is expired');
    case 'error':
      return jsonTargetReply(500, { __type: 'InternalServerError', message: 'An internal error has occurred' });
    default:
      return outcome satisfies never;
  }
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
