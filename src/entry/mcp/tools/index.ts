import type { Composition } from '../../../compose.js';
import type { SignIns } from '../sign-ins.js';
import type { DefinedTool } from '../tool.js';
import { createAskAccounts } from './ask-accounts.js';
import { createAwsSsoExecCommand } from './aws-sso-exec-command.js';
import { createAwsSsoEc2ExecCommand } from './aws-sso-ec2-exec-command.js';
import { createAwsSsoLogin, type SignInUses } from './aws-sso-login.js';
import { createAwsSsoLsAccounts } from './aws-sso-ls-accounts.js';
import { createAwsSsoStatus } from './aws-sso-status.js';
import { createGetRows } from './get-rows.js';
import { createInvokeAgentTool } from './invoke-agent.js';
import { createListAccounts } from './list-accounts.js';
import { createListAgents } from './list-agents.js';
import { createQueryAccounts } from './query-accounts.js';
import { createResumeRun } from './resume-run.js';

export interface ToolsUses
  extends
    Pick<
      Composition,
      | 'operations'
      | 'listAccounts'
      | 'clock'
      | 'commands'
      | 'allowsMutations'
      | 'ec2Commands'
      | 'agentRegistry'
      | 'invokesAgents'
    >,
    Pick<SignInUses, 'identityCenter'> {
  /** Sign-ins of the person that this server is for; undefined where it serves others too. */
  readonly signIns: SignIns | undefined;
}

/** Every tool that a door offers, in the order in which they are listed; what is switched off is not among them. */
export function createTools(uses: ToolsUses): readonly DefinedTool[] {
  const { signIns, ec2Commands, invokesAgents } = uses;
  return [
    createAskAccounts(uses),
    createQueryAccounts(uses),
    createListAccounts(uses),
    createGetRows(uses),
    createListAgents(uses),
    ...(invokesAgents ? [createInvokeAgentTool(uses)] : []),
    ...(signIns === undefined ? [] : ownTools({ ...uses, signIns })),
    ...(ec2Commands === undefined ? [] : [createAwsSsoEc2ExecCommand({ ec2Commands })]),
    ...(invokesAgents || ec2Commands !== undefined ? [createResumeRun(uses)] : []),
  ];
}

/** What goes through the sign-in of the person who runs this program. */
function ownTools(uses: ToolsUses & { readonly signIns: SignIns }): readonly DefinedTool[] {
  return [
    createAwsSsoLogin(uses),
    createAwsSsoStatus(uses),
    createAwsSsoLsAccounts(uses),
    createAwsSsoExecCommand(uses),
  ];
}
