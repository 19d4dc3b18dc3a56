import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../domain/canonical-json.js';
import { CentralOpsError } from '../../domain/errors.js';
import { itemOf, jsonOfItem } from '../registry/table-attributes.js';
import { type AskTable, isRefusedCondition } from '../registry/table-client.js';
import type { PlannedRow } from './import-plan.js';
import type { RegistryWriter } from './registry-writer.js';

/**
 * A DynamoDB table: one conditional `PutItem` per row. Every row is whole or as it was, and nobody's change is written over. Not a
 * transaction: rows do not depend on each other, a transaction ends at a hundred, and doing the same import again writes
 * exactly what is missing.
 */
export function createTableWriter({
  table,
  region,
  ask,
}: {
  readonly table: string;
  readonly region: string;
  readonly ask: AskTable;
}): RegistryWriter {
  const origin = `the DynamoDB table ${table} in ${region}`;

  /** As it is stored: a set, or a number in another spelling, is not what was made of it for the plan. */
  async function stored({ agent, before }: PlannedRow, signal: AbortSignal): Promise<Item | undefined> {
    const { Item: item } = await ask(
      'GetItem',
      (client, { GetItemCommand }) =>
        client.send(
          new GetItemCommand({ TableName: table, Key: { agent_key: { S: agent.key } }, ConsistentRead: true }),
          { abortSignal: signal },
        ),
      signal,
    );
    const same =
      item === undefined || before === undefined
        ? item === undefined && before === undefined
        : canonicalJson(jsonOfItem(item)) === canonicalJson(before);
    if (!same) throw new RowChanged();
    return item;
  }

  async function put(planned: PlannedRow, signal: AbortSignal): Promise<void> {
    const condition = conditionFor(await stored(planned, signal));
    await ask(
      'PutItem',
      (client, { PutItemCommand }) =>
        client.send(new PutItemCommand({ TableName: table, Item: itemOf(planned.row), ...condition }), {
          abortSignal: signal,
        }),
      signal,
    );
  }

  return {
    origin,
    async write(planned, signal) {
      for (const [done, row] of planned.entries()) {
        try {
          // In order, so that a failure leaves a known beginning.
          // oxlint-disable-next-line no-await-in-loop
          await put(row, signal);
        } catch (error) {
          throw stopped(origin, row, done, planned.length, error, signal);
        }
      }
    },
  };
}

type Item = Readonly<Record<string, AttributeValue>>;

/** The row is not what the plan was made for. Never seen outside this file. */
class RowChanged extends Error {}

/** The row is not there at all, or the same in every field. */
function conditionFor(item: Item | undefined) {
  if (item === undefined) return { ConditionExpression: 'attribute_not_exists(agent_key)' };
  // Lists were compared when the row was read, a moment ago; not every server of the protocol compares them here.
  const fields = Object.entries(item).filter(([, { L, M }]) => L === undefined && M === undefined);
  return {
    ConditionExpression: fields.map((_field, index) => `#f${index} = :v${index}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#f${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(fields.map(([, value], index) => [`:v${index}`, value])),
  };
}

function stopped(
  origin: string,
  { agent }: PlannedRow,
  done: number,
  all: number,
  error: unknown,
  signal: AbortSignal,
): unknown {
  if (signal.aborted) return error;
  const why =
    isRefusedCondition(error) || error instanceof RowChanged
      ? 'somebody changed the row meanwhile'
      : error instanceof Error
        ? error.message
        : String(error);
  return new CentralOpsError(
    error instanceof CentralOpsError ? error.code : 'registry-invalid',
    `${done} of ${all} rows were written to ${origin}; ${agent.name} was not: ${why}`,
    {
      facts: { written: done, rows: all },
      nextStep:
        error instanceof CentralOpsError && error.nextStep !== undefined
          ? error.nextStep
          : 'Import again: what was written is not written twice, and the difference is worked out anew.',
      ...(error instanceof CentralOpsError ? { cause: error } : {}),
    },
  );
}
