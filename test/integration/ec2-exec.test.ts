import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, type Composition } from '../../src/compose.js';
import { loadConfiguration } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Caller } from '../../src/domain/caller.js';
import type { Ec2CommandRequest, Ec2Commands, WaitingCommand } from '../../src/ec2-exec/ec2-commands.js';
import type { Ec2Instance } from '../../src/sandbox/organization/model.js';
import { COMMAND_ROLE, MEMBER_ROLE, type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';

const ANNA: Caller = { kind: 'verified', name: 'anna' };
const REGION = 'us-east-1';

let sandbox: Sandbox;
let home = '';
let product: Composition;
const lines: string[] = [];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 10 });
  home = await mkdtemp(join(tmpdir(), 'central-ops-ec2-'));
  product = await start();
});

afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await sandbox.close();
  await rm(home, { recursive: true, force: true });
});

/** The product as an operator starts it: variables, and files beside them. */
async function start(
  variables: Readonly<Record<string, string>> = {},
  allow: object = {},
  clock: () => number = Date.now,
): Promise<Composition> {
  const allowFile = join(home, `allow-${String(closing.length)}.json`);
  const rule = {
    accounts: ['payments production', 'central operations'],
    roles: [COMMAND_ROLE, MEMBER_ROLE, 'AdministratorAccess'],
    instanceTags: { Environment: ['production', 'operations'] },
  };
  await writeFile(
    allowFile,
    JSON.stringify({ allow: [rule], harmless: ['uptime', 'df -h'], timeoutSeconds: 1, ...allow }),
  );
  const environment = {
    HOME: home,
    ACCOUNT_REGISTRY: JSON.stringify(sandbox.registry()),
    CENTRAL_OPS_CREDENTIALS: 'iam',
    CENTRAL_OPS_CHECKPOINTS: `file:${join(home, 'sessions')}`,
    CENTRAL_OPS_EC2_EXEC: 'approved',
    CENTRAL_OPS_EC2_EXEC_ALLOW: allowFile,
    ...sandbox.variables(),
    ...variables,
  };
  const composition = await compose(
    await loadConfiguration({ door: 'server', environment }),
    { log: (line) => lines.push(line), auditName: 'tests' },
    { hubCredentials: () => Promise.resolve(sandbox.hub), clock },
  );
  closing.push(() => composition.close());
  return composition;
}

function instanceOf(accountName: string, kind: (instance: Ec2Instance) => boolean = isOnline) {
  const account = sandbox.truth().accounts.find(({ name }) => name === accountName);
  const regional = account?.resources[REGION];
  const instances = regional !== undefined && 'ec2Instances' in regional ? regional.ec2Instances : [];
  const instance = instances.find(kind);
  if (account === undefined || instance === undefined) throw new Error(`${accountName} has no such instance`);
  return { account, instance };
}

function isOnline({ instanceProfile, state }: Ec2Instance): boolean {
  return instanceProfile !== null && state === 'running';
}

function on(accountName: string, command: string, roleName = COMMAND_ROLE): Ec2CommandRequest {
  const { account, instance } = instanceOf(accountName);
  return { accountId: account.id, instanceId: instance.id, roleName, command, region: REGION };
}

function commandsOf({ ec2Commands }: Composition): Ec2Commands {
  if (ec2Commands === undefined) throw new Error('commands are switched off');
  return ec2Commands;
}

const anna = { caller: ANNA, signal: new AbortController().signal };

async function waiting(request: Ec2CommandRequest, composition = product): Promise<WaitingCommand> {
  const requested = await commandsOf(composition).request(request, anna);
  if (requested.waiting === undefined) throw new Error('it did not wait');
  return requested.waiting;
}

function fileOf({ approvalId }: WaitingCommand): string {
  return join(home, 'sessions', 'approvals', `${approvalId}.approval.json`);
}

async function approved(request: Ec2CommandRequest, options = anna): Promise<Answer> {
  return commandsOf(product).decide(await waiting(request), 'approve', options);
}

