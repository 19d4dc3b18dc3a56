import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileWriter } from '../../../../src/agents/import/file-writer.js';
import { planImport } from '../../../../src/agents/import/import-plan.js';
import type { RegistryWriter } from '../../../../src/agents/import/registry-writer.js';
import { createTableWriter } from '../../../../src/agents/import/table-writer.js';
import { rowsOfText } from '../../../../src/agents/registry/parse-agents.js';
import { itemOf, jsonOfItem } from '../../../../src/agents/registry/table-attributes.js';
import { createTableClient } from '../../../../src/agents/registry/table-client.js';
import { createAgentTable } from '../../../../src/agents/registry/table-source.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { JsonObject } from '../../../../src/domain/json.js';
import { createNetwork } from '../../../../src/network/network.js';
import { type DynamoDb, startDynamoDb } from '../support/dynamo-db.js';
import { DEFAULTS, RUNTIME_ROW, SEED_ROW, without } from '../support/rows.js';

const { signal } = new AbortController();
const KEY = '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M';
/** Seed 2's row as it is kept: with what another hub would understand differently. */
const KEPT = { ...SEED_ROW, agent_key: KEY, region: 'us-east-1' };

const raw = (...rows: readonly JsonObject[]) => rows.map((value, index) => ({ place: `agents[${index}]`, value }));
const plan = (file: readonly JsonObject[], present: readonly JsonObject[] = []) =>
  planImport(raw(...file), raw(...present), DEFAULTS, 'new.json');

async function failure(work: Promise<unknown>): Promise<CentralOpsError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CentralOpsError) return error;
  throw new Error('it did not fail as expected', { cause: error });
}

describe('the plan of an import', () => {
  it('tells new, changed and same rows apart, and leaves the others alone', () => {
    const other = { ...SEED_ROW, agent_id: 'OTHER12345', name: 'Other' };
    const broken = { ...SEED_ROW, alias_id: 'IO1GTTHP0M"' };

    const {
      writes,
      same,
      others,
      broken: left,
    } = plan(
      [{ ...SEED_ROW, description: 'Ships.' }, RUNTIME_ROW, { ...other, agent_id: 'SAME123456' }],
      [
        KEPT,
        {
          ...other,
          agent_id: 'SAME123456',
          agent_key: '152864141302#us-east-1#SAME123456#IO1GTTHP0M',
          region: 'us-east-1',
        },
        other,
        broken,
      ],
    );

    expect(writes.map(({ agent, before, changed }) => [agent.key, before === undefined, changed])).toEqual([
      [KEY, false, ['description']],
      [RUNTIME_ROW['agent_key'], true, []],
    ]);
    expect(writes[0]?.row).toEqual({ ...KEPT, description: 'Ships.' });
    expect(same.map(({ agentId }) => agentId)).toEqual(['SAME123456']);
    expect(others.map(({ name }) => name)).toEqual(['Other']);
    expect(left.map(({ row }) => row)).toEqual(['agents[3] CrowleyVesselOperationsAssistant']);
  });

  it('writes nothing of a file with one bad row, and says everything that is wrong', () => {
    expect(() => plan([SEED_ROW, { ...RUNTIME_ROW, enabled: 'yes', qualifier: '' }])).toThrow(
      'new.json was not imported: it has 2 mistakes.\n' +
        '  agents[1] Invoices: enabled "yes" is a string, not true or false; write true, without quotation marks.\n' +
        '  agents[1] Invoices: qualifier "" is not the name of an endpoint, such as "DEFAULT"; write the name of an endpoint, such as "DEFAULT".',
    );
    expect(() => plan([SEED_ROW, SEED_ROW])).toThrow('once more');
    expect(() => plan([])).toThrow('new.json has no agent in it.');
  });
});

describe('importing into a file', () => {
  let directory: string;
  const pathOf = (name: string): string => join(directory, name);
  const writer = (name: string): RegistryWriter => createFileWriter(pathOf(name), DEFAULTS, Date.now);
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(pathOf(name), 'utf8'));

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'central-ops-import-'));
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('makes it, and changes nothing when the same is imported again', async () => {
    await writer('made.json').write(plan([SEED_ROW]).writes, signal);

    expect(await read('made.json')).toEqual({ agents: [KEPT] });
    const again = planImport(
      raw(SEED_ROW),
      rowsOfText(await readFile(pathOf('made.json'), 'utf8'), 'made.json'),
      DEFAULTS,
      'new.json',
    );
    expect([again.writes, again.same.length]).toEqual([[], 1]);
    expect(await readdir(directory)).toEqual(['made.json']);
  });

  it('keeps rows that it does not know or cannot use, where they are', async () => {
    const broken = { ...SEED_ROW, alias_id: 'IO1GTTHP0M"' };
    await writeFile(pathOf('old.json'), JSON.stringify([broken, SEED_ROW, 'nonsense']));

    await writer('old.json').write(plan([RUNTIME_ROW, { ...SEED_ROW, name: 'New' }], [SEED_ROW]).writes, signal);

    expect(await read('old.json')).toEqual({ agents: [broken, { ...KEPT, name: 'New' }, 'nonsense', RUNTIME_ROW] });
  });

  it('writes nothing when somebody changed or removed a row meanwhile', async () => {
    const { writes } = plan([RUNTIME_ROW, { ...SEED_ROW, name: 'New' }], [SEED_ROW]);
    const changed = JSON.stringify([{ ...SEED_ROW, name: 'Theirs' }]);
    await writeFile(pathOf('changed.json'), changed);
    await writeFile(pathOf('removed.json'), '[]');

    const [theirs, gone] = [
      await failure(writer('changed.json').write(writes, signal)),
      await failure(writer('removed.json').write(writes, signal)),
    ];

    expect(theirs.message).toContain('New was changed meanwhile');
    expect(gone.message).toContain('New was removed meanwhile');
    expect(await readFile(pathOf('changed.json'), 'utf8')).toBe(changed);
    expect(await readFile(pathOf('removed.json'), 'utf8')).toBe('[]');
  });
});

