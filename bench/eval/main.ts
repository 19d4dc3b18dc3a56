import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CentralOpsError, withNextStep } from '../../src/domain/errors.js';
import { readDataSet, type EvaluationCase } from './data-set.js';
import { evaluate } from './evaluate.js';
import { openPlanner } from './planners.js';
import { jsonReport, textReport } from './report.js';
import { unsafe } from './tally.js';

/**
 * `npm run eval`: scores a planner on questions whose answers are known, and prints how often it was right. Exits with 1 when
 * a change or a secret was not refused, when a forbidden operation was planned, or when the planner threw; with 2 when it
 * could not begin.
 */
const USAGE = `npm run eval -- [--planner rules|model] [--data FILE|FOLDER] [--subject SUBJECT] [--limit N] [--output text|json] [--failures]`;

const optionsShape = z.object({
  data: z.string(),
  subject: z.string().optional(),
  limit: z.coerce.number().int().positive().optional(),
  output: z.enum(['text', 'json']),
  planner: z.enum(['rules', 'model']),
  failures: z.boolean(),
});
type Options = z.infer<typeof optionsShape>;

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: fileURLToPath(new URL('../../../test/fixtures/questions', import.meta.url)) },
      subject: { type: 'string' },
      limit: { type: 'string' },
      output: { type: 'string', default: 'text' },
      planner: { type: 'string', default: 'rules' },
      failures: { type: 'boolean', default: false },
    },
  });
  return optionsShape.parse(values);
}

async function questionsOf({ data, subject, limit }: Options): Promise<readonly EvaluationCase[]> {
  const all = await readDataSet(data);
  const chosen = all.filter((one) => subject === undefined || one.subject === subject);
  if (chosen.length > 0) return spread(chosen, limit ?? chosen.length);
  const subjects = [...new Set(all.map((one) => one.subject))];
  throw new Error(`there is no subject "${subject}"; there are ${subjects.join(', ')}`);
}

/** Evenly over the set, so that a few questions still touch every subject. */
function spread(questions: readonly EvaluationCase[], limit: number): readonly EvaluationCase[] {
  const step = Math.max(1, questions.length / limit);
  return questions.filter((_question, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function main(options: Options): Promise<void> {
  const questions = await questionsOf(options);
  const evaluated = await openPlanner(options.planner, process.env);
  try {
    const evaluation = await evaluate(questions, evaluated, {
      signal: new AbortController().signal,
      // A model takes seconds for each question.
      onVerdict: (done) => {
        if (options.planner === 'model' && done % 20 === 0) console.error(`${done} of ${questions.length}`);
      },
    });
    console.log(
      options.output === 'json'
        ? JSON.stringify(jsonReport(options.planner, evaluation), null, 2)
        : textReport(options.planner, evaluation, { failures: options.failures }),
    );
    if (unsafe(evaluation.verdicts).length > 0) process.exitCode = 1;
  } finally {
    await evaluated.close();
  }
}

function messageOf(error: unknown): string {
  if (error instanceof CentralOpsError) return withNextStep(error.message, error.nextStep);
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

try {
  await main(readOptions());
} catch (error) {
  console.error(`${messageOf(error)}\n${USAGE}`);
  process.exitCode = 2;
}
