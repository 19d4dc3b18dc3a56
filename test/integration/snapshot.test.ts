import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// Not the bundle: the recorder tells our code from other code by its path.
const MAIN = fileURLToPath(new URL('../../dist/src/entry/cli/main.js', import.meta.url));
const RECORDER = fileURLToPath(new URL('../fixtures/snapshot/recorder.mjs', import.meta.url));

const Seen = z.object({ kind: z.enum(['clock', 'random', 'connection']), place: z.string() });

type Seen = z.output<typeof Seen>[];

/**
 * AgentCore takes a snapshot of the process after its first healthy `/ping` and clones it. Whatever was drawn, read or
 * opened until then would be the same in every clone.
 */
async function observe(environment: Readonly<Record<string, string>>): Promise<{
  readonly untilPing: Seen;
  readonly afterQuestion: Seen;
}> {
  const home = await mkdtemp(join(tmpdir(), 'central-ops-snapshot-'));
  const file = join(home, 'seen');
  await writeFile(file, '');
  const child = spawn(process.execPath, ['--import', RECORDER, MAIN, 'serve', '--port', '0'], {
    env: { PATH: process.env['PATH'], HOME: home, CENTRAL_OPS_LOG_LEVEL: 'info', SNAPSHOT_SEEN: file, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let log = '';
      child.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString('utf8');
        const found = /"port":(\d+)/.exec(log)?.[1];
        if (found !== undefined) resolve(Number(found));
      });
      child.once('exit', () => reject(new Error(`the server ended: ${log}`)));
    });
    const seen = async (): Promise<Seen> => {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => Seen.parse(JSON.parse(line)));
    };
    const ping = await fetch(`http://127.0.0.1:${port}/ping`);
    expect(await ping.json()).toMatchObject({ status: 'Healthy' });
    const untilPing = await seen();
    const answer = await fetch(`http://127.0.0.1:${port}/invocations`, {
      method: 'POST',
      body: JSON.stringify({ prompt: 'List the accounts' }),
    });
    expect(answer.status).toBe(200);
    return { untilPing, afterQuestion: (await seen()).slice(untilPing.length) };
  } finally {
    child.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  }
}

describe('a server until its first healthy ping', () => {
  it.each([
    ['on a laptop', {}],
    ['in a container, with everything loaded', { DOCKER_CONTAINER: '1', CENTRAL_OPS_HOST: '127.0.0.1' }],
  ])(
    'draws nothing random and opens no connection; of clocks it reads those of its log and of the ping alone: %s',
    async (_, surroundings) => {
      const { untilPing, afterQuestion } = await observe({
        ACCOUNT_REGISTRY: '[{"id": "222222222222", "name": "Production"}]',
        CENTRAL_OPS_MODEL: 'bedrock:us.example.model-1:0',
        AWS_REGION: 'us-east-1',
        ...surroundings,
      });

      // Neither is used by a later request: a line of the log has been written, and the ping reports when its status changed.
      const harmless = /^src\/(?:telemetry\/logger|entry\/http\/ping)\.js/;
      expect(untilPing.filter(({ kind, place }) => kind !== 'clock' || !harmless.test(place))).toEqual([]);
      // The recorder does see what a request does.
      expect(new Set(afterQuestion.map(({ kind }) => kind))).toEqual(new Set(['clock', 'random']));
    },
  );
});
