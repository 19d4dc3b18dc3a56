/** What the end of the CLI's process means: an outcome like that of any other call. */
import { accountLabel, type Account } from '../domain/account.js';
import type { CheckedCommand, CommandResult } from '../domain/command.js';
import { classifyFailure } from '../domain/failure.js';
import { redact } from '../telemetry/redact.js';
import type { ChildResult } from './run-child.js';

/** The code of a failed call in what the CLI wrote to stderr (awscli/errorhandler.py, botocore's `ClientError`). */
export function awsErrorCode(stderr: string): string | undefined {
  return /An error occurred \(([\w.-]{1,100})\) when calling the \w+ operation/.exec(stderr)?.[1];
}

/** Whether AWS turned the credentials down because they are too old: then fresh ones are worth a try. */
export function isExpired(stderr: string): boolean {
  return /^(?:ExpiredToken(?:Exception)?|RequestExpired|TokenRefreshRequired)$/.test(awsErrorCode(stderr) ?? '');
}

type Verdict = Pick<CommandResult, 'outcome' | 'message' | 'nextStep' | 'code'>;

export function verdictOf(
  { exitCode, stderr, ended }: ChildResult,
  about: {
    readonly account: Account;
    readonly region: string;
    readonly command: CheckedCommand;
    readonly timeoutSeconds: number;
    readonly offeredIn: readonly string[] | undefined;
  },
): Verdict {
  const { account, region, command, timeoutSeconds, offeredIn } = about;
  const where = `in ${region} of ${accountLabel(account)}`;
  switch (ended) {
    case 'timed-out':
      return {
        outcome: 'timed-out',
        code: 'timed-out',
        message: `The command did not end within ${String(timeoutSeconds)} seconds ${where} and was stopped.`,
        nextStep: 'Ask for less (--max-items, --query, a filter), or give it longer with --timeout.',
      };
    case 'cancelled':
      return { outcome: 'cancelled', code: 'cancelled', message: `The command was cancelled ${where}.` };
    case 'too-much-output':
      return {
        outcome: 'over-budget',
        code: 'over-budget',
        message: `The command printed more than 64 MB ${where} and was stopped.`,
        nextStep: 'Ask for less: --max-items, --query, a filter.',
      };
    case 'by-itself':
      break;
    default:
      ended satisfies never;
  }
  if (exitCode === 0) return { outcome: 'answered' };
  const [operation = { service: '', operation: '' }] = command.operations;
  const code = awsErrorCode(stderr) ?? (exitCode === undefined ? 'killed' : `exit-code-${String(exitCode)}`);
  const { kind, message, nextStep } = classifyFailure({
    code,
    message: lastLine(stderr),
    ...operation,
    region,
    account: accountLabel(account),
    ...(offeredIn === undefined ? {} : { offeredIn }),
  });
  const cause = code.startsWith('exit-code-') ? 'The AWS CLI says above what it did not like.' : nextStep;
  return { outcome: kind, code, message: redact(message), nextStep: cause };
}

/** The CLI's error is the last thing that it writes; usage and hints come before. */
function lastLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return (lines.findLast((line) => line !== '') ?? '').slice(0, 1000);
}
