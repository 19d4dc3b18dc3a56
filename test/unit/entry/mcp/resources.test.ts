import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../../src/domain/caller.js';
import { createCompleter } from '../../../../src/entry/mcp/complete.js';
import { createResources } from '../../../../src/entry/mcp/resources.js';
import { parseRegistry } from '../../../../src/accounts/registry.js';
import { createMemoryRunStore } from '../../../../src/results/memory-run-store.js';
import { runRecord } from '../../results/support/run-store-contract.js';
import { CALLER, connect } from './support/connect.js';

const NOW = 1_700_000_000_000;
const REGISTRY = parseRegistry(
  [
    { id: '111111111111', name: 'Payments Production', environment: 'production', tags: { team: 'a\u200bb' } },
    { id: '222222222222', name: 'Payments Staging', environment: 'staging' },
  ],
  { origin: 'a test' },
);

async function connected() {
  const runs = createMemoryRunStore(() => NOW);
  await runs.save({ ...runRecord('run-00000001', NOW, 3), caller: 'operating-system-user:bob' });
  await runs.save(runRecord('run-00000002', NOW, 1500));
  await runs.save(runRecord('run-00000003', NOW, 1));
  const asked: Caller[] = [];
  const uses = {
    runs,
    listAccounts: (caller: Caller) => {
      asked.push(caller);
      return Promise.resolve(REGISTRY);
    },
  };
  const resources = createResources(uses);
  const { client } = await connect({ tools: [], resources, complete: createCompleter(uses, resources) });
  const read = async (uri: string): Promise<unknown> => {
    const { contents } = await client.readResource({ uri });
    const [content] = contents;
    return content !== undefined && 'text' in content ? JSON.parse(content.text) : contents;
  };
  return { client, read, asked };
}

describe('resources', () => {
  it('are the accounts and the latest answers of the caller', async () => {
    const { client } = await connected();

    const { resources } = await client.listResources();
    const { resourceTemplates } = await client.listResourceTemplates();

    expect(resources.map(({ uri, title, annotations }) => ({ uri, title, annotations }))).toEqual([
      { uri: 'central-ops://accounts', title: 'AWS accounts' },
      ...[
        ['run-00000003', 'Servers (1 row)'],
        ['run-00000002', 'Servers (1500 rows)'],
      ].map(([id, title]) => ({
        uri: `central-ops://runs/${String(id)}`,
        title,
        annotations: { lastModified: '2023-11-14T22:13:20.000Z' },
      })),
    ]);
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['central-ops://runs/{runId}']);
  });

  it('show the accounts as the caller sees them, unseen characters written out', async () => {
    const { read, asked } = await connected();

    expect(await read('central-ops://accounts')).toEqual({
      origin: 'a test',
      accounts: [
        {
          id: '111111111111',
          name: 'Payments Production',
          environment: 'production',
          tags: { team: 'a\\u200bb' },
        },
        { id: '222222222222', name: 'Payments Staging', environment: 'staging', tags: {} },
      ],
    });
    expect(asked).toEqual([CALLER]);
  });

  it('show an answer with its first thousand rows', async () => {
    const { read } = await connected();

    expect(await read('central-ops://runs/run-00000002')).toMatchObject({
      runId: 'run-00000002',
      savedAt: '2023-11-14T22:13:20.000Z',
      tables: [{ title: 'Servers', total: 1500, truncated: true, rows: { length: 1000 } }],
      failures: [],
    });
  });

  it.each([
    ["somebody else's answer", 'central-ops://runs/run-00000001'],
    ['an answer that never was', 'central-ops://runs/run-99999999'],
    ['a path out of the runs', 'central-ops://runs/..%2f..%2fetc'],
    ['a file', 'file:///etc/passwd'],
  ])('do not include %s', async (_what, uri) => {
    const { read } = await connected();

    await expect(read(uri)).rejects.toMatchObject({ code: -32_002 });
  });
});

describe('completion', () => {
  it('offers run ids of the caller', async () => {
    const { client } = await connected();

    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'central-ops://runs/{runId}' },
      argument: { name: 'runId', value: 'run-0' },
    });

    expect(completion).toEqual({ values: ['run-00000003', 'run-00000002'], total: 2, hasMore: false });
  });

  it.each([
    ['pay', ['Payments Production', 'Payments Staging']],
    ['production, 22', ['production, 222222222222']],
    ['nothing', []],
  ])('offers accounts for "%s"', async (value, values) => {
    const { client } = await connected();

    const { completion } = await client.complete({
      ref: { type: 'ref/prompt', name: 'public-exposure' },
      argument: { name: 'accounts', value },
    });

    expect(completion.values).toEqual(values);
  });
});
