import { CentralOpsError } from '../domain/errors.js';
import { type AgentFault, type Fault, type FaultOutcome, isServiceOutcome } from './options.js';
import type { Organization } from './organization/organization.js';
import { endpointUnreachable } from './services/aws-fault.js';
import { accessDenied, expiredToken, internalError, throttled } from './services/refusals.js';
import type { ServiceCall } from './services/call-service.js';
import type { Service } from './services/service.js';

/** Which fault, if any, an account meets at a place. */
export interface FaultTable {
  at(accountId: string, service: string, region?: string): FaultOutcome | undefined;
  /** The same where more can go wrong: with agents, and at STS. */
  anyAt(accountId: string, service: string, region?: string): AgentFault | undefined;
}

/** Throws `configuration` for a fault whose account is not in the organization: it would never show. */
export function createFaultTable(faults: readonly Fault[], organization: Organization): FaultTable {
  const resolved = faults.map((fault) => ({ ...fault, accountId: resolveAccount(fault, organization) }));
  const anyAt: FaultTable['anyAt'] = (accountId, service, region) =>
    resolved.find(
      (fault) =>
        fault.service === service &&
        (fault.accountId === undefined || fault.accountId === accountId) &&
        (fault.region === undefined || fault.region === region),
    )?.outcome;
  return {
    anyAt,
    at(accountId, service, region) {
      const outcome = anyAt(accountId, service, region);
      return outcome !== undefined && isServiceOutcome(outcome) ? outcome : undefined;
    },
  };
}

/** The id, or undefined for every account. */
function resolveAccount(fault: Fault, organization: Organization): string | undefined {
  if (fault.account === '*') return undefined;
  const found = organization.accounts.find(
    (account) => account.id === fault.account || comparable(account.name) === comparable(fault.account),
  );
  if (found !== undefined) return found.id;
  const [, example] = organization.accounts;
  throw new CentralOpsError(
    'configuration',
    `The sandbox has no account ${fault.account} to inject ${fault.service}:${fault.outcome} into. ` +
      `Name one of its accounts${example === undefined ? '' : `, such as ${example.id} (${example.name})`}, or *.`,
    { facts: { account: fault.account } },
  );
}

function comparable(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** How a service's fault looks to a script. `timeout` is not here: it is an answer that never comes. */
export function serviceFault(
  outcome: FaultOutcome,
  service: Service,
  call: ServiceCall,
  arn: string,
): Error | undefined {
  if (outcome === 'denied') {
    const action = service.operations[call.operation]?.action ?? `${service.actionPrefix}:${call.operation}`;
    return accessDenied(service, arn, action, 'with an explicit deny in a service control policy');
  }
  if (outcome === 'throttled') return throttled(service);
  if (outcome === 'error') return internalError(service);
  if (outcome === 'expired-session') return expiredToken(service);
  if (outcome === 'unreachable') {
    return endpointUnreachable(`https://${service.endpointPrefix}.${call.region}.amazonaws.com/`);
  }
  return undefined;
}
