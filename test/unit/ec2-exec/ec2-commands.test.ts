import { beforeEach, describe, expect, it } from 'vitest';
import type { DecidedApproval } from '../../../src/approvals/approval.js';
import { createApprovals } from '../../../src/approvals/approvals.js';
import { createMemoryApprovalStore } from '../../../src/approvals/memory-approval-store.js';
import type { Account } from '../../../src/domain/account.js';
import type { Caller } from '../../../src/domain/caller.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { type Ec2AllowList, parseEc2AllowList } from '../../../src/ec2-exec/allow-list.js';
import { createEc2Commands, type Ec2Commands } from '../../../src/ec2-exec/ec2-commands.js';
import { createIdentifiers } from '../../../src/identifiers.js';
import { recordingLogger } from '../nodes/support/state.js';
import { type FakeGateway, fakeGateway, RUNNING, unreachable } from './support/fake-gateway.js';

const ANNA: Caller = { kind: 'verified', name: 'anna' };
const BEN: Caller = { kind: 'verified', name: 'ben' };
const ACCOUNT: Account = { id: '222222222222', name: 'Payments Staging', tags: {}, partition: 'aws' };
const REQUEST = {
  instanceId: 'i-0123456789abcdef0',
  accountId: ACCOUNT.id,
  roleName: 'Commands',
  command: 'uptime && df -h',
};
const ALLOW = {
  allow: [{ accounts: ['staging'], roles: ['Commands'], instanceTags: { Environment: ['staging', 'test'] } }],
  harmless: ['uptime'],
};
const SUMMARY = [
  'Run this command as root on an EC2 instance?',
  '',
  '  | uptime && df -h',
  '',
  '  Instance  i-0123456789abcdef0 (web-1), Linux, Environment=staging',
  '  Account   Payments Staging (222222222222)',
  '  Role      Commands',
  '  Region    eu-west-1',
  '  Document  AWS-RunShellScript, at most 60 s',
].join('\n');

let now = 0;
let gateway: FakeGateway;
let opened: unknown[];
beforeEach(() => {
  now = Date.parse('2026-11-27T10:00:00Z');
  gateway = fakeGateway();
  opened = [];
});

const signal = new AbortController().signal;
const anna = { caller: ANNA, signal };
const store = () => createMemoryApprovalStore(() => now);

function commands(allow: unknown = ALLOW, kept = store()): Ec2Commands & { readonly lines: readonly unknown[] } {
  const { logger, lines } = recordingLogger();
  const list: Ec2AllowList = parseEc2AllowList(JSON.stringify(allow), 'allow.json');
  const newId = createIdentifiers();
  const service = createEc2Commands({
    allow: list,
    accountFor: (id, { caller }) =>
      id === ACCOUNT.id && caller.name !== 'outsider'
        ? Promise.resolve(ACCOUNT)
        : Promise.reject(new CentralOpsError('unknown-account', 'unknown')),
    membersOf: ([selector]) => {
      if (selector === 'staging') return Promise.resolve([ACCOUNT.id]);
      if (selector === 'production') return Promise.resolve(['333333333333']);
      return Promise.reject(new CentralOpsError('unknown-account', `no account is "${selector ?? ''}"`));
    },
    open: ({ accountId, roleName, region, instanceId }, permissions, { caller }) => {
      opened.push({ accountId, roleName, region, instanceId, permissions, caller: caller.name });
      return Promise.resolve(gateway);
    },
    defaultRegion: 'eu-west-1',
    approvals: createApprovals({ store: kept, clock: () => now, newId }),
    newId,
    clock: () => now,
    sleep: (millis, given) => {
      given?.throwIfAborted();
      now += millis;
      return Promise.resolve();
    },
    retry: { sleep: () => Promise.resolve(), random: () => 0 },
    logger,
  });
  return { ...service, lines };
}

async function waiting(service: Ec2Commands, change: Partial<typeof REQUEST> = {}) {
  const requested = await service.request({ ...REQUEST, ...change }, anna);
  if (requested.waiting === undefined) throw new Error('it did not wait');
  return requested.waiting;
}

