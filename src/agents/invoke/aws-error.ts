import { redact } from '../../telemetry/redact.js';
import { cutWhole } from './capped-text.js';

/** What an error of the SDK says about an invocation. */
export interface AwsError {
  /** AWS's code, or the network's. */
  readonly code: string;
  /** AWS's message on one line, cut, without keys and tokens. */
  readonly message: string;
  readonly status: number | undefined;
}

const MOST_CHARACTERS = 600;

export function awsErrorOf(error: unknown): AwsError {
  const network = textField(error, 'code');
  const name = error instanceof Error ? error.name : '';
  const code = name === '' || name === 'Error' ? (network ?? 'unknown') : name;
  const text = error instanceof Error ? error.message : String(error);
  return { code, message: oneLine(text), status: statusOf(error) };
}

/** Text that others wrote, for a message of ours. */
export function oneLine(text: string): string {
  const head = cutWhole(text, MOST_CHARACTERS * 4).replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const line = redact(head).trim();
  return line.length > MOST_CHARACTERS ? `${cutWhole(line, MOST_CHARACTERS)}…` : line;
}

export function isExpired({ code }: AwsError): boolean {
  return code === 'ExpiredTokenException' || code === 'ExpiredToken';
}

const REFUSED_BEFORE = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RetryableConflictException',
  'ModelNotReadyException',
  // Nothing was sent: there was no connection to send it over.
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Whether the agent cannot have begun: only then may the same be sent again. A time-out, a lost connection or a 5xx is
 * none of these, because the agent may be at work, and would be twice.
 */
export function neverBegan({ code, message, status }: AwsError): boolean {
  return REFUSED_BEFORE.has(code) || status === 429 || message.includes('did not establish a connection');
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function textField(error: unknown, field: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
