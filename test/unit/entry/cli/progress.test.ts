import { describe, expect, it } from 'vitest';
import type { OutcomeKind } from '../../../../src/domain/outcome.js';
import type { RunEvent, RunEventBody } from '../../../../src/domain/event.js';
import { createProgress } from '../../../../src/entry/cli/progress.js';
import { answer } from '../../results/support/builders.js';
import { fakeTerminal, screenAfter } from './support/terminal.js';

const event = (body: RunEventBody): RunEvent => ({ ...body, runId: 'run-1', at: '2026-11-21T00:00:00.000Z' });

function started(id: number, name = `Account ${id}`): RunEvent {
  return event({ type: 'account-started', accountId: String(id).padStart(12, '0'), accountName: name });
}

function ended(id: number, outcome: OutcomeKind = 'answered', name = `Account ${id}`): RunEvent {
  return event({
    type: 'account-ended',
    accountId: String(id).padStart(12, '0'),
    accountName: name,
    outcomes: [
      { call: 'ec2 DescribeInstances', region: 'us-east-1', outcome: 'answered', rows: 2 },
      { call: 'ec2 DescribeInstances', region: 'eu-west-1', outcome, rows: 1 },
    ],
    millis: 1250,
  });
}

const HEADERS = [
  event({ type: 'run-started', sessionId: 's' }),
  event({ type: 'intent-parsed', summary: 'EC2\u001b[2J instances', planner: 'rules' }),
  event({
    type: 'accounts-resolved',
    accounts: [
      { id: '1', name: 'a' },
      { id: '2', name: 'b' },
    ],
    regions: ['eu-west-1', 'us-east-1'],
  }),
  authorized(['eu-west-1', 'us-east-1']),
];

function authorized(regions: readonly string[]): RunEvent {
  const call = { id: 'instances', service: 'ec2', operation: 'DescribeInstances', regions, params: {} };
  return event({ type: 'plan-authorized', plan: { calls: [call, call], show: { title: '', tables: [] } }, round: 1 });
}

describe('progress away from a terminal', () => {
  it('is a plain line for each step and each account that has ended', () => {
    const terminal = fakeTerminal();
    const progress = createProgress(terminal, () => 0);

    for (const one of [...HEADERS, started(1), started(2), ended(2, 'denied'), ended(1, 'not-offered')]) {
      progress.show(one);
    }
    progress.show(event({ type: 'run-ended', answer: answer() }));
    progress.end();

    expect(terminal.written()).toEqual({
      out: '',
      err: [
        'Understood: EC2\\u001b[2J instances\n',
        'Asking 2 accounts (eu-west-1, us-east-1)\n',
        '✘ Account 2 (000000000002)  denied; 3 rows, 1.3 s\n',
        '✔ Account 1 (000000000001)  3 rows, 1.3 s\n',
      ].join(''),
    });
  });

  it.each([
    [['us-east-1'], 'Asking 1 account (us-east-1)\n'],
    [['all'], 'Asking 1 account (all enabled Regions)\n'],
    [['global'], 'Asking 1 account (global)\n'],
  ])('says once who is asked where, when the first is asked: %j', (regions, line) => {
    const terminal = fakeTerminal();
    const progress = createProgress(terminal, () => 0);

    progress.show(event({ type: 'accounts-resolved', accounts: [{ id: '1', name: 'a' }], regions }));
    progress.show(authorized(regions));
    const before = terminal.written().err;
    progress.show(started(1));
    progress.show(started(2));

    expect([before, terminal.written().err]).toEqual(['', line]);
  });
});

describe('progress on a terminal', () => {
  it('is one line per account, redrawn in place', () => {
    const { screen } = live([...HEADERS, started(1), started(2), ended(2, 'timed-out'), started(3)]);

    expect(screen).toEqual([
      'Understood: EC2\\u001b[2J instances',
      'Asking 2 accounts (eu-west-1, us-east-1)',
      '… Account 1 (000000000001)',
      '✘ Account 2 (000000000002)  timed-out; 3 rows, 1.3 s',
      '… Account 3 (000000000003)',
    ]);
  });

  it('shows who is under way and a count where not all fit', () => {
    const accounts = Array.from({ length: 30 }, (_, index) => index + 1);

    const { screen } = live([...accounts.map((id) => started(id)), ended(1), ended(2, 'denied')], 10);

    expect(screen).toEqual([
      '… Account 3 (000000000003)',
      '… Account 4 (000000000004)',
      '… Account 5 (000000000005)',
      '… Account 6 (000000000006)',
      '… Account 7 (000000000007)',
      '2 of 30 accounts have ended',
    ]);
  });

  it('lets no line wrap, and no name act on the terminal', () => {
    const { screen, err } = live([started(1, `\u001b[1A${'n'.repeat(200)}`), ended(2, 'denied', '名'.repeat(100))]);

    expect(screen.map((line) => line.length)).toEqual([79, 1 + 1 + 38 + 1]);
    expect(err).not.toContain('\u001b[1A…');
    expect(screen[0]).toMatch(/^… \\u001b\[1An+…$/u);
  });

  it('draws no more often than the eye sees, and always the end', () => {
    const terminal = fakeTerminal({ errIsTerminal: true });
    const progress = createProgress(terminal, () => 5);

    for (let id = 1; id <= 10; id += 1) progress.show(started(id));
    const drawings = terminal.written().err.split('\u001b[').length;
    progress.end();

    expect(drawings).toBe(1);
    expect(screenAfter(terminal.written().err)).toHaveLength(10);
  });

  it('draws nothing where no account was asked', () => {
    expect(live([]).err).toBe('');
  });
});

function live(events: readonly RunEvent[], lines = 24): { readonly screen: readonly string[]; readonly err: string } {
  const terminal = fakeTerminal({ errIsTerminal: true, lines });
  let now = 0;
  const progress = createProgress(terminal, () => (now += 100));
  for (const one of events) progress.show(one);
  progress.end();
  const { out, err } = terminal.written();
  expect(out).toBe('');
  return { screen: screenAfter(err), err };
}
