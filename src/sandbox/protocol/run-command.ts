import { z } from 'zod';
import type { JsonObject } from '../../domain/json.js';
import type { Commands, CommandState, SentCommand } from '../commands/commands.js';
import type { Ec2Instance } from '../organization/model.js';
import type { Organization } from '../organization/organization.js';
import { type AskedBy, TargetError, type TargetService } from './json-target.js';

/** Linux alone: the sandbox has no Windows machines, though the document exists. */
const DOCUMENTS: readonly string[] = ['AWS-RunShellScript', 'AWS-RunPowerShellScript'];

const ID = z.string().regex(/^(?:i-(?:[0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/u);

const sendShape = z.object({
  DocumentName: z.string(),
  InstanceIds: z.array(ID).min(1).max(50),
  Parameters: z.record(z.string(), z.array(z.string())).default({}),
  Comment: z.string().max(100).default(''),
  TimeoutSeconds: z.int().min(30).max(2_592_000).default(3600),
});
const invocationShape = z.object({ CommandId: z.uuid(), InstanceId: ID });
const cancelShape = z.object({ CommandId: z.uuid(), InstanceIds: z.array(ID).default([]) });
const describeShape = z.object({
  Filters: z.array(z.object({ Key: z.string(), Values: z.array(z.string()).min(1) })).default([]),
  MaxResults: z.int().min(5).max(50).default(50),
  NextToken: z.string().regex(/^\d+$/u).default('0'),
});

/**
 * Run Command of Systems Manager. An instance is managed when it has an instance profile; one that is not running has lost its
 * connection. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
 */
export function runCommand(
  organization: Organization,
  commands: Commands,
): Pick<TargetService, 'operations' | 'resources'> {
  const instancesOf = ({ principal, region }: AskedBy): readonly Ec2Instance[] => {
    const account = organization.account(principal.accountId);
    return account !== undefined && account.enabledRegions.includes(region)
      ? account.regional(region).ec2Instances.filter(isManaged)
      : [];
  };

  return {
    resources: {
      SendCommand(input, { principal, region }) {
        const { DocumentName, InstanceIds } = read(sendShape, input);
        const owner = DocumentName.startsWith('AWS-') ? '' : principal.accountId;
        return [
          `arn:aws:ssm:${region}:${owner}:document/${DocumentName}`,
          ...InstanceIds.map((id) => `arn:aws:ec2:${region}:${principal.accountId}:instance/${id}`),
        ];
      },
    },
    operations: {
      DescribeInstanceInformation(input, asked) {
        const { Filters, MaxResults, NextToken } = read(describeShape, input);
        const wanted = Filters.filter(({ Key }) => Key === 'InstanceIds').map(({ Values }) => Values);
        if (wanted.length !== Filters.length) {
          throw new TargetError('InvalidFilterKey', 'The sandbox filters by InstanceIds alone.');
        }
        const found = instancesOf(asked).filter(({ id }) => wanted.every((ids) => ids.includes(id)));
        const start = Number(NextToken);
        const end = start + MaxResults;
        return {
          InstanceInformationList: found.slice(start, end).map(informationOf),
          ...(end < found.length ? { NextToken: String(end) } : {}),
        };
      },
      SendCommand(input, asked) {
        const { DocumentName, InstanceIds, Parameters, Comment, TimeoutSeconds } = read(sendShape, input);
        if (!DOCUMENTS.includes(DocumentName)) {
          throw new TargetError('InvalidDocument', `Document with name ${DocumentName} does not exist.`);
        }
        const lines = Parameters['commands'];
        if (lines === undefined) throw new TargetError('InvalidParameters', 'Parameter commands is missing.');
        const managed = instancesOf(asked);
        const chosen = InstanceIds.flatMap(
          (id) => managed.find((each) => each.id === id && each.state === 'running') ?? [],
        );
        const [instance] = chosen;
        if (instance === undefined || chosen.length !== InstanceIds.length) {
          throw new TargetError(
            'InvalidInstanceId',
            `Instances [[${InstanceIds.join(', ')}]] not in a valid state for account ${asked.principal.accountId}`,
          );
        }
        if (chosen.length > 1)
          throw new TargetError('ValidationException', 'The sandbox takes one instance at a time.');
        const sent = commands.send(
          {
            accountId: asked.principal.accountId,
            region: asked.region,
            instanceId: instance.id,
            document: DocumentName,
            commands: lines,
            comment: Comment,
            deliverySeconds: TimeoutSeconds,
            executionSeconds: Number(Parameters['executionTimeout']?.[0] ?? '3600'),
            sentBy: asked.principal.arn,
          },
          instance,
        );
        return { Command: commandWire(sent, Parameters) };
      },
      GetCommandInvocation(input, { principal, region }) {
        const { CommandId, InstanceId } = read(invocationShape, input);
        const command = commands.find(principal.accountId, region, CommandId);
        const state = command?.instanceId === InstanceId ? commands.stateOf(CommandId) : undefined;
        if (command === undefined || state === undefined) throw new TargetError('InvocationDoesNotExist', '');
        return invocationWire(command, state);
      },
      CancelCommand(input, { principal, region }) {
        const { CommandId, InstanceIds } = read(cancelShape, input);
        const command = commands.find(principal.accountId, region, CommandId);
        if (command === undefined) throw new TargetError('InvalidCommandId', '');
        if (InstanceIds.length === 0 || InstanceIds.includes(command.instanceId)) commands.cancel(CommandId);
        return {};
      },
    },
  };
}

function isManaged({ instanceProfile, state }: Ec2Instance): boolean {
  return instanceProfile !== null && state !== 'terminated';
}

function read<Shape extends z.ZodType>(shape: Shape, input: JsonObject): z.infer<Shape> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  const member = String(problem?.path[0] ?? 'input');
  throw new TargetError(
    'ValidationException',
    `1 validation error detected: Value at '${member.charAt(0).toLowerCase()}${member.slice(1)}' failed to satisfy constraint: ${problem?.message ?? ''}`,
  );
}

function informationOf(instance: Ec2Instance): JsonObject {
  return {
    InstanceId: instance.id,
    PingStatus: instance.state === 'running' ? 'Online' : 'ConnectionLost',
    LastPingDateTime: 1_790_000_000,
    AgentVersion: '3.3.2299.0',
    IsLatestVersion: true,
    PlatformType: 'Linux',
    PlatformName: 'Amazon Linux',
    PlatformVersion: '2023',
    ResourceType: 'EC2Instance',
    IPAddress: instance.privateIp ?? '',
    ComputerName: instance.privateIp === null ? '' : `ip-${instance.privateIp.replaceAll('.', '-')}.ec2.internal`,
  };
}

function commandWire(command: SentCommand, parameters: Readonly<Record<string, string[]>>): JsonObject {
  return {
    CommandId: command.commandId,
    DocumentName: command.document,
    DocumentVersion: '',
    Comment: command.comment,
    ExpiresAfter: (command.sentAt + command.deliverySeconds * 1000) / 1000,
    Parameters: parameters,
    InstanceIds: [command.instanceId],
    Targets: [],
    RequestedDateTime: command.sentAt / 1000,
    Status: 'Pending',
    StatusDetails: 'Pending',
    OutputS3BucketName: '',
    OutputS3KeyPrefix: '',
    MaxConcurrency: '50',
    MaxErrors: '0',
    TargetCount: 1,
    CompletedCount: 0,
    ErrorCount: 0,
    DeliveryTimedOutCount: 0,
    ServiceRole: '',
    TimeoutSeconds: command.deliverySeconds,
  };
}

function invocationWire(command: SentCommand, state: CommandState): JsonObject {
  return {
    CommandId: command.commandId,
    InstanceId: command.instanceId,
    Comment: command.comment,
    DocumentName: command.document,
    DocumentVersion: '',
    PluginName: command.document === 'AWS-RunShellScript' ? 'aws:runShellScript' : 'aws:runPowerShellScript',
    ResponseCode: state.responseCode,
    ExecutionStartDateTime: isoOf(command.sentAt),
    ExecutionElapsedTime: state.endedAt === undefined ? '' : `PT${String((state.endedAt - command.sentAt) / 1000)}S`,
    ExecutionEndDateTime: state.endedAt === undefined ? '' : isoOf(state.endedAt),
    Status: state.status,
    StatusDetails: state.details,
    StandardOutputContent: state.stdout,
    StandardOutputUrl: '',
    StandardErrorContent: state.stderr,
    StandardErrorUrl: '',
    CloudWatchOutputConfig: { CloudWatchLogGroupName: '', CloudWatchOutputEnabled: false },
  };
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
