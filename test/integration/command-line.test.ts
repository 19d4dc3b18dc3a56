import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createCommandLine, type CommandLine } from './support/command-line.js';
import { readTruth, type TrueAccount } from './support/ground-truth.js';
import { expectClean, MAIN_JOB, running, variablesOf } from './support/main-job.js';

const answerShape = z.object({
  status: z.string(),
  runId: z.string(),
  response: z.string(),
  tables: z.array(z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())), total: z.number() })),
  coverage: z
    .object({
      accounts: z.object({ asked: z.number(), answered: z.number() }),
      failures: z.array(z.object({ accountId: z.string(), outcome: z.string() })),
    })
    .optional(),
  usage: z.object({ apiCalls: z.number() }),
});

let commandLine: CommandLine;
/** What the sandbox of `--sandbox` contains: ten accounts of the first seed. */
let truth: readonly TrueAccount[];

beforeAll(async () => {
  const sandbox = await startSandbox();
  truth = readTruth(JSON.stringify(sandbox.truth()));
  await sandbox.close();
});
beforeEach(async () => {
  commandLine = await createCommandLine();
});
afterEach(async () => {
  await commandLine.close();
});

const counts = (): readonly unknown[] => truth.map((account) => [account.name, account.id, running(account)]);
const total = (): number => truth.reduce((sum, account) => sum + running(account), 0);

describe('the main job', () => {
  it('answers on stdout and shows progress per account on stderr', async () => {
    const ended = await commandLine.run(['ask', '--sandbox', MAIN_JOB]);

    expect(ended.code).toBe(0);
    const lines = ended.stdout.split('\n');
    expect(lines[0]).toBe(`${total()} running EC2 instances in 10 accounts.`);
    for (const account of truth) {
      const line = lines.find((one) => one.startsWith(account.name) && one.includes(account.id));
      expect(line).toMatch(new RegExp(` ${running(account)}\\s*$`, 'u'));
      expect(ended.stderr).toContain(`✔ ${account.name} (${account.id})`);
    }
    expect(ended.stdout).toMatch(/\nCoverage: 10 of 10 accounts in \d+ Regions\.\n$/u);
    expect(ended.stdout).not.toContain('✔');
    expectClean(ended);
  });

  it('writes JSON whose rows another process reads back, and nobody without that home does', async () => {
    const asked = await commandLine.run(['ask', '--sandbox', '--output', 'json', MAIN_JOB]);
    const answer = answerShape.parse(JSON.parse(asked.stdout));
    const again = await commandLine.run(['rows', answer.runId, '--output', 'json']);
    const csv = await commandLine.run(['rows', answer.runId, '--output', 'csv', '--offset', '2', '--limit', '1']);
    const file = join(commandLine.home, '.local/state/central-ops/runs', `${answer.runId}.run.json`);
    const mode = (await stat(file)).mode & 0o777;
    const other = await createCommandLine();
    const elsewhere = await other.run(['rows', answer.runId]);
    await other.close();

    expect({ code: asked.code, status: answer.status, rows: answer.tables[0]?.rows }).toEqual({
      code: 0,
      status: 'complete',
      rows: counts(),
    });
    expect(JSON.parse(again.stdout)).toMatchObject({ rows: counts(), total: 10, truncated: false });
    expect(csv.stdout).toBe(`Account,Account ID,Count\r\n${truth[2]?.name},${truth[2]?.id},${running(truth[2]!)}\r\n`);
    expect(mode).toBe(0o600);
    expect({ code: elsewhere.code, stdout: elsewhere.stdout }).toEqual({ code: 2, stdout: '' });
    expect(elsewhere.stderr).toContain(answer.runId);
  });

  it('writes CSV and Markdown', async () => {
    const [csv, markdown] = await Promise.all([
      commandLine.run(['ask', '--sandbox', '--output', 'csv', MAIN_JOB]),
      commandLine.run(['ask', '--sandbox', '--output', 'markdown', MAIN_JOB]),
    ]);

    const rows = truth.map((account) => [account.name, account.id, String(running(account))]);
    expect(linesOf(csv.stdout).slice(1)).toEqual(rows.map((row) => row.join(',')));
    expect(linesOf(markdown.stdout).filter((line) => /^\| .*\d{12}/u.test(line))).toEqual(
      rows.map((row) => `| ${row.join(' | ')} |`),
    );
    expect([csv.code, markdown.code]).toEqual([0, 0]);
  });

  it('shows a plan without running it', async () => {
    const ended = await commandLine.run([
      'ask',
      '--sandbox',
      '--plan',
      '--output',
      'json',
      'Which S3 buckets are public?',
    ]);

    const answer = answerShape.parse(JSON.parse(ended.stdout));
    expect({ code: ended.code, apiCalls: answer.usage.apiCalls, tables: answer.tables }).toEqual({
      code: 0,
      apiCalls: 0,
      tables: [],
    });
    expect(ended.stdout).toContain('GetBucketPolicyStatus');
  });
});

