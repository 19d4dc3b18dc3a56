import { accountLabel } from './account.js';
import type { AccountReference } from './account.js';
import { CentralOpsError, messageOf } from './errors.js';
import type { ErrorCode } from './errors.js';
import type { OutcomeKind } from './outcome.js';
import { isOptInRegion } from './region.js';

/**
 * What a failure means for the answer, and what somebody can do about it. Pure: the same facts always give the same
 * verdict, and no other place in the program decides on an outcome's kind.
 */
export interface Verdict {
  readonly kind: OutcomeKind;
  readonly code: string;
  /** What was tried, where, and what came back. */
  readonly message: string;
  readonly nextStep: string;
}

/** The IAM action that AWS names in a refusal: not always that of the call (S3 ListBuckets is s3:ListAllMyBuckets). */
function refusedAction(message: string): string | undefined {
  return /not authorized to perform: ([a-z0-9-]{1,64}:[A-Za-z0-9]{1,128})(?![\w:*])/.exec(message)?.[1];
}

/** One API call that an account refused or could not answer, as the script reported it. */
export interface CallFailure {
  readonly code: string;
  readonly message: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The Regions that offer the service, when that is known. */
  readonly offeredIn?: readonly string[];
  /** "Production (222222222222)" */
  readonly account?: string;
}

const DENIED =
  /^(Client\.)?(AccessDenied(Exception)?|Unauthorized(Operation|Exception)?|AuthorizationError(Exception)?|NotAuthorized(Exception)?|Forbidden(Exception)?|403)$/;
const THROTTLED =
  /^(Throttl\w*|TooManyRequests(Exception)?|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown|EC2ThrottledException|ProvisionedThroughputExceededException|BandwidthLimitExceeded|PriorRequestNotComplete|429)$/;
const NOT_SIGNED_HERE =
  /^(AuthFailure|UnrecognizedClientException|InvalidClientTokenId|OptInRequired|SubscriptionRequiredException)$/;
const EXPIRED = /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired)$/;
const TIMED_OUT =
  /^(CallTimedOut|ReadTimeoutError|ConnectTimeoutError|RequestTimeout(Exception)?|RequestTimedOut|TimeoutError|GatewayTimeout|504)$/;
const UNREACHABLE =
  /^(EndpointConnectionError|ConnectionError|ConnectionClosedError|HTTPClientError|ProxyConnectionError|SSLError|UnknownEndpoint)$/;
const NO_ENDPOINT_TEXT =
  /could not connect to the endpoint url|could not resolve (host|endpoint)|name or service not known/i;
const NOT_OFFERED_TEXT =
  /not (available|supported|offered) in (this|the|that) region|region is not supported|unsupported region/i;

/**
 * Decides what one failed call means. Two cases need the Region: a refused signature in a Region that must be enabled
 * first means "not enabled" (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html), anywhere
 * else it is a fault; and no connection means "not offered" only where the Region is known to lack the service.
 */
export function classifyFailure(failure: CallFailure): Verdict {
  const { code, region, service } = failure;
  const action = refusedAction(failure.message) ?? `${service}:${failure.operation}`;
  if (EXPIRED.test(code)) {
    return verdict(
      'failed',
      failure,
      'The credentials expired during the run: ask again; if it repeats, check the clock of this machine and the session duration of the role.',
    );
  }
  if (NOT_SIGNED_HERE.test(code)) return refusedSignature(failure);
  if (DENIED.test(code)) {
    return verdict(
      'denied',
      failure,
      `Allow ${action} in the role that Central Ops uses in this account; if it is allowed there, look for a service control policy, a permissions boundary or the session policy.`,
    );
  }
  if (THROTTLED.test(code) || code.startsWith('Throttl')) {
    return verdict(
      'throttled',
      failure,
      `${service} limited the rate even after three pauses: ask again later, or ask fewer accounts, Regions or items at once.`,
    );
  }
  if (TIMED_OUT.test(code)) {
    return verdict(
      'timed-out',
      failure,
      `Ask ${region} alone, or narrow the question; if it stays silent, look at the AWS Health Dashboard for ${service} in ${region}.`,
    );
  }
  if (UNREACHABLE.test(code) || NO_ENDPOINT_TEXT.test(failure.message)) return noConnection(failure);
  if (NOT_OFFERED_TEXT.test(failure.message) && failure.offeredIn?.includes(region) !== true) {
    return verdict('not-offered', failure, `Nothing to do: ${region} does not offer ${service} ${failure.operation}.`);
  }
  return verdict('failed', failure, nextStepForFailed(failure));
}

function refusedSignature(failure: CallFailure): Verdict {
  const { region } = failure;
  if (isOptInRegion(region)) {
    return verdict(
      'region-disabled',
      failure,
      `Nothing to do unless the account should use ${region}: it has to be enabled there first (aws account enable-region --region-name ${region}).`,
    );
  }
  if (failure.code === 'OptInRequired' || failure.code === 'SubscriptionRequiredException') {
    return verdict(
      'failed',
      failure,
      `The account has not signed up for ${failure.service}: open the service once in its console, or leave this account out.`,
    );
  }
  return verdict(
    'denied',
    failure,
    'AWS did not accept the credentials: check that the role still exists, that the clock of this machine is right, and that no policy denies calls made through the AWS MCP Server.',
  );
}