describe('a command on an instance of the sandbox', () => {
  it('runs in its account as its role, with a comment that says who and why', async () => {
    const request = on('Payments Production', 'hostname && exit 3');

    const answer = await approved(request);

    const { instance } = instanceOf('Payments Production');
    expect(answer.command).toMatchObject({
      status: 'Failed',
      exitCode: 3,
      stdout: `ip-${instance.privateIp?.replaceAll('.', '-') ?? ''}\n`,
      stderr: 'failed to run commands: exit status 3',
    });
    expect(sandbox.commands().at(-1)).toEqual({
      commandId: answer.command?.commandId,
      accountId: request.accountId,
      region: REGION,
      instanceId: request.instanceId,
      document: 'AWS-RunShellScript',
      commands: ['hostname && exit 3'],
      comment: `central-ops anna ${answer.runId}`,
      deliverySeconds: 30,
      executionSeconds: 1,
      sentBy: `arn:aws:sts::${request.accountId}:assumed-role/${COMMAND_ROLE}/central-ops-tests`,
      sentAt: expect.any(Number),
      cancelledAt: undefined,
    });
  });

  it('runs without a question when it is harmless', async () => {
    const { answer } = await commandsOf(product).request(on('Central Operations', 'df -h'), anna);

    expect(answer).toMatchObject({ status: 'complete', command: { stdout: expect.stringContaining('/dev/root') } });
  });

  it('ends at its own limit, which Systems Manager keeps', async () => {
    const answer = await approved(on('Payments Production', 'sleep 3'));

    expect(answer).toMatchObject({
      status: 'failed',
      error: { code: 'command-failed', message: 'Systems Manager ended it as TimedOut (ExecutionTimedOut).' },
    });
  });

  it('is cancelled by us when even its agent does not end it', async () => {
    let ahead = 0;
    const hasty = await start({}, {}, () => Date.now() + ahead);
    const running = commandsOf(hasty).decide(await waiting(on('Payments Production', 'hang'), hasty), 'approve', anna);
    await expect.poll(() => sandbox.commands().at(-1)?.commands).toEqual(['hang']);

    // The second that it may take, and the fifteen that reports may.
    ahead += 17_000;
    const answer = await running;

    expect(answer).toMatchObject({
      status: 'failed',
      command: { status: 'Cancelled', exitCode: null },
      error: {
        code: 'timed-out',
        message: expect.stringMatching(/^It had not ended after 1 s; it was cancelled on the instance\./),
      },
    });
    expect(sandbox.commands().at(-1)?.cancelledAt).toEqual(expect.any(Number));
  });

  it('is cancelled on the instance when the caller leaves', async () => {
    const patient = await start({}, { timeoutSeconds: 60 });
    const leave = new AbortController();
    const shown = await waiting(on('Payments Production', 'sleep 50'), patient);
    const running = commandsOf(patient).decide(shown, 'approve', { caller: ANNA, signal: leave.signal });
    await expect.poll(() => sandbox.commands().at(-1)?.commands).toEqual(['sleep 50']);

    leave.abort(new Error('interrupted'));
    const answer = await running;

    expect(answer).toMatchObject({
      status: 'cancelled',
      command: { status: 'Cancelled', exitCode: null },
      error: {
        code: 'cancelled',
        message: expect.stringMatching(/^You interrupted it; it was cancelled on the instance\./),
      },
    });
    expect(sandbox.commands().at(-1)?.cancelledAt).toEqual(expect.any(Number));
  });

  it('is sent once when two processes approve it at the same time', async () => {
    const shown = await waiting(on('Payments Production', 'echo once'));
    const other = await start();
    const before = sandbox.commands().length;

    const tries = await Promise.allSettled(
      [product, other, product, other].map((each) => commandsOf(each).decide(shown, 'approve', anna)),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(sandbox.commands().length - before).toBe(1);
  });

  it('is not sent when somebody changed its record, hash and all', async () => {
    const [shown, other] = [
      await waiting(on('Payments Production', 'echo shown')),
      await waiting(on('Payments Production', 'echo other')),
    ];
    const before = sandbox.commands().length;
    const record: object = JSON.parse(await readFile(fileOf(other), 'utf8'));
    await writeFile(fileOf(shown), JSON.stringify({ ...record, approvalId: shown.approvalId }));

    const events = product.operations.start(
      { kind: 'resume', approvalId: shown.approvalId, decision: 'approve' },
      { caller: ANNA, rowLimit: 10 },
    );

    const { value } = await events.next();
    expect(value).toMatchObject({ type: 'run-failed', error: { code: 'approval-tampered' } });
    expect(sandbox.commands().length).toBe(before);
  });

  it('waits for its yes through a restart', async () => {
    const first = await start();
    const shown = await waiting(on('Payments Production', 'echo later'), first);
    await first.close();

    const second = await start();
    const resumed = second.operations.start(
      { kind: 'resume', approvalId: shown.approvalId, decision: 'approve' },
      { caller: ANNA, rowLimit: 10 },
    );
    const events = [];
    for await (const event of resumed) events.push(event);

    expect(events.at(-1)).toMatchObject({ type: 'run-ended', answer: { command: { stdout: 'later\n' } } });
  });

  it('is not sent when the tags that were shown are others by then', async () => {
    const { instance } = instanceOf('Central Operations');
    const shown = await waiting(on('Central Operations', 'echo tagged'));
    const before = sandbox.commands().length;

    sandbox.retag(instance.id, { ...instance.tags, Environment: 'production' });
    const decided = commandsOf(product).decide(shown, 'approve', anna);
    await expect(decided).rejects.toMatchObject({
      code: 'refused',
      message: `${instance.id} is not what was approved any more: its tag Environment changed. Nothing was run`,
    });
    sandbox.retag(instance.id, { Name: 'untagged' });
    const harmless = commandsOf(product).request(on('Central Operations', 'uptime'), anna);
    await expect(harmless).rejects.toMatchObject({ code: 'refused' });

    sandbox.retag(instance.id, instance.tags);
    expect(sandbox.commands().length - before).toBe(0);
  });

  it('says what Systems Manager needs when the role may not, without naming another role', async () => {
    const refused = commandsOf(product).request(on('Payments Production', 'uptime', MEMBER_ROLE), anna);

    const { account, instance } = instanceOf('Payments Production');
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'credentials-denied',
      message: expect.stringContaining(
        `Access denied. The role "${MEMBER_ROLE}" does not have permission to execute SSM commands on instance ${instance.id}: ssm:DescribeInstanceInformation was refused in Payments Production (${account.id}), ${REGION}`,
      ),
    });
    expect(String(error)).not.toContain('Administrator');
  });

  it.each([
    ['without a profile', (instance: Ec2Instance) => instance.instanceProfile === null && instance.state === 'running'],
    ['that is stopped', (instance: Ec2Instance) => instance.state === 'stopped'],
  ])('meets an instance %s with the words that help', async (_, kind) => {
    const { account, instance } = instanceOf('Payments Production', kind);
    const request = { ...on('Payments Production', 'uptime'), accountId: account.id, instanceId: instance.id };

    await expect(commandsOf(product).request(request, anna)).rejects.toMatchObject({
      code: 'instance-unavailable',
      message: expect.stringContaining(
        `Instance ${instance.id} not found or not connected to SSM. Ensure the instance is running and has the SSM Agent installed.`,
      ),
    });
  });

  it('uses the permission set of whoever signed in', async () => {
    const { account, instance } = instanceOf('Central Operations');
    const signedIn = await start({ CENTRAL_OPS_SANDBOX: '1', CENTRAL_OPS_CREDENTIALS: 'identity-center' });

    const { answer } = await commandsOf(signedIn).request(
      { ...on('Central Operations', 'uptime', 'AdministratorAccess'), accountId: account.id, instanceId: instance.id },
      anna,
    );
    const missing = commandsOf(signedIn).request(on('Payments Production', 'uptime', 'AdministratorAccess'), anna);

    expect(answer).toMatchObject({ status: 'complete', command: { roleName: 'AdministratorAccess' } });
    await expect(missing).rejects.toMatchObject({
      code: 'credentials-denied',
      message: expect.stringMatching(/^You do not have the permission set AdministratorAccess .*\. Nothing was run$/),
      facts: { accountId: on('Payments Production', '').accountId, permissionSet: 'AdministratorAccess' },
    });
  });

  it('leaves an audit line for each, and no key in any', () => {
    const audits = lines.filter((line) => line.includes('"ec2 command"'));

    expect(audits.length).toBeGreaterThan(5);
    expect(lines.join('')).not.toMatch(/ASIA[A-Z2-7]{16}/);
    for (const { sentBy } of sandbox.commands()) expect(sentBy).toContain(`:assumed-role/${COMMAND_ROLE}/`);
  });
});

