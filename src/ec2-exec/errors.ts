import { type AwsFailure, ERROR_CODES } from '../aws/failure.js';
import { CentralOpsError } from '../domain/errors.js';
import { inertLine } from '../results/inert.js';
import type { CommandPlace } from './gateway.js';

/** What was tried, for messages: "send the command", "read the instance and its tags". */
export type Attempt = { readonly doing: string; readonly action: string };

/** A refusal or failure of EC2 or Systems Manager in the operator's words. */
export function gatewayError(place: CommandPlace, { doing, action }: Attempt, failure: AwsFailure): CentralOpsError {
  const { kind, code, message, cause } = failure;
  const facts = { ...placeFacts(place), action, awsCode: code };
  if (code === 'InvalidInstanceId') return notManaged(place, `Systems Manager says: ${message}`);
  if (kind === 'denied') {
    return new CentralOpsError(
      'credentials-denied',
      `Access denied. The role "${place.roleName}" does not have permission to execute SSM commands on instance ${place.instanceId}: ` +
        `${action} was refused in ${where(place)} (${code}: ${message})`,
      {
        facts,
        nextStep: `Have whoever runs the account allow ${action} to this role for this instance. Another role is not tried in its place.`,
        cause,
      },
    );
  }
  return new CentralOpsError(
    ERROR_CODES[kind],
    `could not ${doing} on ${place.instanceId} in ${where(place)}: ${code} (${message})`,
    { facts, ...nextStepOf(kind, place), cause },
  );
}

function nextStepOf(kind: AwsFailure['kind'], { region }: CommandPlace): { readonly nextStep?: string } {
  if (kind === 'caller-expired' || kind === 'caller-invalid') {
    return { nextStep: `Authentication required: sign in again, and check that ${region} is enabled in the account.` };
  }
  if (kind === 'throttled') return { nextStep: 'Nothing was run. Ask again in a minute.' };
  return kind === 'unavailable' ? { nextStep: 'Check that this machine reaches the endpoint, then ask again.' } : {};
}

export function notFound(place: CommandPlace): CentralOpsError {
  return new CentralOpsError(
    'instance-unavailable',
    `Instance ${place.instanceId} not found in ${where(place)}. Nothing was run`,
    { facts: placeFacts(place), nextStep: 'Check the id, the account and the Region (--region).' },
  );
}

/** The helpful words of the program that this one follows. */
export function notManaged(place: CommandPlace, why: string): CentralOpsError {
  return new CentralOpsError(
    'instance-unavailable',
    `Instance ${place.instanceId} not found or not connected to SSM. Ensure the instance is running and has the SSM Agent installed. ` +
      `(${where(place)}; ${inertLine(why)}.) Nothing was run`,
    {
      facts: placeFacts(place),
      nextStep:
        'Check that the instance runs, that the SSM Agent runs on it and reaches Systems Manager, and that its instance profile has AmazonSSMManagedInstanceCore.',
    },
  );
}

export function where({ accountId, accountName, region }: CommandPlace): string {
  return `${accountName} (${accountId}), ${region}`;
}

function placeFacts({ accountId, region, instanceId, roleName }: CommandPlace): Readonly<Record<string, string>> {
  return { accountId, region, instanceId, roleName };
}
