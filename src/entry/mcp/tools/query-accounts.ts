import { z } from 'zod';
import type { Operations } from '../../../operations.js';
import { queryViewFields, viewOf } from '../../query-view.js';
import { answerShape } from '../answer-shape.js';
import { runToAnswer } from '../run-to-answer.js';
import { defineTool, type DefinedTool } from '../tool.js';
import { scopeFields, scopeOf } from './scope.js';

/** `query_accounts`: one structured call in every account. */
export function createQueryAccounts({ operations }: { readonly operations: Pick<Operations, 'start'> }): DefinedTool {
  return defineTool({
    name: 'query_accounts',
    title: 'Call one AWS operation in all accounts',
    description:
      'Makes one read-only AWS API call in every account and Region at once, with all pages. Use it when the operation is known and ask_accounts is not specific ' +
      'enough. Only operations that AWS classifies as reads are taken, and none that gives out secrets. ' +
      'Repeat the coverage line with the answer: accounts that did not answer are part of it.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({
      service: z.string().min(1).describe('as boto3 names it: ec2, rds, elbv2'),
      operation: z.string().min(1).describe('as the API names it: DescribeInstances'),
      params: z
        .record(z.string(), z.json())
        .default({})
        .describe('the parameters of the call, as boto3 takes them: {"Filters": [{"Name": "…", "Values": ["…"]}]}'),
      ...queryViewFields,
      ...scopeFields,
    }),
    outputSchema: answerShape,
    run: ({ service, operation, params, where, measure, by, sort, limit, ...scope }, context) => {
      const view = viewOf({ where, measure, by, sort, limit });
      const request = { kind: 'query', service, operation, params, ...view, ...scopeOf(scope) } as const;
      return runToAnswer(operations, request, undefined, context);
    },
  });
}
