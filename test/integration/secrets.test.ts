import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assumeRole, connect } from '../contract/support/signed-client.js';
import { createCommandLine } from './support/command-line.js';
import { readTruth, type TrueAccount } from './support/ground-truth.js';
import { questionsAbout } from './support/questions.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

/** What the sandbox puts where AWS keeps secrets: environments of functions and containers, secret values, code links. */
const CANARY = 'canary-secret';

let product: SandboxRun;
let account: TrueAccount;
let region: string;

beforeAll(async () => {
  product = await startSandboxRun({ accounts: 4 });
  const truth = readTruth(JSON.stringify(product.sandbox.truth()));
  const rich = truth
    .flatMap((candidate) => candidate.regions.map((name) => ({ candidate, name })))
    .find(({ candidate, name }) => {
      const found = candidate.byRegion.get(name);
      return found !== undefined && found.secrets.length > 0 && found.ecsServices.length > 0;
    });
  if (rich === undefined) throw new Error('no Region of the sandbox has a secret and a service');
  account = rich.candidate;
  region = rich.name;
});
afterAll(() => product.close());

describe('secrets in an account', () => {
  it('are there, and the sandbox gives them to a raw call', async () => {
    const { keys } = await assumeRole(product.sandbox.stsUrl, product.sandbox.hub, {
      RoleArn: `arn:aws:iam::${account.id}:role/CentralOpsTargetRole`,
      RoleSessionName: 'control',
      ExternalId: product.sandbox.externalId,
    });
    const client = await connect(product.sandbox.mcpUrl, keys);
    const code = [
      `listed = ${callIn('ecs', 'ListTaskDefinitions')}`,
      `task = ${callIn('ecs', 'DescribeTaskDefinition', "{'taskDefinition': listed['taskDefinitionArns'][0]}")}`,
      `functions = ${callIn('lambda', 'ListFunctions')}`,
      "[str(task).count('canary-secret'), str(functions).count('canary-secret')]",
    ].join('\n');

    product.later();
    const reply = await client.callTool({ name: 'aws___run_script', arguments: { code } });
    await client.close();

    expect(reply).toMatchObject({ structuredContent: { status: 'success' } });
    const counts = z.object({ structuredContent: z.object({ return_value: z.array(z.number()) }) }).parse(reply);
    expect(counts.structuredContent.return_value.every((found) => found > 0)).toBe(true);
  });

  it('are in no event of any question', async () => {
    const questions = questionsAbout(readTruth(JSON.stringify(product.sandbox.truth())));
    const texts: string[] = [];
    for (const { request } of questions) texts.push(JSON.stringify(await product.events(request)));

    expect(texts.filter((text) => text.includes(CANARY))).toEqual([]);
    expect(texts.filter((text) => text.includes('DATABASE_PASSWORD'))).toEqual([]);
    expect(texts.every((text) => text.includes('run-ended'))).toBe(true);
  }, 60_000);

  it.each([
    ['lambda', 'ListFunctions', {}, 'complete'],
    ['lambda', 'GetFunction', { FunctionName: 'x' }, 'refused'],
    ['lambda', 'GetFunctionConfiguration', { FunctionName: 'x' }, 'complete'],
    ['lambda', 'GetPolicy', { FunctionName: 'x' }, 'complete'],
    ['ecs', 'ListTaskDefinitions', {}, 'complete'],
    ['ecs', 'DescribeTaskDefinition', { taskDefinition: 'x' }, 'complete'],
    ['secretsmanager', 'ListSecrets', {}, 'complete'],
    ['secretsmanager', 'GetSecretValue', { SecretId: 'x' }, 'refused'],
    ['ssm', 'GetParameters', { Names: ['x'], WithDecryption: true }, 'refused'],
  ] as const)('are not shown by query %s %s %j, which is %s', async (service, operation, params, status) => {
    const found = account.byRegion.get(region);
    const names: Readonly<Record<string, string>> = {
      FunctionName: found?.lambdaFunctions[0]?.name ?? '',
      taskDefinition: `${found?.ecsServices[0]?.cluster ?? ''}-${found?.ecsServices[0]?.name ?? ''}`,
      SecretId: found?.secrets[0]?.name ?? '',
    };
    const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, names[name] ?? value]));
    const scope = { accounts: [account.id], regions: [region] };

    const events = await product.events({ kind: 'query', service, operation, params: named, ...scope });

    expect(JSON.stringify(events)).not.toContain(CANARY);
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', answer: { status } });
  });

  it('are neither in the state of the graph', async () => {
    const graph = await product.composition.graph();

    const state: unknown = await graph.invoke(
      { messages: [{ role: 'user', content: 'List Lambda functions' }] },
      { configurable: { thread_id: 'secrets' } },
    );

    const text = JSON.stringify(state);
    expect(text).toContain('Lambda functions in 4 accounts');
    expect(text).not.toContain(CANARY);
    expect(text).not.toMatch(/(?:AKIA|ASIA)[A-Z2-7]{16}/u);
    expect(text).not.toContain(product.sandbox.externalId);
  });

  it('nor in what the command line prints and keeps', async () => {
    const commandLine = await createCommandLine();
    const ended = await commandLine.run(['query', '--sandbox', 'lambda', 'ListFunctions', '--output', 'json']);
    const kept = await commandLine.kept();
    await commandLine.close();

    expect(ended.code).toBe(0);
    expect(kept).toContain('ListFunctions');
    expect(`${ended.stdout}\n${ended.stderr}\n${kept}`).not.toContain(CANARY);
    expect(kept).not.toMatch(/(?:AKIA|ASIA)[A-Z2-7]{16}/u);
  });
});

/** One call in the Region that has secrets, as a script writes it. */
function callIn(service: string, operation: string, params = '{}'): string {
  return `await call_boto3(service_name='${service}', operation_name='${operation}', region_name='${region}', params=${params})`;
}