function noConnection(failure: CallFailure): Verdict {
  const { offeredIn, region, service } = failure;
  if (offeredIn !== undefined && !offeredIn.includes(region)) {
    return verdict('not-offered', failure, `Nothing to do: ${region} does not offer ${service}.`);
  }
  return verdict(
    'unreachable',
    failure,
    `Ask again; if it repeats, check that ${region} offers ${service} and whether the AWS Health Dashboard reports trouble there.`,
  );
}

function nextStepForFailed(failure: CallFailure): string {
  switch (failure.code) {
    case 'RepeatedToken':
      return `Ask a narrower question: ${failure.service} ${failure.operation} hands out the same page again.`;
    case 'ParamValidationError':
    case 'ValidationException':
    case 'ValidationError':
    case 'InvalidParameterValue':
    case 'InvalidParameterException':
    case 'MissingParameter':
      return `Correct the parameters of ${failure.service} ${failure.operation}; AWS's text above names the one it did not take.`;
    default:
      return `Look up ${failure.code} in the API reference of ${failure.service} ${failure.operation}; ask again if it may have been passing.`;
  }
}

function verdict(kind: OutcomeKind, failure: CallFailure, nextStep: string): Verdict {
  const where = failure.account === undefined ? failure.region : `${failure.region} of ${failure.account}`;
  const said =
    failure.message === '' || failure.message === failure.code ? failure.code : `${failure.code}: ${failure.message}`;
  return {
    kind,
    code: failure.code,
    message: `${failure.service} ${failure.operation} in ${where}: ${said}`,
    nextStep,
  };
}

/**
 * Decides what an error before or around the calls means for everything that the account had not answered yet: no
 * role, no session, no server, no time. Knows the MCP SDK's errors by their form, because this module imports nothing.
 */
export function classifyAccountError(error: unknown, account: Pick<AccountReference, 'id' | 'name'>): Verdict {
  for (const cause of causesOf(error)) {
    const found = ownError(cause) ?? protocolError(cause) ?? networkError(cause);
    if (found !== undefined) {
      const label = accountLabel(account);
      const message = found.message.includes(account.id) ? found.message : `${label}: ${found.message}`;
      return { ...found, message };
    }
  }
  return {
    kind: 'failed',
    code: error instanceof Error ? error.name : 'Error',
    message: `${accountLabel(account)}: ${messageOf(error)}`,
    nextStep: 'Ask again with CENTRAL_OPS_LOG_LEVEL=debug; if it repeats, report it with that log.',
  };
}

const KIND_OF_CODE: Readonly<Partial<Record<ErrorCode, OutcomeKind>>> = {
  'credentials-missing': 'unreachable',
  'credentials-denied': 'denied',
  'credentials-unavailable': 'unreachable',
  'sign-in-needed': 'denied',
  throttled: 'throttled',
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  refused: 'refused',
  'over-budget': 'over-budget',
};

const CURE_OF_CODE: Readonly<Partial<Record<ErrorCode, string>>> = {
  'credentials-missing': 'Sign in (central-ops login) or give this process an IAM role, then ask again.',
  'credentials-denied':
    'Check the trust policy, the external id and the name of the member role in this account (central-ops doctor).',
  'credentials-unavailable': 'Check the way to STS or Identity Center from here, then ask again.',
  'identity-mismatch':
    'Correct the registry entry or the role: the credentials belong to another account, so nothing was asked.',
  'sign-in-needed': 'Sign in again: central-ops login.',
  throttled: 'Ask again later, or ask fewer accounts at once.',
  unreachable: 'Check the network and CENTRAL_OPS_AWS_MCP_URL, then ask again.',
  'timed-out': 'Ask again with a longer --timeout, or ask fewer accounts or Regions.',
  cancelled: 'Ask again to get the rest.',
  'unknown-account': 'Add the account to the registry, or name one that is in it (central-ops accounts).',
  'tool-missing': 'Point CENTRAL_OPS_AWS_MCP_URL at an AWS MCP Server that offers aws___run_script.',
};

function ownError(error: unknown): Verdict | undefined {
  if (!(error instanceof CentralOpsError)) return undefined;
  return {
    kind: KIND_OF_CODE[error.code] ?? 'failed',
    code: error.code,
    message: error.message,
    nextStep: withAddress(
      error.code,
      error.nextStep ??
        CURE_OF_CODE[error.code] ??
        'Ask again with CENTRAL_OPS_LOG_LEVEL=debug; if it repeats, report it with that log.',
    ),
  };
}