describe('a command that nobody has approved', () => {
  it('is shown whole, with everything that is decided about, and not run', async () => {
    const { answer, waiting: shown } = await commands().request(REQUEST, anna);

    expect(answer).toEqual({
      response: expect.stringContaining(`# AWS SSO: EC2 Command needs approval\n\n\`\`\`\n${SUMMARY}\n\`\`\`\n`),
      status: 'needs-approval',
      sessionId: expect.stringMatching(/^session-/),
      runId: expect.stringMatching(/^run-/),
      tables: [],
      warnings: [],
      approval: { approvalId: shown?.approvalId, summary: SUMMARY, expiresAt: '2026-11-27T10:10:00.000Z' },
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
    });
    expect(gateway.log).toEqual(['instance', 'agent']);
    expect(opened).toEqual([
      {
        accountId: ACCOUNT.id,
        roleName: 'Commands',
        region: 'eu-west-1',
        instanceId: REQUEST.instanceId,
        permissions: { kind: 'look' },
        caller: 'anna',
      },
    ]);
  });

  it('runs at once when it is one of the harmless ones, word for word, on an instance that is allowed', async () => {
    const service = commands();

    const { answer } = await service.request({ ...REQUEST, command: ' uptime  ' }, anna);

    expect(answer).toMatchObject({ status: 'complete', command: { command: 'uptime', exitCode: 0, stdout: 'up\n' } });
    expect(gateway.sent).toEqual([
      {
        document: 'AWS-RunShellScript',
        command: 'uptime',
        executionSeconds: 60,
        deliverySeconds: 60,
        comment: `central-ops anna ${answer.runId}`,
      },
    ]);
    expect(opened).toEqual([
      expect.objectContaining({ permissions: { kind: 'look' } }),
      expect.objectContaining({ permissions: { kind: 'run', document: 'AWS-RunShellScript' } }),
    ]);
  });

  it.each<[string, unknown, Partial<typeof REQUEST & { region: string }>, string]>([
    [
      'an empty list',
      {},
      {},
      'no rule of allow.json allows commands in Payments Staging (222222222222) with the role Commands',
    ],
    ['a harmless command and no rule', { harmless: ['uptime'] }, { command: 'uptime' }, 'no rule of allow.json'],
    ['another account', { allow: [{ ...ALLOW.allow[0], accounts: ['production'] }] }, {}, 'no rule of allow.json'],
    ['another role', ALLOW, { roleName: 'Administrator' }, 'with the role Administrator'],
    ['a role of other case', ALLOW, { roleName: 'commands' }, 'with the role commands'],
    [
      'a rule whose account nobody knows',
      { allow: [{ ...ALLOW.allow[0], accounts: ['stagnig'] }] },
      {},
      'a rule of allow.json cannot be used: no account is "stagnig"',
    ],
    ['an account outside the registry', ALLOW, { accountId: '444444444444' }, 'unknown'],
    ['an account that is none', ALLOW, { accountId: '2222' }, 'the account "2222" is not one'],
    [
      'an ARN for a role',
      ALLOW,
      { roleName: 'arn:aws:iam::222222222222:role/Commands' },
      'the role "arn:aws:iam::222222222222:role/Commands" is not one',
    ],
    [
      'an instance that is none',
      ALLOW,
      { instanceId: 'i-0123456789abcdef0 i-1' },
      'the instance "i-0123456789abcdef0 i-1" is not one',
    ],
    [
      'a Region that is none',
      ALLOW,
      { region: 'eu-west-1.evil.example' },
      'the Region "eu-west-1.evil.example" is not one',
    ],
    [
      'a command that cannot be seen',
      ALLOW,
      { command: 'uptime\u200B' },
      'the command has characters that cannot be seen: U+200B',
    ],
  ])('meets a closed gate: %s', async (_, allow, change, message) => {
    await expect(commands(allow).request({ ...REQUEST, ...change }, anna)).rejects.toThrow(message);

    expect([opened, gateway.log]).toEqual([[], []]);
  });

  it.each<[string, Partial<FakeGateway>, string, string]>([
    [
      'other tags',
      { instanceFacts: { name: null, state: 'running', tags: { Environment: 'production' } } },
      'refused',
      'the tags of i-0123456789abcdef0',
    ],
    [
      'no tags',
      { instanceFacts: { name: null, state: 'running', tags: {} } },
      'refused',
      'the tags of i-0123456789abcdef0',
    ],
    [
      'no instance',
      { instanceFacts: undefined },
      'instance-unavailable',
      'Instance i-0123456789abcdef0 not found in Payments Staging (222222222222), eu-west-1',
    ],
    [
      'a stopped instance',
      { instanceFacts: { name: null, state: 'stopped', tags: { Environment: 'test' } } },
      'instance-unavailable',
      'it is stopped',
    ],
    [
      'no agent',
      { agentFacts: undefined },
      'instance-unavailable',
      'Instance i-0123456789abcdef0 not found or not connected to SSM. Ensure the instance is running and has the SSM Agent installed.',
    ],
    [
      'a lost agent',
      { agentFacts: { ping: 'ConnectionLost', platform: 'Linux' } },
      'instance-unavailable',
      'its SSM Agent is ConnectionLost',
    ],
  ])('meets a closed gate at the instance, harmless or not: %s', async (_, facts, code, message) => {
    for (const command of ['uptime', 'reboot']) {
      gateway = { ...fakeGateway(), ...facts };

      const request = commands().request({ ...REQUEST, command }, anna);

      await expect(request).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
      expect(gateway.log).not.toContain('send');
    }
  });
});

