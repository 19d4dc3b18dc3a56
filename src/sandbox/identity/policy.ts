import { z } from 'zod';

/**
 * A small IAM: enough of the policy language to tell what a role, narrowed by a session policy, may do. Actions and the
 * resources of the few operations that name one are matched by pattern. What it does not know it refuses instead of ignoring.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export type Policy = readonly Statement[];

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly matches: (action: string, resource: string) => boolean;
}

const textOrTexts = z.union([z.string(), z.array(z.string()).min(1)]);
const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: textOrTexts.optional(),
  NotAction: textOrTexts.optional(),
  Resource: textOrTexts,
  Condition: z.record(z.string(), z.record(z.string(), textOrTexts)).optional(),
});
const policyShape = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.union([statementShape, z.array(statementShape)]),
});

/** Every call that the sandbox evaluates comes through its AWS MCP Server, so these keys always say so. */
const CONTEXT: Readonly<Record<string, string>> = {
  'aws:viaawsmcpservice': 'true',
  'aws:calledviaawsmcp': 'aws-mcp.amazonaws.com',
};

/** Reads a policy document. Throws an `Error` that says what is wrong with it. */
export function parsePolicy(text: string): Policy {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new Error('This policy contains invalid Json');
  }
  const parsed = policyShape.safeParse(document);
  if (!parsed.success) throw new Error(`Syntax errors in policy: ${z.prettifyError(parsed.error)}`);
  const statements = Array.isArray(parsed.data.Statement) ? parsed.data.Statement : [parsed.data.Statement];
  return statements.map(compile);
}

function compile(statement: z.infer<typeof statementShape>): Statement {
  if ((statement.Action === undefined) === (statement.NotAction === undefined)) {
    throw new Error('Syntax errors in policy: a statement has either Action or NotAction.');
  }
  const patterns = asList(statement.Action ?? statement.NotAction ?? []).map(actionPattern);
  // Most operations are evaluated without the resource that they act on: a narrow Allow refuses them, a narrow Deny would not.
  if (statement.Effect === 'Deny' && !asList(statement.Resource).includes('*')) {
    throw new Error('The sandbox evaluates Deny with Resource "*" only.');
  }
  const resources = asList(statement.Resource).map(resourcePattern);
  const wanted = statement.Action !== undefined;
  const holds = conditionHolds(statement.Condition ?? {});
  return {
    effect: statement.Effect,
    matches: (action, resource) =>
      holds &&
      patterns.some((pattern) => pattern.test(action)) === wanted &&
      resources.some((pattern) => pattern.test(resource)),
  };
}

function conditionHolds(condition: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>): boolean {
  return Object.entries(condition).every(([operator, keys]) => {
    if (operator !== 'Bool' && operator !== 'StringEquals') {
      throw new Error(`The sandbox does not evaluate the condition operator ${operator}.`);
    }
    return Object.entries(keys).every(([key, values]) => {
      const actual = CONTEXT[key.toLowerCase()];
      if (actual === undefined) throw new Error(`The sandbox does not know the condition key ${key}.`);
      return asList(values).includes(actual);
    });
  });
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Actions are matched without regard to case; `*` and `?` are the wildcards. */
function actionPattern(pattern: string): RegExp {
  return new RegExp(wildcards(pattern), 'iu');
}

/** ARNs are matched exactly, but for the wildcards. */
function resourcePattern(pattern: string): RegExp {
  return new RegExp(wildcards(pattern), 'u');
}

function wildcards(pattern: string): string {
  const source = pattern
    .replaceAll(/[\\^$.+()[\]{}|/]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return `^${source}$`;
}

/** What an operation acts on that names no resource: a statement about particular ones does not allow it. */
export const NO_RESOURCE = '*';

/**
 * Why an action is refused, in AWS's words ("because no session policy allows …"), or undefined when it is allowed.
 * A session may do what its role may do and its session policies allow, unless anything denies it.
 */
export function refusalOf(
  action: string,
  identity: Policy,
  session: Policy | undefined,
  resource: string = NO_RESOURCE,
): string | undefined {
  const has = (policy: Policy, effect: Statement['effect']): boolean =>
    policy.some((statement) => statement.effect === effect && statement.matches(action, resource));
  if (session !== undefined && has(session, 'Deny')) return 'with an explicit deny in a session policy';
  if (has(identity, 'Deny')) return 'with an explicit deny in an identity-based policy';
  if (!has(identity, 'Allow')) return `because no identity-based policy allows the ${action} action`;
  if (session !== undefined && !has(session, 'Allow')) {
    return `because no session policy allows the ${action} action`;
  }
  return undefined;
}
