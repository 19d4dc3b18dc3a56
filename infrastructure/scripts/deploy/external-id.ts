import { randomBytes } from 'node:crypto';
import { GetParameterCommand, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { isNamed, type Surroundings } from './progress.js';

/**
 * The external id that the agent presents and the roles ask for: one for the organization, made once, kept as a
 * SecureString in the central account and never printed. Undefined when there is none yet and `create` is false.
 */
export async function externalId(
  client: SSMClient,
  name: string,
  around: Surroundings,
  { create }: { readonly create: boolean },
): Promise<string | undefined> {
  try {
    const command = new GetParameterCommand({ Name: name, WithDecryption: true });
    const { Parameter } = await client.send(command, { abortSignal: around.signal });
    if (Parameter?.Value !== undefined) return Parameter.Value;
  } catch (error) {
    if (!isNamed(error, 'ParameterNotFound')) throw error;
  }
  if (!create) return undefined;
  const value = randomBytes(24).toString('hex');
  await client.send(
    new PutParameterCommand({
      Name: name,
      Value: value,
      Type: 'SecureString',
      Description: 'The external id of the roles that Central Ops assumes.',
    }),
    { abortSignal: around.signal },
  );
  around.say(`parameter ${name}: created, with a new external id`);
  return value;
}

/** The most that a parameter of the advanced tier holds: https://docs.aws.amazon.com/general/latest/gr/ssm.html. */
export const PARAMETER_BYTES = 8192;

/** Keeps the account registry as a parameter; written again only when it is another one. */
export async function putRegistry(client: SSMClient, name: string, text: string, around: Surroundings): Promise<void> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name }), { abortSignal: around.signal });
    if (Parameter?.Value === text) {
      around.say(`parameter ${name}: nothing to change`);
      return;
    }
  } catch (error) {
    if (!isNamed(error, 'ParameterNotFound')) throw error;
  }
  const command = new PutParameterCommand({
    Name: name,
    Value: text,
    Type: 'String',
    Tier: 'Intelligent-Tiering',
    Overwrite: true,
  });
  await client.send(command, { abortSignal: around.signal });
  around.say(`parameter ${name}: written`);
}
