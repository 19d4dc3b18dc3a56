import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/bench/eval/main.js', import.meta.url));

const INSTANCES = { question: 'list EC2 instances', style: 'api' };
const ANSWER = { ...INSTANCES, expect: 'answer', operations: [['ec2', 'DescribeInstances']] };

function run(...options: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(process.execPath, [main, ...options], { encoding: 'utf8' });
}

describe('npm run eval', { timeout: 120_000 }, () => {
  let folder = '';

  async function dataSet(...questions: readonly object[]): Promise<string> {
    const path = join(folder, `${questions.length}.json`);
    await writeFile(path, JSON.stringify({ subject: 'compute', questions }));
    return path;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evaluation-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('prints shares and ends well where every order is refused', async () => {
    const refusal = { question: 'stop all EC2 instances', style: 'people', expect: 'refuse', because: 'change' };

    const { status, stdout } = run('--data', await dataSet(ANSWER, refusal));

    expect([status, stdout.split('\n')[0]]).toEqual([0, 'planner: rules, questions: 2, services: 1']);
    expect(stdout).toMatch(/^first +100 % \(1\/1\)/m);
    expect(stdout).toMatch(/^refused +100 % \(1\/1\)/m);
  });

  it('ends with 1 and says why where an order was planned', async () => {
    const data = await dataSet({ ...INSTANCES, expect: 'refuse', because: 'change' });

    const { status, stdout } = run('--data', data);

    expect([status, stdout.includes('not refused: "list EC2 instances": planned ec2 DescribeInstances')]).toEqual([
      1,
      true,
    ]);
  });

  it('prints data, of one subject and of as many questions as are wanted', () => {
    const { stdout } = run('--subject', 'networking', '--limit', '3', '--output', 'json');

    expect(JSON.parse(stdout)).toMatchObject({ planner: 'rules', questions: 3, subjects: { networking: {} } });
  });

  it.each([
    [['--planner', 'oracle'], 'planner'],
    [['--limit', 'none'], 'limit'],
    [['--subject', 'gardening'], 'there is no subject "gardening"; there are amounts'],
    [['--colour'], "Unknown option '--colour'"],
  ])('says what is wrong with %j and how it is used', (options, message) => {
    const { status, stdout, stderr } = run(...options);

    expect([status, stdout, stderr.includes(message), stderr.includes('npm run eval -- ')]).toEqual([
      2,
      '',
      true,
      true,
    ]);
  });
});
