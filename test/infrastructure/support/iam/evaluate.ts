/**
 * A small evaluator of IAM policies, for the proofs in this folder: identity policies, permissions boundary, session
 * policies, service control policies and a resource's policy, with the conditions that our templates use. It follows
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html; `evaluator.test.ts` holds it
 * to the examples of that guide. What it does not know it refuses.
 */
import { conditionsHold, type RequestContext } from './conditions.js';
import { matchesAction, matchesText } from './match.js';
import type { Policy, Statement } from './policy.js';

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: RequestContext;
}

export interface Principal {
  /** The ARN of the role (not of its session), or a service's name such as `bedrock-agentcore.amazonaws.com`. */
  readonly name: string;
  readonly accountId: string;
  readonly identity: readonly Policy[];
  readonly boundary?: Policy;
  /** All of one AssumeRole together: what one of them allows is allowed by the session. */
  readonly session?: readonly Policy[];
  /** One list for each level above the account: each level has to allow. */
  readonly serviceControl?: readonly (readonly Policy[])[];
}

export interface Resource {
  readonly accountId: string;
  readonly policy?: Policy;
}

export type Decision = 'allowed' | 'explicit-deny' | 'implicit-deny';

export function evaluate(principal: Principal, request: Request, resource?: Resource): Decision {
  const own = [
    ...principal.identity,
    ...(principal.session ?? []),
    ...(principal.boundary === undefined ? [] : [principal.boundary]),
    ...(principal.serviceControl ?? []).flat(),
  ];
  const theirs = resource?.policy;
  const says = (policies: readonly Policy[], effect: Statement['Effect']): boolean =>
    policies.some(({ Statement: statements }) =>
      statements.some((statement) => statement.Effect === effect && applies(statement, request)),
    );
  const resourceSays = (effect: Statement['Effect']): boolean =>
    (theirs?.Statement ?? []).some(
      (statement) => statement.Effect === effect && names(statement, principal) && applies(statement, request),
    );

  if (says(own, 'Deny') || resourceSays('Deny')) return 'explicit-deny';
  if (!(principal.serviceControl ?? []).every((level) => says(level, 'Allow'))) return 'implicit-deny';

  // A service has no policies of its own: the resource's decides.
  if (isService(principal.name)) return resourceSays('Allow') ? 'allowed' : 'implicit-deny';
  const limits =
    (principal.boundary === undefined || says([principal.boundary], 'Allow')) &&
    (principal.session === undefined || says(principal.session, 'Allow'));
  const identity = limits && says(principal.identity, 'Allow');
  // A trust policy has to allow in any case; elsewhere in one account one of the two is enough. What a resource's policy
  // gives to a role is limited by its boundary and session, what it gives to a user is not
  // (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
  const needsBoth =
    resource !== undefined && (resource.accountId !== principal.accountId || isAssuming(request.action));
  const isUser = /:user\//.test(principal.name);
  const given = resourceSays('Allow') && (isUser || limits);
  return (needsBoth ? identity && given : identity || given) ? 'allowed' : 'implicit-deny';
}

function applies(statement: Statement, { action, resource, context = {} }: Request): boolean {
  const actions = statement.Action === undefined ? undefined : matchesAction(statement.Action, action);
  const notActions = statement.NotAction === undefined ? undefined : matchesAction(statement.NotAction, action);
  const resources = statement.Resource?.some((pattern) => matchesText(pattern, resource));
  const notResources = statement.NotResource?.some((pattern) => matchesText(pattern, resource));
  return (
    (actions ?? notActions === false) &&
    // A trust policy names no resource: it is the role's own.
    (resources ?? (notResources === undefined ? true : !notResources)) &&
    conditionsHold(statement.Condition ?? {}, context)
  );
}

function names({ Principal: named }: Statement, principal: Principal): boolean {
  if (named === undefined) return false;
  if (named === '*') return true;
  if (isService(principal.name)) return named.Service?.includes(principal.name) ?? false;
  const root = /^arn:aws[a-z-]*:iam::(\d{12}):root$/;
  return (named.AWS ?? []).some(
    (arn) =>
      arn === '*' ||
      arn === principal.name ||
      arn === principal.accountId ||
      root.exec(arn)?.[1] === principal.accountId,
  );
}

function isService(name: string): boolean {
  return name.endsWith('.amazonaws.com');
}

function isAssuming(action: string): boolean {
  return action.toLowerCase().startsWith('sts:');
}
