import { createPrincipal } from '../../../src/sandbox/identity/principal.js';
import { parsePolicy } from '../../../src/sandbox/identity/policy.js';
import { generateOrganization } from '../../../src/sandbox/organization/organization.js';
import type { SandboxAccount } from '../../../src/sandbox/organization/model.js';
import { callService } from '../../../src/sandbox/services/call-service.js';
import { AwsFault } from '../../../src/sandbox/services/aws-fault.js';
import { createPager } from '../../../src/sandbox/services/paging.js';
import type { JsonObject } from '../../../src/domain/json.js';

export interface Answer {
  readonly service: string;
  readonly operation: string;
  readonly response: JsonObject;
}

/** Asks one account as an administrator would, and keeps every answer. */
export function createSurveyor(account: SandboxAccount, pageSize?: number) {
  const answers: Answer[] = [];
  const principal = createPrincipal(
    {
      kind: 'role-session',
      accountId: account.id,
      arn: `arn:aws:sts::${account.id}:assumed-role/Administrator/survey`,
      userId: 'AROAEXAMPLE:survey',
      identityKey: account.id,
      sourceIdentity: undefined,
    },
    { identity: parsePolicy('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'), session: undefined },
  );
  const page = createPager('survey', pageSize);
  const ask = (service: string, operation: string, region: string, params: JsonObject = {}): JsonObject => {
    const call = { service, operation, region, params };
    const response = callService(call, { account, principal, page, fault: () => undefined, mutated: () => undefined });
    answers.push({ service, operation, response });
    return response;
  };
  /** For what may be absent: the error's code instead of an answer. */
  const tryAsk = (service: string, operation: string, region: string, params: JsonObject): JsonObject | string => {
    try {
      return ask(service, operation, region, params);
    } catch (error) {
      if (error instanceof AwsFault) return error.code ?? error.pythonType;
      throw error;
    }
  };
  return { answers, ask, tryAsk };
}

export function workloadAccounts(accounts: number, seed = 1): readonly SandboxAccount[] {
  return generateOrganization({ seed, accounts }).accounts.slice(1);
}
