import { describe, expect, it } from 'vitest';
import { awsErrorOf, neverBegan } from '../../../../src/agents/invoke/aws-error.js';

function thrown(code: string, status?: number): Error {
  return Object.assign(new Error('what the service said'), {
    name: code,
    ...(status === undefined ? {} : { $metadata: { httpStatusCode: status } }),
  });
}

describe('a request to an agent', () => {
  it.each([
    ['ThrottlingException', 429],
    ['RetryableConflictException', 409],
    ['ModelNotReadyException', 424],
    ['SomethingOfAProxy', 429],
  ])('that was refused before the agent began may be sent again: %s (%d)', (code, status) => {
    expect(neverBegan(awsErrorOf(thrown(code, status)))).toBe(true);
  });

  it.each([
    ['InternalServerException', 500],
    ['BadGatewayException', 502],
    ['ServiceUnavailableException', 503],
    ['GatewayTimeout', 504],
    ['RuntimeClientError', 424],
    ['DependencyFailedException', 424],
    ['ConflictException', 409],
    ['TimeoutError', undefined],
    ['AbortError', undefined],
  ])('that the agent may be working on is not: %s (%s)', (code, status) => {
    expect(neverBegan(awsErrorOf(thrown(code, status)))).toBe(false);
  });

  it('whose connection was lost is not, and one that had none is', () => {
    const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const none = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });

    expect([neverBegan(awsErrorOf(lost)), neverBegan(awsErrorOf(none))]).toEqual([false, true]);
  });
});
