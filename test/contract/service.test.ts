import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, SESSION } from './support/service-client.js';
import { serviceContract } from './support/service-contract.js';
import { programs, type OwnServer, type Programs } from './support/service-target.js';

/** Where a server is that somebody else started: a container, a deployed endpoint. */
const GIVEN = process.env['CENTRAL_OPS_CONTRACT_URL'];
const QUESTION = { prompt: 'How many EC2 instances are running in each account?' };

let url = GIVEN ?? '';
let started: Programs | undefined;
let own: OwnServer | undefined;
let variables: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  if (GIVEN !== undefined) return;
  started = await programs();
  variables = await started.sandbox(['--latency', 'script=300']);
  own = await started.serve(variables);
  url = own.url;
});

afterAll(() => started?.stop());

describe('the server', () => {
  serviceContract(() => url);
});

describe.skipIf(GIVEN !== undefined)('a server that is started here', () => {
  it('binds to all addresses in a container, and is healthy within two minutes', () => {
    expect(own?.host).toBe('0.0.0.0');
    expect(own?.startMillis).toBeLessThan(120_000);
  });

  it('lets a run end on SIGTERM, takes nothing new, and ends with 0', async () => {
    const server = await started?.serve({ ...variables, CENTRAL_OPS_DRAIN_SECONDS: '30' });
    if (server === undefined) throw new Error('no server');
    const ended = once(server.process, 'exit');
    const types: string[] = [];
    for await (const event of clientOf(server.url).stream(QUESTION, { [SESSION]: 'drain' })) {
      if (types.length === 0) server.process.kill('SIGTERM');
      types.push(event.type);
    }

    expect(types.at(-1)).toBe('run-ended');
    expect(await ended).toEqual([0, null]);
    await expect(clientOf(server.url).ping()).rejects.toThrow('fetch failed');
  });

  it('ends at once on the second signal', async () => {
    const server = await started?.serve({ ...variables, CENTRAL_OPS_DRAIN_SECONDS: '30' });
    if (server === undefined) throw new Error('no server');
    const ended = once(server.process, 'exit');
    const events = clientOf(server.url).stream(QUESTION, { [SESSION]: 'twice' });
    await events.next();

    server.process.kill('SIGTERM');
    await expect.poll(() => server.log()).toContain('"draining"');
    const signalledAt = performance.now();
    server.process.kill('SIGTERM');

    expect(await ended).toEqual([130, null]);
    expect(performance.now() - signalledAt).toBeLessThan(1000);
    await expect(events.next().then(() => events.next())).rejects.toThrow('terminated');
  });

  it('says everything that is wrong with its configuration, and does not start', async () => {
    const refused = started?.serve({ ...variables, PORT: 'eighty', CENTRAL_OPS_DRAIN_SECONDS: 'never' });

    await expect(refused).rejects.toThrow(
      /ended with 2[\s\S]*PORT is "eighty"[\s\S]*CENTRAL_OPS_DRAIN_SECONDS is "never"/,
    );
  });
});
