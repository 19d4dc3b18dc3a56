import { CentralOpsError, messageOf, type ErrorCode } from '../domain/errors.js';
import { redact } from '../telemetry/redact.js';

interface Meaning {
  readonly code: ErrorCode;
  readonly nextStep: string;
}

const LATER = 'Ask again later, or raise the model’s quota for this account and Region.';
const SIGN_IN = 'Sign in as the hub identity again; its role needs bedrock:InvokeModel.';

/** A model that took too long, or whose stream went quiet. */
const STALLED: Meaning = { code: 'timed-out', nextStep: 'Ask again, or choose a faster model.' };

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_Errors */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ThrottlingException: { code: 'throttled', nextStep: LATER },
  ServiceQuotaExceededException: { code: 'throttled', nextStep: LATER },
  ModelNotReadyException: { code: 'unreachable', nextStep: 'Ask again in a minute.' },
  ModelTimeoutException: STALLED,
  AccessDeniedException: {
    code: 'credentials-denied',
    nextStep:
      'Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on this model or inference profile, and request access to the model.',
  },
  ResourceNotFoundException: {
    code: 'configuration',
    nextStep: 'Check the id in CENTRAL_OPS_MODEL, and that AWS_REGION offers the model.',
  },
  ValidationException: {
    code: 'configuration',
    nextStep:
      'Check the id in CENTRAL_OPS_MODEL: many models are reached through an inference profile (us., eu., global.) only.',
  },
  ExpiredTokenException: { code: 'credentials-missing', nextStep: SIGN_IN },
  UnrecognizedClientException: { code: 'credentials-missing', nextStep: SIGN_IN },
  InvalidSignatureException: { code: 'credentials-missing', nextStep: SIGN_IN },
  CredentialsProviderError: { code: 'credentials-missing', nextStep: SIGN_IN },
};

/** What a failed call to Bedrock means to an operator. AWS's own words are kept, without keys and tokens. */
export function bedrockError(error: unknown, label: string): CentralOpsError {
  if (error instanceof CentralOpsError) return error;
  const name = error instanceof Error ? error.name : 'Error';
  const stalled = error instanceof Error && Reflect.get(error, 'lc_error_code') === 'MODEL_STREAM_TIMEOUT';
  const known = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  const meaning = stalled ? STALLED : known;
  const message = redact(messageOf(error)).slice(0, 300);
  return new CentralOpsError(meaning?.code ?? 'unreachable', `${label} did not answer: ${message} (${name}).`, {
    facts: { model: label, reason: name },
    nextStep: meaning?.nextStep ?? 'Ask again.',
  });
}