describe('an approved command', () => {
  it('is sent once, reported whole, and leaves its trace in the log and in the record', async () => {
    const kept = store();
    const service = commands(ALLOW, kept);
    const shown = await waiting(service);

    const answer = await service.decide(shown, 'approve', anna);

    expect(answer).toMatchObject({
      status: 'complete',
      command: {
        accountId: ACCOUNT.id,
        accountName: 'Payments Staging',
        roleName: 'Commands',
        region: 'eu-west-1',
        instanceId: REQUEST.instanceId,
        instanceName: 'web-1',
        document: 'AWS-RunShellScript',
        command: 'uptime && df -h',
        commandId: 'command-1',
        status: 'Success',
        statusDetails: 'Success',
        exitCode: 0,
        stdout: 'up\n',
        stderr: '',
        stdoutTruncated: false,
        stderrTruncated: false,
      },
    });
    const facts = {
      caller: 'verified:anna',
      accountId: ACCOUNT.id,
      roleName: 'Commands',
      region: 'eu-west-1',
      instanceId: REQUEST.instanceId,
      document: 'AWS-RunShellScript',
      command: 'uptime && df -h',
      runId: answer.runId,
      approvalId: shown.approvalId,
      commandId: 'command-1',
    };
    expect(service.lines).toEqual([
      ['warn ec2 command sent', { ...facts, status: 'sent' }],
      ['warn ec2 command', { ...facts, status: 'Success', exitCode: 0 }],
    ]);
    expect(await kept.load(shown.approvalId)).toMatchObject({
      decided: { decision: 'approve' },
      outcome: { commandId: 'command-1', status: 'Success', exitCode: 0, at: now },
    });
    expect(gateway.sent.map(({ command }) => command)).toEqual(['uptime && df -h']);
  });

  it('is sent once under two approvals at the same time', async () => {
    const kept = store();
    const [one, other] = [commands(ALLOW, kept), commands(ALLOW, kept)];
    const shown = await waiting(one);

    const tries = await Promise.allSettled([one, other, one].map((service) => service.decide(shown, 'approve', anna)));

    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(gateway.sent.length).toBe(1);
  });

  it.each<[string, () => void]>([
    [
      'a tag that is allowed too, but was not shown',
      () => (gateway.instanceFacts = { name: 'web-1', state: 'running', tags: { Environment: 'test' } }),
    ],
    [
      'a tag that is not allowed',
      () => (gateway.instanceFacts = { name: 'web-1', state: 'running', tags: { Environment: 'production' } }),
    ],
    ['another platform', () => (gateway.agentFacts = { ping: 'Online', platform: 'Windows' })],
    ['an agent that is gone', () => (gateway.agentFacts = undefined)],
    ['an instance that is gone', () => (gateway.instanceFacts = undefined)],
  ])('is not sent when the instance has changed since it was shown: %s', async (_, change) => {
    const service = commands();
    const shown = await waiting(service);
    change();

    await expect(service.decide(shown, 'approve', anna)).rejects.toBeInstanceOf(CentralOpsError);

    expect(gateway.log).not.toContain('send');
    expect(service.lines).toEqual([['warn ec2 command', expect.objectContaining({ status: 'not sent' })]]);
  });

  it.each<[string, unknown]>([
    ['the rule is gone', {}],
    ['the rule names another role', { allow: [{ ...ALLOW.allow[0], roles: ['Others'] }] }],
    ['another document is configured', { ...ALLOW, documents: { linux: 'Our-Diagnostics' } }],
  ])('is not sent when what is allowed has changed: %s', async (_, allow) => {
    const kept = store();
    const shown = await waiting(commands(ALLOW, kept));

    await expect(commands(allow, kept).decide(shown, 'approve', anna)).rejects.toMatchObject({ code: 'refused' });

    expect(gateway.log).not.toContain('send');
  });

  it('is not sent for another caller, for another text, after its time, or after a no', async () => {
    const service = commands();
    const [first, second, third, fourth] = [
      await waiting(service),
      await waiting(service),
      await waiting(service),
      await waiting(service, { command: 'reboot' }),
    ];

    const others = service.decide(first, 'approve', { caller: BEN, signal });
    const swapped = service.decide({ ...fourth, payloadHash: first.payloadHash }, 'approve', anna);
    const rejected = await service.decide(second, 'reject', anna);
    const afterwards = service.decide(second, 'approve', anna);

    await expect(others).rejects.toMatchObject({ code: 'unknown-approval' });
    await expect(swapped).rejects.toMatchObject({ code: 'approval-tampered' });
    await expect(afterwards).rejects.toMatchObject({ code: 'approval-decided' });
    now += 600_000;
    await expect(service.decide(third, 'approve', anna)).rejects.toMatchObject({ code: 'approval-expired' });
    expect(rejected).toMatchObject({ status: 'refused', error: { code: 'rejected' } });
    expect(gateway.log).not.toContain('send');
  });

  it('is not sent when the executor is handed something else than was approved', async () => {
    const kept = store();
    const service = commands(ALLOW, kept);
    const shown = await waiting(service);
    const record = await kept.load(shown.approvalId);
    if (record === undefined || record === 'unreadable') throw new Error('it is not kept');
    const approved: DecidedApproval = { ...record, decided: { decision: 'approve', decidedAt: now } };
    const changed: readonly DecidedApproval[] = [
      { ...approved, payload: { ...approved.payload, command: 'reboot' } },
      { ...approved, kind: 'agent-invocation' },
    ];

    for (const approval of changed) {
      await expect(service.executor(approval, { caller: ANNA }).next()).rejects.toMatchObject({
        code: 'approval-tampered',
      });
    }
    expect(gateway.log).not.toContain('send');
  });

  it('goes through the doors that all approvals share', async () => {
    const kept = store();
    const service = commands(ALLOW, kept);
    const shown = await waiting(service);
    const record = await kept.load(shown.approvalId);
    if (record === undefined || record === 'unreadable') throw new Error('it is not kept');

    const events = [];
    const approved: DecidedApproval = { ...record, decided: { decision: 'approve', decidedAt: now } };
    for await (const event of service.executor(approved, { caller: ANNA })) events.push(event);

    expect(events).toEqual([
      {
        type: 'run-ended',
        runId: record.runId,
        at: expect.any(String),
        answer: expect.objectContaining({ status: 'complete', runId: record.runId, sessionId: record.sessionId }),
      },
    ]);
  });

  it('uses PowerShell on Windows, and says as whom', async () => {
    gateway.agentFacts = { ping: 'Online', platform: 'Windows' };
    const service = commands();
    const shown = await waiting(service);

    await service.decide(shown, 'approve', anna);

    expect(shown.summary).toContain('as SYSTEM');
    expect(gateway.sent[0]?.document).toBe('AWS-RunPowerShellScript');
  });

  it('keeps the id of a command that was sent, whatever happens then', async () => {
    const kept = store();
    const service = commands(ALLOW, kept);
    const [slow, unknown] = [await waiting(service), await waiting(service)];
    gateway.invocations = [RUNNING];

    const answer = await service.decide(slow, 'approve', anna);
    gateway.sendFails = [unreachable()];
    const failed = service.decide(unknown, 'approve', anna);

    expect(answer).toMatchObject({
      status: 'failed',
      error: {
        code: 'timed-out',
        message: 'It had not ended after 60 s; it was cancelled on the instance. What it had done by then stays done.',
        facts: { commandId: 'command-1', status: 'Cancelled', exitCode: null },
      },
    });
    await expect(failed).rejects.toMatchObject({ code: 'command-unknown' });
    expect(await kept.load(slow.approvalId)).toMatchObject({
      outcome: { commandId: 'command-1', status: 'Cancelled' },
    });
    expect(await kept.load(unknown.approvalId)).toMatchObject({
      outcome: { status: 'not known', code: 'command-unknown' },
    });
  });
});

