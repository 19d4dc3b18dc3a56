import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/doctor/check.js';
import type { JsonObject } from '../../src/domain/json.js';
import { itemOf } from '../../src/agents/registry/table-attributes.js';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import { type DynamoDb, startDynamoDb } from '../unit/agents/support/dynamo-db.js';
import { type SandboxRun, startSandboxRun } from './support/sandbox-run.js';

const { signal } = new AbortController();

let directory: string;
let file: string;
let run: SandboxRun;
let first: string | undefined;
let second: string | undefined;

/** Rows about the same two agents, each wrong in another way. */
function rowsOf(vessels: JsonObject, invoices: JsonObject): readonly JsonObject[] {
  return [
    { ...vessels, name: 'Right' },
    { ...vessels, name: 'WrongRegion', region: 'eu-west-1' },
    { ...vessels, name: 'WrongId', agent_id: 'PEGHWIVI5X' },
    { ...vessels, name: 'WrongAlias', alias_id: 'IO1GTTHP0N' },
    { ...vessels, name: 'WrongAccount', account_id: second ?? '' },
    { ...vessels, name: 'WrongRole', role_name: 'NobodysRole', agent_id: 'WRONGROLE1' },
    { ...vessels, name: 'WrongExternalId', external_id: 'another-id', alias_id: 'IO1GTTHP0Q' },
    { ...vessels, name: 'NotPrepared', agent_id: 'CREATING12', alias_id: 'LIVEALIAS2' },
    { ...vessels, name: 'Quoted', alias_id: 'IO1GTTHP0M"' },
    { ...invoices, name: 'Runtime' },
    { ...invoices, name: 'WrongEndpoint', qualifier: 'canary' },
    { ...invoices, name: 'WrongRuntime', agent_id: 'invoices-ZZZZZZ9999' },
  ];
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-agents-'));
  file = join(directory, 'agents.json');
  const probe = await startSandbox({ accounts: 3 });
  const rows = probe.agents.registry().agents.map((row): JsonObject => JSON.parse(JSON.stringify(row)));
  await probe.close();
  const [vessels = {}, , invoices = {}] = rows;
  [first, second] = [vessels, invoices].map(({ account_id: id }) => (typeof id === 'string' ? id : ''));
  await writeFile(file, JSON.stringify({ agents: rowsOf(vessels, invoices) }));
  run = await startSandboxRun(
    {
      accounts: 3,
      agents: [
        {
          kind: 'bedrock-agent',
          accountId: first ?? '',
          region: 'us-east-1',
          agentId: 'CREATING12',
          alias: 'LIVEALIAS2',
          name: 'NotPrepared',
          description: '',
          capabilities: [],
          domains: [],
          exampleQueries: [],
          approval: 'always',
          status: 'CREATING',
          answer: () => '',
        },
      ],
    },
    { CENTRAL_OPS_AGENT_REGISTRY: file },
  );
});

afterAll(async () => {
  await run.close();
  await rm(directory, { recursive: true, force: true });
});

async function checked(agent?: string): Promise<readonly CheckResult[]> {
  const doctor = await run.composition.agentDoctor();
  const results: CheckResult[] = [];
  for await (const found of doctor.run({ signal, ...(agent === undefined ? {} : { agent }) })) results.push(...found);
  return results;
}

/** What is not as it should be with each agent, in one line. */
async function diagnoses(): Promise<Readonly<Record<string, string>>> {
  const bad = (await checked()).filter(({ agent, status }) => agent !== undefined && status === 'fail');
  return Object.fromEntries(bad.map(({ agent, check, saw }) => [agent?.name, `${check}: ${saw}`]));
}

describe('the doctor of agents', () => {
  it('tells one cause from another, with real clients and without sending anything to an agent', async () => {
    expect(await diagnoses()).toEqual({
      WrongRegion: `agent-found: wrong Region: PEGHWIVI5Y is not in eu-west-1 of ${first}, but in us-east-1`,
      WrongId: `agent-found: agent not found: there is no PEGHWIVI5X in ${first}, us-east-1, nor in eu-west-1`,
      WrongAlias: `agent-found: the agent PEGHWIVI5Y is in ${first}, us-east-1; its alias IO1GTTHP0N is not`,
      WrongAccount: `agent-found: agent not found: there is no PEGHWIVI5Y in ${second}, us-east-1, nor in eu-west-1`,
      WrongRole: expect.stringContaining(
        `agent-role: arn:aws:iam::${first}:role/NobodysRole was not opened: User: arn:aws:iam::`,
      ),
      WrongExternalId: `agent-role: arn:aws:iam::${first}:role/CentralOpsAgentRole was not opened`,
      NotPrepared: 'agent-found: the alias LIVEALIAS2 is CREATING, not PREPARED',
      WrongEndpoint: `agent-found: the agent invoices-AbCdEf1234 is in ${second}, us-east-1; its endpoint canary is not`,
      WrongRuntime: `agent-found: agent not found: there is no invoices-ZZZZZZ9999 in ${second}, us-east-1, nor in eu-west-1`,
    });
    expect(run.sandbox.agents.invocations()).toEqual([]);
  });

  it('says what to correct in a row that is left out, when it is asked for', async () => {
    expect(await checked('Quoted')).toEqual([
      {
        check: 'agent-row',
        status: 'fail',
        saw: 'agents[8] Quoted is left out: alias_id "IO1GTTHP0M\\"" has a quotation mark in it',
        fix: 'write "IO1GTTHP0M".',
      },
    ]);
  });

  it('shows no external id', async () => {
    const text = JSON.stringify([await checked(), await checked('WrongExternalId')]);

    expect(text).not.toContain('another-id');
    expect(text).not.toContain(run.sandbox.externalId);
    expect(text).toContain('the external id of the row is refused, and CENTRAL_OPS_EXTERNAL_ID is taken');
  });

  it('passes every check of an agent that is in order', async () => {
    const statuses = (await checked('Right')).map(({ check, status }) => `${check} ${status}`);

    expect(statuses).toEqual([
      'sign-in pass',
      'agent-row pass',
      'agent-hub-permission pass',
      'agent-trust pass',
      'agent-external-id pass',
      'agent-role pass',
      'agent-identity pass',
      'agent-found pass',
      'agent-session pass',
      'agent-invocation skip',
    ]);
  });
});

describe('a registry in a table', () => {
  let dynamoDb: DynamoDb;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    await dynamoDb.createTable('agents');
    await dynamoDb.put(
      'agents',
      itemOf({
        agent_key: '152864141302#us-east-1#PEGHWIVI5Y#IO1GTTHP0M',
        agent_id: 'PEGHWIVI5Y',
        alias_id: 'IO1GTTHP0M',
        agent_type: 'bedrock_agent',
        account_id: '152864141302',
        name: 'VesselOperations',
        description: 'Vessels.',
        enabled: true,
      }),
    );
  });

  afterAll(() => dynamoDb.close());

  it('is what a question about the agents is answered from', async () => {
    const other = await startSandboxRun(
      { accounts: 2 },
      { CENTRAL_OPS_AGENT_REGISTRY: 'dynamodb:agents', AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.url },
    );

    const answer = await other.ask('Which agents are there?');
    await other.close();

    expect([answer.status, answer.response.split('\n')[0]]).toEqual(['complete', '1 agent.']);
    expect(answer.tables[0]?.rows[0]?.slice(0, 3)).toEqual(['VesselOperations', 'PEGHWIVI5Y', '152864141302']);
  });
});
