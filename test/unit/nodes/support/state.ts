import { NO_CONVERSATION } from '../../../../src/domain/conversation.js';
import type { Logger } from '../../../../src/domain/logger.js';
import type { Intent } from '../../../../src/domain/intent.js';
import type { JsonObject } from '../../../../src/domain/json.js';
import { NO_MODEL_USAGE } from '../../../../src/domain/model-usage.js';
import type { Run } from '../../../../src/domain/run.js';
import type { NodeRuntime } from '../../../../src/nodes/node.js';
import type { RunState } from '../../../../src/nodes/run-state.js';
import { view } from '../../results/support/builders.js';

export const RUN: Run = {
  runId: 'run-00000001',
  sessionId: 'session-1',
  caller: { kind: 'operating-system-user', name: 'alice' },
  startedAt: 1_000_000,
  deadline: 1_300_000,
};

/** The state as the graph makes it, before any node ran, but for a run. */
export function state(more: Partial<RunState> = {}): RunState {
  return {
    messages: [],
    request: { kind: 'ask', prompt: 'How many EC2 instances?' },
    run: RUN,
    conversation: NO_CONVERSATION,
    intent: null,
    accounts: [],
    assignments: [],
    plan: null,
    asking: null,
    round: 0,
    further: null,
    reports: [],
    invocations: [],
    approval: null,
    agentReplies: [],
    tables: [],
    headline: '',
    coverage: null,
    problem: null,
    warnings: [],
    modelUsage: NO_MODEL_USAGE,
    answer: null,
    ...more,
  };
}

export function queryIntent(
  more: Partial<Extract<Intent, { kind: 'query' }>> = {},
): Extract<Intent, { kind: 'query' }> {
  return {
    kind: 'query',
    plan: {
      calls: [{ id: 'instances', service: 'ec2', operation: 'DescribeInstances', params: {}, columns: [] }],
      show: { title: 'EC2 instances', tables: [view('instances')] },
    },
    accounts: { include: [], exclude: [] },
    regions: [],
    summary: 'EC2 instances',
    planner: 'rules',
    ...more,
  };
}

/** A runtime that keeps what a node streams. */
export function recordingRuntime(more: Omit<NodeRuntime, 'writer'> = {}): {
  readonly runtime: NodeRuntime;
  readonly events: unknown[];
} {
  const events: unknown[] = [];
  return { runtime: { ...more, writer: (chunk) => events.push(chunk) }, events };
}

/** A logger that keeps `level message` and the fields. */
export function recordingLogger(): { readonly logger: Logger; readonly lines: (readonly [string, JsonObject])[] } {
  const lines: (readonly [string, JsonObject])[] = [];
  const at =
    (level: string) =>
    (message: string, fields: JsonObject = {}): void => {
      lines.push([`${level} ${message}`, fields]);
    };
  const logger: Logger = {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    child: () => logger,
  };
  return { logger, lines };
}
