import type { JSONObject } from '@aws-lambda-powertools/jmespath/types';
import { z } from 'zod';
import { CentralOpsError, messageOf } from '../domain/errors.js';

/** Told of what `JSON.parse` made: it is JSON all the way down. */
const json = z.custom<JSONObject>();

/**
 * What a JMESPath expression finds, as the AWS CLI evaluates it: literals in back quotes may leave the quotation marks out
 * (`` `running` ``), which the specification no longer says and everybody writes. Throws `refused` for what is no expression.
 */
export async function queryJson(data: unknown, expression: string): Promise<unknown> {
  // Loaded when somebody asks something of a reply that holds secrets, which is seldom.
  const { search } = await import('@aws-lambda-powertools/jmespath');
  try {
    return search(withQuotedLiterals(expression), json.parse(data));
  } catch (error) {
    throw new CentralOpsError('refused', `--query is no JMESPath expression that works here: ${messageOf(error)}`, {
      nextStep: 'Correct it; https://jmespath.org has the language.',
      cause: error,
    });
  }
}

/** Strings and quoted names are passed over: a back quote in them is a character. */
const PARTS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`((?:\\`|[^`])*)`/gs;

function withQuotedLiterals(expression: string): string {
  return expression.replaceAll(PARTS, (whole, literal: string | undefined) => {
    if (literal === undefined || isJson(literal.replaceAll('\\`', '`'))) return whole;
    return `\`"${literal.trimStart()}"\``;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
