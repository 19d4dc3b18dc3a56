import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * What fan-out costs: the wall time of one question over N accounts, divided by the critical path of a single one (assume a
 * role, open a session, run a script, with injected delays). 1.00 would be free. The sandbox runs in its own process; the
 * client is a new process for each N, warmed; sessions and credentials are cold in every round; the median of five counts.
 */
const LATENCY = { sts: 80, session: 100, script: 600 };
const CRITICAL_PATH = LATENCY.sts + LATENCY.session + LATENCY.script;
const COUNTED_ROUNDS = 5;
const SIZES = [
  { accounts: 1, warmUps: 5 },
  { accounts: 10, warmUps: 4 },
  { accounts: 100, warmUps: 3 },
  { accounts: 1000, warmUps: 1 },
];
/** As `npm run central-ops` starts it: short-lived objects of a wide fan-out die young instead of being promoted. */
const CLIENT_FLAGS = ['--max-semi-space-size=32'];

const reportShape = z.object({
  rounds: z.array(z.object({ wall: z.number(), cpu: z.number() })),
  rowsPerAccount: z.number(),
  peakMegabytes: z.number(),
});

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Starts the sandbox on its own and resolves to the variables that it prints. */
async function startServer(accounts: number): Promise<{ server: ChildProcess; variables: Record<string, string> }> {
  const latency = Object.entries(LATENCY)
    .map(([name, millis]) => `${name}=${millis}`)
    .join(',');
  const server = spawn(
    process.execPath,
    [here('../bundle/main.js'), 'sandbox', '--accounts', String(accounts), '--latency', latency],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const variables: Record<string, string> = {};
  for await (const line of createInterface({ input: server.stdout })) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) variables[name] = value;
    if (name === 'ACCOUNT_REGISTRY') break;
  }
  return { server, variables };
}

async function measure(accounts: number, warmUps: number): Promise<z.infer<typeof reportShape>> {
  const { server, variables } = await startServer(accounts);
  try {
    const client = spawn(
      process.execPath,
      [...CLIENT_FLAGS, here('./fan-out-client.js'), String(accounts), String(warmUps), String(COUNTED_ROUNDS)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...variables },
      },
    );
    const chunks: Buffer[] = [];
    client.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(client, 'close');
    return reportShape.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(
  `Node ${process.version}; critical path ${CRITICAL_PATH} ms (${JSON.stringify(LATENCY)}); median of ${COUNTED_ROUNDS}`,
);
console.log(
  'accounts | wall ms | wall ÷ critical path (min–max) | client CPU ms per account | peak MB | rows per account',
);
for (const { accounts, warmUps } of SIZES) {
  const { rounds, rowsPerAccount, peakMegabytes } = await measure(accounts, warmUps);
  const ratios = rounds.map(({ wall }) => wall / CRITICAL_PATH);
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const cpu = median(rounds.map((round) => round.cpu)) / accounts;
  console.log(
    [
      String(accounts).padStart(8),
      median(rounds.map(({ wall }) => wall))
        .toFixed(0)
        .padStart(7),
      `${median(ratios).toFixed(2)} (${range})`.padStart(30),
      cpu.toFixed(1).padStart(25),
      peakMegabytes.toFixed(0).padStart(7),
      rowsPerAccount.toFixed(1).padStart(16),
    ].join(' | '),
  );
}
