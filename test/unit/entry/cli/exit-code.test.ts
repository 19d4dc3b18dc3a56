import { describe, expect, it } from 'vitest';
import { CentralOpsError, type ErrorCode } from '../../../../src/domain/errors.js';
import type { AnswerStatus } from '../../../../src/domain/answer.js';
import { EXIT, exitCodeOfAnswer, exitCodeOfError } from '../../../../src/entry/cli/exit-code.js';

describe('exit codes', () => {
  it('are those of the contract', () => {
    expect(EXIT).toEqual({
      complete: 0,
      failed: 1,
      usage: 2,
      partial: 3,
      refused: 4,
      signInNeeded: 5,
      needsInput: 6,
      cancelled: 130,
    });
  });

  it.each<[AnswerStatus, string | undefined, number]>([
    ['complete', undefined, 0],
    ['partial', undefined, 3],
    ['partial', 'credentials-missing', 3],
    ['refused', 'refused', 4],
    ['refused', 'prompt-too-long', 4],
    ['cancelled', 'cancelled', 130],
    ['needs-clarification', undefined, 6],
    ['needs-approval', undefined, 6],
    ['failed', undefined, 1],
    ['failed', 'unknown-account', 2],
    ['failed', 'unknown-region', 2],
    ['failed', 'unknown-run', 2],
    ['failed', 'usage', 2],
    ['failed', 'sign-in-needed', 5],
    ['failed', 'credentials-missing', 5],
    ['failed', 'credentials-denied', 1],
    ['failed', 'session-busy', 1],
    // AWS's own codes get here too.
    ['failed', 'AccessDenied', 1],
    ['failed', 'constructor', 1],
  ])('of an answer that is %s (%s) is %d', (status, code, expected) => {
    const error = code === undefined ? {} : { error: { code, message: '' } };

    expect(exitCodeOfAnswer({ status, ...error })).toBe(expected);
  });

  it.each<[ErrorCode, number]>([
    ['usage', 2],
    ['configuration', 2],
    ['registry-invalid', 2],
    ['sign-in-needed', 5],
    ['refused', 4],
    ['cancelled', 130],
    ['unreachable', 1],
    ['internal', 1],
  ])('of an error %s is %d', (code, expected) => {
    expect(exitCodeOfError(new CentralOpsError(code, ''))).toBe(expected);
  });

  it.each([new TypeError('x'), 'text', undefined])('of a defect is 1', (thrown) => {
    expect(exitCodeOfError(thrown)).toBe(1);
  });
});
