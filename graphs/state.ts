import { MessagesValue, ReducedValue, StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { NO_CONVERSATION } from '../src/domain/conversation.js';
import { NO_MODEL_USAGE } from '../src/domain/model-usage.js';
import type { RunState } from '../src/nodes/run-state.js';

/**
 * The state's channels. Values are made by our own nodes and typed there, so the schemas only describe them (Studio
 * shows the descriptions); what arrives from outside is parsed at the doors.
 *
 * A `StateSchema` and not a zod object: LangGraph checks every update of the latter against a schema that it builds and
 * compiles anew each time, which costs half a millisecond per account.
 */
function channel<Value>(description: string, initial: () => Value) {
  // `any` rather than `custom`: zod cannot put custom types into the JSON schema that Studio reads.
  const schema: z.ZodType<Value, Value> = z.any().default(initial).describe(description);
  return schema;
}

type Report = RunState['reports'][number];
const report: z.ZodType<Report, Report> = z.any();
const reports = new ReducedValue(
  z
    .array(report)
    .default((): Report[] => [])
    .describe('How each account ended, one report per account'),
  {
    inputSchema: z.union([z.literal('reset'), z.array(report)]),
    reducer: (current, update) => (update === 'reset' ? [] : current.concat(update)),
  },
);

type Reply = RunState['agentReplies'][number];
const reply: z.ZodType<Reply, Reply> = z.any();
const agentReplies = new ReducedValue(
  z
    .array(reply)
    .default((): Reply[] => [])
    .describe('What each agent said'),
  {
    inputSchema: z.union([z.literal('reset'), z.array(reply)]),
    reducer: (current, update) => (update === 'reset' ? [] : current.concat(update)),
  },
);

const answer = channel<RunState['answer']>('The answer object', () => null);

/** Given to the graph: a conversation, so that Studio offers its chat. */
export const OperationsInput = new StateSchema({ messages: MessagesValue });

export const OperationsOutput = new StateSchema({ messages: MessagesValue, answer });

export const OperationsState = new StateSchema({
  messages: MessagesValue,
  request: channel<RunState['request']>('What was asked for, parsed', () => null),
  run: channel<RunState['run']>('Who asked, when, and until when', () => null),
  conversation: channel<RunState['conversation']>(
    'Earlier questions of the session and what they were understood to mean',
    () => NO_CONVERSATION,
  ),
  intent: channel<RunState['intent']>('What the question was understood to mean', () => null),
  accounts: channel<RunState['accounts']>('The accounts asked', () => []),
  assignments: channel<RunState['assignments']>('The Regions asked in each account', () => []),
  plan: channel<RunState['plan']>('The authorised, frozen plan of all rounds', () => null),
  asking: channel<RunState['asking']>('What the accounts are asked in this round', () => null),
  round: channel<RunState['round']>('Rounds that have been authorised', () => 0),
  further: channel<RunState['further']>('What a review wants asked in another round', () => null),
  reports,
  invocations: channel<RunState['invocations']>('What is sent to agents of other accounts', () => []),
  approval: channel<RunState['approval']>('The yes that the invocations need', () => null),
  agentReplies,
  tables: channel<RunState['tables']>('Computed tables, cut', () => []),
  headline: channel<RunState['headline']>('The first sentence of the answer', () => ''),
  coverage: channel<RunState['coverage']>('What answered and what did not', () => null),
  problem: channel<RunState['problem']>('Why there is no answer', () => null),
  warnings: channel<RunState['warnings']>('Notes for the reader', () => []),
  modelUsage: channel<RunState['modelUsage']>('What was asked of a model so far', () => NO_MODEL_USAGE),
  answer,
});
