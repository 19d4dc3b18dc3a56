import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { type FaultTable, serviceFault } from '../faults.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { Organization } from '../organization/organization.js';
import { DROP, HANG, type HttpReply, reply } from '../protocol/http-reply.js';
import { AwsFault } from '../services/aws-fault.js';
import { callService } from '../services/call-service.js';
import type { Pager } from '../services/paging.js';
import { addressedCall, type AddressedCall } from './addressed-call.js';
import { s3Error, s3Reply } from './s3-xml.js';

export interface ServiceDoorsOptions {
  readonly organization: Organization;
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly faults: FaultTable;
  readonly page: Pager;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/**
 * Services as their own clients ask them, where that is JSON or one list: what `call_boto3` answers from, on the wire. Undefined for a
 * request that is for none of them. Nothing that would change something is answered here.
 */
export function createServiceDoors(options: ServiceDoorsOptions): (request: SignedRequest) => HttpReply | undefined {
  return (request) => {
    const call = addressedCall(request);
    if (call === undefined) return undefined;
    const verdict = options.verify(call.signingName, request);
    if (verdict.kind === 'invalid') return failed(options, call, REFUSALS[verdict.problem], verdict.message);
    const { principal } = verdict.credentials;
    const outcome = options.faults.at(principal.accountId, call.service, verdict.region);
    if (outcome === 'unreachable') return DROP;
    if (outcome === 'timeout') return HANG;
    const account = options.organization.account(principal.accountId);
    if (account === undefined) {
      return failed(options, call, 'UnrecognizedClientException', 'The account is not in this organization.');
    }
    try {
      const { service, operation } = call;
      const { ResponseMetadata: _, ...result } = callService(
        { service, operation, region: verdict.region, params: { ...call.params, ...bodyOf(request) } },
        {
          account,
          principal,
          page: options.page,
          mutated: () => {
            throw new AwsFault('ClientError', '', {
              code: 'AccessDeniedException',
              message: 'The sandbox only reads.',
            });
          },
          fault: (asked, { region }) =>
            outcome === undefined
              ? undefined
              : serviceFault(outcome, asked, { service, operation, region, params: {} }, principal.arn),
        },
      );
      return succeeded(call, result);
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      return failed(options, call, error.code ?? 'ValidationException', error.awsMessage ?? error.message);
    }
  };
}

const Body = z.custom<JsonObject>((value) => isJsonObject(value)).catch({});

function bodyOf({ body, method }: SignedRequest): JsonObject {
  if (method !== 'POST') return {};
  try {
    return Body.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return {};
  }
}

function succeeded({ service, operation }: AddressedCall, result: JsonObject): HttpReply {
  if (service === 's3') return s3Reply(operation, result);
  return reply(200, JSON.stringify(result), { 'content-type': 'application/x-amz-json-1.1' });
}

function failed({ log }: ServiceDoorsOptions, { service }: AddressedCall, code: string, message: string): HttpReply {
  log(`${service} refused`, { code, reason: message });
  if (service === 's3') return s3Error(code, message);
  const status = code === 'InternalServerError' ? 500 : 400;
  return reply(status, JSON.stringify({ __type: code, message }), {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': code,
  });
}

/** https://docs.aws.amazon.com/general/latest/gr/api-retries.html and the services' common errors. */
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
