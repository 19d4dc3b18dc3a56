import type { Answer, AnswerStatus } from './answer.js';

/** An answer that was decided without asking any account: refused, too busy, broken. */
export function unanswered(
  run: { readonly runId: string; readonly sessionId: string },
  status: AnswerStatus,
  error: { readonly code: string; readonly message: string },
): Answer {
  return {
    response: error.message,
    status,
    sessionId: run.sessionId,
    runId: run.runId,
    tables: [],
    warnings: [],
    error,
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
  };
}
