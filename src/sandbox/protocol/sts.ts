import type { IssuedCredentials } from '../identity/issued-credentials.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { HttpReply } from './http-reply.js';
import { escapeXml, failed, StsError, succeeded } from './sts-replies.js';

export interface StsOptions {
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly assumeRole: (form: URLSearchParams, caller: IssuedCredentials) => HttpReply;
  /** Applies the pretended latency to AssumeRole. */
  readonly delayed: (work: () => HttpReply) => Promise<HttpReply>;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/** STS over AWS's query protocol: form in, XML out. https://docs.aws.amazon.com/STS/latest/APIReference/ */
export function createSts(options: StsOptions): (request: SignedRequest) => Promise<HttpReply> {
  const orRefuse = (work: () => HttpReply): HttpReply => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StsError)) throw error;
      options.log('sts refused', { code: error.code, reason: error.message });
      return failed(error);
    }
  };

  return async (request) => {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const respond = (): HttpReply => orRefuse(() => perform(options, form, request));
    return form.get('Action') === 'AssumeRole' ? options.delayed(respond) : respond();
  };
}

function perform(options: StsOptions, form: URLSearchParams, request: SignedRequest): HttpReply {
  const verdict = options.verify('sts', request);
  if (verdict.kind === 'invalid') throw refusedSignature(verdict.problem, verdict.message);
  const action = form.get('Action') ?? '';
  const version = form.get('Version') ?? 'NO_VERSION_SPECIFIED';
  if (version === '2011-06-15' && action === 'AssumeRole') return options.assumeRole(form, verdict.credentials);
  if (version === '2011-06-15' && action === 'GetCallerIdentity') return callerIdentity(verdict.credentials);
  throw new StsError(400, 'InvalidAction', `Could not find operation ${action} for version ${version}`);
}

/** The codes of https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const REFUSALS: Readonly<Record<SignatureProblem, readonly [number, string]>> = {
  missing: [403, 'MissingAuthenticationToken'],
  incomplete: [400, 'IncompleteSignature'],
  'unknown-key': [403, 'InvalidClientTokenId'],
  'wrong-token': [403, 'InvalidClientTokenId'],
  'expired-token': [403, 'ExpiredToken'],
  'expired-signature': [403, 'SignatureDoesNotMatch'],
  'wrong-scope': [403, 'SignatureDoesNotMatch'],
  mismatch: [403, 'SignatureDoesNotMatch'],
};

function refusedSignature(problem: SignatureProblem, message: string): StsError {
  const [status, code] = REFUSALS[problem];
  return new StsError(status, code, message);
}

function callerIdentity({ principal }: IssuedCredentials): HttpReply {
  const arn = `<Arn>${escapeXml(principal.arn)}</Arn>`;
  const userId = `<UserId>${escapeXml(principal.userId)}</UserId>`;
  return succeeded('GetCallerIdentity', `${arn}${userId}<Account>${principal.accountId}</Account>`);
}
