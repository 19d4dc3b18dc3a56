import { z } from 'zod';
import type { Operations } from '../../../operations.js';
import { answerShape } from '../answer-shape.js';
import { runToAnswer } from '../run-to-answer.js';
import { defineTool, type DefinedTool } from '../tool.js';

/** `resume_run`: a person's decision on what waits for one. Made, and so listed, only where something can wait. */
export function createResumeRun({ operations }: { readonly operations: Pick<Operations, 'start'> }): DefinedTool {
  return defineTool({
    name: 'resume_run',
    title: 'Approve or reject what waits',
    description:
      'Carries out, or drops, what an answer with the status needs-approval waits for. Call it only with what the person behind this session decided after they read the whole summary; never decide for them. ' +
      'An approval works once, for the caller that asked, until it expires.',
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    inputSchema: z.strictObject({
      approvalId: z.string().min(1).max(256).describe('the whole id, from the answer'),
      decision: z.enum(['approve', 'reject']).describe('what the person decided'),
    }),
    outputSchema: answerShape,
    run: ({ approvalId, decision }, context) =>
      runToAnswer(operations, { kind: 'resume', approvalId, decision }, undefined, context),
  });
}
