import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgentRegistry } from '../../../../src/agents/registry/agent-registry.js';
import { itemOf } from '../../../../src/agents/registry/table-attributes.js';
import { createTableClient } from '../../../../src/agents/registry/table-client.js';
import { createAgentTable } from '../../../../src/agents/registry/table-source.js';
import type { AgentRegistry } from '../../../../src/domain/agent-registry.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { createNetwork } from '../../../../src/network/network.js';
import { type DynamoDb, startDynamoDb } from '../support/dynamo-db.js';
import { DEFAULTS, RUNTIME_ROW, SEED_ROW } from '../support/rows.js';

const signal = new AbortController().signal;
const network = createNetwork({ loopbackOnly: true });
let dynamoDb: DynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb();
});

afterAll(async () => {
  await dynamoDb.close();
  network.close();
});

function registryOf(table: string, clock = () => 0): AgentRegistry {
  const ask = createTableClient({
    table,
    region: 'us-east-1',
    endpoint: dynamoDb.url,
    agents: network,
    hubCredentials: () => Promise.resolve({ accessKeyId: 'hub', secretAccessKey: 'hub' }),
    retry: { sleep: () => Promise.resolve(), random: () => 0, attempts: 2 },
  });
  const source = createAgentTable({ table, region: 'us-east-1', ask, clock });
  return createAgentRegistry({ source, defaults: DEFAULTS, mayInvoke: () => true });
}

const SEED_ITEM = itemOf({ ...SEED_ROW, agent_key: '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M' });

describe('a registry in a DynamoDB table', () => {
  it('is read with the agents as a file would have them', async () => {
    await dynamoDb.createTable('plain');
    await dynamoDb.put('plain', SEED_ITEM, itemOf(RUNTIME_ROW));

    const { agents, quarantined } = await registryOf('plain').load(signal);

    expect(agents.map(({ key }) => key)).toEqual([
      '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M',
      '222222222222#eu-west-1#invoices-AbCdEf1234#live',
    ]);
    expect(quarantined).toEqual([]);
  });

  it('is read from a table of seed 2’s, with another key', async () => {
    await dynamoDb.createTable('seed-2', 'agent_id');
    await dynamoDb.put('seed-2', itemOf(SEED_ROW));

    const { agents } = await registryOf('seed-2').load(signal);

    expect(agents.map(({ name }) => name)).toEqual(['CrowleyVesselOperationsAssistant']);
  });

  it('has a string set read as its members, which the SDK’s own conversion writes as {}', async () => {
    await dynamoDb.createTable('sets');
    await dynamoDb.put('sets', { ...SEED_ITEM, capabilities: { SS: ['Vessel info', 'Documents'] } });

    const { agents } = await registryOf('sets').load(signal);

    expect(agents[0]?.capabilities).toEqual(['Documents', 'Vessel info']);
  });

  it('has rows quarantined that a filter on the table would quietly leave out or take', async () => {
    await dynamoDb.createTable('bad');
    await dynamoDb.put(
      'bad',
      SEED_ITEM,
      // `enabled = :true` does not match a string.
      { ...SEED_ITEM, agent_key: { S: 'a' }, enabled: { S: 'true' } },
      // `contains(capabilities, "Vessel")` matches part of a string.
      { ...SEED_ITEM, agent_key: { S: 'b' }, capabilities: { S: 'Vessel info' } },
      { ...SEED_ITEM, agent_key: { S: 'c' }, account_id: { N: '152864141302' } },
      { ...SEED_ITEM, agent_key: { S: 'd' }, alias_id: { S: 'IO1GTTHP0M"' } },
      { ...SEED_ITEM, agent_key: { S: 'e' }, name: { B: Buffer.from('x') } },
      SEED_ROW_UNDER_A_WRONG_KEY,
    );

    const { agents, quarantined } = await registryOf('bad').load(signal);

    expect(agents.map(({ key }) => key)).toEqual(['152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M']);
    expect(quarantined.map(({ row, field, suggestion }) => [row, field, suggestion])).toEqual([
      ['item a CrowleyVesselOperationsAssistant', 'enabled', 'write true, without quotation marks'],
      ['item b CrowleyVesselOperationsAssistant', 'capabilities', 'write ["Vessel info"]'],
      ['item c CrowleyVesselOperationsAssistant', 'account_id', 'a number loses leading zeros: write "152864141302"'],
      ['item d CrowleyVesselOperationsAssistant', 'alias_id', 'write "IO1GTTHP0M"'],
      ['item e', 'name', 'write a name for people, as a string'],
      [
        'item wrong CrowleyVesselOperationsAssistant',
        'agent_key',
        'write "152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M", or let `central-ops agents import` write the row',
      ],
    ]);
  });

  it('is read to its last page', async () => {
    await dynamoDb.createTable('long');
    // DynamoDB ends a page at one megabyte.
    const description = 'x'.repeat(900);
    const padding = { L: Array.from({ length: 40 }, () => ({ S: 'y'.repeat(250) })) };
    const items = Array.from({ length: 120 }, (_, index) => {
      const id = `AGENT${String(index).padStart(5, '0')}`;
      return {
        ...SEED_ITEM,
        agent_key: { S: `152864141302#us-east-1#${id}#IO1GTTHP0M` },
        agent_id: { S: id },
        description: { S: description },
        example_queries: padding,
      };
    });
    await dynamoDb.put('long', ...items);
    const before = dynamoDb.requests.length;

    const { agents, quarantined } = await registryOf('long').load(signal);

    expect([agents.length, quarantined.length]).toEqual([120, 0]);
    expect(dynamoDb.requests.slice(before)).toEqual(['Scan', 'Scan']);
  });

  it('is read once by readers that come together, and again ten seconds later', async () => {
    await dynamoDb.createTable('shared');
    await dynamoDb.put('shared', SEED_ITEM);
    let now = 0;
    const registry = registryOf('shared', () => now);
    const before = dynamoDb.requests.length;

    await Promise.all([registry.load(signal), registry.load(signal)]);
    await registry.load(signal);
    now = 10_000;
    await registry.load(signal);

    expect(dynamoDb.requests.slice(before)).toEqual(['Scan', 'Scan']);
  });

  it('says that there is no such table, and how to make one', async () => {
    const failure: unknown = await registryOf('nowhere')
      .load(signal)
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(CentralOpsError);
    expect(failure).toMatchObject({
      code: 'configuration',
      message: 'There is no DynamoDB table nowhere in us-east-1, where the agent registry should be.',
      nextStep: expect.stringContaining(
        'aws dynamodb create-table --table-name nowhere --region us-east-1 --billing-mode PAY_PER_REQUEST',
      ),
    });
  });

  it('is given up when the reader is', async () => {
    const failure: unknown = await registryOf('plain')
      .load(AbortSignal.abort(new Error('enough')))
      .catch((error: unknown) => error);

    expect(failure).toEqual(new Error('enough'));
  });
});

const SEED_ROW_UNDER_A_WRONG_KEY = { ...SEED_ITEM, agent_key: { S: 'wrong' } };
