import type { Catalogue } from '../../../src/planning/catalogue/facts.js';
import { proveReadOnly } from '../../../src/planning/read-only-policy.js';

export interface Share {
  /** Operations that the product would ask. */
  readonly asked: number;
  /** Of these, what a session of the member role may do. */
  readonly allowed: number;
  /** The others, by service: `keyspaces` → its operations. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

/** What a session whose actions are known can answer of all that the product would ask. */
export function shareOf(catalogue: Catalogue, mayDo: (action: string) => boolean): Share {
  const refused = new Map<string, string[]>();
  let asked = 0;
  let allowed = 0;
  for (const facts of catalogue.operations()) {
    if (!proveReadOnly(catalogue, facts).allowed) continue;
    asked += 1;
    if (mayDo(facts.iamAction)) allowed += 1;
    else refused.set(facts.service, [...(refused.get(facts.service) ?? []), facts.operation]);
  }
  return { asked, allowed, refused };
}

/** The committed page; `npm run refresh-policies` writes it. */
export function notAllowedPage({ asked, allowed, refused }: Share): string {
  const percent = ((100 * allowed) / asked).toFixed(1);
  const lines = [...refused].map(([service, operations]) => `- ${service}: ${operations.join(', ')}`);
  return [
    '# What the broad member role does not allow',
    '',
    'Made by `npm run refresh-policies`; do not edit. Of the operations that Central Ops would ask, a session of',
    `\`CentralOpsTargetRole\` (ReadOnlyAccess, our deny, session policy; nothing switched on) allows ${allowed} of ${asked} (${percent} %).`,
    'The others are answered as `denied`: AWS has left them out of ReadOnlyAccess, or one action of IAM guards them together',
    'with reads of stored data. Attach a policy of your own to the role, a boundary that allows it and a wider',
    '`CENTRAL_OPS_SESSION_POLICY_ARN` where you need one of them.',
    '',
    ...lines,
    '',
  ].join('\n');
}
