import { z } from 'zod';
import type { Operations } from '../../../operations.js';
import { answerShape } from '../answer-shape.js';
import { runToAnswer } from '../run-to-answer.js';
import { defineTool, type DefinedTool } from '../tool.js';
import { scopeFields, scopeOf, session } from './scope.js';

/** `ask_accounts`: a question in plain words over all accounts. */
export function createAskAccounts({ operations }: { readonly operations: Pick<Operations, 'start'> }): DefinedTool {
  return defineTool({
    name: 'ask_accounts',
    title: 'Ask all AWS accounts',
    description:
      'Answers one question about what is in AWS accounts, over every account at once, read-only: "Which RDS instances in production are publicly accessible?", ' +
      '"How many EC2 instances are running in each account?". Ask for one kind of thing at a time, in one sentence. ' +
      'Repeat the coverage line with the answer: accounts that did not answer are part of it. ' +
      'When status is needs-clarification, ask again in the same session with one of the choices.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({
      question: z.string().trim().min(1).describe('the question, in plain English'),
      ...scopeFields,
      session,
    }),
    outputSchema: answerShape,
    run: ({ question, session: sessionId, ...scope }, context) =>
      runToAnswer(
        operations,
        { kind: 'ask', prompt: question, readsOnly: true, ...scopeOf(scope) },
        sessionId,
        context,
      ),
  });
}
