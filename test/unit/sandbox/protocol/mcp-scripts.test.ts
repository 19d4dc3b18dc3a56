import { describe, expect, it, vi } from 'vitest';
import { caller, rpcError, SESSION_LOST, start, type Caller } from './mcp-caller.js';

describe('aws___run_script', () => {
  it('acts as the account that signed, and accounts for its calls', async () => {
    const client = await caller(await start({ pageSize: 1 }));
    await client.initialize();

    const answer = await client.script(
      `
vpcs = await call_boto3(service_name='ec2', operation_name='DescribeVpcs')
try:
    await call_boto3(service_name='ec2', operation_name='DescribeVpcs', params={'Nothing': 1})
except Exception as error:
    print(type(error).__name__)
[vpcs['Vpcs'][0]['OwnerId'], 'NextToken' in vpcs]
`,
      { AWS_REGION: 'eu-west-1' },
    );

    const problem =
      'Parameter validation failed:\nUnknown parameter in input: "Nothing", must be one of: Filters, VpcIds, NextToken, MaxResults, DryRun';
    expect(answer).toMatchObject({
      result: {
        isError: false,
        structuredContent: {
          status: 'success',
          return_value: [client.accountId, expect.any(Boolean)],
          stdout: 'ParamValidationError\n',
          api_calls: [
            { service: 'ec2', operation: 'DescribeVpcs', status: 'success', n_items: { Vpcs: 1 } },
            { service: 'ec2', operation: 'DescribeVpcs', status: 'error', error: problem },
          ],
        },
      },
    });
  });

  it('is limited by the session policy of its identity', async () => {
    const sandbox = await start();
    const client = await caller(sandbox, 1, { 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess' });
    await client.initialize();

    const answer = await client.script(
      "await call_boto3(service_name='s3', operation_name='DeleteBucket', params={'Bucket': 'any'})",
    );

    expect(answer).toMatchObject({
      result: {
        isError: false,
        structuredContent: { status: 'error', error: expect.stringContaining('(AccessDenied)') },
      },
    });
    expect(sandbox.statistics().mutations).toBe(0);
  });

  it('answers with a task that can be polled when it takes long, to its owner only', async () => {
    const sandbox = await start({ tasks: true });
    const [client, other] = [await caller(sandbox, 1), await caller(sandbox, 2)];
    await client.initialize();
    await other.initialize();

    const started = await client.script('import asyncio\nawait asyncio.sleep(0.4)\n7');
    const taskId = /"task_id":"([\w-]+)"/u.exec(JSON.stringify(started))?.[1] ?? '';
    const early = await poll(client, taskId);
    const foreign = await poll(other, taskId);
    const late = await vi.waitFor(
      async () => {
        const polled = await poll(client, taskId);
        expect(polled).toMatchObject({ result: { structuredContent: { status: 'success' } } });
        return polled;
      },
      { timeout: 5000, interval: 100 },
    );

    expect(started).toMatchObject({ result: { structuredContent: { status: 'working', task_id: taskId } } });
    expect(early).toMatchObject({ result: { structuredContent: { status: 'working' } } });
    expect(foreign).toMatchObject({ result: { isError: true } });
    expect(late).toMatchObject({ result: { structuredContent: { status: 'success', return_value: 7 } } });
  });

  it('is missing when it is to be missing', async () => {
    const client = await caller(await start({ withoutTools: ['aws___run_script'] }));
    await client.initialize();

    const listed = await client.request('tools/list');

    expect(listed.body).toContain('aws___get_tasks');
    expect(listed.body).not.toContain('"aws___run_script"');
    expect(await client.script('1')).toEqual(rpcError(-32_602, 'Unknown tool: aws___run_script'));
  });
});

describe('faults at the MCP server', () => {
  it.each([
    ['denied', 403],
    ['throttled', 429],
    ['error', 500],
  ] as const)('%s is HTTP %i', async (outcome, status) => {
    const client = await caller(await start({ faults: [{ account: '*', service: 'mcp', outcome }] }));

    expect((await client.initialize()).status).toBe(status);
  });

  it('unreachable cuts the connection, timeout holds it until the sandbox closes', async () => {
    const cut = await caller(await start({ faults: [{ account: '*', service: 'mcp', outcome: 'unreachable' }] }));
    await expect(cut.initialize()).rejects.toThrow('fetch failed');
    const sandbox = await start({ faults: [{ account: '*', service: 'mcp', outcome: 'timeout' }] });
    const held = await caller(sandbox);
    const waiting = held.initialize();
    const first = await Promise.race([
      waiting.catch(() => 'ended'),
      new Promise((resolve) => setTimeout(resolve, 200, 'waiting')),
    ]);

    await sandbox.close();

    expect(first).toBe('waiting');
    await expect(waiting).rejects.toThrow('fetch failed');
  });

  it('expired-session takes the session away before its first call, once', async () => {
    const client = await caller(
      await start({ faults: [{ account: '*', service: 'mcp', outcome: 'expired-session' }] }),
    );
    await client.initialize();

    const lost = await client.script('1');
    await client.initialize();
    const found = await client.script('1');

    expect(lost).toEqual(SESSION_LOST);
    expect(found).toMatchObject({ result: { structuredContent: { return_value: 1 } } });
  });

  it('of one service in one Region leave the others alone', async () => {
    const faults = [
      { account: '*', service: 'ec2', region: 'eu-west-1', outcome: 'throttled' },
      { account: '*', service: 'rds', outcome: 'denied' },
    ] as const;
    const client = await caller(await start({ faults }));
    await client.initialize();

    const answer = await client.script(`
async def asked(service, operation, region):
    try:
        await call_boto3(service_name=service, operation_name=operation, region_name=region)
        return 'answered'
    except Exception as error:
        return str(error)[:110]
[await asked('ec2', 'DescribeVpcs', 'eu-west-1'), await asked('ec2', 'DescribeVpcs', 'us-east-1'), await asked('rds', 'DescribeDBInstances', 'us-east-1')]
`);

    expect(answer).toMatchObject({
      result: {
        structuredContent: {
          return_value: [
            'An error occurred (RequestLimitExceeded) when calling the DescribeVpcs operation (reached max retries: 4): Req',
            'answered',
            expect.stringContaining(
              'An error occurred (AccessDenied) when calling the DescribeDBInstances operation: User: arn',
            ),
          ],
        },
      },
    });
  });
});

async function poll(by: Caller, id: string): Promise<unknown> {
  const reply = await by.request('tools/call', { name: 'aws___get_tasks', arguments: { task_id: id } });
  return JSON.parse(reply.body);
}
