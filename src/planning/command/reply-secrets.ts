import { ANYWHERE } from '../../domain/command.js';
import { parsePath } from '../../domain/path.js';
import type { OperationFacts } from '../catalogue/facts.js';

/**
 * Members that hold secrets beside the rows of a reply. The catalogue knows those in the rows alone, because a plan shows nothing
 * else; the CLI prints the whole reply. Found with `scripts/catalogue/secrets.ts` over the replies of every operation that may be asked.
 */
const BESIDE_ROWS: Readonly<Record<string, string>> = {
  'arc-region-switch GetPlanExecution': 'plan.workflows',
  'bedrock-agentcore GetRecommendation': 'recommendationConfig',
  'iotsitewise DescribeAssetCompositeModel': 'assetCompositeModelProperties',
  'iotsitewise DescribeAssetModelCompositeModel': 'assetModelCompositeModelProperties',
  'iotsitewise DescribeAssetProperty': 'compositeModel',
  'network-firewall DescribeRuleGroup': 'RuleGroupResponse.SourceMetadata.SourceUpdateToken',
  'quicksight DescribeTopic': 'CustomInstructions',
};

/** Operations whose replies hold trust policies, and with them the external ids that roles ask for. */
const TRUST_POLICIES: ReadonlySet<string> = new Set(['GetRole', 'ListRoles', 'GetAccountAuthorizationDetails']);

/** Wherever it is in a policy. */
const EXTERNAL_ID = [ANYWHERE, 'sts:externalid'];

/** The members of an operation's reply that hold secrets: chains of names from its top, in small letters. */
export function replySecrets({
  service,
  operation,
  items,
  secretFields,
}: OperationFacts): readonly (readonly string[])[] {
  const rows = namesOf(items);
  const beside = BESIDE_ROWS[`${service} ${operation}`];
  const trusts = service === 'iam' && TRUST_POLICIES.has(operation);
  return [
    ...secretFields.map((path) => [...rows, ...namesOf(path)]),
    ...(beside === undefined ? [] : [namesOf(beside)]),
    ...(trusts ? [EXTERNAL_ID] : []),
  ];
}

function namesOf(path: string): readonly string[] {
  return parsePath(path).flatMap((step) => (step.kind === 'field' ? [step.name.toLowerCase()] : []));
}