/** What could not be reached here is the AWS MCP Server: STS and Identity Center have codes of their own. */
function withAddress(code: ErrorCode, nextStep: string): string {
  if (code !== 'unreachable' || nextStep.includes('CENTRAL_OPS_AWS_MCP_URL')) return nextStep;
  return `${nextStep} Its address is CENTRAL_OPS_AWS_MCP_URL.`;
}

/** The HTTP status in an error of the MCP SDK's streamable HTTP transport. */
export function httpStatusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('Streamable HTTP error:')) return undefined;
  return 'code' in error && typeof error.code === 'number' && error.code > 0 ? error.code : undefined;
}

/** The JSON-RPC code in an error that an MCP server (or the SDK in its place) answered. */
export function rpcCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('MCP error ')) return undefined;
  return 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

function protocolError(error: unknown): Verdict | undefined {
  const message = shorten(messageOf(error));
  const status = httpStatusOf(error);
  if (status !== undefined) return httpError(status, message);
  const rpc = rpcCodeOf(error);
  if (rpc === undefined) return undefined;
  if (rpc === -32001) {
    return {
      kind: 'timed-out',
      code: 'RequestTimeout',
      message: `the AWS MCP Server did not answer in time (${message})`,
      nextStep: 'Ask again with a longer --timeout, or ask fewer Regions at once.',
    };
  }
  return {
    kind: 'failed',
    code: String(rpc),
    message: `the AWS MCP Server answered with an error: ${message}`,
    nextStep: 'Check with "central-ops tools" what the server offers; ask again if it may have been passing.',
  };
}

/** "The provided SessionId was not found or has expired": https://github.com/aws/mcp-proxy-for-aws/issues/299 */
const SESSION_NOT_FOUND = '-30001';

function httpError(status: number, message: string): Verdict {
  const code = `HTTP ${status}`;
  if (status === 401 || status === 403) {
    return {
      kind: 'denied',
      code,
      message: `the AWS MCP Server refused the account's credentials (${message})`,
      nextStep:
        'Check that the role exists, that no policy denies calls with aws:ViaAWSMCPService, and that the clock of this machine is right; after that, sign in again.',
    };
  }
  if (status === 429) {
    return {
      kind: 'throttled',
      code,
      message: `the AWS MCP Server limited the rate (${message})`,
      nextStep: 'Ask again later: each account has 3 requests a second, 27 connections and 90 sessions per role.',
    };
  }
  if (status === 404 && message.includes(SESSION_NOT_FOUND)) {
    return {
      kind: 'failed',
      code: SESSION_NOT_FOUND,
      message: `the AWS MCP Server ended the session again and again (${message})`,
      nextStep: 'Ask again in a minute; if it repeats, look at the AWS Health Dashboard for the AWS MCP Server.',
    };
  }
  if (status === 404) {
    return {
      kind: 'failed',
      code,
      message: `the AWS MCP Server does not know this address or session (${message})`,
      nextStep: 'Check CENTRAL_OPS_AWS_MCP_URL: it ends in /mcp.',
    };
  }
  return {
    kind: 'failed',
    code,
    message: `the AWS MCP Server failed (${message})`,
    nextStep:
      status >= 500
        ? 'Ask again in a minute; if it repeats, look at the AWS Health Dashboard.'
        : 'Check CENTRAL_OPS_AWS_MCP_URL and ask again.',
  };
}

const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const NO_TIME = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

function networkError(error: unknown): Verdict | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError')
    return {
      kind: 'cancelled',
      code: 'cancelled',
      message: 'the run was cancelled',
      nextStep: 'Ask again to get the rest.',
    };
  if (error.name === 'TimeoutError')
    return {
      kind: 'timed-out',
      code: 'timed-out',
      message: error.message,
      nextStep: 'Ask again with a longer --timeout, or ask fewer accounts or Regions.',
    };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return undefined;
  if (NO_TIME.has(code))
    return {
      kind: 'timed-out',
      code,
      message: error.message,
      nextStep: 'Ask again; if it repeats, check the network between here and AWS.',
    };
  if (!NO_CONNECTION.has(code)) return undefined;
  return {
    kind: 'unreachable',
    code,
    message: `no connection to ${endpointOf(error)} (${code})`,
    nextStep: 'Check the network, the proxy settings and the configured endpoint, then ask again.',
  };
}

function endpointOf(error: Error): string {
  const host =
    'hostname' in error && typeof error.hostname === 'string'
      ? error.hostname
      : 'address' in error && typeof error.address === 'string'
        ? error.address
        : undefined;
  const port = 'port' in error && typeof error.port === 'number' ? `:${error.port}` : '';
  return host === undefined ? 'the server' : `${host}${port}`;
}

/** The error and what caused it, outermost first; aggregated errors (several addresses tried) are looked into. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  let queue: unknown[] = [error];
  while (queue.length > 0 && causes.length < 16) {
    const current = queue.shift();
    causes.push(current);
    if (current instanceof AggregateError) queue = [...queue, ...current.errors];
    if (current instanceof Error && current.cause !== undefined) queue.push(current.cause);
  }
  return causes;
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > 300 ? `${oneLine.slice(0, 300)}…` : oneLine;
}
