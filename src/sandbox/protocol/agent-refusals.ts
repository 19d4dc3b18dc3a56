import type { AgentFault } from '../options.js';
import type { SignatureProblem } from '../identity/signature.js';
import { DROP, HANG, type HttpReply, jsonReply } from './http-reply.js';

export function refused(status: number, type: string, message: string): HttpReply {
  return jsonReply(status, { message }, { 'x-amzn-errortype': type });
}

/** The codes of https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html */
export const SIGNATURE_REFUSALS: Readonly<Record<SignatureProblem, string>> = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  'expired-signature': 'InvalidSignatureException',
  'wrong-scope': 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};

/** Faults that keep an agent from being asked at all; undefined for those that are in its answer. */
export function refusalFor(
  fault: AgentFault | undefined,
  arn: string,
  action: string,
  resource: string,
): HttpReply | undefined {
  switch (fault) {
    case 'denied':
      return refused(
        403,
        'AccessDeniedException',
        notAuthorized(arn, action, resource, 'with an explicit deny in a service control policy'),
      );
    case 'throttled':
      return refused(429, 'ThrottlingException', 'Rate exceeded');
    case 'expired-session':
      return refused(403, 'ExpiredTokenException', 'The security token included in the request is expired');
    case 'unreachable':
      return DROP;
    case 'timeout':
      return HANG;
    default:
      return undefined;
  }
}

export function notAuthorized(arn: string, action: string, resource: string, why: string): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
