import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine, type CommandLine, type Ended } from './support/command-line.js';

let line: CommandLine;
beforeAll(async () => {
  line = await createCommandLine();
});
afterAll(() => line.close());

const SANDBOX = { CENTRAL_OPS_SANDBOX: '1', CENTRAL_OPS_SANDBOX_ACCOUNTS: '4' };

function understood({ stderr }: Ended): string | undefined {
  return /^Understood: (.*)$/m.exec(stderr)?.[1];
}

function ask(question: string, session = 'audit'): Promise<Ended> {
  return line.run(['ask', '--session', session, '--output', 'csv', question], SANDBOX);
}

describe('a session of the command line', () => {
  it('goes on in further processes, and reads a row of the answer before', async () => {
    const first = await ask('List EC2 instances in production');
    const second = await ask('only the stopped ones');
    const row = await ask('the first');

    const rows = second.stdout.trim().split('\r\n');
    expect([first.code, second.code, row.code]).toEqual([0, 0, 0]);
    expect(understood(second)).toMatch(
      /^List stopped EC2 instances .*in the environment production;.*changed: stopped$/u,
    );
    expect(row.stdout.trim().split('\r\n')).toEqual(rows.slice(0, 2));
    // Neither rows nor answers are in what the session remembers.
    const kept = await line.kept();
    const sessions = kept.split('\n').filter((text) => text.includes('"threadId"'));
    expect(sessions.join('\n')).not.toMatch(/i-[0-9a-f]{17}/u);
    expect(sessions.length).toBeGreaterThan(0);
  });

  it('asks back with numbers, and the next question picks one', async () => {
    const asked = await ask('List S3 buckets in payments', 'pick');
    const picked = await ask('2', 'pick');

    expect([asked.code, picked.code]).toEqual([6, 0]);
    expect(understood(picked)).toContain('in Payments Staging');
  });

  it('keeps its own accounts from then on', async () => {
    await ask('switch to production', 'own');

    expect(understood(await ask('List S3 buckets', 'own'))).toContain(
      'in the environment production, chosen for this session',
    );
    expect(understood(await ask('List S3 buckets', 'another'))).toContain('in all accounts');
  });

  it('refuses an order in the middle of it', async () => {
    await ask('How many EC2 instances are there?', 'order');

    const refused = await ask('and now terminate them', 'order');

    expect([refused.code, refused.stdout]).toEqual([4, '']);
  });
});

describe('chat', () => {
  it('answers the lines of a pipe as one conversation', async () => {
    const input = [
      'How many EC2 instances are running?',
      'and in staging?',
      'switch to production',
      'count them',
      'exit',
      'x',
    ];

    const { code, stderr, stdout } = await line.run(['chat'], SANDBOX, input.map((text) => `${text}\n`).join(''));

    const summaries = [...stderr.matchAll(/^Understood: (.*)$/gmu)].map(([, summary = '']) => summary.split(' (')[0]);
    expect(code).toBe(0);
    expect(summaries).toEqual([
      'Count running EC2 instances per account',
      'Count running EC2 instances per account',
      'From now on, questions that name no account are asked in the environment production',
      'Count running EC2 instances per account',
    ]);
    expect(stdout.match(/running EC2 instances in \d+ accounts?\./gu)?.length).toBe(3);
  });
});