describe('a deployment', () => {
  it('has no commands unless they are switched on', async () => {
    expect((await start({ CENTRAL_OPS_EC2_EXEC: 'off' })).ec2Commands).toBeUndefined();
    expect((await start({ CENTRAL_OPS_EC2_EXEC: '' })).ec2Commands).toBeUndefined();
  });

  it('allows none without a list', async () => {
    const unlisted = await start({ CENTRAL_OPS_EC2_EXEC_ALLOW: '' });

    await expect(commandsOf(unlisted).request(on('Payments Production', 'uptime'), anna)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('CENTRAL_OPS_EC2_EXEC_ALLOW is not set'),
    });
  });

  it('does not start with a list that cannot be read, or that everybody may change', async () => {
    await expect(start({ CENTRAL_OPS_EC2_EXEC_ALLOW: join(home, 'nothing.json') })).rejects.toThrow(
      'cannot read the list of allowed EC2 commands',
    );
    await expect(start({}, { alow: [] })).rejects.toThrow('Unrecognized key: "alow"');
    const open = join(home, 'open.json');
    await writeFile(open, '{}', { mode: 0o666 });
    await chmod(open, 0o666);
    await expect(start({ CENTRAL_OPS_EC2_EXEC_ALLOW: open })).rejects.toThrow('everybody on this machine may change');
  });
});
