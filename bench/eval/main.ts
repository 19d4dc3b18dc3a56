import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readDataSet, type EvaluationCase } from './data-set.js';
import { evaluate } from './evaluate.js';
import { rulesPlanner, sandboxRegistry } from './planners.js';
import { jsonReport, textReport } from './report.js';
import { unsafe } from './tally.js';

/**
 * `npm run eval`: scores a planner on questions whose answers are known, and prints how often it was right. Exits with 1 when
 * a change or a secret was not refused, when a forbidden operation was planned, or when the planner threw.
 */
const optionsShape = z.object({
  data: z.string(),
  subject: z.string().optional(),
  limit: z.coerce.number().int().positive().optional(),
  output: z.enum(['text', 'json']),
  planner: z.enum(['rules']),
  failures: z.boolean(),
});

const options = optionsShape.parse(
  parseArgs({
    options: {
      data: { type: 'string', default: fileURLToPath(new URL('../../../test/fixtures/questions', import.meta.url)) },
      subject: { type: 'string' },
      limit: { type: 'string' },
      output: { type: 'string', default: 'text' },
      planner: { type: 'string', default: 'rules' },
      failures: { type: 'boolean', default: false },
    },
  }).values,
);

/** Evenly over the set, so that a few questions still touch every subject. */
function spread(questions: readonly EvaluationCase[], limit: number): readonly EvaluationCase[] {
  const step = Math.max(1, questions.length / limit);
  return questions.filter((_question, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

const all = await readDataSet(options.data);
const chosen = all.filter(({ subject }) => options.subject === undefined || subject === options.subject);
const evaluation = await evaluate(
  spread(chosen, options.limit ?? chosen.length),
  { planner: rulesPlanner(), registry: sandboxRegistry() },
  { signal: new AbortController().signal },
);
console.log(
  options.output === 'json'
    ? JSON.stringify(jsonReport(options.planner, evaluation), null, 2)
    : textReport(options.planner, evaluation, { failures: options.failures }),
);
if (unsafe(evaluation.verdicts).length > 0) process.exitCode = 1;
