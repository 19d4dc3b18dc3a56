import type { Caller } from '../domain/caller.js';
import type { RunEvent } from '../domain/event.js';
import { CentralOpsError } from '../domain/errors.js';
import type { ApprovalKind, DecidedApproval, Decision } from './approval.js';
import type { Approvals } from './approvals.js';

/** What the doors ask for: `approve ID`, `reject ID`, `{"resume": …}`, `resume_run`. */
export interface ResumeRequest {
  readonly approvalId: string;
  readonly decision: Decision;
}

export interface ResumeOptions {
  readonly caller: Caller;
  readonly signal?: AbortSignal;
}

/**
 * Goes on after the decision, which may be a rejection too, and ends in `run-ended` or `run-failed`. It is called at most once for
 * an approval, does exactly what `approval.payload` says, and tells {@link Approvals.conclude} what came of it.
 */
export type ApprovalExecutor<Options extends ResumeOptions = ResumeOptions> = (
  approval: DecidedApproval,
  options: Options,
) => AsyncGenerator<RunEvent, void, undefined>;

/** Whoever has a kind of approval brings its executor; a kind without one cannot be resumed. */
export type ApprovalExecutors<Options extends ResumeOptions = ResumeOptions> = Readonly<
  Partial<Record<ApprovalKind, ApprovalExecutor<Options>>>
>;

/** The one way from a decision to what it allows, for all doors and kinds. Throws what {@link Approvals.decide} throws. */
export async function* resumeApproval<Options extends ResumeOptions>(
  { approvals, executors }: { readonly approvals: Approvals; readonly executors: ApprovalExecutors<Options> },
  { approvalId, decision }: ResumeRequest,
  options: Options,
): AsyncGenerator<RunEvent, void, undefined> {
  const { kind } = await approvals.get(approvalId, options.caller);
  const executor = executors[kind];
  // Before it is decided: a deployment in which the feature is off must not use it up.
  if (executor === undefined) throw switchedOff(approvalId, kind);
  const approval = await approvals.decide({ approvalId, decision, caller: options.caller });
  yield* executor(approval, options);
}

function switchedOff(approvalId: string, kind: ApprovalKind): CentralOpsError {
  const what = kind === 'ec2-command' ? 'commands on EC2 instances are' : 'invoking agents is';
  return new CentralOpsError('refused', `approval ${approvalId} cannot be carried out: ${what} switched off here`, {
    nextStep:
      kind === 'ec2-command'
        ? 'Set CENTRAL_OPS_EC2_EXEC to approved where this runs.'
        : 'Set CENTRAL_OPS_INVOKE_AGENTS to listed where this runs.',
  });
}
