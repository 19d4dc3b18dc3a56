/** In the order in which one failing makes the next ones pointless. */
export const CHECKS = {
  configuration: 'the settings are complete and can be used together',
  'sign-in': 'this process has an identity of its own, and AWS knows it',
  registry: 'there is a list of accounts, and it is in order',
  'sts-reach': 'this machine reaches STS',
  clock: 'signatures made here are accepted: they are good for five minutes around AWS’s time',
  'assume-role':
    'the account lets this process in, with the role, the external id and the session policy that are configured',
  'external-id': 'nobody gets in who does not know the external id',
  identity: 'the credentials belong to the account that was asked for',
  'mcp-session': 'the AWS MCP Server accepts these credentials and offers its script tool',
  reads: 'the role may read the six core services',
  'role-width': 'the role of these sessions cannot do more than read',
  'agent-row': 'what the agent registry says is in order',
  'agent-overlap': 'a question can tell the agents apart',
  'agent-hub-permission': 'the hub’s own policy lets it assume the role that invokes the agent',
  'agent-trust': 'the role’s trust policy lets the hub in',
  'agent-external-id': 'the external id is the one that the trust policy demands',
  'agent-role': 'the role opens',
  'agent-identity': 'the credentials belong to the agent’s account',
  'agent-found': 'the agent and its alias are there, in this account and Region, and take invocations',
  'agent-session': 'the session that invokes belongs to that account, and may invoke this agent alone',
  'agent-invocation': 'the role may invoke the agent, and the agent answers',
} as const;

export type CheckName = keyof typeof CHECKS;

export interface CheckResult {
  readonly check: CheckName;
  /** Absent with `agent`: a check of the hub. */
  readonly account?: { readonly id: string; readonly name: string };
  /** A check of an agent. */
  readonly agent?: { readonly id: string; readonly name: string; readonly key: string };
  /** `skip` says why in `saw`: an earlier check failed, or this one does not apply. */
  readonly status: 'pass' | 'fail' | 'warn' | 'skip';
  /** What was seen, for an operator; no secrets. */
  readonly saw: string;
  /** What to do, exactly: a command to run, a statement to add. */
  readonly fix?: string;
}
