import { describe, expect, it } from 'vitest';

import { CentralOpsError } from '../../../src/domain/errors.js';
import type { ErrorCode } from '../../../src/domain/errors.js';
import { classifyAccountError, classifyFailure } from '../../../src/domain/failure.js';

const base = { service: 'ec2', operation: 'DescribeInstances', region: 'eu-west-1', message: 'what AWS said' };

describe('the meaning of a failed call', () => {
  it.each([
    ['AccessDenied', 'denied'],
    ['AccessDeniedException', 'denied'],
    ['UnauthorizedOperation', 'denied'],
    ['Client.UnauthorizedOperation', 'denied'],
    ['AuthorizationError', 'denied'],
    ['AuthorizationErrorException', 'denied'],
    ['Forbidden', 'denied'],
    ['403', 'denied'],
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['ThrottledException', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['RequestLimitExceeded', 'throttled'],
    ['SlowDown', 'throttled'],
    ['RequestThrottled', 'throttled'],
    ['ReadTimeoutError', 'timed-out'],
    ['ConnectTimeoutError', 'timed-out'],
    ['RequestTimeout', 'timed-out'],
    ['CallTimedOut', 'timed-out'],
    ['ExpiredToken', 'failed'],
    ['ExpiredTokenException', 'failed'],
    ['AuthFailure', 'denied'],
    ['UnrecognizedClientException', 'denied'],
    ['InvalidClientTokenId', 'denied'],
    ['OptInRequired', 'failed'],
    ['EndpointConnectionError', 'unreachable'],
    ['ValidationException', 'failed'],
    ['RepeatedToken', 'failed'],
    ['AccessDeniedSomewhere', 'failed'],
    ['InternalFailure', 'failed'],
    ['KeyError', 'failed'],
  ] as const)('%s is %s', (code, kind) => {
    expect(classifyFailure({ ...base, code }).kind).toBe(kind);
  });

  it.each(['AuthFailure', 'UnrecognizedClientException', 'InvalidClientTokenId', 'OptInRequired'])(
    '%s in a Region that must be enabled first is region-disabled',
    (code) => {
      expect(classifyFailure({ ...base, code, region: 'me-south-1' }).kind).toBe('region-disabled');
    },
  );

  it.each([
    [undefined, 'unreachable'],
    [['eu-west-1', 'us-east-1'], 'unreachable'],
    [['us-east-1'], 'not-offered'],
  ] as const)('no connection, with the service offered in %j, is %s', (offeredIn, kind) => {
    const failure = {
      ...base,
      code: 'Exception',
      message: 'Could not connect to the endpoint URL: "https://ec2.eu-west-1.amazonaws.com/"',
    };

    expect(classifyFailure({ ...failure, ...(offeredIn === undefined ? {} : { offeredIn }) }).kind).toBe(kind);
  });

  it.each([
    [undefined, 'not-offered'],
    [['eu-west-1'], 'failed'],
  ] as const)('"not available in this region", with the service offered in %j, is %s', (offeredIn, kind) => {
    const failure = {
      ...base,
      code: 'UnsupportedOperation',
      message: 'The operation is not available in this region.',
    };

    expect(classifyFailure({ ...failure, ...(offeredIn === undefined ? {} : { offeredIn }) }).kind).toBe(kind);
  });

  it('names what was tried, where, what came back, and the permission that is missing', () => {
    expect(
      classifyFailure({
        ...base,
        code: 'UnauthorizedOperation',
        message: 'You are not authorized.',
        account: 'Blue (111122223333)',
      }),
    ).toEqual({
      kind: 'denied',
      code: 'UnauthorizedOperation',
      message:
        'ec2 DescribeInstances in eu-west-1 of Blue (111122223333): UnauthorizedOperation: You are not authorized.',
      nextStep: expect.stringContaining('Allow ec2:DescribeInstances'),
    });
  });

  it('names the permission that AWS names, where the action is not called like the operation', () => {
    const message =
      'User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action';
    const { nextStep } = classifyFailure({
      ...base,
      service: 's3',
      operation: 'ListBuckets',
      code: 'AccessDenied',
      message,
    });

    expect(nextStep).toMatch(/^Allow s3:ListAllMyBuckets in the role /);
  });
});

/** Errors in the form that the MCP SDK gives them, written out so that this test needs no SDK. */
const http = (status: number, text: string): Error =>
  Object.assign(new Error(`Streamable HTTP error: Error POSTing to endpoint: ${text}`), { code: status });
const rpc = (code: number, text: string): Error => Object.assign(new Error(`MCP error ${code}: ${text}`), { code });

describe('the meaning of an error around the calls', () => {
  const account = { id: '111122223333', name: 'Blue' };

  it.each([
    ['credentials-missing', 'unreachable'],
    ['credentials-denied', 'denied'],
    ['credentials-unavailable', 'unreachable'],
    ['identity-mismatch', 'failed'],
    ['sign-in-needed', 'denied'],
    ['throttled', 'throttled'],
    ['unreachable', 'unreachable'],
    ['timed-out', 'timed-out'],
    ['cancelled', 'cancelled'],
    ['refused', 'refused'],
    ['over-budget', 'over-budget'],
    ['unknown-account', 'failed'],
    ['tool-missing', 'failed'],
    ['tool-refused', 'failed'],
    ['tool-reply-invalid', 'failed'],
    ['internal', 'failed'],
  ] as const)('our own %s is %s', (code: ErrorCode, kind) => {
    const verdict = classifyAccountError(new CentralOpsError(code, 'it went wrong'), account);

    expect(verdict).toMatchObject({ kind, code, message: 'Blue (111122223333): it went wrong' });
    expect(verdict.nextStep).not.toBe('');
  });

  it('says which setting leads to a server that could not be reached', () => {
    const error = new CentralOpsError('unreachable', 'mcp.example.com: nothing listens there', {
      nextStep: 'Check it.',
    });

    expect(classifyAccountError(error, account).nextStep).toBe('Check it. Its address is CENTRAL_OPS_AWS_MCP_URL.');
  });

  it('keeps the next step that the error itself names', () => {
    const error = new CentralOpsError('credentials-denied', 'refused in 111122223333', {
      nextStep: 'Fix the trust policy.',
    });

    expect(classifyAccountError(error, account)).toEqual({
      kind: 'denied',
      code: 'credentials-denied',
      message: 'refused in 111122223333',
      nextStep: 'Fix the trust policy.',
    });
  });

  it.each([
    ['HTTP 401', http(401, 'who?'), 'denied', 'HTTP 401'],
    ['HTTP 403', http(403, 'no'), 'denied', 'HTTP 403'],
    ['HTTP 404', http(404, 'not here'), 'failed', 'HTTP 404'],
    ['HTTP 404 of a lost session', http(404, '{"error":{"code":-30001}}'), 'failed', '-30001'],
    ['HTTP 429', http(429, 'slow'), 'throttled', 'HTTP 429'],
    ['HTTP 500', http(500, 'oops'), 'failed', 'HTTP 500'],
    ['the SDK’s timeout', rpc(-32001, 'Request timed out'), 'timed-out', 'RequestTimeout'],
    ['another JSON-RPC error', rpc(-32600, 'The call_aws tool has been removed'), 'failed', '-32600'],
    [
      'a refused connection',
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED', address: '127.0.0.1', port: 9 }),
      }),
      'unreachable',
      'ECONNREFUSED',
    ],
    [
      'several refused connections',
      new TypeError('fetch failed', {
        cause: new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
      }),
      'unreachable',
      'ECONNREFUSED',
    ],
    [
      'an unknown host',
      Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', hostname: 'mcp.example.com' }),
      'unreachable',
      'ENOTFOUND',
    ],
    [
      'a connection that timed out',
      Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' }),
      'timed-out',
      'ETIMEDOUT',
    ],
    ['an abort', new DOMException('aborted', 'AbortError'), 'cancelled', 'cancelled'],
    ['a timeout signal', new DOMException('too late', 'TimeoutError'), 'timed-out', 'timed-out'],
    [
      'our own error as a cause',
      new Error('wrapped', { cause: new CentralOpsError('credentials-denied', 'no') }),
      'denied',
      'credentials-denied',
    ],
    ['a defect', new RangeError('bad'), 'failed', 'RangeError'],
    ['a thrown text', 'text', 'failed', 'Error'],
  ])('%s is understood', (_name, error, kind, code) => {
    expect(classifyAccountError(error, account)).toMatchObject({
      kind,
      code,
      message: expect.stringContaining('Blue (111122223333): '),
    });
  });

  it('names the host that could not be reached', () => {
    const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', hostname: 'mcp.example.com' });

    expect(classifyAccountError(error, account).message).toContain('mcp.example.com (ENOTFOUND)');
  });
});