describe('the other verbs', () => {
  it('list accounts and tools, and open each account', async () => {
    const [accounts, tools, checked] = await Promise.all([
      commandLine.run(['accounts', '--sandbox', '--output', 'json']),
      commandLine.run(['tools', '--sandbox', '--output', 'json']),
      commandLine.run(['accounts', '--check', '--sandbox', '--output', 'json']),
    ]);

    const table = z.object({ rows: z.array(z.array(z.string())) }).parse(JSON.parse(accounts.stdout));
    expect(table.rows.map((row) => row[1])).toEqual(expect.arrayContaining(truth.map(({ id }) => id)));
    expect(z.array(z.object({ name: z.string() })).parse(JSON.parse(tools.stdout))).toHaveLength(8);
    const identities = answerShape.parse(JSON.parse(checked.stdout)).tables[0];
    const place = identities?.columns.indexOf('Identity account') ?? -1;
    expect(identities?.rows.map((row) => [row[1], row[place]])).toEqual(truth.map(({ id }) => [id, id]));
    expect([accounts.code, tools.code, checked.code]).toEqual([0, 0, 0]);
  });

  it('ask only the accounts again that failed', async () => {
    const faults = { CENTRAL_OPS_SANDBOX_FAULTS: 'payments-staging:sts:denied,storefront-staging:ec2:unreachable' };
    const first = await commandLine.run(['ask', '--sandbox', '--output', 'json', MAIN_JOB], faults);
    const { runId, status } = answerShape.parse(JSON.parse(first.stdout));
    const again = await commandLine.run(['ask', '--sandbox', '--output', 'json', '--retry-failed', runId]);

    expect({ code: first.code, status }).toEqual({ code: 3, status: 'partial' });
    expect(again.code).toBe(0);
    expect(answerShape.parse(JSON.parse(again.stdout)).tables[0]?.rows).toEqual(
      truth
        .filter(({ name }) => name === 'Payments Staging' || name === 'Storefront Staging')
        .map((account) => [account.name, account.id, running(account)]),
    );
  });
});

describe('Ctrl-C', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({
      faults: [{ account: 'payments-staging', service: 'ec2', region: 'us-east-1', outcome: 'timeout' }],
    });
  });
  afterAll(() => sandbox.close());

  it('ends a run with what has answered, and ends its sessions', async () => {
    const started = commandLine.start(['ask', MAIN_JOB], variablesOf(sandbox));
    await Promise.all(
      truth
        .filter(({ name }) => name !== 'Payments Staging')
        .map(({ id }) => started.until(new RegExp(`✔ .*\\(${id}\\)`, 'u'))),
    );
    started.child.kill('SIGINT');
    const ended = await started.ended;

    expect(ended.code).toBe(130);
    for (const account of truth) {
      const line = ended.stdout.split('\n').find((one) => one.includes(account.id)) ?? '';
      expect(line).toMatch(
        account.name === 'Payments Staging' ? /cancelled/u : new RegExp(` ${running(account)}\\s*$`, 'u'),
      );
    }
    expect(ended.stdout).toContain('1 cancelled');
    expectClean(ended);
    expect(sandbox.statistics().totals).toMatchObject({ sessionsOpen: 0, initialize: 10 });
  });
});

