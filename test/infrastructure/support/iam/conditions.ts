import { matchesText } from './match.js';

/** What a request carries: condition keys and their values. Names of keys have no case. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const COMPARE: Readonly<Record<string, (policy: string, request: string) => boolean>> = {
  StringEquals: (policy, request) => policy === request,
  StringLike: (policy, request) => matchesText(policy, request),
  ArnEquals: (policy, request) => matchesArn(policy, request),
  ArnLike: (policy, request) => matchesArn(policy, request),
  Bool: (policy, request) => policy.toLowerCase() === request.toLowerCase(),
};
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/**
 * Whether all conditions of a statement hold: every operator, every key, one of the key's values
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html).
 * Throws for an operator it does not know: guessing would make a proof of nothing.
 */
export function conditionsHold(conditions: Conditions, context: RequestContext): boolean {
  const request = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, values, request.get(key.toLowerCase()))),
  );
}

function holds(operator: string, values: readonly string[], request: readonly string[] | undefined): boolean {
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return values.some((value) => (value === 'true') === (request === undefined));
  const negated = NEGATED[name];
  const compare = COMPARE[negated ?? name];
  if (compare === undefined) throw new Error(`The condition operator ${operator} is not known here.`);
  const one = (value: string): boolean => values.some((policy) => compare(policy, value)) !== (negated !== undefined);

  // A key that the request does not have: true with IfExists, for ForAllValues and for negated operators, else false.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
  if (request === undefined) {
    return set === 'ForAllValues:' || (set === undefined && (ifExists !== undefined || negated !== undefined));
  }
  return set === 'ForAnyValue:' ? request.some(one) : request.every(one);
}

/** Each of the six parts of an ARN is matched by itself; the last one may hold further colons. */
function matchesArn(pattern: string, arn: string): boolean {
  const parts = sixParts(pattern);
  const given = sixParts(arn);
  return parts.length === given.length && parts.every((part, index) => matchesText(part, given[index] ?? ''));
}

function sixParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
