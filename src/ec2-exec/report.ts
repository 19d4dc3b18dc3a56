/** What a command came to, as the answer object of every door: the words of its predecessor's reports, and all the facts. */
import type { Approval } from '../approvals/approval.js';
import type { Answer, CommandOutcome } from '../domain/answer.js';
import type { Clock } from '../domain/clock.js';
import { inertBlock, inertMarkdown } from '../results/inert.js';
import { redact } from '../telemetry/redact.js';
import type { Ec2CommandPayload } from './payload.js';
import type { CommandRun } from './run-command.js';

interface RunFacts {
  readonly runId: string;
  readonly sessionId: string;
  readonly startedAt: number;
}

/** What Systems Manager keeps of each: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetCommandInvocation.html */
const STDOUT_LIMIT = 24_000;
const STDERR_LIMIT = 8000;

/** Something waits for a yes. */
export function waitingAnswer({ approvalId, summary, expiresAt }: Approval, run: RunFacts): Answer {
  const until = new Date(expiresAt).toISOString();
  return {
    ...emptyAnswer(run),
    status: 'needs-approval',
    response: [
      '# AWS SSO: EC2 Command needs approval',
      '',
      fenced(summary),
      '',
      `Nothing has been run. A person approves it with \`central-ops approve ${approvalId}\` (or \`reject\`), or through \`resume_run\`, until ${until}.`,
    ].join('\n'),
    approval: { approvalId, summary, expiresAt: until },
  };
}

export function rejectedAnswer(payload: Ec2CommandPayload, run: RunFacts): Answer {
  const message = `The command on ${payload.instanceId} was rejected. Nothing was run.`;
  return { ...emptyAnswer(run), status: 'refused', response: message, error: { code: 'rejected', message } };
}

export function resultAnswer(
  payload: Ec2CommandPayload,
  result: CommandRun,
  { clock, ...run }: RunFacts & { readonly clock: Clock },
): Answer {
  const command = outcomeOf(payload, result);
  const failure = failureOf(command, result, payload);
  const now = clock();
  return {
    ...emptyAnswer(run),
    status: failure?.status ?? 'complete',
    response: reportOf(payload, command, failure, now),
    command,
    ...(failure === undefined
      ? {}
      : {
          error: {
            code: failure.code,
            message: failure.message,
            facts: { commandId: command.commandId, status: command.status, exitCode: command.exitCode },
          },
        }),
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: now - run.startedAt },
  };
}

function outcomeOf(payload: Ec2CommandPayload, result: CommandRun): CommandOutcome {
  const { accountId, accountName, roleName, region, instanceId, instanceName, document, command } = payload;
  const { commandId, status, details, responseCode, stdout, stderr } = result;
  return {
    accountId,
    accountName,
    roleName,
    region,
    instanceId,
    instanceName,
    document,
    command,
    commandId,
    status,
    statusDetails: details,
    exitCode: responseCode < 0 ? null : responseCode,
    stdout: redact(stdout),
    stderr: redact(stderr),
    stdoutTruncated: stdout.length >= STDOUT_LIMIT,
    stderrTruncated: stderr.length >= STDERR_LIMIT,
  };
}

interface CommandFailure {
  readonly status: 'failed' | 'cancelled';
  readonly code: string;
  readonly title: string;
  readonly message: string;
}

const TIMED_OUT = { status: 'failed', code: 'timed-out' } as const;

/** Undefined for a command that ended well. */
function failureOf(
  { status, statusDetails, exitCode, commandId }: CommandOutcome,
  { end }: CommandRun,
  { executionSeconds }: Ec2CommandPayload,
): CommandFailure | undefined {
  if (end.kind === 'cancelled') {
    const why =
      end.why === 'interrupted' ? 'You interrupted it' : `It had not ended after ${String(executionSeconds)} s`;
    const so = end.confirmed
      ? 'it was cancelled on the instance. What it had done by then stays done.'
      : `CancelCommand was sent, but Systems Manager still showed it as ${status}: look at the command ${commandId} there.`;
    const named = end.why === 'interrupted' ? ({ status: 'cancelled', code: 'cancelled' } as const) : TIMED_OUT;
    return { ...named, title: 'Command cancelled', message: `${why}; ${so}` };
  }
  if (end.kind === 'left-running') {
    return {
      status: 'failed',
      code: 'command-left-running',
      title: 'Command may still be running',
      message: `The command ${commandId} was sent, and goes on for at most ${String(executionSeconds)} s: ${end.problem}`,
    };
  }
  if (status === 'Success') return undefined;
  const message =
    exitCode === null
      ? `Systems Manager ended it as ${status} (${statusDetails}).`
      : `The command ended with exit code ${String(exitCode)} (${status}).`;
  return { status: 'failed', code: 'command-failed', title: `Command ${status}`, message };
}

function reportOf(
  { instanceId, instanceName, accountId, accountName, roleName, region, command }: Ec2CommandPayload,
  { stdout, stderr, stdoutTruncated, stderrTruncated, exitCode, commandId, status }: CommandOutcome,
  failure: CommandFailure | undefined,
  now: number,
): string {
  const section = (title: string, text: string, truncated: boolean, limit: number): readonly string[] =>
    text === ''
      ? []
      : [
          `## ${title}`,
          fenced(text.trimEnd()),
          ...(truncated ? [`*Truncated: Systems Manager keeps the first ${String(limit)} characters.*`] : []),
          '',
        ];
  return [
    failure === undefined ? '# AWS SSO: EC2 Command Result' : '# ❌ AWS SSO: EC2 Command Error',
    '',
    `**Instance:** ${instanceId}${instanceName === null ? '' : ` (${inertMarkdown(instanceName)})`}`,
    `**Account/Role:** ${accountId}/${inertMarkdown(roleName)} (${inertMarkdown(accountName)})`,
    `**Region:** ${region}`,
    '',
    '## Command',
    fenced(command, 'bash'),
    '',
    ...(failure === undefined ? [] : [`## Error: ${failure.title}`, failure.message, '']),
    ...section('Output', stdout, stdoutTruncated, STDOUT_LIMIT),
    ...section('Error output', stderr, stderrTruncated, STDERR_LIMIT),
    `*Status: ${status}${exitCode === null ? '' : `, exit code ${String(exitCode)}`}*`,
    `*Command ID: ${commandId}*`,
    `*Executed: ${new Date(now).toISOString().replace('T', ' ').slice(0, 19)} UTC*`,
  ].join('\n');
}

/** Text that others wrote, between fences that it cannot end. */
function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${inertBlock(text)}\n${fence}`;
}

function emptyAnswer({ runId, sessionId }: RunFacts): Answer {
  return {
    response: '',
    status: 'complete',
    sessionId,
    runId,
    tables: [],
    warnings: [],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
  };
}
