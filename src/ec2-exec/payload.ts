import { z } from 'zod';
import type { JsonObject } from '../domain/json.js';
import { CentralOpsError } from '../domain/errors.js';
import { inertLine } from '../results/inert.js';
import { foreignCharacters } from './command-text.js';

const payloadShape = z.strictObject({
  accountId: z.string(),
  accountName: z.string(),
  roleName: z.string(),
  region: z.string(),
  instanceId: z.string(),
  instanceName: z.string().nullable(),
  platform: z.enum(['linux', 'windows']),
  /** The tags for which it is allowed, as they were when it was shown. */
  tags: z.record(z.string(), z.string()),
  document: z.string(),
  command: z.string(),
  executionSeconds: z.int(),
});

/** Exactly what will be run, and where: what an approval is for. */
export type Ec2CommandPayload = Readonly<z.output<typeof payloadShape>>;

export function toJson(payload: Ec2CommandPayload): JsonObject {
  return { ...payload };
}

export function readPayload(payload: JsonObject): Ec2CommandPayload {
  const parsed = payloadShape.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new CentralOpsError('approval-tampered', 'the approval is for something else than a command. Nothing was run', {
    nextStep: 'Ask for the command again.',
  });
}

/** Everything that is decided about, for a terminal, a form or a message. Text that is not ours is inert in it. */
export function summaryOf(payload: Ec2CommandPayload): string {
  const { accountId, accountName, roleName, region, instanceId, instanceName, platform, tags, document, command } =
    payload;
  const tagText = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const foreign = foreignCharacters(command);
  return [
    `Run this command as ${platform === 'windows' ? 'SYSTEM' : 'root'} on an EC2 instance?`,
    '',
    ...command.split('\n').map((line) => `  | ${inertLine(line)}`),
    '',
    ...(foreign.length === 0 ? [] : [`  Not ASCII: ${foreign.map(inertLine).join(', ')}`]),
    `  Instance  ${instanceId}${instanceName === null ? '' : ` (${inertLine(instanceName)})`}, ${platform === 'windows' ? 'Windows' : 'Linux'}, ${tagText.map(inertLine).join(', ')}`,
    `  Account   ${inertLine(accountName)} (${accountId})`,
    `  Role      ${roleName}`,
    `  Region    ${region}`,
    `  Document  ${document}, at most ${String(payload.executionSeconds)} s`,
  ].join('\n');
}
