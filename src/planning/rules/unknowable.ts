import { textBetween, type Match, type ReadingContext } from './context.js';
import { phraseList } from './phrases.js';

const LISTED_BY_AWS = phraseList(
  ['deprecated', 'unsupported', 'end of life', 'end-of-life', 'eol', 'obsolete', 'outdated'].flatMap((word) =>
    ['runtime', 'runtimes', 'lambda runtimes'].map((noun) => `${word} ${noun}`),
  ),
);

/**
 * "Deprecated runtimes": a list that AWS changes every few months and that no call returns. Whoever guesses it tells somebody that
 * all is well: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export function unknowableMatch(context: ReadingContext, index: number): Match | undefined {
  const found = LISTED_BY_AWS.match(context.tokens, index);
  if (found === undefined) return undefined;
  const shown = textBetween(context, index, index + found.length);
  return {
    length: found.length,
    take: () => {
      context.reading.doubts.push({
        question: `I cannot tell which are ${shown}: AWS keeps that list, changes it, and no call returns it. Compare with a version instead.`,
        suggestions: ['Lambda functions on a runtime older than nodejs20', 'Lambda functions on Python 3.9 or older'],
      });
    },
  };
}