describe('importing into a table', () => {
  let dynamoDb: DynamoDb;
  const network = createNetwork({ loopbackOnly: true });

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
  });

  afterAll(async () => {
    await dynamoDb.close();
    network.close();
  });

  function opened(table: string) {
    const ask = createTableClient({
      table,
      region: 'us-east-1',
      endpoint: dynamoDb.url,
      agents: network,
      hubCredentials: () => Promise.resolve({ accessKeyId: 'hub', secretAccessKey: 'hub' }),
      retry: { sleep: () => Promise.resolve(), random: () => 0, attempts: 2 },
    });
    return {
      writer: createTableWriter({ table, region: 'us-east-1', ask }),
      rows: () => createAgentTable({ table, region: 'us-east-1', ask, clock: () => 0 }).rows(signal),
    };
  }

  const item = async (table: string, key: string): Promise<JsonObject | undefined> => {
    const { Item: found } = await dynamoDb.client.send(
      new GetItemCommand({ TableName: table, Key: { agent_key: { S: key } } }),
    );
    return found === undefined ? undefined : jsonOfItem(found);
  };

  it('writes rows that are read back, and nothing when the same is imported again', async () => {
    await dynamoDb.createTable('import');
    const { writer, rows } = opened('import');

    await writer.write(plan([SEED_ROW, RUNTIME_ROW]).writes, signal);

    expect(await item('import', KEY)).toEqual(KEPT);
    const again = planImport(raw(SEED_ROW, RUNTIME_ROW), await rows(), DEFAULTS, 'new.json');
    expect([again.writes, again.same.length]).toEqual([[], 2]);
  });

  it('replaces a row that was stored with a set', async () => {
    await dynamoDb.createTable('import-set');
    await dynamoDb.put('import-set', { ...itemOf(KEPT), domains: { SS: ['vessels', 'Shipping', 'maritime'] } });
    const { writer, rows } = opened('import-set');

    await writer.write(
      planImport(raw({ ...SEED_ROW, name: 'New' }), await rows(), DEFAULTS, 'new.json').writes,
      signal,
    );

    expect(await item('import-set', KEY)).toEqual({ ...KEPT, name: 'New' });
  });

  it('writes over nobody’s change, says how far it came, and goes on from there', async () => {
    await dynamoDb.createTable('import-race');
    const { writer, rows } = opened('import-race');
    await dynamoDb.put('import-race', itemOf(KEPT));
    const { writes } = planImport(raw(RUNTIME_ROW, { ...SEED_ROW, name: 'Mine' }), await rows(), DEFAULTS, 'new.json');
    await dynamoDb.put('import-race', itemOf({ ...KEPT, enabled: false }));

    const { message } = await failure(writer.write(writes, signal));

    expect(message).toBe(
      '1 of 2 rows were written to the DynamoDB table import-race in us-east-1; Mine was not: somebody changed the row meanwhile',
    );
    expect(await item('import-race', KEY)).toEqual({ ...KEPT, enabled: false });
    const { rows: now } = opened('import-race');
    const again = planImport(raw(RUNTIME_ROW, { ...SEED_ROW, name: 'Mine' }), await now(), DEFAULTS, 'new.json');
    expect(again.writes.map(({ changed }) => changed)).toEqual([['name', 'enabled']]);
  });

  it('adds no row that somebody else has just added', async () => {
    await dynamoDb.createTable('import-new');
    const { writer } = opened('import-new');
    const { writes } = plan([SEED_ROW]);
    await dynamoDb.put('import-new', itemOf({ ...KEPT, name: 'Theirs' }));

    const { message } = await failure(writer.write(writes, signal));

    expect(message).toContain('0 of 1 rows were written');
    expect(await item('import-new', KEY)).toMatchObject({ name: 'Theirs' });
  });

  it('says what is wrong with a table of another key', async () => {
    await dynamoDb.createTable('import-key', 'agent_id');

    const { code, nextStep } = await failure(opened('import-key').writer.write(plan([SEED_ROW]).writes, signal));

    expect([code, nextStep]).toEqual([
      'configuration',
      'Check the table’s key: its partition key is the string agent_key, and it has no sort key.',
    ]);
  });

  it('takes rows without an agent key for what they make', () => {
    expect(plan([without(RUNTIME_ROW, 'agent_key')]).writes[0]?.row).toEqual(RUNTIME_ROW);
  });
});
