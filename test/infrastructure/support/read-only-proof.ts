import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { SENSITIVE_READS, type SensitiveRead } from '../../../src/domain/sensitive-read.js';
import { reasonNeverToRead } from '../../../src/planning/never-read.js';
import { iamLevels } from '../../../infrastructure/scripts/policies/iam-levels.js';
import { evaluate, type Principal } from './iam/evaluate.js';
import { matchesAction } from './iam/match.js';
import type { Statement } from './iam/policy.js';

export interface ProofFacts {
  readonly levels: ReadonlyMap<string, string>;
  /** Actions behind operations that are never read, by what would allow them. */
  readonly never: ReadonlyMap<string, string>;
}

/** Conditions that an allow may wait for: the proof tries each. */
const CONTEXTS = [{}, { 's3express:SessionMode': 'ReadOnly' }, { 'aws:ViaAWSMCPService': 'true' }];

/** One action guards all reads of API Gateway; its keys are denied by resource, which `API_KEYS` checks. */
const BY_RESOURCE = new Set(['apigateway:GET']);
const API_KEYS = ['/apikeys', '/apikeys/abc123', '/usageplans/abc123/keys', '/usageplans/abc123/keys/def456'];

export async function proofFacts(allowed: readonly SensitiveRead[] = []): Promise<ProofFacts> {
  const never = new Map<string, string>();
  for (const { service, operation, iamAction } of createCatalogue().operations()) {
    const reason = reasonNeverToRead(service, operation, allowed);
    if (iamAction !== '' && reason !== undefined) never.set(iamAction, `${service} ${operation}: ${reason}`);
  }
  return { levels: await iamLevels(), never };
}

/** Everything that a principal may do and must not, over every action of IAM's data. */
export function readOnlyViolations(principal: Principal, { levels, never }: ProofFacts): readonly string[] {
  const found: string[] = [];
  for (const [action, level] of levels) {
    if (!mayDo(principal, action)) continue;
    if (level !== 'Read' && level !== 'List') found.push(`${action} is allowed, and IAM calls it ${level}`);
    else if (never.has(action) && !BY_RESOURCE.has(action)) found.push(`${action} is allowed (${never.get(action)})`);
  }
  for (const path of API_KEYS) {
    const resource = `arn:aws:apigateway:eu-west-1::${path}`;
    if (evaluate(principal, { action: 'apigateway:GET', resource }) === 'allowed')
      found.push(`apigateway:GET is allowed on ${path}`);
  }
  return found;
}

/** Whether there is any request with this action that is let through; resources are named so that no narrow deny hides it. */
export function mayDo(principal: Principal, action: string): boolean {
  // Most actions are in no policy at all; that is seen by their name.
  if (!principal.identity.some(({ Statement }) => Statement.some((statement) => names(statement, action))))
    return false;
  const resource = 'arn:aws:service:eu-west-1:222222222222:anything';
  return CONTEXTS.some((context) => evaluate(principal, { action, resource, context }) === 'allowed');
}

function names({ Effect, Action, NotAction }: Statement, action: string): boolean {
  return Effect === 'Allow' && (NotAction !== undefined || matchesAction(Action ?? [], action));
}

export const EVERYTHING_SWITCHED_ON = {
  parameters: { ObjectBodies: 'allowed', LogEvents: 'allowed', ParameterValues: 'allowed' },
  reads: SENSITIVE_READS,
} as const;
