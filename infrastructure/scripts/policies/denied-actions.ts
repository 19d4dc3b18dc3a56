/**
 * What the member role denies although a managed read-only policy allows it. It comes from the lists that the product
 * itself obeys, so that nobody keeps a second one: the session policy's patterns, the actions of the operations that are
 * never read, and whatever ReadOnlyAccess allows beyond IAM's levels Read and List.
 */
import { sessionDenyPolicy } from '../../../src/credentials/session-policy.js';
import { SENSITIVE_READS, type SensitiveRead } from '../../../src/domain/sensitive-read.js';
import type { Catalogue } from '../../../src/planning/catalogue/facts.js';
import { reasonNeverToRead } from '../../../src/planning/never-read.js';
import { proveReadOnly } from '../../../src/planning/read-only-policy.js';
import { z } from 'zod';
import { actionMatcher } from './action-pattern.js';

export type DenyGroup = 'always' | SensitiveRead;

export interface DeniedActions {
  /** Patterns of actions by what switches them on; `always` by nothing. */
  readonly groups: Readonly<Record<DenyGroup, readonly string[]>>;
  /**
   * Actions that guard operations that are read beside some that are never read. IAM cannot tell these apart by action;
   * the templates deny them by resource.
   */
  readonly shared: readonly string[];
}

export interface DenyFacts {
  readonly catalogue: Catalogue;
  /** Every action of IAM's data with its level. */
  readonly levels: ReadonlyMap<string, string>;
  /** Whether the managed policy allows an action: what it does not allow needs no denying, and a policy is only so long. */
  readonly managed: (action: string) => boolean;
}

export function deniedActions({ catalogue, levels, managed }: DenyFacts): DeniedActions {
  const groups: Record<DenyGroup, string[]> = {
    always: [...sessionPatterns(SENSITIVE_READS)],
    'object-bodies': [...sessionPatternsOf('object-bodies')],
    'log-events': [...sessionPatternsOf('log-events')],
    parameters: [...sessionPatternsOf('parameters')],
  };
  const always = actionMatcher(groups.always);
  const anyhow = actionMatcher(Object.values(groups).flat());
  // What is never read must not come back with a setting, so for that only the patterns count that no setting removes.
  const missing = (group: DenyGroup, action: string): boolean =>
    managed(action) && !(group === 'always' ? always : anyhow)(action);

  const shared: string[] = [];
  for (const [action, { group, read }] of usesOfActions(catalogue)) {
    if (group === undefined || !missing(group, action)) continue;
    if (read) shared.push(action);
    else groups[group].push(action);
  }
  for (const [action, level] of levels) {
    if (level !== 'Read' && level !== 'List' && missing('always', action)) groups.always.push(action);
  }
  return {
    groups: {
      always: sorted(groups.always),
      'object-bodies': sorted(groups['object-bodies']),
      'log-events': sorted(groups['log-events']),
      parameters: sorted(groups.parameters),
    },
    shared: sorted(shared),
  };
}

interface ActionUse {
  /** An operation that may be read is guarded by it. */
  read: boolean;
  /** The strictest group of the operations behind it that are not read. */
  group?: DenyGroup;
}

function usesOfActions(catalogue: Catalogue): ReadonlyMap<string, ActionUse> {
  const uses = new Map<string, ActionUse>();
  for (const facts of catalogue.operations()) {
    if (facts.iamAction === '') continue;
    const use = uses.get(facts.iamAction) ?? { read: false };
    uses.set(facts.iamAction, use);
    const group = groupOf(facts.service, facts.operation);
    if (group === undefined) use.read ||= proveReadOnly(catalogue, facts).allowed;
    else if (use.group !== 'always') use.group = group;
  }
  return uses;
}

function groupOf(service: string, operation: string): DenyGroup | undefined {
  if (reasonNeverToRead(service, operation, SENSITIVE_READS) !== undefined) return 'always';
  return SENSITIVE_READS.find((read) => reasonNeverToRead(service, operation, others(read)) !== undefined);
}

const session = z.object({ Statement: z.tuple([z.object({ Action: z.array(z.string()) })]) });

function sessionPatterns(allowed: readonly SensitiveRead[]): readonly string[] {
  return session.parse(JSON.parse(sessionDenyPolicy(allowed))).Statement[0].Action;
}

function sessionPatternsOf(read: SensitiveRead): readonly string[] {
  const always = sessionPatterns(SENSITIVE_READS);
  return sessionPatterns(others(read)).filter((pattern) => !always.includes(pattern));
}

function others(read: SensitiveRead): readonly SensitiveRead[] {
  return SENSITIVE_READS.filter((other) => other !== read);
}

function sorted(actions: readonly string[]): readonly string[] {
  return [...new Set(actions)].toSorted((a, b) => (a < b ? -1 : 1));
}