describe('a sandbox of its own', () => {
  it('prints variables that lead another process to it, and the truth', async () => {
    const file = join(commandLine.home, 'truth.json');
    const own = commandLine.start(['sandbox', '--accounts', '3', '--seed', '9', '--truth', file]);
    await own.until(/answers on http/u);
    own.child.stdout?.resume();
    const printed = await own.until(/export ACCOUNT_REGISTRY='.*'\n/u);
    const variables = Object.fromEntries(
      [...printed.input.matchAll(/^export (\w+)='(.*)'$/gmu)].map(([, name = '', value = '']) => [name, value]),
    );
    const asked = await commandLine.run(['ask', '--output', 'json', MAIN_JOB], variables);
    own.child.kill('SIGTERM');
    const ended = await own.ended;

    const theirs = readTruth(await readFile(file, 'utf8'));
    expect(theirs).toHaveLength(3);
    expect(answerShape.parse(JSON.parse(asked.stdout)).tables[0]?.rows).toEqual(
      theirs.map((account) => [account.name, account.id, running(account)]),
    );
    expect([asked.code, ended.code]).toEqual([0, 0]);
    expect(ended.stdout.split('\n').filter((line) => line !== '' && !/^export \w+='[^']*'$/u.test(line))).toEqual([]);
  });
});

describe('the server', () => {
  it('answers over HTTP as JSON and as a stream, refuses what it must, and ends on SIGTERM', async () => {
    const server = commandLine.start(['serve', '--sandbox', '--port', '0']);
    const [, port = ''] = await server.until(/"listening".*?"port":(\d+)/u);
    const url = `http://127.0.0.1:${port}`;
    const invoke = (body: string, accept = 'application/json'): Promise<Response> =>
      fetch(`${url}/invocations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, 'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id': 's-1' },
        body,
      });

    const before: unknown = await (await fetch(`${url}/ping`)).json();
    const json = await invoke(JSON.stringify({ prompt: MAIN_JOB }));
    const answer = answerShape.parse(await json.json());
    const stream = await (await invoke(JSON.stringify({ prompt: MAIN_JOB }), 'text/event-stream')).text();
    const megabyte = await invoke(JSON.stringify({ prompt: 'x'.repeat(1_000_000) }));
    const long = answerShape.parse(await megabyte.json());
    const malformed = await invoke('{"prompt": ');
    const empty = await invoke('{"prompt": ""}');
    const after: unknown = await (await fetch(`${url}/ping`)).json();
    server.child.kill('SIGTERM');
    const ended = await server.ended;

    expect(before).toEqual({ status: 'Healthy' });
    expect(after).toEqual({ status: 'Healthy', time_of_last_update: expect.any(Number) });
    expect({ status: answer.status, rows: answer.tables[0]?.rows }).toEqual({ status: 'complete', rows: counts() });
    const events = stream
      .split('\n\n')
      .filter((part) => part.startsWith('data: '))
      .map((part) => z.looseObject({ type: z.string() }).parse(JSON.parse(part.slice('data: '.length))));
    const types = events.map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['run-started', 'run-ended']);
    expect(types.filter((type) => type === 'account-ended')).toHaveLength(10);
    expect(answerShape.parse(events.at(-1)?.['answer']).tables[0]?.rows).toEqual(counts());
    expect({ http: megabyte.status, status: long.status }).toEqual({ http: 200, status: 'refused' });
    expect(long.response).toContain('1000000');
    expect([malformed.status, empty.status]).toEqual([400, 400]);
    expect(ended.code).toBe(0);
    expectClean(ended);
  });
});

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split(/\r?\n/u);
}
