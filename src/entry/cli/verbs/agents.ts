import type { Verb } from '../program.js';
import { agentsCheck } from './agents/check.js';
import { agentsImport } from './agents/import.js';
import { agentsInvoke } from './agents/invoke.js';
import { agentsList } from './agents/list.js';

/** `central-ops agents …`: the agents of other accounts. */
export const agents: Verb = (program, run) => {
  const command = program.command('agents').description('list, check, import and invoke the agents of other accounts');
  for (const verb of [agentsList, agentsCheck, agentsImport, agentsInvoke]) verb(command, run);
};
