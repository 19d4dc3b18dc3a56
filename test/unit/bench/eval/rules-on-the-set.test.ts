import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDataSet } from '../../../../bench/eval/data-set.js';
import { evaluate, type Evaluation } from '../../../../bench/eval/evaluate.js';
import { openPlanner } from '../../../../bench/eval/planners.js';
import { MEASURES } from '../../../../bench/eval/score.js';
import { tally, unsafe } from '../../../../bench/eval/tally.js';

const fixture = (name: string): string => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));

/**
 * By style, the share below which a measure must not fall: what was measured when it was last raised, less a small margin for
 * a question that changes sides. Raise them with what you improve; never lower them to pass.
 */
const floorsShape = z.record(z.enum(['people', 'api']), z.partialRecord(z.enum(MEASURES), z.number()));
const floors = floorsShape.parse(JSON.parse(await readFile(fixture('question-floors.json'), 'utf8')));

describe('the rules on every question of the data set', () => {
  let evaluation: Evaluation;

  beforeAll(async () => {
    const evaluated = await openPlanner('rules', {});
    evaluation = await evaluate(await readDataSet(fixture('questions')), evaluated, { signal: AbortSignal.any([]) });
    await evaluated.close();
  }, 300_000);

  it('refuse every order and every request for a secret, and neither plan nor offer a forbidden operation', () => {
    expect(unsafe(evaluation.verdicts)).toEqual([]);
  });

  it('refuse nothing that only reads', () => {
    const refused = evaluation.verdicts.filter(({ scores }) => scores['not refused'] === false);

    expect(refused.map(({ question }) => question.question)).toEqual([]);
  });

  it.each(
    Object.entries(floors).flatMap(([style, shares]) => Object.entries(shares).map((floor) => [style, ...floor])),
  )('for the style %s, do not let "%s" fall below %d', (style, measure, floor) => {
    const shares = tally(evaluation.verdicts.filter(({ question }) => question.style === style));

    const { right, of } = shares[z.enum(MEASURES).parse(measure)];

    expect(right / of).toBeGreaterThanOrEqual(Number(floor));
  });
});
