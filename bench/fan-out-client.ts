import { setTimeout as delay } from 'node:timers/promises';
import { loadConfiguration, quietSdkWarning } from '../src/config.js';
import { compose } from '../src/compose.js';
import type { Answer } from '../src/domain/answer.js';

/** Lets every account's token bucket fill again, so that a round is not slowed by the one before it. */
const PAUSE_MILLIS = 1500;

/** What one round cost: times in ms, CPU of this process alone. */
interface Round {
  readonly wall: number;
  readonly cpu: number;
}

interface Report {
  readonly rounds: readonly Round[];
  readonly rowsPerAccount: number;
  readonly peakMegabytes: number;
}

/** One question with nothing kept from before: new credentials, new sessions. */
async function round(accounts: number): Promise<Round & { readonly rows: number }> {
  const configuration = await loadConfiguration({ door: 'server' });
  const composition = await compose(configuration, { log: (line) => process.stderr.write(line), auditName: 'bench' });
  try {
    await composition.graph();
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const events = composition.operations.start(
      { kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: {}, regions: ['us-east-1'] },
      { caller: { kind: 'anonymous', name: 'bench' }, rowLimit: 100 },
    );
    let answer: Answer | undefined;
    for await (const event of events) if (event.type === 'run-ended') answer = event.answer;
    const wall = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    if (answer?.status !== 'complete' || answer.coverage?.accounts.answered !== accounts) {
      throw new Error(`the answer is not complete: ${answer?.coverage?.line ?? answer?.response ?? 'none'}`);
    }
    return { wall, cpu: (user + system) / 1000, rows: answer.tables[0]?.total ?? 0 };
  } finally {
    await composition.close();
    await delay(PAUSE_MILLIS);
  }
}

async function measure(accounts: number, warmUps: number, counted: number): Promise<Report> {
  for (let index = 0; index < warmUps; index += 1) await round(accounts);
  const rounds: Round[] = [];
  let rows = 0;
  for (let index = 0; index < counted; index += 1) {
    const measured = await round(accounts);
    rows = measured.rows;
    rounds.push({ wall: measured.wall, cpu: measured.cpu });
  }
  return { rounds, rowsPerAccount: rows / accounts, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

quietSdkWarning();
const [accounts = 1, warmUps = 1, counted = 5] = process.argv.slice(2).map(Number);
process.stdout.write(`${JSON.stringify(await measure(accounts, warmUps, counted))}\n`);
