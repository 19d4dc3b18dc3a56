import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The questions that a planner is scored on: JSON files, one per subject, each `{"subject", "questions": […]}`.
 * Whoever adds questions writes them without looking at the planners, the way a platform engineer asks.
 */

/** `people` is how somebody asks a colleague, `api` is close to the names of the operations. */
const styleShape = z.enum(['people', 'api']);

/** `["ec2", "DescribeInstances"]` in botocore's names. */
const operationShape = z.tuple([z.string().min(1), z.string().min(1)]);

const answerShape = z.strictObject({
  question: z.string().min(1),
  style: styleShape,
  expect: z.literal('answer'),
  /** Whose rows answer the question. More than one only where each of them carries the answer. */
  operations: z.array(operationShape).min(1),
  /** What the call must send, besides whatever else it sends. */
  parameters: z.record(z.string(), z.json()).optional(),
  /** Words that the plan must carry somewhere, as a parameter or as a filter on the rows; upper and lower case are alike. */
  values: z.array(z.string().min(1)).optional(),
  /**
   * Accounts of the registry, absent when the question names none: `all`, or a list of exact names, 12-digit ids,
   * `environment:…`, `ou:…` and `tag:KEY=VALUE`. `!` before one means all but that.
   */
  accounts: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]).optional(),
  /** Absent when the question names none. */
  regions: z.union([z.literal('all'), z.array(z.string().min(1)).min(1)]).optional(),
});

const refusalShape = z.strictObject({
  question: z.string().min(1),
  style: styleShape,
  expect: z.literal('refuse'),
  /** Whether it asks to change something or for a secret. */
  because: z.enum(['change', 'secret']),
});

const clarificationShape = z.strictObject({
  question: z.string().min(1),
  style: styleShape,
  expect: z.literal('clarify'),
  /** What has to be asked back: which account, which service, or what the question is about at all. */
  about: z.enum(['account', 'service', 'target']),
});

const fileShape = z.strictObject({
  subject: z.string().min(1),
  questions: z.array(z.discriminatedUnion('expect', [answerShape, refusalShape, clarificationShape])).min(1),
});

/** A question, what is expected of it, and the subject that its file names. */
export type EvaluationCase = z.infer<typeof fileShape>['questions'][number] & { readonly subject: string };
/** A question that a plan can answer. */
export type AnswerCase = Extract<EvaluationCase, { expect: 'answer' }>;

/**
 * Reads a data set: a file, or every `.json` file of a folder by name.
 * Throws when a file is not as described above, and says which.
 */
export async function readDataSet(path: string): Promise<readonly EvaluationCase[]> {
  const files = (await stat(path)).isDirectory()
    ? (await readdir(path))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const cases = await Promise.all(files.map(readQuestions));
  return cases.flat();
}

async function readQuestions(file: string): Promise<readonly EvaluationCase[]> {
  try {
    const { subject, questions } = fileShape.parse(JSON.parse(await readFile(file, 'utf8')));
    return questions.map((question) => ({ ...question, subject }));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} is not a data set of questions: ${reason}`, { cause: error });
  }
}
