import type { EC2Client } from '@aws-sdk/client-ec2';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { awsClientOptions } from '../aws/client-options.js';
import { awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { type Attempt, gatewayError } from './errors.js';
import type { CommandPlace, Ec2Gateway } from './gateway.js';

export interface AwsGatewayUses {
  /** Of this account and role, for this one command. */
  readonly credentials: AwsCredentials;
  readonly agents: Agents;
  readonly retry: RetryOptions;
  /** Only for other endpoints than AWS's. */
  readonly ec2Endpoint?: string;
  readonly ssmEndpoint?: string;
}

const READ_INSTANCE = { doing: 'read the instance and its tags', action: 'ec2:DescribeInstances' };
const READ_AGENT = { doing: 'ask for the SSM Agent', action: 'ssm:DescribeInstanceInformation' };
const SEND = { doing: 'send the command', action: 'ssm:SendCommand' };
const READ_RESULT = { doing: 'read the result', action: 'ssm:GetCommandInvocation' };
const CANCEL = { doing: 'cancel the command', action: 'ssm:CancelCommand' };

/** EC2 and Systems Manager by AWS's own clients, one try per request: what may be repeated is repeated here. */
export async function openAwsGateway(place: CommandPlace, uses: AwsGatewayUses): Promise<Ec2Gateway> {
  // Loaded on first use: the SDK costs more start-up time than most commands take.
  const [ec2Sdk, ssmSdk] = await Promise.all([import('@aws-sdk/client-ec2'), import('@aws-sdk/client-ssm')]);
  const { agents, credentials } = uses;
  const identity = { credentials: () => sdkIdentity(() => Promise.resolve(credentials)) };
  const ec2: EC2Client = new ec2Sdk.EC2Client({
    ...awsClientOptions(agents, place.region, uses.ec2Endpoint),
    ...identity,
  });
  const ssm: SSMClient = new ssmSdk.SSMClient({
    ...awsClientOptions(agents, place.region, uses.ssmEndpoint),
    ...identity,
  });
  const InstanceIds = [place.instanceId];
  const secrets = [credentials.secretAccessKey, credentials.sessionToken ?? ''];

  /** `unlessCode` is AWS's word for what is not there. */
  const ask = async <Reply>(
    attempt: Attempt,
    request: () => Promise<Reply>,
    unlessCode?: string,
  ): Promise<Reply | undefined> => {
    try {
      return await request();
    } catch (error) {
      if (error instanceof CentralOpsError) throw error;
      const failure = awsFailure(error, secrets);
      if (failure.code === unlessCode) return undefined;
      throw gatewayError(place, attempt, failure);
    }
  };
  const read = <Reply>(attempt: Attempt, signal: AbortSignal, request: () => Promise<Reply>, unlessCode?: string) =>
    withRetries(() => ask(attempt, request, unlessCode), isPassing, { ...uses.retry, attempts: 4 }, signal);

  return {
    async instance(signal) {
      const command = new ec2Sdk.DescribeInstancesCommand({ InstanceIds });
      const request = () => ec2.send(command, { abortSignal: signal });
      const reply = await read(READ_INSTANCE, signal, request, 'InvalidInstanceID.NotFound');
      const found = reply?.Reservations?.flatMap(({ Instances = [] }) => Instances).find(
        ({ InstanceId }) => InstanceId === place.instanceId,
      );
      if (found === undefined) return undefined;
      const tags = Object.fromEntries((found.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
      return { name: tags['Name'] ?? null, state: found.State?.Name ?? 'unknown', tags };
    },
    async agent(signal) {
      const Filters = [{ Key: 'InstanceIds', Values: InstanceIds }];
      const command = new ssmSdk.DescribeInstanceInformationCommand({ Filters });
      const reply = await read(READ_AGENT, signal, () => ssm.send(command, { abortSignal: signal }));
      const found = reply?.InstanceInformationList?.find(({ InstanceId }) => InstanceId === place.instanceId);
      return found === undefined
        ? undefined
        : { ping: found.PingStatus ?? 'unknown', platform: found.PlatformType ?? 'unknown' };
    },
    async send({ document, command, deliverySeconds, executionSeconds, comment }) {
      const request = new ssmSdk.SendCommandCommand({
        InstanceIds,
        DocumentName: document,
        Parameters: { commands: [command], executionTimeout: [String(executionSeconds)] },
        TimeoutSeconds: deliverySeconds,
        Comment: comment,
      });
      // Without a signal: a request that is given up half-way may have begun all the same, and could not be cancelled.
      const reply = await ask(SEND, () => ssm.send(request));
      const commandId = reply?.Command?.CommandId;
      if (commandId !== undefined) return commandId;
      throw new CentralOpsError('credentials-unavailable', 'Systems Manager took the command and gave it no id');
    },
    async invocation(commandId, signal) {
      const command = new ssmSdk.GetCommandInvocationCommand({ CommandId: commandId, InstanceId: place.instanceId });
      const request = () => ssm.send(command, { abortSignal: signal });
      const found = await ask(READ_RESULT, request, 'InvocationDoesNotExist');
      if (found === undefined) return undefined;
      return {
        status: found.Status ?? 'Pending',
        details: found.StatusDetails ?? '',
        responseCode: found.ResponseCode ?? -1,
        stdout: found.StandardOutputContent ?? '',
        stderr: found.StandardErrorContent ?? '',
      };
    },
    async cancel(commandId, signal) {
      const command = new ssmSdk.CancelCommandCommand({ CommandId: commandId, InstanceIds });
      await read(CANCEL, signal, () => ssm.send(command, { abortSignal: signal }));
    },
  };
}

/** What goes away by itself, and had no effect or can have none. */
export function isPassing(error: unknown): boolean {
  return error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable');
}
