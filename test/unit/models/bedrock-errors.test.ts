import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { bedrockError } from '../../../src/models/bedrock-errors.js';

function named(name: string, message = 'AWS says no'): Error {
  return Object.assign(new Error(message), { name });
}

describe('bedrockError', () => {
  it.each([
    ['ThrottlingException', 'throttled', 'Ask again later'],
    ['AccessDeniedException', 'credentials-denied', 'Allow bedrock:InvokeModel'],
    ['ResourceNotFoundException', 'configuration', 'Check the id in CENTRAL_OPS_MODEL'],
    ['ValidationException', 'configuration', 'inference profile'],
    ['ExpiredTokenException', 'credentials-missing', 'Sign in'],
    ['CredentialsProviderError', 'credentials-missing', 'Sign in'],
    ['ModelTimeoutException', 'timed-out', 'faster model'],
    ['SomethingNew', 'unreachable', 'Ask again.'],
    ['toString', 'unreachable', 'Ask again.'],
  ])('%s is %s', (name, code, cure) => {
    const error = bedrockError(named(name), 'm in us-east-1');

    expect([error.code, error.message, error.facts]).toEqual([
      code,
      `m in us-east-1 did not answer: AWS says no (${name}).`,
      { model: 'm in us-east-1', reason: name },
    ]);
    expect(error.nextStep).toContain(cure);
  });

  it('keeps keys out of the message and of the cause', () => {
    const error = bedrockError(named('X', `secret_access_key=${'s'.repeat(40)} ${'long '.repeat(200)}`), 'm');

    expect(error.message).not.toContain('ssss');
    expect(error.message.length).toBeLessThan(400);
    expect(error.cause).toBeUndefined();
  });

  it('leaves an error of our own as it is', () => {
    const own = new CentralOpsError('refused', 'not from the sandbox');

    expect(bedrockError(own, 'm')).toBe(own);
  });

  it('takes what is no error as text', () => {
    expect(bedrockError('odd', 'm').message).toBe('m did not answer: odd (Error).');
  });
});
