import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.js';
import { createNetwork, type Network } from '../../src/network/network.js';
import { createAwsKnowledge } from '../../src/planning/knowledge/aws-knowledge.js';
import type { Knowledge, LookUp } from '../../src/planning/knowledge/knowledge.js';
import type { SandboxOptions } from '../../src/sandbox/options.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { listen, type LoopbackServer } from '../unit/network/loopback-server.js';
import { recordingLogger } from '../unit/nodes/support/state.js';

let network: Network;
let sandbox: Sandbox | undefined;
let server: LoopbackServer | undefined;
let knowledge: Knowledge | undefined;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  await knowledge?.close();
  network.close();
  await sandbox?.close();
  await server?.close();
  [sandbox, server, knowledge] = [undefined, undefined, undefined];
});

const { signal } = new AbortController();

type Limits = NonNullable<Parameters<typeof createAwsKnowledge>[0]['limits']>;

/** Client and server live by one clock, and waiting moves it. */
let ahead = 0;
const clock = (): number => Date.now() + ahead;

async function sleep(millis: number): Promise<void> {
  await Promise.resolve();
  ahead += millis;
}

function over(url: string, limits: Limits = {}) {
  const { logger, lines } = recordingLogger();
  const made = createAwsKnowledge({ endpoint: new URL(url), fetch: network.fetch, clock, sleep, logger, limits });
  knowledge = made;
  return { knowledge: made, lines };
}

async function inSandbox(options: SandboxOptions = {}, limits: Limits = {}) {
  const started = await startSandbox({ accounts: 2, clock, ...options });
  sandbox = started;
  return { sandbox: started, ...over(started.mcpUrl, limits) };
}

function named(tools: readonly LookUp[], name: string): LookUp {
  const found = tools.find((tool) => tool.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

describe('the knowledge of the AWS MCP Server', () => {
  it('is five tools by name, whatever else the server offers', async () => {
    const { knowledge: made } = await inSandbox();

    expect((await made.tools({ signal })).map(({ name }) => name)).toEqual([
      'aws___get_regional_availability',
      'aws___list_regions',
      'aws___read_documentation',
      'aws___retrieve_skill',
      'aws___search_documentation',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['aws___search_documentation', { search_phrase: 'unattached volumes' }, 'Amazon EBS volumes'],
    [
      'aws___read_documentation',
      { url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-volumes.html' },
      'A volume whose State is available',
    ],
    ['aws___retrieve_skill', { skill_name: 'find-unused-volumes' }, 'ec2 DescribeVolumes'],
    ['aws___list_regions', {}, 'eu-west-1'],
    ['aws___get_regional_availability', { service: 'apprunner' }, 'us-east-1'],
  ])('answers %s with text', async (name, args, expected) => {
    const { knowledge: made } = await inSandbox();

    expect(await named(await made.tools({ signal }), name).call(args, { signal })).toContain(expected);
  });

  it('is asked by nobody in particular, over one session that is ended', async () => {
    const { knowledge: made, sandbox: aws } = await inSandbox();
    for (const phrase of ['volumes', 'buckets']) {
      const tools = await made.tools({ signal });
      await named(tools, 'aws___search_documentation').call({ search_phrase: phrase }, { signal });
    }

    await made.close();
    await made.close();

    const { accounts, signatures } = aws.statistics();
    expect(accounts['anonymous']).toMatchObject({ initialize: 1, toolsList: 1, toolsCall: 2, deletes: 1, gets: 0 });
    expect([Object.keys(accounts), signatures]).toEqual([['anonymous'], {}]);
  });

  it('takes turns on its session', async () => {
    const { knowledge: made, sandbox: aws } = await inSandbox();
    const regions = named(await made.tools({ signal }), 'aws___list_regions');

    await Promise.all([regions, regions, regions].map((tool) => tool.call({}, { signal })));

    expect(aws.statistics().accounts['anonymous']?.peakConcurrent).toBe(1);
  });

  it('says when a page is not there, and opens another session for the next question', async () => {
    const { knowledge: made, sandbox: aws } = await inSandbox();
    const read = named(await made.tools({ signal }), 'aws___read_documentation');

    await expect(read.call({ url: 'https://docs.aws.amazon.com/x' }, { signal })).rejects.toMatchObject({
      code: 'tool-refused',
      message: expect.stringContaining('The sandbox has no such page'),
    });
    await made.tools({ signal });

    expect(aws.statistics().accounts['anonymous']).toMatchObject({ initialize: 2, deletes: 1 });
  });

  it.each<[string, SandboxOptions]>([
    ['denied', { faults: [{ account: '*', service: 'mcp', outcome: 'denied' }] }],
    ['throttled', { faults: [{ account: '*', service: 'mcp', outcome: 'throttled' }] }],
    ['unreachable', { faults: [{ account: '*', service: 'mcp', outcome: 'unreachable' }] }],
    ['silent', { faults: [{ account: '*', service: 'mcp', outcome: 'timeout' }] }],
  ])('is nothing when the server is %s, and the server is left alone for a while', async (_case, options) => {
    const { knowledge: made, lines, sandbox: aws } = await inSandbox(options, { openMillis: 300 });

    const first = await made.tools({ signal });
    const { requests } = aws.statistics().totals;
    const second = await made.tools({ signal });

    expect([first, second]).toEqual([[], []]);
    expect(lines.map(([line]) => line)).toEqual(['warn knowledge tools not available']);
    expect(aws.statistics().totals.requests).toBe(requests);
  });

  it('ends with the signal of whoever asks, for its own reason', async () => {
    const { knowledge: made } = await inSandbox({ faults: [{ account: '*', service: 'mcp', outcome: 'timeout' }] });
    const cancel = new AbortController();
    const reason = new Error('Ctrl-C');

    const asked = made.tools({ signal: cancel.signal });
    cancel.abort(reason);

    await expect(asked).rejects.toBe(reason);
  });

  it('goes nowhere that the server sends it', async () => {
    const asked: string[] = [];
    server = await listen((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const { knowledge: made, lines } = over(`${server.url}/mcp`, { openMillis: 500 });

    expect(await made.tools({ signal })).toEqual([]);
    expect(asked).toEqual(['POST /mcp -']);
    expect(lines).toHaveLength(1);
  });
});
