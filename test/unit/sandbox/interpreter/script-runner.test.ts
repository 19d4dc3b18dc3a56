import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScriptRunner, type ScriptRunner } from '../../../../src/sandbox/interpreter/script-runner.js';

let runner: ScriptRunner;
let impatient: ScriptRunner;

beforeAll(() => {
  runner = createScriptRunner({ timeoutMs: 20_000 });
  impatient = createScriptRunner({ timeoutMs: 700 });
});

afterAll(async () => {
  await Promise.all([runner.close(), impatient.close()]);
});

const never = (): AbortSignal => new AbortController().signal;

/** Answers every call with what was asked; `Fail` fails, `Hang` never answers. */
async function echo(text: string): Promise<string> {
  if (text.includes('Hang')) return new Promise(() => undefined);
  if (!text.includes('Fail'))
    return JSON.stringify({ ok: { asked: JSON.parse(text), large: 123_456_789_012, name: 'é☕😀' } });
  const failure = 'An error occurred (Denied) when calling the Fail operation: no';
  return JSON.stringify({ error: { type: 'ClientError', text: failure, code: 'Denied', message: 'no' } });
}

const run = (code: string, by = runner) => by.run(code, echo, never());

describe('createScriptRunner', () => {
  it('runs Python, prints, calls and returns the last value', async () => {
    const result = await run(`
import json
reply = await call_boto3(service_name='ec2', operation_name='DescribeVpcs', region_name='eu-west-1', params={'A': [1]})
print('asked', json.dumps(reply['asked']))
{'large': reply['large'] + 1, 'name': reply['name']}
`);

    expect(result).toEqual({
      status: 'success',
      return_value: { large: 123_456_789_013, name: 'é☕😀' },
      stdout: 'asked ["ec2", "DescribeVpcs", "eu-west-1", {"A": [1]}]\n',
      stderr: '',
    });
  });

  it('raises a failed call as an exception with the response of a ClientError', async () => {
    const result = await run(`
try:
    await call_boto3(service_name='ec2', operation_name='Fail')
except Exception as error:
    seen = [type(error).__name__, str(error), error.response]
seen
`);

    expect(result.return_value).toEqual([
      'ClientError',
      'An error occurred (Denied) when calling the Fail operation: no',
      { Error: { Code: 'Denied', Message: 'no' } },
    ]);
  });

  it('reports an exception that nobody caught with its traceback', async () => {
    const result = await run("print('before')\n{}['missing']");

    expect(result).toEqual({
      status: 'error',
      return_value: null,
      stdout: 'before\n',
      stderr: expect.stringMatching(/^Traceback \(most recent call last\):\n[\s\S]*KeyError: missing\n$/u),
      error: 'KeyError: missing',
    });
  });

  it.each([
    'import os',
    'import boto3',
    'import js',
    'import jsffi',
    'import socket',
    'from os import path',
    '__import__("js")',
  ])('refuses %s', async (code) => {
    expect(await run(code)).toMatchObject({
      status: 'error',
      error: expect.stringMatching(/^ImportError: No module named/u),
    });
  });

  it.each([
    ["open('/etc/passwd')", /^NameError: name 'open'/u],
    ['import asyncio\nasyncio.js.process.env', /^AttributeError/u],
    ['{1, 2}', /^TypeError: the return value is not JSON serializable$/u],
    ['def f(:', /^SyntaxError/u],
    ['raise SystemExit(1)', /^SystemExit/u],
  ])('ends %j as an error', async (code, error) => {
    expect(await run(code)).toMatchObject({ status: 'error', error: expect.stringMatching(error) });
  });

  it('runs many at once, each with names and output of its own', async () => {
    const scripts = Array.from({ length: 60 }, (_, index) =>
      run(`
import asyncio
mine = ${String(index)}
async def ask(n):
    reply = await call_boto3(service_name='s3', operation_name='Op' + str(mine), params={'n': n})
    print(mine)
    return reply['asked'][3]['n']
parts = await asyncio.gather(*[ask(n) for n in range(3)])
[mine, parts]
`),
    );

    const results = await Promise.all(scripts);

    expect(results).toEqual(
      Array.from({ length: 60 }, (_, index) => ({
        status: 'success',
        return_value: [index, [0, 1, 2]],
        stdout: `${String(index)}\n`.repeat(3),
        stderr: '',
      })),
    );
  });

  it('stops a script that waits too long, and leaves the others alone', async () => {
    await run('0', impatient);
    const stuck = run("await call_boto3(service_name='s3', operation_name='Hang')", impatient);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const lively = run('import asyncio\nawait asyncio.sleep(0.4)\n1', impatient);

    expect(await stuck).toMatchObject({
      status: 'error',
      error: expect.stringMatching(/^TimeoutError: .* 0\.7 seconds/u),
    });
    expect(await lively).toMatchObject({ status: 'success', return_value: 1 });
  });

  it('kills a script that never waits, and works again afterwards', async () => {
    const spinning = run('while True:\n    pass', impatient);
    const beside = run('import asyncio\nawait asyncio.sleep(30)', impatient);

    expect(await spinning).toMatchObject({ status: 'error', error: expect.stringMatching(/^TimeoutError/u) });
    expect(await beside).toMatchObject({ status: 'error' });
    expect(await run('2 + 2', impatient)).toMatchObject({ status: 'success', return_value: 4 });
  });

  it('ends a script whose caller leaves', async () => {
    const leaving = new AbortController();
    const waiting = runner.run("await call_boto3(service_name='s3', operation_name='Hang')", echo, leaving.signal);
    setTimeout(() => leaving.abort(), 50);

    expect(await waiting).toMatchObject({ status: 'error', error: expect.stringMatching(/^CancelledError/u) });
  });

  it('ends what runs when it is closed, and runs nothing more', async () => {
    const own = createScriptRunner({ timeoutMs: 10_000 });
    const waiting = own.run('import asyncio\nawait asyncio.sleep(30)', echo, never());

    await Promise.all([own.close(), own.close()]);

    expect(await waiting).toMatchObject({ status: 'error', error: 'InterpreterError: the sandbox was closed' });
    expect(await own.run('1', echo, never())).toMatchObject({ status: 'error' });
  });
});
