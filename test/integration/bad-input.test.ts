import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createCommandLine, type CommandLine } from './support/command-line.js';
import { readTruth } from './support/ground-truth.js';
import { expectClean, MAIN_JOB, running, variablesOf } from './support/main-job.js';

interface BadInput {
  readonly what: string;
  readonly parameters: readonly string[];
  /** Added to the variables that lead to a sandbox in which everything works. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly code: number;
  /** The cause and the cure, on stdout or stderr. */
  readonly says: readonly string[];
}

const BAD_INPUT: readonly BadInput[] = [
  { what: 'an empty prompt', parameters: ['ask', ''], code: 2, says: ['there is no question', 'central-ops ask "'] },
  {
    what: 'a prompt that is too long',
    parameters: ['ask', 'instances '.repeat(10_000)],
    code: 4,
    says: ['at most 32768', 'Ask something shorter'],
  },
  {
    what: 'words that mean nothing here',
    parameters: ['ask', 'Please sing me a song'],
    code: 6,
    says: ['did not understand', 'You could ask'],
  },
  {
    what: 'an account id that is not in the registry',
    parameters: ['ask', '--accounts', '999999999999', MAIN_JOB],
    code: 2,
    says: ['999999999999', 'central-ops accounts'],
  },
  {
    what: 'an account name with a mistake',
    parameters: ['ask', '--accounts', 'Paymints Production', MAIN_JOB],
    code: 2,
    says: ['Paymints Production', 'Payments Production'],
  },
  {
    what: 'a Region that does not exist',
    parameters: ['ask', '--regions', 'eu-west-9', MAIN_JOB],
    code: 2,
    says: ['eu-west-9', 'eu-west-1'],
  },
  {
    what: 'a Region that does not exist, in the question',
    parameters: ['ask', 'List EC2 instances in eu-west-9'],
    code: 2,
    says: ['eu-west-9', 'eu-west-1'],
  },
  {
    what: 'a registry with a bad entry',
    parameters: ['ask', MAIN_JOB],
    variables: { ACCOUNT_REGISTRY: '[{"id":"222222222222","name":"A"},{"id":12,"name":"B"}]' },
    code: 2,
    says: ['[1].id', 'ids are strings', 'Correct the registry'],
  },
  {
    what: 'a registry that is not there',
    parameters: ['ask', MAIN_JOB],
    variables: { ACCOUNT_REGISTRY: '/nowhere/accounts.json' },
    code: 2,
    says: ['/nowhere/accounts.json', 'Set ACCOUNT_REGISTRY'],
  },
  {
    what: 'parameters that are not JSON',
    parameters: ['query', 'ec2', 'DescribeInstances', '--params', '{"Filters"'],
    code: 2,
    says: ['--params is not JSON'],
  },
  {
    what: 'an operation that writes',
    parameters: ['query', 'ec2', 'TerminateInstances', '--params', '{"InstanceIds":["i-1"]}'],
    code: 4,
    says: ['ec2 TerminateInstances is not asked', 'only Read and List'],
  },
  {
    what: 'an operation that reads a secret',
    parameters: ['query', 'secretsmanager', 'GetSecretValue', '--params', '{"SecretId":"x"}'],
    code: 4,
    says: ['secretsmanager GetSecretValue is not asked'],
  },
  {
    what: 'an order to change something',
    parameters: ['ask', 'Stop all EC2 instances in production'],
    code: 4,
    says: ['Accounts are only ever read', 'StopInstances', 'Nothing was asked'],
  },
  {
    what: 'no credentials at all',
    parameters: ['ask', MAIN_JOB],
    variables: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    code: 5,
    says: ['There are no AWS credentials of the hub', 'Give this process AWS credentials', '--sandbox'],
  },
  {
    what: 'an MCP server that is down',
    parameters: ['ask', MAIN_JOB],
    variables: { CENTRAL_OPS_AWS_MCP_URL: 'http://127.0.0.1:9/mcp' },
    code: 1,
    says: ['127.0.0.1:9', 'CENTRAL_OPS_AWS_MCP_URL'],
  },
  {
    what: 'an external id that is not the right one',
    parameters: ['ask', MAIN_JOB],
    variables: { CENTRAL_OPS_EXTERNAL_ID: 'another-id' },
    code: 1,
    says: ['does not let it assume', 'external id'],
  },
  {
    what: 'a run that nobody knows',
    parameters: ['rows', 'run-00000000000000000000000000000000'],
    code: 2,
    says: ['run-00000000000000000000000000000000'],
  },
  {
    what: 'a setting that does not exist',
    parameters: ['ask', MAIN_JOB],
    variables: { CENTRAL_OPS_REGION: 'eu-west-1' },
    code: 2,
    says: ['CENTRAL_OPS_REGION', 'CENTRAL_OPS_REGIONS'],
  },
  {
    what: 'a sandbox that may keep nothing',
    parameters: ['ask', '--sandbox', MAIN_JOB],
    variables: { TMPDIR: '/nowhere' },
    code: 2,
    says: ['No temporary directory could be made', 'write to /nowhere', '--tmpfs /tmp', 'TMPDIR'],
  },
];

describe('bad input', () => {
  let sandbox: Sandbox;
  let commandLine: CommandLine;

  beforeAll(async () => {
    sandbox = await startSandbox({ accounts: 3 });
  });
  beforeEach(async () => {
    commandLine = await createCommandLine();
  });
  afterEach(() => commandLine.close());
  afterAll(() => sandbox.close());

  it.each(BAD_INPUT)('$what ends with code $code and the cure', async ({ parameters, variables, code, says }) => {
    const ended = await commandLine.run(parameters, { ...variablesOf(sandbox), ...variables });

    expect(ended.code).toBe(code);
    for (const part of says) expect(`${ended.stdout}\n${ended.stderr}`).toContain(part);
    expectClean(ended);
    expect(`${ended.stdout}\n${ended.stderr}`).not.toContain(sandbox.hub.secretAccessKey);
    expect(`${ended.stdout}\n${ended.stderr}`).not.toContain('another-id');
  });

  it('of half of the accounts loses nothing of the others', async () => {
    const whole = await startSandbox();
    const truth = readTruth(JSON.stringify(whole.truth()));
    await whole.close();
    const denied = truth.filter((_account, index) => index % 2 === 0);
    const ended = await commandLine.run(['ask', '--sandbox', MAIN_JOB], {
      CENTRAL_OPS_SANDBOX_FAULTS: denied.map(({ id }) => `${id}:sts:denied`).join(','),
    });

    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain('Coverage: 5 of 10 accounts');
    expect(ended.stdout).toContain('5 denied');
    for (const account of truth) {
      const [line = ''] = ended.stdout.split('\n').filter((one) => one.includes(account.id));
      expect(line).toMatch(denied.includes(account) ? /\sdenied\s*$/u : new RegExp(` ${running(account)}\\s*$`, 'u'));
    }
    for (const { id } of denied) expect(ended.stdout).toContain(`does not let it assume arn:aws:iam::${id}`);
    expectClean(ended);
  });
});
