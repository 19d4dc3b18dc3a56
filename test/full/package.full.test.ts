import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceContract } from '../contract/support/service-contract.js';
import { programs, type Programs } from '../contract/support/service-target.js';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../dist/scripts/package/main.js', import.meta.url));

let directory = '';
let started: Programs | undefined;
let url = '';
let host = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-package-'));
  await run(process.execPath, [PACKAGE, 'zip', join(directory, 'one.zip')]);
  await run('python3', ['-m', 'zipfile', '-e', join(directory, 'one.zip'), join(directory, 'unpacked')]);
  started = await programs();
  const variables = await started.sandbox(['--latency', 'script=300']);
  // As the platform starts it: the entry point, with no arguments.
  const server = await started.serve({ ...variables, DOCKER_CONTAINER: '' }, [join(directory, 'unpacked', 'main.js')]);
  host = server.host;
  url = server.url;
});

afterAll(async () => {
  await started?.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the zip for AgentCore', () => {
  it('is the same every time', async () => {
    await run(process.execPath, [PACKAGE, 'zip', join(directory, 'two.zip')]);
    const [one, two] = await Promise.all(
      ['one.zip', 'two.zip'].map(async (file) =>
        createHash('sha256')
          .update(await readFile(join(directory, file)))
          .digest('hex'),
      ),
    );

    expect(one).toBe(two);
  });

  it('listens on all addresses', () => {
    expect(host).toBe('0.0.0.0');
  });

  serviceContract(() => url);
});
