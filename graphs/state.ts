import type { BaseMessage } from '@langchain/core/messages';
import { MessagesZodMeta } from '@langchain/langgraph';
import { withLangGraph } from '@langchain/langgraph/zod';
import { z } from 'zod';
import type { RunState } from '../src/nodes/run-state.js';

/**
 * The state's channels. Values are made by our own nodes and typed there, so the schemas only describe them (Studio
 * shows the descriptions); what arrives from outside is parsed at the doors.
 */
function channel<Value>(description: string, initial: () => Value) {
  const schema: z.ZodType<Value, Value> = z.any().describe(description);
  return withLangGraph(schema, { default: initial });
}

/** `any` rather than `custom`: zod cannot put custom types into the JSON schema that Studio reads. */
const message: z.ZodType<BaseMessage, BaseMessage> = z.any();
const messages = withLangGraph(z.array(message).describe('The conversation'), MessagesZodMeta);

/** Given to the graph: a conversation, so that Studio offers its chat. */
export const OperationsInput = z.object({ messages });

type Report = RunState['reports'][number];
const report: z.ZodType<Report, Report> = z.any();
const reports = withLangGraph(z.array(report).describe('How each account ended, one report per account'), {
  reducer: {
    schema: z.union([z.array(report), z.literal('reset')]),
    fn: (current: Report[], update: Report[] | 'reset') => (update === 'reset' ? [] : current.concat(update)),
  },
  default: (): Report[] => [],
});

const answer = channel<RunState['answer']>('The answer object', () => null);

export const OperationsOutput = z.object({ messages, answer });

export const OperationsState = z.object({
  messages,
  request: channel<RunState['request']>('What was asked for, parsed', () => null),
  run: channel<RunState['run']>('Who asked, when, and until when', () => null),
  intent: channel<RunState['intent']>('What the question was understood to mean', () => null),
  accounts: channel<RunState['accounts']>('The accounts asked', () => []),
  assignments: channel<RunState['assignments']>('The Regions asked in each account', () => []),
  plan: channel<RunState['plan']>('The authorised, frozen plan', () => null),
  reports,
  tables: channel<RunState['tables']>('Computed tables, cut', () => []),
  headline: channel<RunState['headline']>('The first sentence of the answer', () => ''),
  coverage: channel<RunState['coverage']>('What answered and what did not', () => null),
  problem: channel<RunState['problem']>('Why there is no answer', () => null),
  warnings: channel<RunState['warnings']>('Notes for the reader', () => []),
  answer,
});