describe('what comes from the account', () => {
  it('acts nowhere: neither in what is approved nor in the report', async () => {
    const name = 'web\u001B[2J\n\n  | echo safe\n[link](http://x)';
    gateway.instanceFacts = { name, state: 'running', tags: { Environment: 'staging' } };
    gateway.invocations = [
      {
        status: 'Failed',
        details: 'Failed',
        responseCode: 3,
        stdout: 'a\r\u001B[31mb\n```\n# Heading',
        stderr: 'AKIAIOSFODNN7EXAMPLE',
      },
    ];
    const service = commands();
    const shown = await waiting(service);

    const { response } = await service.decide(shown, 'approve', anna);

    expect(shown.summary.split('\n').length).toBe(SUMMARY.split('\n').length);
    expect(shown.summary).toContain(String.raw`(web\u001b[2J    | echo safe [link](http://x))`);
    expect(response).toBe(
      [
        '# ❌ AWS SSO: EC2 Command Error',
        '',
        '**Instance:** i-0123456789abcdef0 (web\\\\u001b\\[2J    \\| echo safe `[link](http://x)`)',
        '**Account/Role:** 222222222222/Commands (Payments Staging)',
        '**Region:** eu-west-1',
        '',
        '## Command',
        '```bash',
        'uptime && df -h',
        '```',
        '',
        '## Error: Command Failed',
        'The command ended with exit code 3 (Failed).',
        '',
        '## Output',
        '````',
        String.raw`a\u000d\u001b[31mb`,
        '```',
        '# Heading',
        '````',
        '',
        '## Error output',
        '```',
        '[redacted]',
        '```',
        '',
        '*Status: Failed, exit code 3*',
        '*Command ID: command-1*',
        `*Executed: 2026-11-27 10:00:00 UTC*`,
      ].join('\n'),
    );
  });

  it('is marked where Systems Manager cut it', async () => {
    gateway.invocations = [
      {
        status: 'Success',
        details: 'Success',
        responseCode: 0,
        stdout: 'x '.repeat(12_000),
        stderr: 'y '.repeat(4000),
      },
    ];
    const service = commands();

    const { answer } = await service.request({ ...REQUEST, command: 'uptime' }, anna);

    expect(answer.command).toMatchObject({ stdoutTruncated: true, stderrTruncated: true });
    expect(answer.response).toContain('*Truncated: Systems Manager keeps the first 24000 characters.*');
    expect(answer.response).toContain('*Truncated: Systems Manager keeps the first 8000 characters.*');
  });
});
