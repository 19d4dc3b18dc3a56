import type { OperationName } from '../../domain/intent.js';
import { operationLines } from '../../../prompts/plan.js';
import { fitting } from '../../../prompts/quote.js';
import type { LookUp } from '../knowledge/knowledge.js';
import type { FindOperations } from './operation-sheets.js';

const FOUND = 10;
const BYTES = 4000;

/** The tool by which a model finds operations that were not listed for the question. What it found may be planned. */
export function findOperationsTool(
  find: FindOperations,
  onFound: (operations: readonly OperationName[]) => void,
): LookUp {
  return {
    name: 'find_operations',
    description:
      'Finds read-only AWS operations by what they read, in plain words: "certificates that expire", "elbv2 target health".',
    inputSchema: {
      type: 'object',
      properties: { words: { type: 'string', description: 'What is to be read.' } },
      required: ['words'],
    },
    call(args) {
      const { words } = args;
      const sheets = typeof words === 'string' ? find(words.slice(0, 400), FOUND) : [];
      onFound(sheets.map(({ service, operation }) => ({ service, operation })));
      return Promise.resolve(
        sheets.length === 0 ? 'Nothing was found.' : fitting(operationLines(sheets), BYTES).join('\n'),
      );
    },
  };
}
