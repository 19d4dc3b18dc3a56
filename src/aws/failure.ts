import type { ErrorCode } from '../domain/errors.js';
import { redact } from '../telemetry/redact.js';

/** What an error of AWS's SDK says, sorted into what a credential source does about it. */
export interface AwsFailure {
  readonly kind:
    | 'denied'
    | 'caller-expired'
    | 'caller-invalid'
    | 'caller-missing'
    | 'region-disabled'
    | 'request-invalid'
    | 'throttled'
    | 'unavailable';
  /** AWS's own code, or the network's. */
  readonly code: string;
  /** AWS's own message, without keys, tokens and the texts named as secret. */
  readonly message: string;
  /**
   * The original under its name and cleaned message only. The SDK's own error also holds the reply, and its message
   * can quote the request: STS repeats an external id that it finds malformed.
   */
  readonly cause: Error;
}

const KINDS: Readonly<Record<string, AwsFailure['kind']>> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  ForbiddenException: 'denied',
  ResourceNotFoundException: 'denied',
  ExpiredToken: 'caller-expired',
  ExpiredTokenException: 'caller-expired',
  TokenRefreshRequired: 'caller-expired',
  UnauthorizedException: 'caller-expired',
  InvalidClientTokenId: 'caller-invalid',
  InvalidAccessKeyId: 'caller-invalid',
  UnrecognizedClientException: 'caller-invalid',
  InvalidSignatureException: 'caller-invalid',
  SignatureDoesNotMatch: 'caller-invalid',
  MissingAuthenticationToken: 'caller-invalid',
  RequestExpired: 'caller-invalid',
  CredentialsProviderError: 'caller-missing',
  RegionDisabledException: 'region-disabled',
  ValidationError: 'request-invalid',
  ValidationException: 'request-invalid',
  InvalidRequestException: 'request-invalid',
  InvalidParameterValue: 'request-invalid',
  MalformedPolicyDocument: 'request-invalid',
  MalformedPolicyDocumentException: 'request-invalid',
  PackedPolicyTooLarge: 'request-invalid',
  PackedPolicyTooLargeException: 'request-invalid',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  ThrottledException: 'throttled',
  RequestLimitExceeded: 'throttled',
  RequestThrottled: 'throttled',
  RequestThrottledException: 'throttled',
  SlowDown: 'throttled',
  TooManyRequestsException: 'throttled',
};

/** Our word for each kind, where a request was made as the hub. */
export const ERROR_CODES: Readonly<Record<AwsFailure['kind'], ErrorCode>> = {
  denied: 'credentials-denied',
  'caller-expired': 'sign-in-needed',
  'caller-invalid': 'credentials-missing',
  'caller-missing': 'credentials-missing',
  'region-disabled': 'configuration',
  'request-invalid': 'configuration',
  throttled: 'throttled',
  unavailable: 'credentials-unavailable',
};

export function awsFailure(error: unknown, secrets: readonly string[] = []): AwsFailure {
  const name = error instanceof Error ? error.name : '';
  const networkCode = stringField(error, 'code');
  const code = name === 'Error' || name === '' ? (networkCode ?? 'unknown') : name;
  const message = clean(textOf(error), secrets);
  const cause = new Error(message);
  cause.name = code;
  return { kind: kindOf(code, statusOf(error)), code, message, cause };
}

function kindOf(code: string, status: number | undefined): AwsFailure['kind'] {
  const known = Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
  if (known !== undefined) return known;
  if (status === 429) return 'throttled';
  if (status === 403) return 'denied';
  if (status === 401) return 'caller-expired';
  return status !== undefined && status >= 400 && status < 500 ? 'request-invalid' : 'unavailable';
}

function clean(message: string, secrets: readonly string[]): string {
  let text = message;
  for (const secret of secrets) {
    if (secret !== '') text = text.replaceAll(secret, '[redacted]');
  }
  return redact(text);
}

/** OAuth's errors say what is wrong in a field of their own. */
function textOf(error: unknown): string {
  return stringField(error, 'error_description') ?? (error instanceof Error ? error.message : String(error));
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function stringField(error: unknown, field: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
