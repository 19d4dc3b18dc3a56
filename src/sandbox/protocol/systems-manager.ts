import type { Commands } from '../commands/commands.js';
import type { Organization } from '../organization/organization.js';
import type { TargetService } from './json-target.js';
import { parameterStore } from './parameter-store.js';
import { runCommand } from './run-command.js';

/** Systems Manager: the parameters of the hub's account, and commands on the instances of all. */
export function systemsManager(options: {
  readonly parameters: ReadonlyMap<string, string>;
  readonly organization: Organization;
  readonly commands: Commands;
}): TargetService {
  const commands = runCommand(options.organization, options.commands);
  return {
    signingName: 'ssm',
    prefix: 'AmazonSSM',
    actionPrefix: 'ssm',
    operations: { ...parameterStore(options.parameters), ...commands.operations },
    ...(commands.resources === undefined ? {} : { resources: commands.resources }),
  };
}
