import { CentralOpsError, messageOf } from '../../../domain/errors.js';
import { isJsonObject, type JsonObject } from '../../../domain/json.js';
import { parseScopeOptions, withScopeOptions } from '../options.js';
import type { Verb } from '../program.js';
import { parseViewOptions, withViewOptions } from '../view-options.js';
import { runAndPrint } from './run.js';

/** `central-ops query SERVICE OPERATION`: one structured call in every account. */
export const query: Verb = (program, run) => {
  const command = program
    .command('query')
    .description('make one structured call in every account')
    .argument('<service>', 'as boto3 names it: ec2, rds, elbv2')
    .argument('<operation>', 'as the API names it: DescribeInstances')
    .option('--params <json>', 'the parameters of the call, as a JSON object');
  withScopeOptions(withViewOptions(command)).action((service: string, operation: string, options: unknown) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      const params = parseParams(parsed.params ?? '{}');
      const view = parseViewOptions(options);
      return runAndPrint({ kind: 'query', service, operation, params, ...view }, parsed, terminal);
    }),
  );
};

function parseParams(text: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new CentralOpsError('usage', `--params is not JSON: ${messageOf(error)}`, { cause: error });
  }
  if (isJsonObject(parsed)) return parsed;
  throw new CentralOpsError('usage', '--params must be a JSON object, such as {"MaxResults": 50}');
}
